"""The certificates of many enterprises, counted. Numbers and enterprises are invented."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gaoxing.checks.assessment.holding import Held, Reached, begun, expiring, first, lapsed, valid, years

TODAY = date(2026, 11, 26)
KIND = "high_tech_enterprise"


def held(pk, since, until, enterprise=None, kind=KIND):
    day = {name: date.fromisoformat(each) if each else None for name, each in (("since", since), ("until", until))}
    return Held(pk, enterprise or pk, kind, day["since"], day["until"])


@pytest.mark.parametrize(
    ("on", "runs"),
    [("2023-10-31", False), ("2023-11-01", True), ("2026-10-31", True), ("2026-11-01", False)],
)
def test_a_certificate_runs_from_its_first_to_its_last_day(on, runs):
    found = valid([held(1, "2023-11-01", "2026-10-31")], date.fromisoformat(on), today=TODAY)
    assert found.members == ((1,) if runs else ())
    assert found.undated == ()


def test_an_enterprise_with_two_running_certificates_counts_once_by_the_longer():
    rows = [held(1, "2023-11-01", "2026-12-31", enterprise=7), held(2, "2026-10-01", "2029-09-30", enterprise=7)]
    assert valid(rows, TODAY, today=TODAY).members == (2,)


def test_two_kinds_of_one_enterprise_count_each():
    rows = [held(1, "2025-01-01", "2027-01-01", enterprise=7), held(2, "2025-01-01", "2027-01-01", enterprise=7, kind="gazelle")]
    assert set(valid(rows, TODAY, today=TODAY).members) == {1, 2}


def test_without_a_last_day_nobody_can_say_that_it_runs():
    found = valid([held(1, "2025-01-01", "")], TODAY, today=TODAY)
    assert (found.members, found.undated) == ((), (1,))


def test_without_a_last_day_it_is_no_doubt_where_another_runs():
    rows = [held(1, "2025-01-01", "", enterprise=7), held(2, "2025-01-01", "2027-12-31", enterprise=7)]
    assert valid(rows, TODAY, today=TODAY).undated == ()


def test_without_a_first_day_it_runs_today_and_of_earlier_days_nobody_knows():
    row = held(1, "", "2027-12-31")
    assert valid([row], TODAY, today=TODAY).members == (1,)
    earlier = valid([row], date(2025, 12, 31), today=TODAY)
    assert (earlier.members, earlier.undated) == ((), (1,))


def test_without_a_last_day_it_does_not_run_before_its_first():
    assert valid([held(1, "2026-01-01", "")], date(2025, 12, 31), today=TODAY).undated == ()


def test_what_begins_in_a_year_is_new_and_what_has_no_first_day_is_told():
    rows = [held(1, "2025-01-01", "2027-12-31"), held(2, "2024-12-31", "2027-12-30"), held(3, "", "2027-12-30")]
    found = begun(rows, 2025)
    assert (found.members, found.undated) == ((1,), (3,))


def test_a_renewal_is_new_but_not_the_first():
    rows = [held(1, "2022-11-01", "2025-10-31", enterprise=7), held(2, "2025-11-01", "2028-10-31", enterprise=7)]
    assert begun(rows, 2025).members == (2,)
    assert first(rows, 2025).members == ()
    assert first(rows, 2022).members == (1,)


def test_whether_it_is_the_first_is_doubtful_beside_one_without_a_first_day():
    rows = [held(1, "", "2025-10-31", enterprise=7), held(2, "2025-11-01", "2028-10-31", enterprise=7)]
    found = first(rows, 2025)
    assert (found.members, found.undated) == ((), (2,))


def test_each_rung_has_a_line_for_each_year_that_has_begun():
    found = years([held(1, "2025-06-01", "2026-10-01")], [KIND, "gazelle"], [2025, 2026, 2027], today=TODAY)
    assert [(each.kind, each.year, len(each.valid.members), len(each.begun.members), len(each.first.members)) for each in found] == [
        (KIND, 2025, 1, 1, 1),
        (KIND, 2026, 0, 0, 0),
        ("gazelle", 2025, 0, 0, 0),
        ("gazelle", 2026, 0, 0, 0),
    ]


@pytest.mark.parametrize(("days", "found"), [(9, ()), (10, (1,)), (400, (1, 2))])
def test_what_ends_within_so_many_days_expires_the_first_to_end_first(days, found):
    rows = [held(2, "2024-01-01", "2027-12-01"), held(1, "2024-01-01", "2026-12-06"), held(3, "2020-01-01", "2026-11-25")]
    assert tuple(each.pk for each in expiring(rows, today=TODAY, days=days)) == found


def test_what_ends_today_expires():
    assert [each.pk for each in expiring([held(1, "2024-01-01", TODAY.isoformat())], today=TODAY, days=0)] == [1]


def test_a_certificate_that_is_renewed_already_does_not_expire():
    rows = [held(1, "2024-01-01", "2026-12-06", enterprise=7), held(2, "2026-12-07", "2029-12-06", enterprise=7)]
    assert expiring(rows, today=TODAY, days=60) == ()


def test_what_no_longer_runs_has_lapsed_by_its_last_certificate():
    rows = [held(1, "2019-01-01", "2021-12-31", enterprise=7), held(2, "2022-01-01", "2024-12-31", enterprise=7), held(3, "2024-01-01", "2027-01-01")]
    assert [each.pk for each in lapsed(rows, today=TODAY)] == [2]


def test_what_may_run_on_without_a_last_day_has_not_lapsed():
    assert lapsed([held(1, "2019-01-01", "2021-12-31", enterprise=7), held(2, "2022-01-01", "", enterprise=7)], today=TODAY) == ()


@pytest.mark.parametrize(("planned", "actual", "share"), [(120, 90, "75.0"), (3, 1, "33.3"), (3, 4, "133.3"), (10, 0, "0.0")])
def test_a_plan_is_told_beside_what_came_of_it(planned, actual, share):
    assert Reached(Decimal(planned), Decimal(actual)).share == Decimal(share)


def test_of_a_plan_of_nothing_no_share_is_told():
    assert Reached(Decimal(0), Decimal(4)).share is None


DAYS = st.one_of(st.none(), st.integers(-900, 900).map(lambda days: TODAY + timedelta(days)))
ROWS = st.lists(st.tuples(st.integers(1, 4), st.sampled_from((KIND, "gazelle")), DAYS, DAYS), max_size=8).map(
    lambda rows: [Held(pk, *row) for pk, row in enumerate(rows, 1)]
)


@given(ROWS)
def test_nothing_is_running_and_lapsed_and_what_expires_runs(rows):
    running = set(valid(rows, TODAY, today=TODAY).members)
    assert {each.pk for each in expiring(rows, today=TODAY, days=365)} <= running
    keys = {(each.enterprise, each.kind) for each in rows if each.pk in running}
    assert not keys & {(each.enterprise, each.kind) for each in lapsed(rows, today=TODAY)}


@given(ROWS, st.integers(2023, 2029))
def test_the_first_of_a_year_are_among_those_that_begin_in_it(rows, year):
    found = first(rows, year)
    assert set(found.members) | set(found.undated) <= set(begun(rows, year).members)


def test_what_two_records_tell_of_one_beginning_is_counted_once():
    rows = [Held(pk, 7, "gazelle", date(2026, 3, 1), until) for pk, until in ((1, date(2029, 2, 28)), (2, None))]
    assert begun([*rows, Held(3, 8, "gazelle", date(2026, 3, 1), None)], 2026).members == (1, 3)
