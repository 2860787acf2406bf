"""Answers to the trade's questions: what was said, and nothing else."""

from __future__ import annotations

import pytest

from gaoxing.facts.statement import hear
from gaoxing.matters.joint_licence.answers import answer_facts
from gaoxing.matters.joint_licence.trade import chosen_trade
from gaoxing.speech.transcript import Transcript, Turn


def answers(*said: object) -> dict[str, object]:
    statement = hear(Transcript.of(*said))
    return {fact.field.removeprefix("answers."): fact.value for fact in answer_facts(statement, chosen_trade(statement))}


@pytest.mark.parametrize(
    ("said", "wanted"),
    [
        ("开便利店，执照和烟草证想一起办，店招牌要做", {"sells_tobacco": True, "has_sign": True}),
        ("开药店，招牌一块", {"has_sign": True}),
        ("开便利店，烟证先不办，执照和食品证一起办", {}),
        ("开茶馆，食品经营许可招牌都要联着办", {"has_sign": True}),
        ("开茶馆，晚上有个人弹唱", {"live_show": True}),
        ("开茶馆，废水就一般的不含油", {"to_sewer": False}),
        ("开宠物诊所，药不卖的", {"sells_vet_drugs": False}),
        ("开健身房，有一面攀岩墙", {"high_risk_item": True}),
        ("开货运公司，车是大货车，超过四吨半的", {"vehicle_over_4500kg": True}),
        ("开货运公司，都是超过四吨半的大货车", {"vehicle_over_4500kg": True}),
        ("开货运公司，没有超过四吨半的", {"vehicle_over_4500kg": False}),
        ("只卖包装好的，不现做，散装的也不卖", {"sells_food_prepacked_only": True, "cooks_on_site": False, "sells_bulk_food": False}),
        ("二类器械口罩血压计卖的三类的那个注射器也卖", {"sells_md2": True, "sells_md3": True}),
        ("含油的废水没有的", {"to_sewer": False}),
        ("洗车的污水进管网，门头不做", {"to_sewer": True, "has_sign": False}),
        ("楼顶要做大广告牌，外墙不挂", {"large_ad": True}),
        ("书报不卖，烟酒要卖", {"sells_books": False, "sells_tobacco": True}),
        ("泳池有，桑拿没有，攀岩墙有一面", {"has_pool": True, "offers_bath": False, "high_risk_item": True}),
        ("给孩子供饭的", {"serves_meal": True}),
        ("疫苗和兽药都卖", {"sells_vet_drugs": True}),
        ("晚上请歌手驻唱", {"live_show": True}),
        ("我自己来办，不找代办", {"agent_present": False}),
        ("手续由朋友代办", {"agent_present": True}),
        ("中央空调有的", {"central_ac": True}),
        ("不做中介，人事代理和外包做的，网上收费招聘不搞", {"job_brokerage": False, "hr_other": True, "online_recruit": False}),
    ],
)
def test_plain_words_answer(said: str, wanted: dict[str, bool]):
    assert answers(said) == wanted


@pytest.mark.parametrize(
    "said",
    [
        "招牌挂不挂还没想好",
        "烟卖不卖再说",
        "隔壁卖烟的",
        "烟道要重新装",
        "抽油烟机有了",
        "招牌菜是红烧肉",
        "身份证书带来了",
        "请您说明书面材料",
        "药监局来看过",
        "以前卖过散装的",
    ],
)
def test_what_is_open_or_something_else_answers_nothing(said: str):
    assert answers(said) == {}


@pytest.mark.parametrize("said", ["我开药房的，卖药", "开书店卖书的", "开面馆", "办个食堂给员工供餐"])
def test_a_trades_nature_is_no_answer(said: str):
    assert answers(said) == {}


def test_what_was_asked_answers_even_where_it_is_the_trades_nature():
    assert answers("开药房", ("answers.sells_drugs", "卖的")) == {"sells_drugs": True}


