"""Where a project is built. Addresses are made up."""

import pytest

from gaoxing.facts.project_place import location_facts, places
from gaoxing.facts.statement import hear
from gaoxing.speech.transcript import Transcript


def place(*turns):
    return next((fact.value for fact in location_facts(hear(Transcript.of(*turns)))), None)


@pytest.mark.parametrize(
    ("said", "value"),
    [
        ("建设地点在示例路八十八号", "示例路88号"),
        ("就建在现有厂区，东示例路266号，不占新地", "东示例路266号"),
        ("公司注册地址在示例路1号，项目放在东示例路88号", "东示例路88号"),
        ("总部在示例路1号，选址东示例路88号", "东示例路88号"),
        ("从老厂示例路18号搬到东示例路200号", "东示例路200号"),
        ("项目放在元丰路北侧、章基路东侧", "元丰路北侧章基路东侧"),
        ("地址在城北路和古城路交叉口西南角用地五十亩", "城北路和古城路交叉口西南角"),
        ("就建在示例路88号厂房建筑面积八千平", "示例路88号"),
        ("老厂在示例路1号地址是元丰路2号", "元丰路2号"),
        ("在千灯镇示浦西路再建一个二期厂房", "千灯镇示浦西路"),
        ("拟租用巴城镇示荣路15号现有厂房", "巴城镇示荣路15号"),
        ("项目地址报的是示例路1号，不对，是示例路11号", "示例路11号"),
    ],
)
def test_the_projects_own_place_is_read(said: str, value: str):
    assert place(said) == value


@pytest.mark.parametrize("said", ["公司注册地址是示例路1号", "集团总部在示例路1号", "项目建在高新区，哪块地还没定", "联系地址示例路3号"])
def test_another_place_is_none(said: str):
    assert place(said) is None


def test_the_only_place_said_is_taken():
    assert place("昆山示例有限公司，示例路88号，扩建") == "示例路88号"


def test_an_answer_is_taken_whatever_stands_before_it():
    assert place("备案", ("location", "就在公司注册地址，示例路88号")) == "示例路88号"


def test_a_house_number_is_put_right_later():
    assert place("建设地点在示例路88号", "门牌说错了，是九十八号") == "示例路98号"


def test_a_rank_says_how_sure_a_place_is():
    turn = hear(Transcript.of("注册地址示例路1号，建设地点元丰路2号")).turns[0]
    assert [each.rank for each in places(turn)] == [0, 2]


def test_a_road_alone_answers_the_question():
    assert place(("location", "千灯镇示洋路，门牌还没下来")) == "千灯镇示洋路"
    assert place("我们路过千灯镇示洋路") is None
