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


@pytest.mark.parametrize(
    ("said", "items"),
    [
        ("软件开发和服装零售", ("软件开发", "服装服饰零售")),
        ("服装零售和软件开发", ("服装服饰零售", "软件开发")),
        ("开个面馆", ("餐饮服务",)),
        ("卖水果蔬菜", ("新鲜水果零售", "新鲜蔬菜零售")),
        ("批发轴承，也加工模具", ("轴承销售", "模具制造")),
        ("以前做软件开发，现在卖衣服", ("服装服饰零售",)),
        ("隔壁是卖水果的，我做保洁", ("专业保洁、清洗、消毒服务",)),
        ("我叫丁大宝做软件开发注册资本一百万", ("软件开发",)),
    ],
)
def test_what_is_done_is_named_as_the_catalogue_names_it(said, items):
    assert [fact.value for fact in scope_facts(hear(Transcript.of(said)))] == [items]


@pytest.mark.parametrize(
    "said",
    ["不做软件开发", "隔壁是卖水果的", "我以前在昆山启云软件开发有限公司上班", "公司名字叫昆山轴承有限公司", "我叫丁大宝，股东两个，注册资本一百万"],
)
def test_neighbours_names_and_denials_are_no_trade(said):
    assert [fact for fact in scope_facts(hear(Transcript.of(said))) if fact.value] == []


@pytest.mark.parametrize(
    ("turns", "items"),
    [
        (("软件开发，服装零售", "服装零售不要了"), ("软件开发",)),
        (("做软件开发", "不做软件开发了，卖衣服"), ("服装服饰零售",)),
        (("软件开发，服装零售", "软件开发不要了", "还是加上软件开发"), ("服装服饰零售", "软件开发")),
        (("做软件开发", ("business_scope", "服装零售")), ("软件开发", "服装服饰零售")),
    ],
)
def test_the_list_grows_and_shrinks_over_turns(turns, items):
    assert [fact.value for fact in scope_facts(hear(Transcript.of(*turns)))] == [items]


@pytest.mark.parametrize(
    ("said", "words"), [("我叫何苗，做软件开发。", ["做软件开发"]), ("做 软件 开发", ["做 软件 开发"]), ("软件开发和服装零售", ["软件开发", "服装零售"])]
)
def test_the_quoted_words_are_the_raw_span(said, words):
    (fact,) = scope_facts(hear(Transcript.of(said)))
    assert [each.words for each in fact.evidence] == [said[each.start : each.end] for each in fact.evidence] == words


def test_plain_words_for_an_item_are_likely_and_its_own_words_certain():
    likely, certain = (next(scope_facts(hear(Transcript.of(said)))).certainty for said in ("我要做软件", "经营范围：软件开发"))
    assert (likely, certain) == (Certainty.LIKELY, Certainty.CERTAIN)
