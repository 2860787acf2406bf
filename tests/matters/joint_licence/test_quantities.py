"""The shop's area, the fit-out cost and heavy vehicles."""

from __future__ import annotations

import pytest

from gaoxing.facts.statement import Heard, hear
from gaoxing.matters.joint_licence.quantities import area, fitout, heavy_vehicle
from gaoxing.speech.transcript import Transcript


def heard(said: str) -> Heard:
    return hear(Transcript.of(said)).turns[0]


def value(found: tuple[object, int, int] | None) -> object:
    return None if found is None else found[0]


@pytest.mark.parametrize(
    ("said", "metres"),
    [
        ("店里四十五平方", 45),
        ("面积两千六百平方米", 2600),
        ("使用面积62.5平", 62.5),
        ("面积八十", 80),
        ("六十五个平方吧", 65),
        ("店里八十平，后头厨房十二平", 80),
        ("八百平米，仓库另外还有一百平", 800),
        ("三百三，不对，三百三是带仓库的，店里是两百九十平", 290),
        ("面积六十平，重新量了，应该是六十四平", 64),
    ],
)
def test_the_shops_area_is_read(said: str, metres: float):
    assert value(area(heard(said), asked=False)) == metres


@pytest.mark.parametrize("said", ["一百二十来个平方", "三十平不到一点", "大概一百来平", "一层九十平，二层七十平", "仓库一百平", "面积三百多", "示例路80号"])
def test_a_vague_area_or_another_places_is_left_open(said: str):
    assert area(heard(said), asked=False) is None


@pytest.mark.parametrize(("said", "metres"), [("两百八", 280), ("九十平", 90), ("八十，不对，九十", 90), ("一百来平", None), ("没量过", None)])
def test_a_bare_figure_answers_the_question_about_the_area(said: str, metres: object):
    assert value(area(heard(said), asked=True)) == metres


@pytest.mark.parametrize(
    ("said", "cost"),
    [
        ("装修八万", 8),
        ("装修花了三百万", 300),
        ("装修预算12万元", 12),
        ("花了二十二万装修的", 22),
        ("装修十二万五", 12.5),
        ("装修一百二，不对，一百五十万", 150),
        ("转让费六十万，装修一百二十万，房租一年四十万", 120),
        ("装修合同签下来一共三十二万", 32),
    ],
)
def test_the_cost_of_the_fitting_out_counts_ten_thousands(said: str, cost: float):
    assert value(fitout(heard(said), asked=False)) == cost


@pytest.mark.parametrize("said", ["装修大概二十来万", "装修还没算过", "房租一年四十万", "装修公司欠我五万", "三十万出头的装修", "装修二十万美元"])
def test_a_vague_cost_or_another_one_is_left_open(said: str):
    assert fitout(heard(said), asked=False) is None


@pytest.mark.parametrize(("said", "cost"), [("三十五万", 35), ("三十五", 35), ("八千", 0.8), ("不装修", 0), ("三十万出头", None), ("没算过", None)])
def test_a_bare_figure_answers_the_question_about_the_cost(said: str, cost: object):
    assert value(fitout(heard(said), asked=True)) == cost


@pytest.mark.parametrize(("said", "heavy"), [("总质量十八吨", True), ("总质量三吨", False), ("一台十吨的货车", True), ("总质量四吨半", False)])
def test_a_total_mass_tells_whether_a_vehicle_is_heavy(said: str, heavy: bool):
    assert value(heavy_vehicle(heard(said), asked=False)) is heavy


@pytest.mark.parametrize("said", ["两吨的小货车", "每天拉十吨货", "总质量大概五吨"])
def test_other_tonnes_tell_nothing(said: str):
    assert heavy_vehicle(heard(said), asked=False) is None
