"""The Word applications of enterprises that exist (变更、注销): what the PDF says, in the same order, in both editions."""

from __future__ import annotations

import io
import re
from datetime import date
from typing import Any

import pypdf
import pytest

from gaoxing.engines.docx import DocxRenderer
from gaoxing.engines.typst import TypstRenderer
from gaoxing.forms.form import Answer, Form, Source
from gaoxing.matters.deregistration.application import application as closing
from gaoxing.matters.registration_change.application import application as changing
from tests.documents.filled import HOSTILE, USCC
from tests.engines.test_docx import MARK, opened, without_the_cell_over_four_rows, words

ON = date(2026, 11, 25)
NAME = "昆山样例五金有限公司"
SOLE = "92320583MA0000007N"
MOVED = {"changes.0.item": "domicile", "changes.0.from": "元丰路1号", "changes.0.to": "晨丰路22号"}
LED = {"changes.1.item": "legal_representative", "changes.1.from": "丁大宝", "changes.1.to": "苏小云"}
SOLD = {"changes.2.item": "shareholders", "changes.2.transferor": "丁大宝", "changes.2.transferee": "苏小云", "changes.2.percent": "20"}
HELD = {"changes.2.from": ("丁大宝　认缴60万元（60%）", "何苗　认缴40万元（40%）"), "changes.2.to": ("丁大宝　认缴20万元", "苏小云　认缴20万元")}

CHANGES: dict[str, dict[str, Any]] = {
    "nothing said": {},
    "three changes": {"enterprise": NAME, "uscc": USCC, **MOVED, **LED, **SOLD, **HELD, "contribution_due": "2031-06-30"},
    "a transfer without a register": {"enterprise": NAME, **SOLD},
    "a sole trader": {"enterprise": "玉山镇样例小吃店", "uscc": SOLE, **MOVED, **LED},
    "what reads like markup": {"enterprise": HOSTILE, "changes.0.item": "name", "changes.0.to": HOSTILE},
}
CLOSINGS: dict[str, dict[str, Any]] = {
    "nothing said": {},
    "the ordinary way": {"enterprise": NAME, "reason": "股东会决议解散", "procedure": "ordinary", "debts": "settled", "tax_clearance": "cleared"},
    "the simplified way": {"enterprise": NAME, "uscc": USCC, "procedure": "simplified", "debts": "none", "tax_clearance": "none", "announced": "yes"},
    "a sole trader": {"enterprise": "玉山镇样例小吃店", "reason": "不想做了", "procedure": "simplified"},
}


@pytest.fixture(scope="module")
def typesetter() -> TypstRenderer:
    return TypstRenderer()


def form(matter: str, edition: str, said: dict[str, Any]) -> Form:
    return Form(matter, edition, {path: Answer(value, Source.SAID) for path, value in said.items()})


def both(typesetter: TypstRenderer, layout: Any) -> list[str]:
    """What the PDF and the Word paper say, without white space and ticks."""
    pages = pypdf.PdfReader(io.BytesIO(typesetter.render(layout).content)).pages
    printed = "".join(MARK.sub("", "".join(page.extract_text().split())) for page in pages)
    said = re.sub("[☑☐]", "", words(opened(DocxRenderer().render(layout).content).element.body))
    return [without_the_cell_over_four_rows(each) for each in (said, printed)]


@pytest.mark.parametrize("edition", ["2022", "2026"])
@pytest.mark.parametrize("said", CHANGES.values(), ids=CHANGES.keys())
def test_a_change_says_the_same_in_word_and_pdf(typesetter: TypstRenderer, said: dict[str, Any], edition: str):
    written, printed = both(typesetter, changing(form("registration_change", edition, said), ON))
    assert written == printed


@pytest.mark.parametrize("edition", ["2022", "2026"])
@pytest.mark.parametrize("said", CLOSINGS.values(), ids=CLOSINGS.keys())
def test_a_deregistration_says_the_same_in_word_and_pdf(typesetter: TypstRenderer, said: dict[str, Any], edition: str):
    written, printed = both(typesetter, closing(form("deregistration", edition, said), ON))
    assert written == printed


@pytest.mark.parametrize(("edition", "there"), [("2022", False), ("2026", True)])
def test_only_the_edition_of_2026_has_everybody_confirm_their_identity(typesetter: TypstRenderer, edition: str, there: bool):
    written, _ = both(typesetter, changing(form("registration_change", edition, CHANGES["three changes"]), ON))
    assert ("实名登记确认表" in written) is there
