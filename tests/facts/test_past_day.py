"""Days gone by: what counts from the day of speaking, and what stays open."""

from datetime import date

import pytest

from gaoxing.facts.past_day import find_past_days

TODAY = date(2026, 11, 25)
"""A Wednesday."""


def days(said, on=TODAY):
    return [each.value or each.readings for each in find_past_days(said, on)]


@pytest.mark.parametrize(
    ("said", "value"),
    [
        ("2026年11月3日开的", "2026-11-03"),
        ("二零二六年十一月十二号", "2026-11-12"),
        ("2026-11-12", "2026-11-12"),
        ("去年12月3号", "2025-12-03"),
        ("2019年5月", "2019-05"),
        ("上个月20号", "2026-10-20"),
        ("上月三十一号", "2026-10-31"),
        ("这个月8号", "2026-11-08"),
        ("大前天", "2026-11-22"),
        ("前天", "2026-11-23"),
        ("昨天", "2026-11-24"),
        ("今天", "2026-11-25"),
        ("上周五", "2026-11-20"),
        ("上个星期天", "2026-11-22"),
        ("这周一", "2026-11-23"),
    ],
)
def test_a_day_that_can_be_told_has_a_value(said, value):
    assert days(said) == [value]


def test_a_day_without_a_year_is_this_years_or_last_years():
    assert days("十一月五号") == [("2026-11-05", "2025-11-05")]


def test_a_day_that_has_not_come_this_year_is_last_years():
    assert days("12月3号") == [("2025-12-03",)]


def test_the_29th_of_february_is_of_a_year_that_has_one():
    assert days("2月29号", date(2025, 1, 1)) == [("2024-02-29",)]


@pytest.mark.parametrize("said", ["上个月", "前阵子", "20号", "上个月底", "大概11月3号", "11月3号左右", "周五", "上月32号", "2026年2月30日"])
def test_a_vague_or_impossible_day_is_left_out(said):
    assert days(said) == []


def test_without_a_day_of_speaking_only_a_year_that_was_said_counts():
    assert days("昨天，上个月20号，2026年11月3日", None) == ["2026-11-03"]


def test_january_looks_back_into_the_year_before():
    assert days("上个月20号", date(2027, 1, 5)) == ["2026-12-20"]


def test_the_words_are_those_of_the_day():
    said = "股东会上个月20号开的"
    (found,) = find_past_days(said, TODAY)
    assert said[found.start : found.end] == "上个月20号"