@pytest.mark.parametrize(
    ("said", "value"),
    [
        ("要的", True),
        ("有的呀", True),
        ("那肯定的", True),
        ("门口要挂", True),
        ("挂的挂的", True),
        ("也要的", True),
        ("不挂", False),
        ("没有", False),
        ("先不弄", False),
        ("那不用", False),
    ],
)
def test_a_bare_answer_is_read_for_the_question_asked(said: str, value: bool):
    assert answers("开面馆", ("answers.has_sign", said)) == {"has_sign": value}


def test_the_bare_id_of_the_question_will_do():
    assert answers("开面馆", ("has_sign", "要的")) == {"has_sign": True}


@pytest.mark.parametrize("said", ["还没想好", "再说吧", "不一定", "不知道呀", "可能吧"])
def test_a_bare_answer_that_leaves_it_open_is_none(said: str):
    assert answers("开面馆", ("answers.has_sign", said)) == {}


def test_an_answer_in_the_second_clause_counts():
    assert answers("开宾馆", ("answers.cooks_on_site", "早餐外面订的，店里不做")) == {"cooks_on_site": False}


def test_one_answer_may_tell_of_several_questions():
    assert answers("开便利店", ("answers.has_sign", "挂的，烟不卖")) == {"has_sign": True, "sells_tobacco": False}


def test_the_last_word_counts_across_turns():
    assert answers("开便利店烟要卖的", "不对，烟不卖了") == {"sells_tobacco": False}


def test_an_answer_left_open_later_is_taken_back():
    assert answers("开便利店烟要卖的", "烟卖不卖还没想好") == {}


def test_one_of_several_things_is_enough_for_yes():
    assert answers("开便利店，口罩不卖，血压计卖") == {"sells_md2": True}


def test_packed_food_without_only_says_nothing_beside_loose_food():
    assert answers("开便利店，卖包装好的也卖散装的") == {"sells_bulk_food": True}


def test_a_weak_word_for_meals_counts_only_where_meals_are_served():
    assert answers("办托育园，中饭点心都供的") == {"serves_meal": True}
    assert "serves_meal" not in answers("开宾馆，早餐不做")


def test_the_shortest_words_that_say_it_are_the_evidence():
    statement = hear(Transcript.of("嗯我开面馆，门口要挂个招牌的"))
    [fact] = answer_facts(statement, chosen_trade(statement))
    assert fact.evidence[0].words == "要挂个招牌"


def test_a_bare_yes_to_the_question_about_packed_food_stays_beside_loose_food():
    transcript = Transcript(
        (Turn("开个网吧，泡面现场做"), Turn("是的", asked="answers.cooks_on_site"), Turn("是的", asked="answers.sells_food_prepacked_only"))
    )
    assert {each.field: each.value for each in answer_facts(hear(transcript), None)} == {
        "answers.cooks_on_site": True,
        "answers.sells_food_prepacked_only": True,
    }


@pytest.mark.parametrize(
    "said",
    [
        "开火锅店，招牌要挂，招牌不挂",
        "开便利店，卖烟，不卖烟",
        "开便利店，散装的卖，散装的不卖",
        "开健身房，游泳池有，游泳池没有",
        "开便利店，烟卖，电子烟不卖",
    ],
)
def test_yes_and_no_in_one_breath_is_no_answer_and_will_be_asked(said: str):
    assert answers(said) == {}


@pytest.mark.parametrize(
    ("said", "wanted"),
    [
        ("开便利店，烟要卖，不对，烟不卖", {"sells_tobacco": False}),
        ("开便利店，烟要卖，算了，烟不卖", {"sells_tobacco": False}),
        ("开便利店，烟不卖，想想还是卖烟", {"sells_tobacco": True}),
        ("开便利店，烟要卖，烟不卖了", {"sells_tobacco": False}),
        ("开火锅店，招牌要挂，招牌先不挂", {"has_sign": False}),
    ],
)
def test_a_change_of_mind_in_one_breath_is_the_last_word(said: str, wanted: dict[str, bool]):
    assert answers(said) == wanted


def test_an_answer_given_anew_in_a_later_turn_is_the_last_word():
    assert answers("开火锅店，招牌要挂", "招牌不挂") == {"has_sign": False}


def test_two_different_things_of_one_question_do_not_contradict_each_other():
    assert answers("火锅店门头不挂灯箱，挂个招牌") == {"has_sign": True}
