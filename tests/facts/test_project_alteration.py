"""What changes in a filed project. Figures and places are made up."""

from datetime import date

import pytest

from gaoxing.facts.project_alteration import project_alterations, taken_back
from gaoxing.facts.statement import hear
from gaoxing.speech.transcript import Transcript

TODAY = date(2026, 11, 25)


def plain(side):
    return None if side is None else side.value["amount"] if isinstance(side.value, dict) else side.value


def changes(*turns):
    return {each.item: (plain(each.old), plain(each.new)) for each in project_alterations(hear(Transcript.of(*turns), TODAY))}


@pytest.mark.parametrize(
    "said",
    [
        "总投资从两亿改成两亿六千万",
        "总投资当时报的两亿，后来要到两亿六千万",
        "总投资由两亿元调整为2.6亿元",
        "总投资现在要改成两亿六千万，原来是两亿",
        "总投资从两亿涨到两亿六千万",
        "总投资两亿改为两亿六千万",
        "总投资从两亿到两亿六千万",
        "总投资从一亿改成两亿五，不对，从两亿改成两亿六千万",
        "总投资从两亿改成三亿不是三亿是两亿六千万",
        "总投资原来是两亿，设备涨价了，要加到两亿六千万",
        "总投资写成两亿了，应该是两亿六千万",
        "总投资从两亿增加六千万",
        "总投资加六千万从两亿加到两亿六千万",
        "原总投资：两亿元。现总投资：2.6亿元",
    ],
)
def test_old_and_new_are_told_apart(said: str):
    assert changes(said) == {"total_investment": ("200000000", "260000000")}


@pytest.mark.parametrize("said", ["总投资两亿，建设地点不变", "总投资不变还是四个亿", "总投资还是原来的九千万没变", "总投资增加三千万", "这个项目总投资两亿"])
def test_what_nothing_calls_new_changes_nothing(said: str):
    assert changes(said) == {}


@pytest.mark.parametrize(
    ("said", "item", "sides"),
    [
        ("建筑面积从五万减到三万八千平", "floor_area", ("50000", "38000")),
        ("用地减少了五亩，原来是二十亩", "land_area", ("13333.4", "10000.05")),
        ("开工推迟到明年五月", "start", (None, "2027-05")),
        ("原计划2026年6月开工，改成2027年3月1日", "start", ("2026-06", "2027-03-01")),
        ("竣工时间由2027年6月延期到2028年3月", "finish", ("2027-06", "2028-03")),
        ("性质从新建改成扩建", "nature", ("new", "expansion")),
        ("建设地点从示例路158号换到元丰路360号", "location", ("示例路158号", "元丰路360号")),
        ("地址写成示例路1号了，应该是示例路11号", "location", ("示例路1号", "示例路11号")),
    ],
)
def test_every_kind_of_blank_can_change(said: str, item: str, sides: tuple[str | None, str]):
    assert changes(said) == {item: sides}


def test_the_ends_of_a_building_period_change_together():
    said = "建设期由2026年5月至2027年5月调整为2026年12月至2028年3月"
    assert changes(said) == {"start": ("2026-05", "2026-12"), "finish": ("2027-05", "2028-03")}


def test_dates_with_their_topics_behind_them_stay_apart():
    said = "开工完工都要延，原来2026年3月开工2027年3月完工，现在2026年12月开工，2028年1月完工"
    assert changes(said) == {"start": ("2026-03", "2026-12"), "finish": ("2027-03", "2028-01")}


def test_a_later_turn_puts_a_new_value_right():
    assert changes("总投资改成两亿三", "说错了，总投资是两亿一") == {"total_investment": (None, "210000000")}
    assert changes("地点搬到示例路88号", "新地址门牌说错了，是九十八号") == {"location": (None, "示例路98号")}


def test_what_is_left_alone_later_leaves_the_list():
    assert changes("总投资改成两亿，开工改到2027年3月", "总投资先不改了") == {"start": (None, "2027-03")}
    assert changes("总投资改成两亿，开工改到2027年3月", "只改开工时间") == {"start": (None, "2027-03")}


def test_only_what_is_named_is_taken_back():
    assert taken_back("设备那个先不改了", ["total_investment", "equipment_investment"]) == ["equipment_investment"]
    assert taken_back("其他都不动", ["total_investment"]) == []


@pytest.mark.parametrize(
    "turns",
    [
        ("设备投资从三千万改到三千六百万", ("changes", "不是三千六百万，是三千六百五十万")),
        (("changes", "设备投资"), ("changes", "改成3600万，原来是3000万"), ("changes", "设备写错了，是3650万")),
    ],
)
def test_a_later_answer_puts_the_new_value_right(turns):
    assert changes(*turns) == {"equipment_investment": ("30000000", "36500000")}


def test_an_amount_without_its_unit_changes_nothing():
    assert changes("总投资从四千万提到四千六") == {}
    assert changes("总投资从四千万提到四千六", ("changes", "四千六百万，对"))["total_investment"][1] == "46000000"


def test_a_blank_put_right_beside_its_old_value_is_a_change():
    assert changes("建设性质由新建变更为扩建用地由十五亩变更为零不是变更为十亩")["land_area"] == ("10000.05", "6666.7")


def test_a_nature_put_down_by_mistake_is_the_old_one():
    assert changes("性质填错了应该是扩建不是新建还有建筑面积改成九千六百平方米") == {"nature": ("new", "expansion"), "floor_area": (None, "9600")}


def test_a_clause_may_say_that_it_changes_too():
    assert changes("工期也改，竣工日期写2028年6月30日") == {"finish": (None, "2028-06-30")}


def test_a_place_with_its_old_one_before_it_changes():
    assert changes("备案信息要变：地址原来锦溪镇百胜路9号，换到锦溪镇昆开路121号") == {"location": ("锦溪镇百胜路9号", "锦溪镇昆开路121号")}


def test_amounts_are_cut_down():
    assert changes("总投资3.2亿砍到2.4亿，设备1.8亿砍到1.3亿") == {
        "total_investment": ("320000000", "240000000"),
        "equipment_investment": ("180000000", "130000000"),
    }


def test_the_whole_follows_what_grew():
    assert changes("设备这块原先报两千一后来要两千六百万总的跟着变成三千五百万原先是三千万") == {
        "equipment_investment": (None, "26000000"),
        "total_investment": ("30000000", "35000000"),
    }


def test_a_neighbours_new_figure_is_not_ours():
    assert changes("总投资从五千万改成六千万，隔壁也改了，他们总投资改成了一个亿") == {"total_investment": ("50000000", "60000000")}
