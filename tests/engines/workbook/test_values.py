"""Cells are read exactly or not at all."""

from datetime import date
from decimal import Decimal

import pytest

from gaoxing.engines.workbook import Code, Trouble
from gaoxing.engines.workbook.columns import named
from gaoxing.engines.workbook.values import HERE, is_total, read
from tests.engines.workbook.books import CODE, DAY, LEVEL, MOMENT, NAME, REVENUE, STAFF, URGENT, wall


@pytest.mark.parametrize(
    ("cell", "unit", "sum_in_yuan"),
    [("8,000.5", "万元", "80005000"), ("８０００", "元", "8000"), ("8000万元", "万元", "80000000"), ("¥12.30", "元", "12.3"), ("-3", "亿元", "-300000000")],
)
def test_sums_are_exact(cell, unit, sum_in_yuan):
    assert read(cell, REVENUE, unit) == Decimal(sum_in_yuan)


NO_SUMS = {
    "八千万": Code.NO_NUMBER,
    "约8000": Code.NO_NUMBER,
    "8000元": Code.CELL_UNIT,
    "12%": Code.PERCENT,
    "1,23": Code.NO_NUMBER,
    True: Code.NO_NUMBER,
    "1" * 30: Code.NO_NUMBER,
    "1" * 15: Code.LONG_NUMBER,
    Decimal("1E+30"): Code.LONG_NUMBER,
    Decimal("1E+999999"): Code.LONG_NUMBER,
    date(2026, 1, 1): Code.NO_NUMBER,
}


@pytest.mark.parametrize(("cell", "code"), NO_SUMS.items())
def test_what_is_no_exact_sum_is_told(cell, code):
    assert read(cell, REVENUE, "万元").code is code


@pytest.mark.parametrize("cell", ["2026-03-05", "2026/3/5", "2026.3.5", "2026年3月5日", "20260305", Decimal(20260305), date(2026, 3, 5), wall(2026, 3, 5, 9)])
def test_days_are_read_in_every_usual_writing(cell):
    assert read(cell, DAY, "") == date(2026, 3, 5)


@pytest.mark.parametrize("cell", ["03/04/2026", "2026年3月", "2026-02-30", "去年", Decimal(45000), True])
def test_a_day_that_could_be_another_is_asked(cell):
    assert read(cell, DAY, "").code is Code.NO_DAY


@pytest.mark.parametrize(
    ("cell", "clock"), [("2026-03-05 09:30", (9, 30)), ("2026年3月5日9时30分", (9, 30)), ("2026/3/5 9:30:15", (9, 30)), ("2026-03-05", (0, 0))]
)
def test_moments_are_here(cell, clock):
    found = read(cell, MOMENT, "")
    assert (found.date(), (found.hour, found.minute), found.tzinfo) == (date(2026, 3, 5), clock, HERE)


@pytest.mark.parametrize("cell", ["2026-03-05 25:00", "九点半", "3月5日 9:30"])
def test_a_moment_that_is_none_is_told(cell):
    assert read(cell, MOMENT, "").code is Code.NO_MOMENT


@pytest.mark.parametrize("cell", [Decimal(320583199001010000), "3.20583E+17", Decimal("1E+17")])
def test_a_long_number_that_lost_its_last_digits_is_refused(cell):
    assert read(cell, CODE, "").code is Code.LONG_NUMBER


def test_other_cells_are_read_by_their_column():
    assert (read(Decimal("1001.0"), CODE, ""), read(Decimal(12), STAFF, "人"), read("是", URGENT, ""), read("甲", LEVEL, "")) == ("1001", 12, True, "a")
    assert [read(*each).code for each in (("1" * 19, CODE, ""), ("1.5", STAFF, "人"), ("也许", URGENT, ""), ("丙级", LEVEL, ""))] == [
        Code.LONG_TEXT,
        Code.NOT_WHOLE,
        Code.NO_CHOICE,
        Code.NO_CHOICE,
    ]


def test_an_empty_cell_is_nothing_unless_its_column_is_required():
    assert read(None, CODE, "") is None
    assert read("", NAME, "") == Trouble(Code.BLANK, {"column": "企业名称", "words": ""})


@pytest.mark.parametrize(
    ("heading", "unit"),
    [("营业收入/万元", "万元"), ("营业收入 (人民币万元)", "万元"), ("营业收入【亿】", "亿元"), ("营业收入", ""), ("出口营业收入（元）", None)],
)
def test_a_heading_names_its_unit(heading, unit):
    assert named(heading, REVENUE) == unit


def test_a_total_is_known_by_its_first_cells():
    assert is_total((None, "合　计", Decimal(3)))
    assert not is_total(("合计科技有限公司",))
