"""Weighing a value: what is in another unit, of another size, of a period that is not over is told, with what to do; nothing is guessed."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from gaoxing.office.indicators.weighing import weigh
from tests.office.indicators.conftest import COMMUNIQUE, told

pytestmark = pytest.mark.django_db

ON = date(2026, 11, 24)
LATER = {"dated": date(2026, 3, 1)}

WRONG = [
    (told("happiness"), "没有“happiness”这个指标"),
    (told(unit="个"), "单位是“个”，“地区生产总值”按“亿元”记，这两个单位不能准确换算"),
    (told(unit=""), "没有写单位"),
    (told(unit="亿吨"), "单位“亿吨”看不懂"),
    (told("leading_talents", value="3", unit="人次"), "单位是“人次”，“头雁人才”按“人”记"),
    (told("leading_talents", value="3.5", unit="人"), "按“人”记的要写整数"),
    (told("leading_talents", value="-3", unit="人"), "不会小于零"),
    (told("evaluation_manufacturing_rate", value="0.245", unit="%"), "像是小数（百分之 24.5 要写 24.5）"),
    (told("evaluation_manufacturing_rate", value="245", unit="%"), "超过了 100"),
    (told(growth="0.063"), "同比写的 0.063 像是小数（百分之 6.3 要写 6.3）"),
    (told(growth="1e30"), "同比 1E+30 太大"),
    (told(growth="5.678"), "小数超过 2 位"),
    (told(value="1e20"), "存不准"),
    (told(value="1.1234567"), "小数超过 6 位"),
    (told(period="2024-11"), "没有按这种期间的数"),
    (told(period="2026"), "还没有过完"),
    (told(period="2027"), "还没有开始"),
    (told(dated=date(2027, 1, 1)), "来源日期在今天以后"),
    (told(dated=date(2023, 12, 31)), "来源日期早于2024 年"),
    (told(source="  "), "没有写来源"),
    (told(source="系统计算"), "请写这个数是谁公布的"),
    (told(source="很" * 201), "来源最多 200 个字"),
    (told(note="很" * 301), "说明和理由最多 300 个字"),
]


@pytest.mark.parametrize(("entry", "sentence"), WRONG)
def test_what_is_wrong_is_told_with_what_to_do(entry, sentence):
    found = weigh(entry, on=ON)
    assert sentence in "\n".join(found.wrong)


def test_everything_that_is_wrong_is_told_at_once():
    found = weigh(told("leading_talents", period="2027", value="-3.5", unit="人", source=""), on=ON)
    assert len(found.wrong) == 5


def test_a_sound_value_is_taken_as_it_is():
    found = weigh(told(growth="5.8"), on=ON)
    assert (found.wrong, found.told, found.former, found.same, found.written) == ((), (), None, False, "")
    assert found.entry.scope == "昆山高新区"


@pytest.mark.parametrize(
    ("value", "unit", "expected"),
    [("12005000", "万元", "1200.5"), ("120050000000", "元", "1200.5"), ("1200.5", "亿", "1200.5")],
)
def test_a_unit_that_converts_exactly_is_converted(value, unit, expected):
    assert weigh(told(value=value, unit=unit), on=ON).entry.value == Decimal(expected)


def test_a_conversion_is_said_and_kept_as_it_was_written():
    found = weigh(told(value="12005000", unit="万元"), on=ON)
    assert found.told == ("单位换算：12005000 万元 = 1200.5 亿元，请核对。",)
    assert (found.written, found.entry.unit) == ("12005000 万元", "亿元")


def test_what_looks_odd_is_taken_once_somebody_looked_at_it():
    odd = told("evaluation_manufacturing_rate", value="0.5", unit="%")
    assert weigh(odd, on=ON).wrong
    assert weigh(replace(odd, sure=True), on=ON).wrong == ()


def test_looking_at_it_does_not_make_another_unit_the_right_one():
    assert weigh(told("leading_talents", value="3", unit="人次", sure=True), on=ON).wrong


def test_a_value_a_thousand_times_its_neighbour_looks_like_another_unit(enter):
    enter("gdp", "2023", "1100")
    found = weigh(told(value="1200500"), on=ON)
    assert "和已有的 2023 的 1100 亿元 相差 1000 倍以上，像是单位错了" in "\n".join(found.wrong)
    assert weigh(told(value="1200500", sure=True), on=ON).wrong == ()


def test_the_same_value_of_the_same_source_is_known(enter):
    enter(growth="6")
    assert weigh(told(), on=ON).same
    assert weigh(told(value="12005000", unit="万元"), on=ON).same


def test_another_value_of_the_same_source_needs_a_reason(enter):
    former = enter()
    without, given = weigh(told(value="1210"), on=ON), weigh(told(value="1210", reason="公报更正"), on=ON)
    assert "同一个来源（样例统计局 2024 年公报）已有 1200.5 亿元，这次是 1210 亿元" in without.wrong[0]
    assert (given.wrong, given.former) == ((), former)
    assert given.told == ("更正：原来是 1200.5 亿元，留着可以查。",)


def test_another_qualifier_is_another_value(enter):
    enter()
    assert not weigh(told(qualifier="more_than", reason="原文写超过"), on=ON).same


def test_another_source_is_told_and_nothing_is_wrong_with_it(enter):
    enter()
    found = weigh(told(value="1210", source="另一家"), on=ON)
    assert found.wrong == ()
    assert found.told == (f"和另一个来源（{COMMUNIQUE}）的 1200.5 亿元 不同：两个都留着，等负责的单位说用哪个。",)


def test_another_scope_is_told_and_held_apart(enter):
    enter()
    found = weigh(told(value="5000", scope="昆山市"), on=ON)
    assert found.wrong == ()
    assert found.told == ("口径（昆山市）和指标的口径（昆山高新区）不同：记下来单列，不当作这个指标的数。",)


def test_a_value_of_what_is_computed_is_told_to_stand_beside():
    found = weigh(told("gazelle_valid", value="50", unit="家"), on=ON)
    assert found.told == ("这个指标由系统从记录里算。录入的数放在旁边对照，不替代算出来的数。",)


def test_a_state_of_things_may_be_told_while_its_period_runs():
    assert weigh(told("innovation_space", period="2026", value="280", unit="万平方米", **LATER), on=ON).wrong == ()


def test_money_may_be_below_nought():
    assert weigh(told("evaluation_revenue_increase", value="-12.5"), on=ON).wrong == ()
