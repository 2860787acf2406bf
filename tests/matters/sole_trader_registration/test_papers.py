from __future__ import annotations

import io
from datetime import date
from typing import Any

import pypdf
import pytest

from gaoxing.engines.typst import TypstRenderer
from gaoxing.forms.form import Form
from gaoxing.matters.sole_trader_registration.papers import papers
from tests.documents.filled import HOSTILE, IDENTITY, MOBILE, trader

ON = date(2026, 11, 24)
MEMBER_IDENTITY = "110105194912310011"


@pytest.fixture(scope="module")
def renderer() -> TypstRenderer:
    return TypstRenderer()


@pytest.fixture(scope="module")
def pages(renderer: TypstRenderer) -> list[str]:
    return printed(renderer, trader())


def printed(renderer: TypstRenderer, form: Form) -> list[str]:
    """The text of every page, blanks and line breaks taken out."""
    layout, *_ = papers(form, ON)
    reader = pypdf.PdfReader(io.BytesIO(renderer.render(layout).content))
    return ["".join(page.extract_text().split()) for page in reader.pages]


def values(form: Form) -> Any:
    layout, *_ = papers(form, ON)
    return layout.values


def ticked(boxes: list[dict[str, Any]]) -> list[str]:
    return [box["label"] for box in boxes if box["ticked"]]


@pytest.mark.parametrize(
    "text", ["昆山市玉山镇甲乙小吃店", "5.2万元（人民币）", "小餐饮；食品销售", "昆山市玉山镇前进西路1888号", "汉族", "参加经营的家庭成员"]
)
def test_what_was_said_stands_on_the_form(pages: list[str], text: str):
    assert text in "".join(pages)


@pytest.mark.parametrize(
    "title",
    [
        "个体工商户登记（备案）申请书",
        "基本信息（必填项）",
        "设立（仅设立登记填写）",
        "经营者及家庭成员（设立登记必填）",
        "变更（仅变更登记填写，只填写与本次申请有关的事项）",
        "备案（仅备案填写）",
        "注销（仅注销登记填写）",
        "指定代表/委托代理人（必填项）",
        "申请人签署（必填项）",
        "港澳居民经营者信息",
        "台湾居民、农民经营者信息",
        "联络员信息",
        "经营者身份信息页",
    ],
)
def test_every_sheet_of_the_form_is_there_even_where_nothing_was_said(renderer: TypstRenderer, title: str):
    assert title in "".join(printed(renderer, Form("sole_trader_registration", "2026")))


def test_identity_numbers_mobiles_and_the_home_stand_on_identity_pages_alone(pages: list[str]):
    bearing = [page for page in pages if {each for each in (IDENTITY, MEMBER_IDENTITY, MOBILE, "某某路12号") if each in page}]
    assert len(bearing) == 2
    assert all("身份信息页注：本页载有个人敏感信息" in page for page in bearing)


def test_a_single_traders_form_has_no_page_for_a_familys_identities(renderer: TypstRenderer):
    single = trader(composition="individual", family_members=None)
    assert "家庭成员身份信息页" not in "".join(printed(renderer, single))


def test_markup_in_a_name_stays_text(renderer: TypstRenderer):
    form = trader(name=HOSTILE, operator={"name": HOSTILE, "address": HOSTILE}, family_members=[{"name": HOSTILE}])
    assert "".join(printed(renderer, form)).count("".join(HOSTILE.split())) >= 6


def test_composition_sex_and_online_trade_are_ticked():
    filled = values(trader())
    assert [ticked(filled[key]) for key in ("composition", "sex", "e_commerce")] == [["家庭经营"], ["男"], ["否"]]


def test_an_empty_form_ticks_nothing():
    empty = values(Form("sole_trader_registration", "2026"))
    assert [ticked(empty[key]) for key in ("composition", "sex", "e_commerce", "paper_licence")] == [[], [], [], []]


def test_an_empty_form_names_no_one():
    empty = values(Form("sole_trader_registration", "2026"))
    assert (empty["operator"]["name"], empty["family"], empty["everybody"], empty["funds"]["amount"]) == ("", [], [], "")


def test_funds_in_a_foreign_currency_are_not_passed_off_as_yuan(renderer: TypstRenderer):
    text = "".join(printed(renderer, trader(funds={"amount": "20000", "currency": "USD"})))
    assert "2万元（人民币）" not in text
    assert "2万，待折算" in text
