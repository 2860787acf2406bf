"""A record of a matter whose own form is filled elsewhere: every blank in its order, the same words in PDF and Word."""

import io
import re
from datetime import date

import docx
import pypdf
import pytest

from gaoxing.documents.record import papers
from gaoxing.engines.docx import DocxRenderer
from gaoxing.engines.typst import TypstRenderer
from gaoxing.forms import Field, Form, Kind
from tests.documents.filled import HOSTILE, form

ON = date(2026, 11, 25)
MONEY = Field("total", "总投资", Kind.MONEY)
COLUMNS = (
    Field("item", "变更事项", Kind.CHOICE, required=True, choices=(("total", "总投资"), ("name", "名称"))),
    Field("to", "变更后", Kind.TEXT, like=lambda path, form: MONEY if form.value(path.replace(".to", ".item")) == "total" else None),
)
FIELDS = (
    Field("enterprise", "企业名称", Kind.TEXT, required=True),
    Field("start", "开工", Kind.DATE),
    Field("changes", "变更", Kind.ROWS, columns=COLUMNS),
)
DATA = {"enterprise": "昆山某某有限公司", "changes": [{"item": "total", "to": {"amount": "80000000", "currency": "CNY"}}, {"item": "name", "to": HOSTILE}]}
FILLED = form("project_change", DATA)
TEXT = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}t"


def parts(filled: Form):
    [layout] = papers("备案变更登记表", FIELDS, filled, ON)
    return {part["title"]: [[(each["label"], each["text"]) for each in row["blanks"]] for row in part["rows"]] for part in layout.values["parts"]}


def test_every_blank_stands_with_its_label_and_its_value_in_words():
    told = parts(FILLED)
    assert told["基本情况"] == [[("企业名称", "昆山某某有限公司")]]
    assert told["变更"][0] == [("变更事项", "总投资"), ("变更后", "8000万元（人民币）")]


def test_a_blank_that_must_be_filled_stands_empty_and_one_that_need_not_is_left_out():
    assert parts(Form("project_change", "1")) == {"基本情况": [[("企业名称", "")]], "变更": [[("变更事项", "")]]}


@pytest.mark.parametrize("filled", [FILLED, Form("project_change", "1")], ids=["filled", "empty"])
def test_the_word_paper_says_what_the_pdf_says(filled: Form):
    [layout] = papers("备案变更登记表", FIELDS, filled, ON)
    pages = pypdf.PdfReader(io.BytesIO(TypstRenderer().render(layout).content)).pages
    printed = re.sub("样张，以登记机关发布的文书为准|第1页共1页", "", "".join("".join(page.extract_text().split()) for page in pages))
    body = docx.Document(io.BytesIO(DocxRenderer().render(layout).content)).element.body
    assert "".join("".join(each.text or "" for each in body.iter(TEXT)).split()) == printed
