"""Bare answers: a turn that was asked about a blank may be nothing but its value; free speech and other blanks are left alone."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gaoxing.facts.answer import answered
from gaoxing.facts.statement import hear
from gaoxing.speech.transcript import Transcript

YES_NO = ("choice", (("yes", "是"), ("no", "否")))
KINDS = {
    "paper_licence": YES_NO,
    "setup_mode": ("choice", (("initiation", "发起设立"), ("subscription", "募集设立"))),
    "postcode": ("digits", ()),
    "licence_copies": ("number", ()),
    "email": ("mail", ()),
    "operator.occupation": ("text", ()),
    "parties.*.mobile": ("telephone", ()),
    "parties.*.id_number": ("id_number", ()),
    "parties.*.contribution.amount": ("amount", ()),
    "parties.*.contribution.percent": ("percent", ()),
    "parties.*.contribution.due": ("due", ()),
    "parties.*.contribution.method": ("method", ()),
    "operator.address": ("address", ()),
}


def answers(*turns):
    return [(fact.field, fact.value) for fact in answered(hear(Transcript.of(*turns)), KINDS)]


def value(asked, said):
    found = answers((asked, said))
    assert len(found) <= 1
    return found[0][1] if found else None


@pytest.mark.parametrize("said", ["要", "要的", "对", "好的", "可以", "需要一份", "是的", "嗯要"])
def test_a_yes_is_understood(said):
    assert value("paper_licence", said) == "yes"


@pytest.mark.parametrize("said", ["不要", "不用了", "否", "没必要", "算了", "别打了"])
def test_a_no_is_understood(said):
    assert value("paper_licence", said) == "no"


@pytest.mark.parametrize(("said", "mode"), [("发起设立", "initiation"), ("我们是募集设立的", "subscription"), ("不清楚", None)])
def test_a_choice_is_told_by_its_label(said, mode):
    assert value("setup_mode", said) == mode


READ = {
    ("postcode", "二幺五三零零"): "215300",
    ("postcode", "邮编215316"): "215316",
    ("postcode", "不知道"): None,
    ("licence_copies", "一个"): 1,
    ("licence_copies", "要三份"): 3,
    ("licence_copies", "几份吧"): None,
    ("email", "dabao@example.com"): "dabao@example.com",
    ("email", "dabao幺二三艾特example点com"): "dabao123@example.com",
    ("email", "没有邮箱"): None,
    ("operator.occupation", "务工。"): "务工",
    ("parties.0.mobile", "幺三八零零幺三八零零零"): "13800138000",
    ("parties.2.mobile", "13800138000"): "13800138000",
    ("parties.0.mobile", "记不得了"): None,
    ("parties.0.id_number", "320583199001011234"): "320583199001011234",
    ("parties.0.contribution.amount", "六十万"): "600000",
    ("parties.0.contribution.amount", "六十"): None,
    ("parties.0.contribution.amount", "几十万"): None,
    ("parties.0.contribution.percent", "六成"): "60",
    ("parties.0.contribution.percent", "百分之三十三点三三"): "33.33",
    ("parties.0.contribution.due", "二零二九年六月三十号"): "2029-06-30",
    ("parties.0.contribution.due", "五年内"): {"years": 5},
    ("parties.0.contribution.due", "长期"): None,
    ("parties.0.contribution.method", "货币"): "cash",
    ("parties.0.contribution.method", "用实物"): "in_kind",
    ("operator.address", "昆山高新区元丰路二十八号"): "昆山高新区元丰路28号",
    ("postcode", "２１５３００"): "215300",
    ("postcode", "幺"): None,
    ("licence_copies", "两本"): 2,
    ("licence_copies", "随便"): None,
    ("email", "ding圈aexample点com"): "ding@example.com",
    ("email", "ding艾特example点cn"): "ding@example.cn",
    ("email", "ding点com"): None,
    ("parties.0.mobile", "0512-57000000"): "0512-57000000",
    ("parties.0.id_number", "91320583MA1ABCDE0K"): "91320583MA1ABCDE0K",
    ("parties.0.id_number", "没带身份证"): None,
    ("parties.0.contribution.amount", "30万元"): "300000",
    ("parties.1.contribution.percent", "65.5%"): "65.5",
    ("parties.1.contribution.percent", "不知道"): None,
    ("parties.0.contribution.due", "二零二九年六月底"): "2029-06",
    ("parties.0.contribution.due", "再说"): None,
    ("parties.0.contribution.method", "都是货币"): "cash",
    ("operator.address", "还没租"): None,
    ("paper_licence", "不知道"): None,
    ("paper_licence", "还没想好"): None,
    ("paper_licence", "不对"): "no",
    ("operator.occupation", "不知道"): None,
    ("operator.occupation", "跳过"): None,
    ("operator.occupation", "都对"): None,
    ("operator.occupation", "上一条不对"): None,
}


@pytest.mark.parametrize(("asked", "said"), READ)
def test_an_answer_is_read_as_what_the_blank_holds(asked, said):
    assert value(asked, said) == READ[asked, said]


def test_words_that_answer_no_question_fill_nothing():
    assert answers("二幺五三零零", "要的") == []


def test_a_blank_that_other_readers_fill_is_left_to_them():
    assert answers(("registered_capital", "一百万")) == []


@pytest.mark.parametrize("said", ["", "   ", "嗯", "。"])
def test_an_empty_answer_fills_nothing(said):
    assert value("postcode", said) is None


def test_each_row_is_answered_on_its_own():
    turns = (("parties.0.mobile", "13800138000"), ("parties.1.mobile", "13900139000"))
    assert answers(*turns) == [("parties.0.mobile", "13800138000"), ("parties.1.mobile", "13900139000")]


@pytest.mark.parametrize(("asked", "said"), READ)
def test_an_answer_is_quoted_as_it_was_said(asked, said):
    quoted = [each for fact in answered(hear(Transcript.of((asked, said))), KINDS) for each in fact.evidence]
    assert all(said[each.start : each.end] == each.words for each in quoted)
    assert len(quoted) == (READ[asked, said] is not None)


@pytest.mark.parametrize(
    ("asked", "said", "words"),
    [
        ("parties.0.mobile", "嗯，幺三八 零零零零 幺二三四", "幺三八 零零零零 幺二三四"),
        ("postcode", "邮编是215300", "215300"),
        ("setup_mode", "那就发起设立吧", "发起设立"),
        ("parties.0.contribution.amount", "他出三十万", "三十万"),
        ("paper_licence", "要的", "要的"),
    ],
)
def test_only_the_words_of_the_answer_are_quoted(asked, said, words):
    (fact,) = answered(hear(Transcript.of((asked, said))), KINDS)
    assert [each.words for each in fact.evidence] == [words]


@given(st.integers(0, 999_999))
def test_any_postcode_is_kept_with_its_zeros(number):
    assert value("postcode", f"{number:06d}") == f"{number:06d}"


@given(st.integers(1, 9_999))
def test_any_amount_in_ten_thousands_is_read(number):
    assert value("parties.0.contribution.amount", f"{number}万元") == str(number * 10_000)


@pytest.mark.parametrize(
    ("said", "value"), [("没问题", "yes"), ("没错", "yes"), ("没有", "no"), ("不用了", "no"), ("要不算了", None), ("有没有都行", None), ("不知道", None)]
)
def test_yes_and_no_are_not_told_by_their_first_character_alone(said, value):
    facts = list(answered(hear(Transcript.of(("paper_licence", said))), {"paper_licence": ("choice", (("yes", "是"), ("no", "否")))}))
    assert [fact.value for fact in facts] == ([] if value is None else [value])


SETTLED = ("choice", (("none", "未发生债权债务"), ("settled", "已清理完毕"), ("open", "尚未清理完毕")))
BOTH = ("choice", (("true", "是"), ("false", "否")))


@pytest.mark.parametrize(
    ("kind", "said", "value"),
    [
        (SETTLED, "已经清理完毕", "settled"),
        (SETTLED, "都清理完了", "settled"),
        (SETTLED, "尚未清理完毕", "open"),
        (SETTLED, "清了", "settled"),
        (SETTLED, "还没清", "open"),
        (SETTLED, "没清理呢", "open"),
        (BOTH, "符合", True),
        (SETTLED, "未发生债权债务", "none"),
        (SETTLED, "说不清", None),
        (YES_NO, "已经满了", "yes"),
        (YES_NO, "早就公告了", "yes"),
        (YES_NO, "还没满", "no"),
        (YES_NO, "正在公示", "no"),
        (YES_NO, "已经不做了", None),
        (BOTH, "是，符合", True),
        (BOTH, "不符合", False),
    ],
)
def test_a_choice_is_understood_in_the_applicants_own_words(kind, said, value):
    found = list(answered(hear(Transcript.of(("what", said))), {"what": kind}))
    assert [fact.value for fact in found] == ([] if value is None else [value])


def test_a_later_turn_puts_an_answered_numbers_last_figures_right():
    said = hear(Transcript.of(("telephone", "幺八六零零零零四四五五"), "不对，尾号是四四六六"))
    assert [fact.value for fact in answered(said, {"telephone": ("telephone", ())})] == ["18600004466"]


YES_OR_NO = {"sole_shareholder": ("choice", (("yes", "是"), ("no", "否")))}


@pytest.mark.parametrize("said", ["我老婆也是股东", "要问一下老板", "要登多久啊", "是什么意思", "哪里看得到"])
def test_a_question_and_a_label_inside_other_words_answer_nothing(said):
    assert list(answered(hear(Transcript.of(("sole_shareholder", said))), YES_OR_NO)) == []


@pytest.mark.parametrize(("said", "value"), [("应该是的", "yes"), ("是", "yes"), ("否", "no")])
def test_a_label_of_one_character_is_an_answer_by_itself(said, value):
    (fact,) = answered(hear(Transcript.of(("sole_shareholder", said))), YES_OR_NO)
    assert fact.value == value
