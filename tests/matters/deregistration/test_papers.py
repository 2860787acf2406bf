from datetime import date

from gaoxing.forms.form import Answer, Form, Source
from gaoxing.matters.deregistration.papers import TITLE, papers


def test_the_paper_holds_every_blank_with_its_value():
    form = Form("deregistration", "2026", {"enterprise": Answer("昆山样例贸易有限公司", Source.SAID), "procedure": Answer("simplified", Source.SAID)})
    [layout] = papers(form, date(2026, 11, 25))
    blanks = {blank["label"]: blank["text"] for part in layout.values["parts"] for row in part["rows"] for blank in row["blanks"]}
    assert (layout.title, blanks["名称"], blanks["注销方式"], blanks["注销原因"]) == (TITLE, "昆山样例贸易有限公司", "简易注销", "")
