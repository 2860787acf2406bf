"""What the business does, over all turns: items in the order said, taken back when struck, asked where several are meant."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gaoxing.facts.activity import scope_facts
from gaoxing.facts.fact import Certainty
from gaoxing.facts.statement import hear
from gaoxing.speech.transcript import Transcript

TRADES = {
    "卖水果": "新鲜水果零售",
    "修手机": "通讯设备修理",
    "卖五金": "五金产品零售",
    "做模具加工，卖模具": "模具销售",
    "开个理发店": "理发服务",
    "卖花": "礼品花卉销售",
}


def facts(*turns):
    return list(scope_facts(hear(Transcript.of(*turns))))


def scope(*turns):
    return next((fact.value for fact in facts(*turns) if fact.field == "business_scope"), ())


def asked(*turns):
    return [(fact.field, fact.readings) for fact in facts(*turns) if fact.certainty is Certainty.UNSURE]


SAID = {
    "卖五金，也修手机": ("五金产品零售", "通讯设备修理"),
    "卖水果，不卖香烟": ("新鲜水果零售",),
    "经营范围写模具制造、模具销售": ("模具制造", "模具销售"),
    "想开个理发店": ("理发服务",),
    "修手机顺便卖手机": ("通讯设备修理", "移动终端设备销售"),
}

NOTHING = ("注册资本一百万", "公司叫昆山启云理发有限公司", "我以前是卖水果的", "隔壁是个理发店", "我叫丁大宝，监事写苏小云")


@pytest.mark.parametrize("said", SAID)
def test_the_items_stand_in_the_order_said(said):
    assert scope(said) == SAID[said]


@pytest.mark.parametrize("said", NOTHING)
def test_what_is_not_the_business_gives_no_item(said):
    assert scope(said) == ()


def test_a_later_turn_adds_its_items():
    assert scope("卖水果", "再加一个卖花") == ("新鲜水果零售", "礼品花卉销售")


def test_a_trade_taken_back_leaves_the_list():
    assert scope("卖水果，也修手机", "修手机不做了") == ("新鲜水果零售",)


def test_no_fact_is_left_where_every_trade_is_taken_back():
    assert facts("开店卖衣服", "衣服不卖了") == []


def test_a_trade_taken_back_and_named_again_counts():
    assert scope("修手机", "修手机不做了", "还是要修手机") == ("通讯设备修理",)


def test_a_trade_said_twice_is_one_item():
    assert scope("卖水果，对，就是卖水果") == ("新鲜水果零售",)


def test_a_bare_trade_answers_the_question_about_the_scope():
    assert scope(("business_scope", "理发")) == ("理发服务",)


def test_a_trade_that_may_be_several_is_asked():
    [(field, readings)] = asked("做水果生意")
    assert (field, set(readings)) == ("business_scope.0", {"新鲜水果批发", "新鲜水果零售"})


def test_an_open_trade_is_settled_by_one_of_its_items():
    question = asked("做水果生意")[0][1]
    assert asked("做水果生意", f"经营范围写{question[0]}") == []


def test_the_words_of_each_item_are_quoted():
    assert [each.words for each in facts("嗯卖五金，呃也修手机")[0].evidence] == ["卖五金", "修手机"]


def test_two_items_of_one_phrase_quote_it_once():
    evidence = facts("经营模具的制造和销售")[0].evidence
    assert len(evidence) == len(set(evidence))


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from(sorted(TRADES)), min_size=1, max_size=4, unique=True), st.sampled_from(["，", "，也", "。还有"]))
def test_every_trade_said_is_in_the_list(trades, link):
    assert {TRADES[trade] for trade in trades} <= set(scope(link.join(trades)))


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from([*TRADES, "嗯", "我叫丁大宝", "不做了", "做水果生意", "，", "🙂"]), max_size=6).map("".join))
def test_whatever_is_said_the_items_are_quoted_as_said(said):
    assert all(said[each.start : each.end] == each.words for fact in facts(said) for each in fact.evidence)
