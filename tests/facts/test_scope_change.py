import pytest

from gaoxing.facts.scope_change import scope_change
from gaoxing.facts.statement import hear
from gaoxing.speech.transcript import Transcript


def told(*turns):
    found = scope_change(hear(Transcript.of(*turns)))
    return (sorted(found[0].added), sorted(found[0].removed)) if found else None


@pytest.mark.parametrize(
    "said",
    [
        "经营范围增加软件开发，去掉五金产品零售",
        "经营范围去掉五金产品零售，增加软件开发",
        "把五金产品零售删掉，换成软件开发",
        "经营范围里五金产品零售那一条也帮我拿掉换成软件开发",
        "经营范围原来有五金产品零售现在不做了，再加一个软件开发",
        "经营范围中的“五金产品零售”去除，新增“软件开发”",
        "经营范围加软件开发，五金产品零售用不着了",
    ],
)
def test_what_enters_and_what_leaves_are_told_apart(said):
    assert told(said) == (["软件开发"], ["五金产品零售"])


def test_several_items_follow_one_word():
    assert told("经营范围去掉日用百货销售、服装服饰零售，增加软件开发和五金产品批发") == (["五金产品批发", "软件开发"], ["日用百货销售", "服装服饰零售"])


def test_what_is_kept_neither_enters_nor_leaves():
    assert told("经营范围加软件开发，五金产品零售还留着") == (["软件开发"], [])


def test_an_addition_taken_back_is_no_removal():
    assert told("经营范围增加软件开发、日用百货销售", "日用百货销售还是不加了") == (["软件开发"], [])


def test_a_later_turn_adds_more():
    assert told("经营范围加软件开发", "再加一个日用百货销售") == (["日用百货销售", "软件开发"], [])


def test_activities_without_any_change_are_none():
    assert told("我们公司是做软件开发的") is None


def test_items_joined_before_a_word_of_removing_leave_together():
    assert told("经营范围把日用百货销售和服装服饰零售这两项去掉") == ([], ["日用百货销售", "服装服饰零售"])


def test_a_removal_taken_back_is_no_addition():
    assert told("经营范围去掉日用百货销售，增加软件开发", "日用百货销售还是留着") == (["软件开发"], [])


def test_who_changes_their_mind_removes_what_was_to_enter():
    assert told("经营范围增加软件开发", "经营范围还要增加日用百货销售", "软件开发不要了") == (["日用百货销售"], [])


@pytest.mark.parametrize("said", ["经营范围的事我想问一下", "经营范围不变，地址变更", "注册资本增加到五百万", "减资公告发了"])
def test_talk_of_a_change_without_an_item_changes_nothing(said):
    assert told(said) is None


def test_each_item_keeps_the_words_that_named_it():
    said = "经营范围增加软件开发，去掉五金产品零售"
    [found] = scope_change(hear(Transcript.of(said)))
    words = {**found.added, **found.removed}
    assert {item: said[each.start : each.end] for item, each in words.items()} == {item: each.words for item, each in words.items()}
    assert found.spot < found.latest
