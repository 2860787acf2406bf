"""Years in spoken figures: relative to the day of speaking, in full, in short, several at once, parts of one."""

from __future__ import annotations

from datetime import date

import pytest

from gaoxing.facts.cultivation.years import find_years, year_of

DAY = date(2026, 11, 25)


def named(text):
    return [each.years for each in find_years(text, DAY)]


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("去年营收八千万", [(2025,)]),
        ("前年五千万", [(2024,)]),
        ("大前年三千万", [(2023,)]),
        ("上年度研发", [(2025,)]),
        ("上一年的数", [(2025,)]),
        ("今年做了", [(2026,)]),
        ("本年度", [(2026,)]),
        ("明年目标", [(2027,)]),
        ("2024年营收", [(2024,)]),
        ("二零二三年营收", [(2023,)]),
        ("两千零九年", [(2009,)]),
        ("24年五千万", [(2024,)]),
        ("二五年八千万", [(2025,)]),
        ("2025营收8000万", [(2025,)]),
        ("前年和去年分别是", [(2024, 2025)]),
        ("23年到25年", [(2023, 2024, 2025)]),
        ("近三年分别是", [(2023, 2024, 2025)]),
        ("这两年", [(2024, 2025)]),
        ("23、24、25三年的净资产", [(2023, 2024, 2025)]),
        ("二三二四二五三年", [(2023, 2024, 2025)]),
    ],
)
def test_a_year_is_named(text, years):
    assert named(text) == years


@pytest.mark.parametrize(
    "text",
    [
        "2019年3月成立的",
        "去年注册的公司",
        "2024年认定的高企",
        "前年才开业",
        "以上年限不算",
        "做了二十年",
        "不是去年",
        "三年期",
        "第25年",
        "125年",
        "八千二百万",
    ],
)
def test_what_is_no_year_of_figures_is_left_out(text):
    assert named(text) == []


@pytest.mark.parametrize("text", ["今年前十个月", "去年上半年", "今年三季度", "今年到现在", "2026年1-10月", "今年1到10月", "今年截至目前"])
def test_a_part_of_a_year_is_told_apart(text):
    assert [each.partial for each in find_years(text, DAY)] == [True]


@pytest.mark.parametrize("text", ["去年", "去年全年", "去年年底", "去年一年"])
def test_the_whole_of_a_year_is_no_part(text):
    assert [each.partial for each in find_years(text, DAY)] == [False]


@pytest.mark.parametrize(("words", "year"), [("2024", 2024), ("24", 2024), ("二零二四", 2024), ("二四", 2024), ("两千零九", 2009), ("两千零一十", 2010)])
def test_a_number_of_a_year_is_read(words, year):
    assert year_of(words) == year


def test_years_far_apart_are_no_span():
    assert named("2010年到2025年") == [(2010,), (2025,)]


def test_a_span_that_runs_backward_is_none():
    assert named("25年到23年") == [(2025,), (2023,)]
