"""Sums and sizes of a project: parts and total, own capital, units, numbers, industry."""

from __future__ import annotations

import pytest

from gaoxing.checks.projects import plausible
from tests.checks.projects.filings import DAY, FIGURES, cny, filed, found

PARTS = ("land_cost", "construction_investment", "equipment_investment", "installation_cost", "working_capital")


def test_parts_above_the_total_are_rejected_with_the_sum():
    told = found(plausible.parts_within_total, total_investment=cny("10000000"), construction_investment=cny("6000000"), equipment_investment=cny("5000000"))
    assert told.level == "reject"
    assert "1100万元" in told.message
    assert told.fields[0] == "total_investment"


@pytest.mark.parametrize(
    "parts",
    [
        {"equipment_investment": cny("20000000")},
        {"construction_investment": cny("6000000"), "land_cost": cny("4000000")},
        {"construction_investment": cny("20000000", "USD")},
        {},
    ],
)
def test_parts_within_the_total_or_not_comparable_are_in_order(parts):
    assert found(plausible.parts_within_total, total_investment=cny("10000000"), **parts) is None


def test_a_single_part_above_the_total_is_rejected_too():
    assert found(plausible.parts_within_total, total_investment=cny("10000000"), construction_investment=cny("10000001")) is not None


@pytest.mark.parametrize(("each", "wrong"), [("1000000", True), ("2000000", False), ("2000001", False)])
def test_five_parts_that_fall_short_are_warned_of(each: str, wrong: bool):
    told = found(plausible.parts_make_the_total, total_investment=cny("10000000"), **dict.fromkeys(PARTS, cny(each)))
    assert (told is not None) == wrong


def test_parts_of_which_some_are_untold_say_nothing_of_the_rest():
    assert found(plausible.parts_make_the_total, total_investment=cny("10000000"), land_cost=cny("1")) is None


@pytest.mark.parametrize(("own", "wrong"), [("1999999", True), ("2000000", False), ("10000000", False), ("10000001", True)])
def test_own_capital_is_a_fifth_and_at_most_the_whole(own: str, wrong: bool):
    assert (found(plausible.own_capital, total_investment=cny("10000000"), own_capital=cny(own)) is not None) == wrong


@pytest.mark.parametrize("own", [None, cny("1", "USD")])
def test_own_capital_that_is_untold_or_in_other_money_is_in_order(own):
    assert found(plausible.own_capital, total_investment=cny("10000000"), own_capital=own) is None


@pytest.mark.parametrize(("total", "wrong"), [("5000", True), ("99999", True), ("100000", False), ("100000000000", False), ("120000000000000", True)])
def test_a_total_far_off_asks_for_the_unit(total: str, wrong: bool):
    told = found(plausible.total_of_a_project, total_investment=cny(total))
    assert (told is not None) == wrong
    assert told is None or "万元" in told.message


def test_foreign_money_is_not_judged_by_its_size():
    assert found(plausible.total_of_a_project, total_investment=cny("5000", "USD")) is None


@pytest.mark.parametrize(("land", "floor", "paths"), [("20", "12000", 2), ("20", None, 1), ("1000", "12000", 2), ("13333.4", "12000", 0), (None, "12000", 0)])
def test_mu_taken_for_square_metres_is_asked_about(land: str | None, floor: str | None, paths: int):
    told = found(plausible.land_in_square_metres, **{path: value for path, value in (("land_area", land), ("floor_area", floor)) if value})
    assert (len(told.fields) if told else 0) == paths


@pytest.mark.parametrize("content", ["新建厂房12000平方米", "购置设备二十台", "年产零件100万件", "上两条线", "装机500 kW"])
def test_a_number_with_its_unit_is_scale_enough(content: str):
    assert found(plausible.scale_in_numbers, content=content) is None


@pytest.mark.parametrize("content", ["新建厂房，购置设备", "生产精密零件", "2027年完工"])
def test_content_without_a_scale_is_warned_of(content: str):
    assert found(plausible.scale_in_numbers, content=content).fields == ("content",)


@pytest.mark.parametrize(("path", "words"), [("content", "一般项目：机械零件加工"), ("project_name", "机械零件加工（除依法须经批准的项目外）项目")])
def test_a_copied_business_scope_is_warned_of(path: str, words: str):
    assert found(plausible.content_of_its_own, **{path: words}).fields == (path,)


@pytest.mark.parametrize(
    ("code", "content", "wrong"),
    [
        ("C99", "年产零件", True),
        ("39", "年产零件", True),
        ("F5211", "年产零件一百万件", True),
        ("c3982", "年产零件一百万件", False),
        ("I6513", "建机房一间", False),
        ("", "", False),
    ],
)
def test_the_industry_fits_its_standard_and_the_content(code: str, content: str, wrong: bool):
    assert (found(plausible.industry_of_the_content, industry=code, content=content) is not None) == wrong


def test_an_ordinary_project_is_plausible():
    assert [each.id for each in plausible.RULES if each.apply(filed(), DAY, FIGURES)] == []
