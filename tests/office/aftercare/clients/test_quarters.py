"""Quarters of the calendar: their first and last day, their neighbours, how an address writes them."""

from datetime import date, datetime

import pytest
from django.utils import timezone
from django.utils.translation import override

from gaoxing.office.aftercare.clients.quarters import Quarter, newest, quarter_of, read


@pytest.mark.parametrize(
    ("day", "number", "since", "until"),
    [
        (date(2026, 1, 1), 1, date(2026, 1, 1), date(2026, 3, 31)),
        (date(2026, 6, 30), 2, date(2026, 4, 1), date(2026, 6, 30)),
        (date(2026, 9, 30), 3, date(2026, 7, 1), date(2026, 9, 30)),
        (date(2026, 12, 31), 4, date(2026, 10, 1), date(2026, 12, 31)),
    ],
)
def test_a_day_lies_in_a_quarter_with_a_first_and_a_last_day(day, number, since, until):
    found = quarter_of(day)
    assert (found.number, found.since, found.until) == (number, since, until)


def test_the_quarters_of_two_years_follow_each_other():
    assert Quarter(2026, 4).after == Quarter(2027, 1)
    assert Quarter(2027, 1).before == Quarter(2026, 4)


def test_a_quarter_begins_and_ends_at_midnight_of_the_zone():
    begins, ends = Quarter(2026, 4).moments
    assert timezone.localtime(begins).replace(tzinfo=None) == datetime(2026, 10, 1)  # noqa: DTZ001
    assert timezone.localtime(ends).replace(tzinfo=None) == datetime(2027, 1, 1)  # noqa: DTZ001


def test_an_address_names_a_quarter_and_reads_back():
    assert read(Quarter(2026, 3).written) == Quarter(2026, 3)


def test_a_page_says_a_quarter_in_its_language():
    assert Quarter(2026, 3).spoken == "2026 年第 3 季度"
    with override("en"):
        assert "2026" in Quarter(2026, 3).spoken
        assert "季度" not in Quarter(2026, 3).spoken


@pytest.mark.parametrize("text", ["", "2026Q0", "2026Q5", "2026q4", "1999Q1", "2026Q4 ", "2026-4"])
def test_anything_else_is_no_quarter(text):
    assert read(text) is None


def test_the_newest_quarters_come_first():
    assert newest(on=date(2026, 2, 3), count=3) == (Quarter(2026, 1), Quarter(2025, 4), Quarter(2025, 3))
