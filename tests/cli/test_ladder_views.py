"""What if and year on year as they are typed and told at the terminal."""

from __future__ import annotations

from datetime import date

import pytest

from gaoxing.cli.ladder_input import value_of
from gaoxing.cli.ladder_views import with_change, with_years
from gaoxing.cli.trouble import Trouble
from tests.matters.ladder.filled import filled

DAY = date(2026, 11, 25)


@pytest.mark.parametrize(
    ("key", "text", "value"),
    [
        ("staff@2025", "20", 20),
        ("staff@2025", "二十", 20),
        ("revenue@2025", "8000万元", "80000000"),
        ("listed", "是", True),
        ("listed", "否", False),
        ("founded", "2019-03-01", "2019-03-01"),
        ("valuation", "5000万美元", {"amount": "50000000", "currency": "USD"}),
        ("staff@2025", "", None),
    ],
)
def test_a_typed_value_becomes_what_an_assessment_holds(key, text, value):
    assert value_of(key, text) == value


@pytest.mark.parametrize(("key", "text"), [("stuff", "1"), ("stuff@2025", "1"), ("revenue@2025", "8000"), ("listed", "也许"), ("staff@2025", "很多")])
def test_what_does_not_fit_is_told(key, text):
    with pytest.raises(Trouble):
        value_of(key, text)


def test_only_rungs_that_move_are_told():
    told = with_change(filled(technical_staff__2025=9), ["2025.technical_staff=10"], DAY, ())
    assert {each["rung"] for each in told} == {"technology_sme", "high_tech_enterprise"}


def test_several_changes_count_together():
    told = with_change(filled(technical_staff__2025=9, resident=False), ["2025.technical_staff=10", "resident=是"], DAY, ())
    assert [each["after"] for each in told if each["rung"] == "technology_sme"] == ["满足"]


def test_a_change_that_moves_nothing_tells_nothing():
    assert with_change(filled(), ["2025.staff=100"], DAY, ()) == []


def test_a_change_without_a_value_sign_is_told():
    with pytest.raises(Trouble, match="栏目=值"):
        with_change(filled(), ["2025.staff"], DAY, ())


def test_a_confirmed_oddity_is_confirmed_on_both_sides():
    told = with_change(filled(revenue__2025="90000", research__2025="1000000"), ["2025.research=80万元"], DAY, ("INP-08", "INP-09", "INP-10", "INP-13"))
    assert isinstance(told, list)


def test_changes_are_shown_with_their_unit():
    told = with_years(filled(revenue__2024="20000000", staff__2024=80), DAY, ())
    shown = {each["name"]: each["shown"] for each in told["changes"]}
    assert shown["2025年销售收入"] == "2000万元→4000万元（100%）"
    assert shown["2025年职工总数"] == "80→100（25%）"


def test_growth_from_nothing_is_shown_without_a_rate():
    told = with_years(filled(transformations__2024=0), DAY, ())
    assert {each["name"]: each["shown"] for each in told["changes"]}["2025年科技成果转化数"] == "0→5"


def test_every_rung_has_its_verdicts_by_year():
    told = with_years(filled(), DAY, ())["verdicts"]
    found = {each["rung"]: each["years"] for each in told}
    assert set(found["technology_sme"]) == {2025, 2024, 2023}
    assert set(found["unicorn"]) == {2025, 2024}
    assert {each["shown"] for each in told if each["rung"] == "technology_sme"} == {"2025年数据：满足，2024年数据：满足，2023年数据：满足"}
