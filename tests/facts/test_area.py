"""Areas in spoken words."""

from __future__ import annotations

import pytest

from gaoxing.facts.area import find_areas, square_metres


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("一万二千平", "12000"),
        ("8200平方米", "8200"),
        ("六万三千八百平米", "63800"),
        ("3.2万㎡", "32000"),
        ("五十五亩", "36666.85"),
        ("四十亩地", "26666.8"),
        ("三十二亩半", "21666.775"),
        ("12.5亩", "8333.375"),
        ("两公顷", "20000"),
    ],
)
def test_an_area_is_exact_in_square_metres(words: str, value: str):
    [area] = find_areas(words)
    assert area.value is not None
    assert square_metres(area.value) == value


@pytest.mark.parametrize("words", ["大概三千平", "三百多平", "二十来亩", "五千平左右", "一万平不到", "三四千平", "五十亩出头"])
def test_a_vague_area_has_no_value(words: str):
    assert [area.value for area in find_areas(words)] == [None]


@pytest.mark.parametrize("words", ["三平均摊", "两平台", "五平方公里", "六个人", "八千万"])
def test_what_only_looks_like_an_area_is_none(words: str):
    assert find_areas(words) == ()


def test_land_is_told_from_floors_by_its_unit():
    assert [area.land for area in find_areas("二十亩地盖三万平厂房")] == [True, False]


@pytest.mark.parametrize(
    ("said", "value"), [("五万八千八平米", "58800"), ("两百五平", "250"), ("五万一个平方", "51000"), ("1万2平", "12000"), ("八十八平", "88")]
)
def test_a_last_figure_without_its_unit_belongs_to_the_area(said, value):
    assert [square_metres(each.value) for each in find_areas(said)] == [value]
