"""How promotion is counted: once at the first signing, increases by what they add."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from gaoxing.checks.projects.counting import Counted, Year, amount, counts_anew, is_large, of_year, share

YI = Decimal(100_000_000)


def first(day: date, yuan: Decimal | int) -> Counted:
    return Counted("first", day, Decimal(yuan))


def more(day: date, yuan: Decimal | int) -> Counted:
    return Counted("increase", day, Decimal(yuan))


def test_a_project_counts_in_the_year_of_its_first_signing_only():
    projects = {1: (first(date(2025, 12, 31), YI), more(date(2026, 5, 1), YI // 2))}
    assert of_year(projects, 2025) == Year(1, YI, 1, YI)
    assert of_year(projects, 2026) == Year(0, YI // 2, 0, Decimal(0))
    assert of_year(projects, 2027) == Year(0, Decimal(0), 0, Decimal(0))


def test_an_increase_of_the_same_year_makes_a_project_large():
    projects = {1: (first(date(2026, 1, 1), YI * 6 // 10), more(date(2026, 11, 1), YI * 4 // 10)), 2: (first(date(2026, 2, 1), YI // 10),)}
    year = of_year(projects, 2026)
    assert (year.signed, year.large, year.large_amount, year.amount) == (2, 1, YI, YI * 11 // 10)


def test_an_increase_of_the_next_year_makes_it_no_larger_before():
    projects = {1: (first(date(2025, 1, 1), YI // 2), more(date(2026, 1, 1), YI))}
    assert of_year(projects, 2025).large == 0


def test_only_the_first_signing_counts():
    assert counts_anew(())
    assert not counts_anew((first(date(2026, 1, 1), 1),))
    assert counts_anew((more(date(2026, 1, 1), 1),))


def test_the_whole_is_the_signing_and_every_increase():
    assert amount((first(date(2026, 1, 1), 5), more(date(2026, 2, 1), 3))) == 8
    assert amount(()) == 0


@pytest.mark.parametrize(("whole", "large"), [(YI - 1, False), (YI, True)])
def test_a_hundred_million_is_large(whole: Decimal, large: bool):
    assert is_large(whole, YI) is large


@pytest.mark.parametrize(("done", "plan", "percent"), [(50, 200, "25.0"), (1, 3, "33.3"), (300, 200, "150.0"), (5, None, None), (5, 0, None)])
def test_what_is_done_of_a_plan(done: int, plan: int | None, percent: str | None):
    found = share(Decimal(done), None if plan is None else Decimal(plan))
    assert found == (None if percent is None else Decimal(percent))
