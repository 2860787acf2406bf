"""Divisions in names."""

from __future__ import annotations

import pytest

from gaoxing.names.places import division_at, division_of, is_district, parent_city


@pytest.mark.parametrize(
    ("text", "words", "code", "zone"),
    [
        ("昆山星野科技", "昆山", "320583", ""),
        ("昆山市星野科技", "昆山市", "320583", ""),
        ("江苏省苏州市昆山市玉山镇星野", "江苏省苏州市昆山市玉山镇", "320583", "玉山镇"),
        ("昆山高新区星野", "昆山高新区", "320583", "高新区"),
        ("苏州工业园区星野", "苏州工业园区", "320576", ""),
        ("高新区星野", "高新区", "", "高新区"),
        ("重庆星野", "重庆", "500000", ""),
        ("昆山市场调查", "昆山", "320583", ""),
        ("昆山上海人家", "昆山", "320583", ""),
        ("广西星野", "广西", "450000", ""),
        ("内蒙古星野", "内蒙古", "150000", ""),
        ("苏州吴中星野", "苏州吴中", "320506", ""),
    ],
)
def test_a_division_is_read_with_all_that_lies_in_it(text: str, words: str, code: str, zone: str):
    found = division_at(text, 0)
    assert found is not None
    assert (found.words, found.code, found.zone) == (words, code, zone)


@pytest.mark.parametrize("text", ["星野科技", "", "上海滩餐饮", "玉山科技", "鼓楼科技"])
def test_what_people_take_for_a_trade_name_is_no_division(text: str):
    assert division_at(text, 0) is None


def test_only_whole_words_are_a_division():
    assert division_of("昆山") is not None
    assert division_of("昆山启澜") is None


@pytest.mark.parametrize(("words", "pool"), [("昆山", "3205"), ("苏州", "3205"), ("江苏", "32"), ("上海", "31"), ("高新区", "")])
def test_the_pool_is_the_prefecture_or_the_province(words: str, pool: str):
    found = division_of(words)
    assert found is not None
    assert found.prefecture == pool


def test_a_district_is_told_from_a_county_level_city():
    assert [is_district(each) for each in ("320506", "320583", "320500", "")] == [True, False, False, False]
    assert parent_city("320506") == "苏州"
    assert parent_city("999999") == ""


def test_every_current_county_of_the_prefecture_is_in_its_pool():
    for words in ("昆山", "太仓", "常熟", "张家港", "苏州姑苏", "苏州相城", "苏州虎丘", "苏州吴江"):
        found = division_of(words)
        assert found is not None
        assert found.prefecture == "3205"


def test_a_zone_ends_the_division():
    found = division_at("昆山开发区昆山人家餐饮", 0)
    assert found is not None
    assert found.words == "昆山开发区"
