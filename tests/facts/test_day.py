"""Dates in spoken words."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gaoxing.facts.day import find_days, without_glued_years

TODAY = date(2026, 11, 24)


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("2029年6月30日", "2029-06-30"),
        ("二零二九年六月三十号", "2029-06-30"),
        ("二〇二九年十二月三十一日", "2029-12-31"),
        ("二〇二七年九月", "2027-09"),
        ("二零二九年", "2029"),
        ("两千零二十九年六月", "2029-06"),
        ("二七年四月", "2027-04"),
        ("一九九零年一月一号", "1990-01-01"),
        ("2027-03-01", "2027-03-01"),
        ("2026/12/31", "2026-12-31"),
        ("2026.12", "2026-12"),
        ("2027年6月底", "2027-06"),
        ("二零二七年十二月二十三日", "2027-12-23"),
    ],
)
def test_a_date_is_as_exact_as_it_was_said(words: str, value: str):
    (day,) = find_days(words, None)
    assert (day.start, day.end, day.value) == (0, len(words), value)


@pytest.mark.parametrize("words", ["2028年底", "2028年上半年", "2027年第三季度", "2029年左右", "2027年6月中旬", "12月31日", "明年三月一号"])
def test_a_vague_date_or_one_without_a_year_stays_open(words: str):
    (day,) = find_days(words, None)
    assert (day.value, day.approximate, day.invalid) == (None, True, False)


@pytest.mark.parametrize("words", ["2027年2月30日", "2月30日", "二零二七年十三月", "2027-02-29", "2027年4月31号"])
def test_a_day_that_does_not_exist_is_told(words: str):
    (day,) = find_days(words, None)
    assert (day.value, day.invalid) == (None, True)


@pytest.mark.parametrize(
    ("words", "value"), [("明年三月一号", "2027-03-01"), ("今年三月", "2026-03"), ("后年", "2028"), ("去年九月份", "2025-09"), ("大后年一月", "2029-01")]
)
def test_a_relative_year_counts_from_the_day_of_speaking(words: str, value: str):
    assert [day.value for day in find_days(words, TODAY)] == [value]


@pytest.mark.parametrize(
    ("words", "rough"),
    [("2028年底", "2028"), ("二六年底", "2026"), ("28年上半年", "2028"), ("2027年第三季度", "2027"), ("2027年6月中旬", "2027-06"), ("2029年左右", None)],
)
def test_of_a_vague_date_the_year_or_month_is_known_where_it_is_sure(words: str, rough: str | None):
    (day,) = find_days(words, None)
    assert (day.value, day.rough) == (None, rough)


@pytest.mark.parametrize(("words", "value"), [("下个月开工", "2026-12"), ("本月三十号动工", "2026-11-30"), ("下月底", "2026-12")])
def test_the_next_month_counts_from_the_day_of_speaking(words: str, value: str):
    assert [day.value for day in find_days(words, TODAY)] == [value]
    assert find_days(words, None) == ()


@pytest.mark.parametrize("before", ["总投资一亿二", "总投资九百六十万", "电话13800001234", "电话幺三九零零零零五六七八", "三千"])
@pytest.mark.parametrize(
    ("words", "value"), [("二零二七年六月一号", "2027-06-01"), ("2027年6月", "2027-06"), ("明年六月", "2027-06"), ("二零二八年元月", "2028-01")]
)
def test_a_year_to_come_is_read_behind_another_figure(before: str, words: str, value: str):
    assert [day.value for day in find_days(f"{before}{words}开工", TODAY)] == [value]


def test_the_figure_before_such_a_year_ends_there():
    assert without_glued_years("一亿二二零二七年六月") == "一亿二。。。。。六月"
    assert without_glued_years("身份证号三二零五零零一九八六年三月") == "身份证号三二零五零零一九八六年三月"


@pytest.mark.parametrize("text", ["三五年开工也行", "二三年开工", "五六年底", "干了二十年完工"])
def test_a_number_of_years_is_no_short_year(text: str):
    assert find_days(text, None) == ()


def test_the_second_month_of_a_span_has_the_year_of_the_first():
    assert [day.value for day in find_days("建设期2027年4月至10月", None)] == ["2027-04", "2027-10"]
    assert [day.value for day in find_days("从二零二七年六月改到二零二七年十二月", None)] == ["2027-06", "2027-12"]


def test_a_deadline_is_marked():
    assert find_days("2030年6月30号之前缴足", None)[0].before
    assert not find_days("2030年6月30号缴足", None)[0].before


@pytest.mark.parametrize(
    "text",
    ["三二零五零零一九八六年三月四号五二六六", "2411-320583-89-02-290465", "电话0512-57300000", "版本2026.125", "总投资2026.5万元", "干了二十年", "玉山路12号"],
)
def test_figures_of_codes_and_terms_are_no_date(text: str):
    assert find_days(text, None) == ()


@given(st.dates(date(2000, 1, 1), date(2059, 12, 31)))
def test_every_day_written_or_said_is_read(day: date):
    figures = "零一二三四五六七八九"
    said = f"{''.join(figures[int(figure)] for figure in str(day.year))}年{tens(day.month)}月{tens(day.day)}号"
    for words in (said, f"{day.year}年{day.month}月{day.day}日", day.isoformat()):
        assert [each.value for each in find_days(f"于{words}前缴清", None)] == [day.isoformat()]


def tens(value: int) -> str:
    """An oracle of its own: 1 to 31 in small numerals."""
    high, low = divmod(value, 10)
    return ("" if high == 0 else "十" if high == 1 else "二三"[high - 2] + "十") + ("" if low == 0 else "一二三四五六七八九"[low - 1])
