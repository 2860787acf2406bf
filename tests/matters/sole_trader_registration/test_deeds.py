"""The papers of a new sole trader: which are made, what they say, and that PDF and Word say the same."""

from __future__ import annotations

from datetime import date

import pytest

from gaoxing.documents.document import Layout
from gaoxing.engines.typst import TypstRenderer
from gaoxing.forms.form import Form
from gaoxing.matters.sole_trader_registration.papers import papers
from tests.documents.drawn import composed_text, docx_text, pdf_text, runs
from tests.documents.filled import IDENTITY, MOBILE, trader

ON = date(2026, 11, 25)
FIRST, REAL_NAMES, ATTORNEY, FAMILY = "个体工商户登记（备案）申请书", "实名登记确认表", "授权委托书", "家庭成员参加经营的声明"
PREMISES, LIST = "住所（经营场所）使用承诺书", "申请材料清单"
ALONE = trader(composition="individual", family_members=None)
FORMS = {"family": trader(), "alone": ALONE, "empty": Form("sole_trader_registration", "2026")}


def paper(form: Form, name: str) -> Layout:
    [found] = [layout for layout in papers(form, ON) if layout.name == name]
    return found


def text(form: Form, name: str) -> str:
    return composed_text(paper(form, name))


@pytest.mark.parametrize(
    ("form", "expected"),
    [(trader(), [FIRST, REAL_NAMES, ATTORNEY, FAMILY, PREMISES, LIST]), (ALONE, [FIRST, REAL_NAMES, ATTORNEY, PREMISES, LIST])],
)
def test_a_family_declares_that_it_trades_together_and_one_alone_does_not(form: Form, expected: list[str]) -> None:
    assert [layout.name for layout in papers(form, ON)] == expected


def test_every_member_of_the_family_signs() -> None:
    [signed] = [block for block in paper(trader(), FAMILY).values["blocks"] if block["kind"] == "signatures"]
    assert [row[0][0]["text"] for row in signed["rows"]] == ["甲一", "乙二"]


@pytest.mark.parametrize(
    ("name", "words"),
    [
        (FAMILY, "一致同意由甲一担任经营者"),
        (PREMISES, "住所（经营场所）：昆山市玉山镇前进西路1888号"),
        (ATTORNEY, "办理个体工商户设立登记"),
        (REAL_NAMES, "乙二参加经营的家庭成员"),
        (LIST, "申请人：昆山市玉山镇甲乙小吃店"),
    ],
)
def test_what_was_said_stands_on_the_paper(name: str, words: str) -> None:
    assert words in text(trader(), name)


def test_the_familys_own_papers_are_asked_of_a_family_alone() -> None:
    assert "户口簿或者结婚证" in text(trader(), LIST)
    assert "户口簿或者结婚证" not in text(ALONE, LIST)


def test_what_rests_on_the_old_form_is_left_to_the_window() -> None:
    assert "的材料清单（以窗口为准）" in text(trader(), LIST)


@pytest.mark.parametrize("form", FORMS.values(), ids=FORMS)
def test_no_number_and_no_telephone_stands_on_a_deed(form: Form) -> None:
    written = "".join(composed_text(layout) for layout in papers(form, ON)[1:])
    assert IDENTITY not in written
    assert MOBILE not in written


@pytest.mark.parametrize("form", [trader(), ALONE], ids=["family", "alone"])
def test_every_value_leads_back_to_the_form(form: Form) -> None:
    paths = {run["path"] for layout in papers(form, ON)[1:] for run in runs(layout) if run["text"] and run["path"]}
    assert "operator.name" in paths
    assert paths <= set(form.answers)


@pytest.mark.parametrize("form", FORMS.values(), ids=FORMS)
def test_every_paper_names_its_rule(form: Form) -> None:
    assert all("《" in layout.basis for layout in papers(form, ON))


@pytest.mark.parametrize("form", FORMS.values(), ids=FORMS)
def test_pdf_and_word_say_what_was_composed(form: Form) -> None:
    renderer = TypstRenderer()
    for layout in papers(form, ON)[1:]:
        composed = composed_text(layout)
        assert docx_text(layout) == composed, layout.name
        assert pdf_text(layout, renderer) == composed, layout.name
