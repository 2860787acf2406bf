"""Units: what is the same, what converts exactly, and what is another unit."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gaoxing.office.indicators.definitions import indicators
from gaoxing.office.indicators.units import UNITS, converted, unit_of

EXACT = [
    ("185.3", "亿元", "亿元", "185.3"),
    ("185.3", "亿", "亿元", "185.3"),
    ("185.3", "亿元", "万元", "1853000"),
    ("1853000", "万元", "亿元", "185.3"),
    ("55600000", "元", "亿元", "0.556"),
    ("2700000", "平方米", "万平方米", "270"),
    ("2.7", "万㎡", "平方米", "27000"),
    ("12", "户", "家", "12"),
    ("12", "名", "人", "12"),
    ("1.2", "万人", "人", "12000"),
    ("6.3", "％", "%", "6.3"),
    ("63", "‰", "%", "6.3"),
    ("31", "（位）", "位", "31"),
    ("45", "每万人件", "件/万人", "45"),
]
OTHER = [
    ("人次", "人"),
    ("人", "人次"),
    ("个", "家"),
    ("件", "项"),
    ("万元", "家"),
    ("亩", "平方米"),
    ("美元", "元"),
    ("百分点", "%"),
    ("", "亿元"),
    ("亿吨", "亿元"),
    ("天", "工作日"),
]


@pytest.mark.parametrize(("value", "written", "unit", "expected"), EXACT)
def test_what_measures_the_same_converts_exactly(value, written, unit, expected):
    assert converted(Decimal(value), written, unit) == Decimal(expected)


@pytest.mark.parametrize(("written", "unit"), OTHER)
def test_another_unit_converts_into_nothing(written, unit):
    assert converted(Decimal(1), written, unit) is None


@given(st.decimals(0, 10**9, places=4), st.sampled_from([("亿元", "万元"), ("万元", "元"), ("万平方米", "平方米")]))
def test_converting_there_and_back_loses_no_digit(value, pair):
    larger, smaller = pair
    assert converted(converted(value, larger, smaller), smaller, larger) == value


def test_every_unit_of_an_indicator_is_known_by_its_own_name():
    assert {each.unit for each in indicators().values()} <= UNITS
    assert all(unit_of(each) == each for each in UNITS)
