"""The applications of 2022 for setting up: what the PDF says, in Word too; numbers beside the persons, and no sheet that came with 2026."""

from __future__ import annotations

import io
import re
from dataclasses import replace
from datetime import date
from typing import Any

import pypdf
import pytest

from gaoxing.engines.docx import DocxRenderer
from gaoxing.engines.typst import TypstRenderer
from gaoxing.forms.form import Form
from tests.documents.filled import IDENTITY, company, trader
from tests.engines.test_docx import MARK, PAPERS, opened, without_the_cell_over_four_rows, words

ON = date(2026, 4, 30)
FORMS = {
    "a company": company(),
    "a company without a supervisor": company(no_supervisor="yes"),
    "nothing said of a company": Form("company_registration", "2022"),
    "a sole trader": trader(),
    "nothing said of a sole trader": Form("sole_trader_registration", "2022"),
}


@pytest.fixture(scope="module")
def typesetter() -> TypstRenderer:
    return TypstRenderer()


def layout(form: Form) -> Any:
    return PAPERS[form.matter](replace(form, edition="2022"), ON)[0]


def printed(typesetter: TypstRenderer, form: Form) -> str:
    pages = pypdf.PdfReader(io.BytesIO(typesetter.render(layout(form)).content)).pages
    return "".join(MARK.sub("", "".join(page.extract_text().split())) for page in pages)


@pytest.mark.parametrize("form", FORMS.values(), ids=FORMS.keys())
def test_the_word_paper_says_what_the_pdf_says(typesetter: TypstRenderer, form: Form):
    said = re.sub("[☑☐]", "", words(opened(DocxRenderer().render(layout(form)).content).element.body))
    assert without_the_cell_over_four_rows(said) == without_the_cell_over_four_rows(printed(typesetter, form))


@pytest.mark.parametrize("form", [company(), trader()])
def test_numbers_stand_beside_the_persons(typesetter: TypstRenderer, form: Form):
    assert IDENTITY in printed(typesetter, form)


@pytest.mark.parametrize("form", [company(), trader()])
@pytest.mark.parametrize("later", ["实名登记确认表", "身份信息页", "受益所有人信息备案承诺"])
def test_what_came_with_2026_is_not_there(typesetter: TypstRenderer, form: Form, later: str):
    assert later not in printed(typesetter, form)
