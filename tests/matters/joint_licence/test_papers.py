"""The record of a joint application."""

from __future__ import annotations

from datetime import date

from gaoxing.forms.form import Answer, Form, Source
from gaoxing.matters.joint_licence.papers import TITLE, papers

DAY = date(2026, 11, 25)


def blanks(**answers: object) -> dict[str, str]:
    form = Form("joint_licence", "1", {path.replace("__", "."): Answer(value, Source.SAID) for path, value in answers.items()})
    [layout] = papers(form, DAY)
    return {blank["label"]: blank["text"] for part in layout.values["parts"] for row in part["rows"] for blank in row["blanks"]}


def test_the_record_bears_its_title():
    [layout] = papers(Form("joint_licence", "1", {}), DAY)
    assert layout.title == TITLE


def test_trade_answers_and_licences_are_printed_in_words():
    printed = blanks(trade="garage", answers__has_sign=False, licences=("business_licence", "seal_filing"))
    assert printed["行业"] == "汽车维修/美容"
    assert printed["挂门头招牌"] == "否"
    assert printed["要办的证照"] == "市场主体设立登记、公章刻制备案"
