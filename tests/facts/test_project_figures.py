"""A project's investments, areas and dates as facts."""

from datetime import date

import pytest

from gaoxing.facts.fact import Certainty
from gaoxing.facts.project_figures import figure_facts
from gaoxing.facts.statement import hear
from gaoxing.speech.transcript import Transcript

TODAY = date(2026, 11, 25)


def facts(*turns):
    return {fact.field: fact for fact in figure_facts(hear(Transcript.of(*turns), TODAY))}


def read(*turns):
    return {field: fact.value["amount"] if isinstance(fact.value, dict) else fact.value for field, fact in facts(*turns).items()}


def test_the_last_amount_counts():
    assert read("总投资五千万", "总投资按最新预算，五千六百万") == {"total_investment": "56000000"}


@pytest.mark.parametrize(
    "turns",
    [("总投资大概六七千万",), ("总投资六千万，没定，先空着",), ("总投资六千万", "总投资先不填"), ("总投资六千万", ("total_investment", "大概五六千万吧"))],
)
def test_what_is_vague_or_left_open_is_absent(turns):
    assert read(*turns) == {}


def test_a_rough_word_beside_the_exact_one_does_no_harm():
    assert read("总投资四千万出头准确讲是四千零五十万") == {"total_investment": "40500000"}


@pytest.mark.parametrize("denied", ["不占新地", "不新增用地", "不另外拿地", "没有新增用地", "零增地"])
def test_no_new_land_takes_the_land_back(denied: str):
    assert "land_area" not in read("用地二十亩", f"说错了，{denied}")


@pytest.mark.parametrize(
    ("said", "amount"),
    [
        ("总投资一个亿，设备占六成", "60000000"),
        ("总投资五千二百万，设备占百分之七十五", "39000000"),
        ("总投资五千万，设备占一半", "25000000"),
        ("总投资1.2亿，土建4000万，剩下的都是设备", "80000000"),
        ("总投资一千九百五十万，全是设备", "19500000"),
    ],
)
def test_the_equipment_that_follows_is_worked_out(said: str, amount: str):
    found = facts(said)["equipment_investment"]
    assert found.value["amount"] == amount
    assert found.derived


@pytest.mark.parametrize(
    "said", ["总投资一个亿，设备大概占八成", "总投资大概一个亿，设备占八成", "总投资一个亿，设备占一大半", "总投资一亿，土建没算，剩下的都是设备"]
)
def test_what_does_not_follow_exactly_is_not_worked_out(said: str):
    assert "equipment_investment" not in facts(said)


def test_a_part_is_in_the_currency_of_the_whole():
    assert facts("总投资两千万欧元，其中设备一千二百万")["equipment_investment"].value == {"amount": "12000000", "currency": "EUR"}
    assert facts("总投资两千万欧元。去年买过设备。设备一千二百万人民币")["equipment_investment"].value["currency"] == "CNY"


def test_a_figure_without_its_unit_is_asked():
    found = facts("总投资写八千")["total_investment"]
    assert found.certainty is Certainty.UNSURE
    assert [each["amount"] for each in found.readings] == ["8000", "80000000"]


@pytest.mark.parametrize("said", ["建设期2027年4月至2028年4月", "从二七年四月到二八年四月", "工期明年四月—后年四月", "2027.4—2028.4"])
def test_a_span_is_start_and_finish(said: str):
    assert read(said) == {"start": "2027-04", "finish": "2028-04"}


@pytest.mark.parametrize(
    ("said", "finish"),
    [
        ("2027年3月开工，10月完工", "2027-10"),
        ("2027年9月开工，次年6月完工", "2028-06"),
        ("明年五月动工当年十二月竣工", "2027-12"),
        ("2027年9月开工，3月完工", None),
        ("10月完工", None),
    ],
)
def test_a_month_alone_takes_the_year_that_follows(said: str, finish: str | None):
    assert read(said).get("finish") == finish


@pytest.mark.parametrize(
    ("said", "start"), [("二六年底开工", "2026"), ("2028年上半年开工", "2028"), ("明年三月中旬开工", "2027-03"), ("下个月动工", "2026-12"), ("年后开工", None)]
)
def test_a_date_is_as_exact_as_it_was_said(said: str, start: str | None):
    assert read(said).get("start") == start


@pytest.mark.parametrize("said", ["总投资零元", "总投资0", "设备投资负三千万", "用地零亩", "建筑面积0平方米"])
def test_nothing_and_less_than_nothing_is_no_figure(said: str):
    assert read(said) == {}


@pytest.mark.parametrize("said", ["2027年2月30日开工", "总投资" + "九" * 60 + "亿", "总投资一个小目标"])
def test_what_cannot_be_is_absent(said: str):
    assert read(said) == {}


def test_a_lease_is_no_building_period():
    assert read("厂房租期2025年1月到2030年1月") == {}


def test_two_buildings_without_a_total_are_asked():
    assert "floor_area" not in read("厂房一万平，车间两千平")
    assert read("厂房一万平，车间两千平，总建筑面积一万二千平") == {"floor_area": "12000"}


def test_every_value_leads_back_to_its_words():
    said = "总投资 嗯 一亿二，设备占六成"
    for fact in facts(said).values():
        assert all(said[each.start : each.end] == each.words != "" for each in fact.evidence)


def test_a_unit_said_once_is_every_amounts():
    assert read("总投资两千八设备一千六都是万单位是万") == {"total_investment": "28000000", "equipment_investment": "16000000"}


def test_a_period_that_begins_has_a_start():
    assert read("建设周期十八个月从二零二七年六月开始干") == {"start": "2027-06"}


def test_a_half_answers_the_question():
    assert read("总投资两亿两千万", ("equipment_investment", "占一半"))["equipment_investment"] == "110000000"


def test_a_day_without_a_year_follows_the_start():
    assert read("计划2027年1月15日开工，4月30日完工") == {"start": "2027-01-15", "finish": "2027-04-30"}


def test_the_year_may_be_said_last():
    assert read("3月动工，8月完工，都是明年") == {"start": "2027-03", "finish": "2027-08"}


def test_what_somebody_said_later_counts():
    assert read("总投资他说的是一千六百万又打电话来说是一千九百万") == {"total_investment": "19000000"}
    assert read(("total_investment", "1.5亿吧，等等我问下财务……财务说1.46亿")) == {"total_investment": "146000000"}


@pytest.mark.parametrize("said", ["隔壁昆山样例机电备了个案，我们投两千八百万，他们投了一个亿", "隔壁备了个案，投了一个亿，我们投两千八百万"])
def test_a_neighbours_investment_is_not_ours(said: str):
    assert read(said) == {"total_investment": "28000000"}


def test_their_investment_is_the_clients_where_no_other_was_told_of():
    assert read("帮客户备案，他们总投资一个亿") == {"total_investment": "100000000"}


def test_the_area_of_one_storey_is_not_the_floor_area():
    assert read("新建厂房三层每层两千平") == {}


@pytest.mark.parametrize(
    ("said", "area"),
    [
        ("新建厂房一栋，年产线路板三十万平方米", None),
        ("新建厂房一万平方米，年产线路板三十万平方米", "10000"),
        ("产能三十万平方米，新建厂房一万两千平方米", "12000"),
        ("建筑面积八千平方米，形成年加工三十万平方米多层板的能力", "8000"),
    ],
)
def test_what_is_made_by_the_square_metre_is_no_building(said: str, area: str | None):
    assert read(said).get("floor_area") == area
