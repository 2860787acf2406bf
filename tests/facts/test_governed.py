"""Which words govern which value."""

from datetime import date

import pytest

from gaoxing.facts.governed import CHANGED, UNTOLD, figures_of, governed, is_denied
from gaoxing.facts.statement import hear
from gaoxing.speech.transcript import Transcript

TODAY = date(2026, 11, 25)


def heard(said: str, asked: str | None = None):
    return hear(Transcript.of((asked, said) if asked else said), TODAY).turns[0]


def of(said: str, kind: str, **how):
    turn = heard(said, how.pop("asked", None))
    return [(each.item, each.value["amount"] if kind == "money" and each.value else each.value) for each in governed(turn, kind, **how)]


@pytest.mark.parametrize("said", ["开工二七年四月完工二七年十月", "2027年4月动工、2027年10月完工", "明年四月正式开工，明年十月底前完工"])
def test_dates_find_their_topics_on_either_side(said: str):
    assert of(said, "day") == [("start", "2027-04"), ("finish", "2027-10")]


@pytest.mark.parametrize("said", ["设备八千万总投资一亿二", "设备一共八千万，总投资一亿二", "拿八千万买设备，总共投一亿二", "八千万的设备投资总投资一亿二"])
def test_amounts_find_their_topics_on_either_side(said: str):
    assert of(said, "money") == [("equipment_investment", "80000000"), ("total_investment", "120000000")]


def test_a_topic_governs_one_value_only():
    assert of("总投资五千万，先拿三千万出来", "money")[1][0] == UNTOLD


def test_a_corrected_value_stands_for_the_one_before():
    assert of("总投资五千万不对六千万", "money") == [("total_investment", "50000000"), ("total_investment", "60000000")]


def test_a_denied_value_gives_way_to_the_next():
    assert of("总投资不是六千万是七千万", "money")[-1] == ("total_investment", "70000000")
    assert is_denied("不是六千万", 2)
    assert not is_denied("就是六千万", 2)


def test_a_corrected_value_may_turn_out_to_be_of_another_blank():
    assert of("总投资九千万不对九千万是设备总投资是一亿四千万", "money") == [
        ("total_investment", "90000000"),
        ("equipment_investment", "90000000"),
        ("total_investment", "140000000"),
    ]


def test_a_bare_answer_is_of_the_blank_asked_about():
    assert of("七千二百万其中设备五千万", "money", asked="total_investment") == [("total_investment", "72000000"), ("equipment_investment", "50000000")]
    assert of("厂房是租的，一万一千平方米", "area", asked="floor_area") == [("floor_area", "11000")]


def test_a_correction_alone_is_of_the_blank_spoken_of_last():
    turns = hear(Transcript.of("总投资一亿二", "刚才说错了，是一亿三"), TODAY).turns
    assert [each.item for each in governed(turns[1], "money", last="total_investment")] == ["total_investment"]


def test_land_in_mu_needs_no_topic():
    assert of("拿了四十二亩，盖三万平", "area") == [("land_area", "28000.14"), ("floor_area", "30000")]


def test_a_clause_between_does_not_part_an_old_value_from_its_new_one():
    said = "总投资原来报的是八千万，现在设备涨价了，要加到九千五百万"
    assert of(said, "money", link=CHANGED) == [("total_investment", "80000000"), ("total_investment", "95000000")]


def test_figures_inside_a_projects_name_are_none():
    assert figures_of(heard("项目名称叫年产两亿只示例件项目总投资一亿"), "money")[0].value == {"amount": "100000000", "currency": "CNY"}


def test_revenue_and_rent_govern_their_own_amounts():
    assert [item for item, _ in of("去年产值三个亿，房租一年一百八十万，总投资一千九百万", "money")] == ["", "", "total_investment"]


def test_a_topic_behind_an_amount_is_left_to_the_next_one():
    assert of("新建六千八百万设备的话三千一百万", "money") == [("total_investment", "68000000"), ("equipment_investment", "31000000")]


def test_an_amount_far_from_any_topic_is_no_total():
    assert of("我们去年一年下来的流水是六千八百万设备的话三千一百万", "money")[0] != ("total_investment", "68000000")


def test_a_step_is_no_value_of_a_blank_that_is_filled_in():
    assert of("九千万。不对，昨天加了一千万，一个亿", "money", asked="total_investment")[-1] == ("total_investment", "100000000")


def test_a_topic_that_only_stays_governs_nothing():
    assert of("开工2026年5月改成2027年2月完工不变", "day", link=CHANGED) == [("start", "2026-05"), ("start", "2027-02")]


def test_rented_halls_are_the_projects_floor():
    assert of("厂房六千八百平是租的", "area") == [("floor_area", "6800")]


def test_a_sheets_row_has_its_unit_beside_its_title():
    said = "总投资（万元）：15800，设备投资（万元）：6200，用地面积（亩）：33，建筑面积（平方米）：27500"
    assert of(said, "money")[:2] == [("total_investment", "158000000"), ("equipment_investment", "62000000")]
    assert of(said, "area") == [("land_area", "22000.11"), ("floor_area", "27500")]


def test_another_event_between_parts_no_old_day_from_its_new_one():
    said = "开工时间报的是今年十二月现在环评没批下来开不了先改成明年五月吧"
    assert of(said, "day", link=CHANGED) == [("start", "2026-12"), ("start", "2027-05")]


def test_figures_in_groups_of_three_are_read():
    assert of("总投资额1,680万元，设备额1,390万元", "money") == [("total_investment", "16800000"), ("equipment_investment", "13900000")]


def test_what_was_cut_down_is_no_more():
    assert of("原来定3个亿，后来砍成2.6个亿", "money", asked="total_investment")[-1] == ("total_investment", "260000000")
