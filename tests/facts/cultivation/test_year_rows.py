"""The rows of the years: their order, what stands, what is asked."""

from __future__ import annotations

import pytest

from tests.facts.cultivation.said import asked, form, years


def rows(*turns):
    return [row["year"] for row in form(*turns).to_contract().get("years", [])]


@pytest.mark.parametrize(
    ("said", "order"),
    [
        ("去年营收八千万，前年六千万", [2025, 2024]),
        ("营收前年六千万，去年八千万", [2024, 2025]),
        ("2023年到2025年营收三千万、五千万、八千万", [2023, 2024, 2025]),
        ("明年目标营收一个亿，去年八千万营收", [2025]),
    ],
)
def test_rows_stand_in_the_order_in_which_their_years_were_spoken_of(said, order):
    assert rows(said) == order


def test_the_words_of_a_year_are_its_evidence():
    assert [each.words for each in form("我们去年营收八千万").answers["years.0.year"].evidence] == ["去年"]


def test_a_later_turn_goes_before_an_earlier_one():
    assert years("去年营收八千万", "去年营收是八千五百万") == {2025: {"revenue": 85_000_000}}


def test_two_figures_of_one_blank_in_one_turn_are_asked_with_both():
    found = form("去年营收八千万。去年营收九千万").asks[0]
    assert found.readings == ("80000000", "90000000")
    assert len(found.evidence) == 2


def test_the_same_figure_twice_is_one():
    assert years("去年营收八千万，对，营收八千万") == {2025: {"revenue": 80_000_000}}


def test_a_figure_that_counts_goes_before_one_that_is_open():
    assert years("去年营收大概八千万，去年营收实际八千二百万") == {2025: {"revenue": 82_000_000}}


@pytest.mark.parametrize(
    ("said", "readings"),
    [
        ("去年营收八千五", ("8500", "85000000")),
        ("去年研发六百", ("600", "6000000")),
        ("去年营收八千，单位万元", None),
        ("去年营收12345678", None),
    ],
)
def test_an_amount_without_its_unit_may_mean_two(said, readings):
    found = form(said).asks
    assert (found[0].readings if found else None) == readings


def test_half_a_person_is_asked_about():
    assert "technical_staff" in asked("去年科技人员3.5个人") or years("去年科技人员3.5个人") == {}


@pytest.mark.parametrize(("said", "year"), [("营收八千万", (2025, 2024)), ("员工一百个", (2025, 2024))])
def test_the_year_of_figures_without_one_is_asked(said, year):
    found = next(each for each in form(said).asks if each.field.endswith(".year"))
    assert found.readings == year


def test_figures_with_and_without_a_year_stand_in_rows_apart():
    fields = {each.field for each in form("员工一百个，去年营收五千万").asks}
    assert fields == {"years.1.staff", "years.1.year"}
