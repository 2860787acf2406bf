"""What a trade may not be, or must have. Nothing here is real."""

from __future__ import annotations

from datetime import date

import pytest

from gaoxing.checks.rule import check
from gaoxing.forms.form import Answer, Form, Source
from gaoxing.matters.joint_licence.limits import LIMITS
from gaoxing.matters.joint_licence.rules import figures

DAY = date(2026, 11, 24)


def found(**answers: object) -> dict[str, str]:
    form = Form("joint_licence", "1", {path.replace("__", "."): Answer(value, Source.TYPED) for path, value in answers.items()})
    return {each.rule: each.message for each in check(form, LIMITS, DAY, figures(DAY))}


def money(amount: str, currency: str = "CNY") -> dict[str, str]:
    return {"amount": amount, "currency": currency}


def test_an_empty_form_has_no_findings():
    assert found() == {}


@pytest.mark.parametrize(
    ("trade", "entity", "told"), [("internet_cafe", "sole_trader", True), ("internet_cafe", "company", False), ("ktv", "sole_trader", False)]
)
def test_an_internet_cafe_is_no_sole_traders(trade: str, entity: str, told: bool):
    assert ("JL-05" in found(trade=trade, entity=entity)) is told


@pytest.mark.parametrize(
    ("trade", "kind", "rules"),
    [
        ("internet_cafe", "dwelling", {"JL-06"}),
        ("internet_cafe", "basement", set()),
        ("ktv", "dwelling", {"JL-08"}),
        ("ktv", "deep_basement", {"JL-08"}),
        ("ktv", "basement", {"JL-09"}),
        ("ktv", "other", set()),
        ("restaurant", "dwelling", set()),
    ],
)
def test_dwellings_and_basements_are_not_for_every_trade(trade: str, kind: str, rules: set):
    assert set(found(trade=trade, place__kind=kind)) == rules


@pytest.mark.parametrize(
    ("trade", "metres", "rules"),
    [
        ("internet_cafe", 150, {"JL-07"}),
        ("internet_cafe", 200, {"JL-07"}),
        ("internet_cafe", 201, set()),
        ("ktv", 150, {"JL-10"}),
        ("ktv", 300, set()),
        ("gym", 10, set()),
    ],
)
def test_a_school_may_be_too_near(trade: str, metres: int, rules: set):
    assert set(found(trade=trade, place__school_distance=metres)) == rules


@pytest.mark.parametrize(
    ("trade", "capital", "rules"),
    [
        ("dispatch_co", money("1999999"), {"JL-11"}),
        ("dispatch_co", money("2000000"), set()),
        ("dispatch_co", money("1000000", "USD"), set()),
        ("travel", money("200000"), {"JL-12"}),
        ("travel", money("300000"), set()),
        ("restaurant", money("1"), set()),
    ],
)
def test_a_capital_may_be_too_small(trade: str, capital: dict, rules: set):
    assert set(found(trade=trade, capital=capital)) == rules


def test_the_capital_lacking_is_told_in_ten_thousands():
    assert "至少 200 万元，您说的是 100 万元" in found(trade="dispatch_co", capital=money("1000000"))["JL-11"]


@pytest.mark.parametrize(("heavy", "told"), [(False, True), (True, False)])
def test_light_lorries_need_no_permit(heavy: bool, told: bool):
    assert ("JL-13" in found(trade="freight_co", answers__vehicle_over_4500kg=heavy)) is told


@pytest.mark.parametrize(("area", "rules"), [(0, {"JL-14"}), (-5, {"JL-14"}), (1, set()), (100_000, set()), (100_001, {"JL-15"}), (10**12, {"JL-15"})])
def test_an_area_of_nothing_or_beyond_belief_is_told(area: float, rules: set):
    assert set(found(trade="restaurant", answers__area=area)) == rules


def test_an_individual_is_warned_off_printing_books():
    assert "JL-16" in found(trade="printshop", entity="sole_trader")
    assert "JL-16" not in found(trade="printshop", entity="company")


@pytest.mark.parametrize(
    ("place", "town"),
    [
        ("昆山市周庄镇样例路8号", "周庄镇"),
        ("江苏省苏州市昆山市花桥镇样例路8号", "花桥镇"),
        ("昆山张浦镇样例路8号", "张浦镇"),
        ("昆山开发区样例东路8号", "昆山开发区"),
        ("昆山市花桥经济开发区样例路8号", "花桥镇"),
        ("昆山市玉山镇样例路8号", ""),
        ("昆山高新区样例路8号", ""),
        ("昆山市前进西路188号", ""),
        ("玉山镇周庄路8号", ""),
        ("上海市浦东新区样例路1号", ""),
        ("", ""),
    ],
)
def test_a_shop_in_another_town_is_for_a_clerk_to_look_at(place: str, town: str):
    told = found(trade="restaurant", premises=place).get("JL-17", "")
    assert bool(told) is bool(town)
    assert f"地址在{town}，不在高新区（玉山镇）" in told or not town


def test_a_large_area_is_told_in_whole_figures():
    assert "营业面积 9000000 平方米大得不寻常" in found(trade="restaurant", answers__area=9e6)["JL-15"]
    assert "您说的是 150.5 米" in found(trade="internet_cafe", place__school_distance=150.5)["JL-07"]
