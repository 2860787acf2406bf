from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gaoxing.documents.premises import Premises, blanks, split

PROVINCES = st.sampled_from(["", "江苏省"])
CITIES = st.sampled_from(["", "苏州市"])
COUNTIES = st.sampled_from(["昆山市", "常熟市"])
TOWNS = st.sampled_from(["玉山镇", "周市镇", "巴城镇", "淀山湖镇", "某某街道"])
ROADS = st.sampled_from(["前进西路", "新镇路", "登云路", "绿地大道", "新乐村", "人民路"])
NUMBERS = st.sampled_from(["1", "1888", "26-1"])
TAILS = st.sampled_from(["", "3幢502室", "2号楼", "清华科技园2号楼", "A座12层1203"])


@given(PROVINCES, CITIES, COUNTIES, TOWNS, ROADS, NUMBERS, TAILS)
def test_an_address_said_in_order_fills_each_blank(province: str, city: str, county: str, town: str, road: str, number: str, tail: str):
    said = f"{province}{city}{county}{town}{road}{number}号{tail}"
    assert split(said) == Premises(province, city, county, town, road, number, tail)


@given(st.text(alphabet="江苏省州市昆山玉镇前进西路号1888-幢室村街道大楼区园", max_size=30))
def test_the_parts_together_are_always_the_address_again(said: str):
    parts = split(said)
    assert parts is None or f"{parts.province}{parts.city}{parts.county}{parts.town}{parts.road}{parts.number}号{parts.tail}" == said


@pytest.mark.parametrize(
    "said",
    [
        "",
        "昆山高新区前进西路1号",
        "昆山市玉山镇高新区前进西路1号",
        "前进西路与江浦路交叉口",
        "昆山市玉山镇马鞍山西路8号与古城路交界",
        "昆山市花桥镇绿地大道231弄6号楼",
        "昆山市玉山镇前进西路昆山软件园3号楼",
        "昆山市玉山镇登云路",
        "<b>前进西路</b>1号",
        "网上店铺",
    ],
)
def test_an_address_that_does_not_divide_with_certainty_is_left_whole(said: str):
    assert split(said) is None


def test_a_province_that_was_not_said_is_not_filled_in():
    assert split("昆山市玉山镇前进西路1888号") == Premises("", "", "昆山市", "玉山镇", "前进西路", "1888", "")


def test_the_blanks_hold_the_whole_address_as_it_was_said():
    assert blanks("前进西路与江浦路交叉口") == {
        **dict.fromkeys(("province", "city", "county", "town", "road", "number", "tail"), ""),
        "whole": "前进西路与江浦路交叉口",
    }


def test_the_units_printed_behind_the_first_two_blanks_are_not_written_twice():
    filled = blanks("江苏省苏州市昆山市玉山镇前进西路1888号")
    assert (filled["province"], filled["city"], filled["county"]) == ("江苏", "苏州", "昆山市")


def test_nothing_said_leaves_every_blank_open():
    assert set(blanks(None).values()) == {""}
