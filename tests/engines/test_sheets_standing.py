"""The sheets of 变更 and 注销 as they are printed: a sample mark and a page number on every page, ticks drawn, identity data apart."""

from __future__ import annotations

import io
from datetime import date
from typing import Any

import pypdf
import pytest

from gaoxing.documents.document import Layout
from gaoxing.engines.typst import TypstRenderer
from gaoxing.forms.form import Answer, Form, Source
from gaoxing.matters.deregistration.application import application as closing
from gaoxing.matters.registration_change.application import application as changing

ON = date(2026, 11, 25)
LED = {"changes.0.item": "legal_representative", "changes.0.from": "丁大宝", "changes.0.to": "苏小云"}


@pytest.fixture(scope="module")
def typesetter() -> TypstRenderer:
    return TypstRenderer()


def form(matter: str, edition: str = "2026", **said: Any) -> Form:
    return Form(matter, edition, {path: Answer(value, Source.SAID) for path, value in said.items()})


def pages(typesetter: TypstRenderer, layout: Layout) -> list[str]:
    read = pypdf.PdfReader(io.BytesIO(typesetter.render(layout).content))
    return ["".join(page.extract_text().split()) for page in read.pages]


LAYOUTS = {
    "a change": changing(form("registration_change", **LED), ON),
    "a change of 2022": changing(form("registration_change", "2022", **LED), ON),
    "a sole trader's change": changing(form("registration_change", uscc="92320583MA0000007N", **LED), ON),
    "a deregistration": closing(form("deregistration", procedure="ordinary"), ON),
    "a deregistration of 2022": closing(form("deregistration", "2022", procedure="simplified"), ON),
}


@pytest.mark.parametrize("layout", LAYOUTS.values(), ids=LAYOUTS.keys())
def test_every_page_is_marked_as_a_sample_and_numbered(typesetter: TypstRenderer, layout: Layout):
    found = pages(typesetter, layout)
    assert all("样张，以登记机关发布的文书为准" in page for page in found)
    assert all(f"第{number}页共{len(found)}页" in page for number, page in enumerate(found, 1))


def test_the_item_stands_on_the_first_page_with_both_contents(typesetter: TypstRenderer):
    first = pages(typesetter, LAYOUTS["a change"])[0]
    assert "法定代表人丁大宝苏小云" in first


def test_the_new_legal_representative_has_a_sheet_and_an_identity_page(typesetter: TypstRenderer):
    found = pages(typesetter, LAYOUTS["a change"])
    assert [sum(title in page for page in found) for title in ("附表1法定代表人信息", "敏感信息")] == [1, 2]


def test_a_new_operator_has_the_sheets_of_an_operator(typesetter: TypstRenderer):
    assert "附表1经营者信息" in "".join(pages(typesetter, LAYOUTS["a sole trader's change"]))


@pytest.mark.parametrize("name", ["a change of 2022", "a deregistration of 2022"])
def test_no_page_of_2022_keeps_identity_data_apart(typesetter: TypstRenderer, name: str):
    assert not any("敏感信息" in page for page in pages(typesetter, LAYOUTS[name]))


@pytest.mark.parametrize("lots", [1, 60, 200])
def test_a_long_scope_goes_on_over_the_page(typesetter: TypstRenderer, lots: int):
    items = tuple(f"第{number}种五金产品零售" for number in range(lots))
    scope = {"changes.0.item": "business_scope", "changes.0.from": items, "changes.0.add": ("软件开发",)}
    printed = "".join(pages(typesetter, changing(form("registration_change", **scope), ON)))
    assert f"第{lots - 1}种五金产品零售" in printed
    assert "软件开发" in printed


def test_fifty_shareholders_all_stand_in_the_annex(typesetter: TypstRenderer):
    lines = tuple(f"股东{number:02d}　认缴2万元（2%）" for number in range(50))
    sold = {"changes.0.item": "shareholders", "changes.0.transferee": "股东49", "changes.0.from": lines[:49], "changes.0.to": lines}
    printed = "".join(pages(typesetter, changing(form("registration_change", **sold), ON)))
    assert printed.count("股东49") >= 2
