"""What is said to the conversation: confirmed, put off, not known, taken back, to be amended; everything else is words for the form."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gaoxing.facts.command import Command, command, heeded
from gaoxing.speech.transcript import LONGEST_TURN, Transcript

COMMANDS = {
    "都对": Command("confirm"),
    "嗯都对的": Command("confirm"),
    "没错！": Command("confirm"),
    "跳过": Command("skip"),
    "这个先跳过吧": Command("skip"),
    "下一题": Command("skip"),
    "不知道": Command("unknown"),
    "嗯……这个我也不清楚": Command("unknown"),
    "还没想好呢": Command("unknown"),
    "以后再说": Command("unknown"),
    "先空着吧": Command("unknown"),
    "上一条不对": Command("retract"),
    "不对，上一条不对": Command("retract"),
    "撤销上一条": Command("retract"),
    "嗯 那个 上一句不算": Command("retract"),
    "上一条不对，是两百万": Command("retract", rest="是两百万"),
    "刚才那个说错了，应该是两百万": Command("retract", rest="应该是两百万"),
    "改一下": Command("amend"),
    "不对": Command("amend"),
    "改一下注册资本": Command("amend", "注册资本"),
    "我想把经营范围改一下": Command("amend", "经营范围"),
    "丁大宝的电话错了": Command("amend", "丁大宝的电话"),
    "注册资本改一下，两百万": Command("amend", "注册资本", "两百万"),
}


@pytest.mark.parametrize("said", COMMANDS)
def test_a_command_is_understood(said):
    assert command(said) == COMMANDS[said]


@pytest.mark.parametrize(
    "said",
    [
        "",
        "注册资本一百万",
        "注册资本改成两百万",
        "不对，注册资本改成两百万",
        "名字叫改一下科技有限公司",
        "过户",
        "不知道要不要办许可证",
        "都对外出租",
        "没问题的话就写一百万",
        "是章不是张",
        "我不清楚股东怎么填，先写丁大宝",
        "对半分",
    ],
)
def test_words_for_the_form_are_no_command(said):
    assert command(said) is None


def said_of(*turns):
    return [(turn.asked, turn.said.strip()) for turn in heeded(Transcript.of(*turns)).turns]


def test_the_turn_taken_back_is_blank_and_its_question_asked_again():
    assert said_of("开公司", ("registered_capital", "一百万"), "上一条不对") == [(None, "开公司"), ("registered_capital", ""), ("registered_capital", "")]


def test_what_follows_answers_the_question_of_the_turn_taken_back():
    assert said_of("开公司", ("registered_capital", "一百万"), ("employees", "上一条不对，是两百万"))[1:] == [
        ("registered_capital", ""),
        ("registered_capital", "是两百万"),
    ]


def test_twice_taken_back_are_two_turns():
    assert said_of("开公司", ("registered_capital", "一百万"), ("employees", "五个"), "上一条不对", "上一条不对")[1:3] == [
        ("registered_capital", ""),
        ("employees", ""),
    ]


@pytest.mark.parametrize("last", ["刚才说错了，注册资本是两百万", "刚刚说错了，丁大宝占三成"])
def test_words_that_name_what_they_put_right_leave_the_turn_before_alone(last):
    turns = ("开公司", ("employees", "五个"), ("domicile", last))
    assert heeded(Transcript.of(*turns)) == Transcript.of(*turns)


@pytest.mark.parametrize("turns", [("开公司，注册资本一百万", "上一条不对，是两百万"), ("上一条不对",), ("开公司", "", "上一条不对"), ()])
def test_the_free_statement_is_never_taken_back(turns):
    assert heeded(Transcript.of(*turns)) == Transcript.of(*turns)


@given(st.lists(st.text("上一条不对是两百万都改下注册资本刚才说错了，。 嗯", max_size=12), max_size=5))
def test_every_word_keeps_its_place(turns):
    for before, after in zip(turns, heeded(Transcript.of(*turns)).turns, strict=True):
        assert len(after.said) == len(before)
        assert all(new in (old, " ") for old, new in zip(before, after.said, strict=True))


def test_a_very_long_turn_is_looked_at_quickly():
    assert command("改" * LONGEST_TURN) is None


@pytest.mark.parametrize("said", ["身份证后四位报错了，是零七五八", "刚才身份证最后三位不对，应该是零零八", "尾号说错了，是七五七四"])
def test_some_figures_of_a_number_are_no_blank_to_amend(said):
    assert command(said) is None
