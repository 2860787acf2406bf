"""Reminders after filing and the two-year rule."""

from __future__ import annotations

from datetime import date

import pytest

from gaoxing.checks.projects.due import Standing, due, next_due, standing

FILED = date(2026, 11, 25)
MONTHS = (18, 23, 24)


def test_the_days_are_eighteen_twentythree_and_twentyfour_months_later():
    assert [each.on for each in due(FILED, (24, 18, 23))] == [date(2028, 5, 25), date(2028, 10, 25), date(2028, 11, 25)]


@pytest.mark.parametrize(
    ("on", "sent", "months"),
    [
        (date(2028, 5, 24), (), None),
        (date(2028, 5, 25), (), 18),
        (date(2028, 5, 26), (18,), None),
        (date(2028, 10, 25), (18,), 23),
        (date(2028, 12, 1), (), 24),
        (date(2028, 12, 1), (24,), None),
    ],
)
def test_the_latest_reminder_that_is_due_is_sent_once(on: date, sent: tuple[int, ...], months: int | None):
    found = next_due(FILED, MONTHS, sent=sent, on=on)
    assert (found.months if found else None) == months


@pytest.mark.parametrize(
    ("on", "known", "expected"),
    [
        (date(2028, 11, 24), {}, Standing.FRESH),
        (date(2028, 11, 25), {}, Standing.TO_EXPLAIN),
        (date(2030, 1, 1), {"started": date(2027, 3, 1)}, Standing.STARTED),
        (date(2030, 1, 1), {"procedure": date(2027, 3, 1)}, Standing.PROCEDURE),
        (date(2029, 1, 1), {"explained": date(2028, 12, 1)}, Standing.EXPLAINED),
        (date(2030, 12, 1), {"explained": date(2028, 12, 1)}, Standing.TO_EXPLAIN),
    ],
)
def test_a_filing_never_lapses_by_itself(on: date, known: dict[str, date], expected: Standing):
    assert standing(FILED, on=on, years=2, **known) is expected
