"""What is known when an enterprise is assessed: by input and year, never guessed."""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from typing import Any

import pytest

from gaoxing.checks.assessment.inputs import Inputs, of_year
from gaoxing.forms.cultivation import FIELDS
from gaoxing.forms.form import Answer, Ask, Form, Source


def form(told: dict[str, Any], asks: tuple[Ask, ...] = ()) -> Form:
    return Form("cultivation", "2026", {path: Answer(value, Source.TYPED) for path, value in told.items()}, asks)


def test_a_years_figures_stand_under_their_year():
    inputs = Inputs.of(form({"years.0.year": 2025, "years.0.staff": 110, "years.1.year": 2024, "years.1.staff": 90}))
    assert [inputs.number("staff", year) for year in (2025, 2024, 2023)] == [110, 90, None]


def test_two_rows_of_one_year_count_for_nothing():
    told = {"years.0.year": 2025, "years.0.staff": 110, "years.1.year": 2025, "years.1.staff": 120}
    assert Inputs.of(form(told)).number("staff", 2025) is None


def test_a_row_without_its_year_counts_for_nothing():
    assert Inputs.of(form({"years.0.staff": 110})).values == {}


def test_a_year_that_is_no_number_counts_for_nothing():
    assert Inputs.of(form({"years.0.year": "去年", "years.0.staff": 110})).values == {}


def test_what_stands_between_two_readings_is_not_known():
    ask = Ask("valuation", ("1", "2"), "多少？")
    assert Inputs.of(form({"valuation": {"amount": "1", "currency": "USD"}}, (ask,))).amount("valuation", "USD") is None


@pytest.mark.parametrize(
    ("value", "number"),
    [
        (7, 7),
        ("7.5", Fraction(15, 2)),
        ({"amount": "8", "currency": "CNY"}, 8),
        ({"amount": "8", "currency": "USD"}, None),
        (True, None),
        ("七", None),
        (None, None),
    ],
)
def test_a_number_is_read_exactly_or_not_at_all(value: Any, number: Fraction | None):
    assert Inputs({"x": value}).number("x") == number


def test_an_amount_is_read_in_its_own_currency_only():
    inputs = Inputs({"valuation": {"amount": "50000000", "currency": "USD"}})
    assert (inputs.amount("valuation", "USD"), inputs.amount("valuation", "CNY")) == (50_000_000, None)


def test_an_amount_that_is_no_money_is_not_known():
    assert Inputs({"valuation": "50000000"}).amount("valuation", "CNY") is None


@pytest.mark.parametrize(("value", "answer"), [(True, True), (False, False), ("是", None), (1, None), (None, None)])
def test_yes_and_no_are_told_and_nothing_else_is(value: Any, answer: bool | None):
    assert Inputs({"x": value}).yes("x") is answer


@pytest.mark.parametrize(("value", "day"), [("2019-03-01", date(2019, 3, 1)), ("2019-03", None), ("2019", None), (2019, None), ("2019-02-30", None)])
def test_a_day_is_whole_or_not_known(value: Any, day: date | None):
    assert Inputs({"founded": value}).day("founded") == day


@pytest.mark.parametrize(("value", "chosen"), [(("none",), ("none",)), ("bank", ("bank",)), (["a", "b"], ("a", "b")), (None, None)])
def test_choices_are_told_as_they_were_made(value: Any, chosen: tuple[str, ...] | None):
    assert Inputs({"excluded": value}).chosen("excluded") == chosen


def test_no_rows_differ_from_none_told():
    assert Inputs({"financing": ()}).rows("financing") == ()
    assert Inputs({}).rows("financing") is None


def test_what_lacks_is_named_by_its_year():
    inputs = Inputs({"staff@2025": 3})
    assert inputs.lacking((("staff", 2025), ("staff", 2024), ("founded", None))) == ("staff@2024", "founded")


def test_a_years_input_has_one_name():
    assert of_year("revenue", 2025) == "revenue@2025"


def test_every_blank_asks_in_a_sentence_and_is_named_once():
    blanks = [*FIELDS, *(column for each in FIELDS for column in each.columns)]
    assert [each.id for each in blanks if not each.question.endswith(("？", "。"))] == []
    assert len({each.id for each in FIELDS}) == len(FIELDS)


def test_no_blank_of_the_ladder_belongs_to_the_contract():
    assert [each.id for each in FIELDS if each.contract] == []
