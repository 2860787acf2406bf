"""What is worked out once: numbers of inputs, figures of law, growth over years; the same each time, and the same as worked out anew."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gaoxing import catalogue
from gaoxing.checks.assessment.inputs import Inputs
from gaoxing.checks.assessment.judging import counted, exact, grown_over
from gaoxing.checks.assessment.shown import up, yuan
from gaoxing.forms.cultivation import FIELDS, YEARS, named
from tests.matters.ladder.filled import filled

DAY = date(2026, 11, 25)


def test_a_number_is_the_same_each_time():
    inputs = Inputs({"revenue@2025": "80000000", "staff@2025": 110})
    assert inputs.number("revenue", 2025) is inputs.number("revenue", 2025)
    assert inputs.number("staff", 2025) == 110


@pytest.mark.parametrize(
    ("value", "number"),
    [
        (110, 110),
        ("110", 110),
        ("110.5", Fraction(221, 2)),
        ("-3", -3),
        (True, None),
        ("", None),
        ("abc", None),
        ("１２", 12),
        (None, None),
        (1.5, None),
        ({"amount": "5", "currency": "CNY"}, 5),
        ({"amount": "5", "currency": "USD"}, None),
        ({}, None),
    ],
)
def test_a_number_is_exact_or_none(value, number):
    assert Inputs({"x@2025": value}).number("x", 2025) == number


def test_the_numbers_of_a_year_stand_together():
    inputs = Inputs({"staff@2024": 9, "staff@2025": 10, "revenue@2025": "2.5", "listed": True, "cost@2025": "much"})
    assert inputs.by_year == {2024: {"staff": 9}, 2025: {"staff": 10, "revenue": Fraction(5, 2)}}


def test_two_inputs_of_the_same_values_are_equal_whatever_was_asked_of_them():
    one, other = Inputs({"a": 1}), Inputs({"a": 1})
    one.number("a")
    assert one == other


@given(st.integers(0, 60), st.integers(1, 6))
def test_growth_is_the_power_it_is(least, years):
    assert grown_over(least, years) == Fraction(100 + least, 100) ** years


@given(st.integers(-(10**12), 10**12))
def test_whole_yuan_are_shown_exactly(amount):
    text = yuan(Decimal(amount))
    size = 100_000_000 if text.endswith("亿元") else 10_000 if text.endswith("万元") else 1
    assert Decimal(text.rstrip("亿万元")) * size == amount


@pytest.mark.parametrize(("amount", "text"), [(0, "0元"), (9_999, "9999元"), (10_000, "1万元"), (100_000_000, "1亿元")])
def test_an_amount_is_shown_in_its_unit(amount, text):
    assert yuan(Decimal(amount)) == text


@given(st.fractions(min_value=0, max_value=10**9), st.sampled_from([Decimal(1), Decimal(10_000)]))
def test_rounding_up_is_the_least_that_is_no_less(amount, step):
    found = up(amount, step)
    assert Fraction(found) >= amount > Fraction(found - step)


@pytest.mark.parametrize(("number", "fraction"), [(10, Fraction(10)), ("2.5", Fraction(5, 2)), (Decimal("0.1"), Fraction(1, 10))])
def test_a_figure_of_law_is_exact(number, fraction):
    assert exact(number) == fraction


@pytest.mark.parametrize(("number", "unit", "text"), [(Fraction(110), "人", "110人"), (Fraction(80_000_000), "元", "8000万元")])
def test_a_number_is_told_with_its_unit(number, unit, text):
    assert counted(number, unit) == text


def test_the_same_day_gives_the_same_standings_again():
    assert catalogue.standings(filled(), DAY) == catalogue.standings(filled(), DAY)


@pytest.mark.parametrize(
    ("on", "absent"),
    [(date(2023, 6, 1), {"gazelle", "potential_unicorn", "unicorn"}), (date(2024, 6, 1), {"potential_unicorn", "unicorn"}), (DAY, set())],
)
def test_a_rung_whose_round_has_not_begun_is_not_judged(on, absent):
    every = {each.id for each in catalogue.rungs()}
    assert every - {each.rung.id for each in catalogue.standings(filled(), on)} == absent


@pytest.mark.parametrize("field", [each for each in FIELDS if not each.columns], ids=lambda field: field.id)
def test_an_input_is_named_by_its_label(field):
    assert named(field.id) == field.label


@pytest.mark.parametrize("column", YEARS.columns[1:], ids=lambda column: column.id)
def test_an_input_of_a_year_is_named_with_it(column):
    assert named(f"{column.id}@2025") == f"2025年{column.label}"


def test_an_input_that_is_none_has_no_name():
    with pytest.raises(KeyError):
        named("nothing@2025")
