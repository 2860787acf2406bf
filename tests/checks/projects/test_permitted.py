"""What may be filed at all: fixed assets, lists of industrial policy, foreign money, the zone."""

from __future__ import annotations

import pytest

from gaoxing.checks.projects import permitted
from gaoxing.checks.projects.policy import entries
from tests.checks.projects.filings import DAY, FIGURES, WHOLE, cny, filed, form, found


@pytest.mark.parametrize("content", ["收购股权一项", "研发费用五百万", "补充流动资金", "偿还贷款"])
def test_what_is_no_fixed_asset_goes_to_a_clerk(content: str):
    told = found(permitted.fixed_assets, content=content)
    assert told.level == "manual"
    assert told.fields == ("content",)


@pytest.mark.parametrize("content", ["扩建车间，补充流动资金", "购置设备二十台，研发费用五百万", "年产零件一百万件", ""])
def test_what_builds_or_buys_is_a_fixed_asset(content: str):
    assert found(permitted.fixed_assets, content=content) is None


def test_a_project_for_approval_is_sent_there_with_the_item():
    told = found(permitted.for_approval, content="新建热电联产机组")
    assert (told.level, "核准" in told.message, "国务院" in told.basis or "目录" in told.basis) == ("manual", True, True)


def test_the_blank_that_holds_the_word_is_named():
    assert found(permitted.eliminated, project_name="含氰电镀线项目", content="建一条线").fields == ("project_name",)
    assert found(permitted.eliminated, project_name="电镀线项目", content="建一条含氰电镀线").fields == ("content",)


@pytest.mark.parametrize(("nature", "wrong"), [("new", True), ("expansion", True), ("relocation", True), (None, True), ("technical_renovation", False)])
def test_a_restricted_kind_may_be_renovated_but_not_built(nature: str | None, wrong: bool):
    blanks = {"content": "烧碱装置一套", **({"nature": nature} if nature else {})}
    assert (found(permitted.restricted, **blanks) is not None) == wrong


def test_an_encouraged_kind_is_only_told_of():
    told = found(permitted.encouraged, content="年产工业机器人一千台")
    assert told.informs
    assert "智能制造" in told.message


@pytest.mark.parametrize(("currency", "wrong"), [("USD", True), ("CNY", False)])
def test_foreign_money_is_held_against_the_negative_list(currency: str, wrong: bool):
    assert (found(permitted.closed_to_foreign_money, total_investment=cny("20000000", currency), content="基因治疗中心") is not None) == wrong


def test_foreign_money_in_an_open_trade_is_in_order():
    assert found(permitted.closed_to_foreign_money, total_investment=cny("20000000", "USD"), content="年产零件一百万件") is None


@pytest.mark.parametrize(
    ("place", "wrong"),
    [("昆山市巴城镇示例路1号", True), ("周市镇示例路", True), ("昆山市玉山镇示例路1号", False), ("高新区示例路1号", False), ("示例路1号", False), ("", False)],
)
def test_another_town_is_warned_of(place: str, wrong: bool):
    assert (found(permitted.outside_zone, location=place) is not None) == wrong


def test_a_zones_own_lists_take_the_place_of_the_starter_set():
    rows = '[[entry]]\nlist = "eliminated"\nsource = "own"\nitem = "示例"\nwords = ["示例工艺"]\nmark = "S"\n'
    own = entries(f'[source.own]\ntitle = "《示例》"\nnumber = "1"\nfrom = 2026-01-01\n{rows}')
    figures = {**FIGURES, "policies": own}
    assert permitted.eliminated.apply(form(content="建示例工艺线"), DAY, figures) is not None
    assert permitted.eliminated.apply(form(content="建含氰电镀线"), DAY, figures) is None


def test_an_ordinary_project_may_be_filed():
    assert WHOLE
    assert [each.id for each in permitted.RULES if each.apply(filed(), DAY, FIGURES)] == []
