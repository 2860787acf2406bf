"""Who will hold the licences, only from words for it."""

from __future__ import annotations

import pytest

from gaoxing.facts.statement import hear
from gaoxing.matters.joint_licence.entity import entity_facts, which
from gaoxing.speech.transcript import Transcript


@pytest.mark.parametrize(
    ("said", "kind"),
    [
        ("用公司名义办", "company"),
        ("想注册一家公司", "company"),
        ("开个货运公司", "company"),
        ("我们公司做派遣的，还没注册", "company"),
        ("主体为公司", "company"),
        ("名字叫示例餐饮有限公司", "company"),
        ("个体户就行", "sole_trader"),
        ("办个体工商户", "sole_trader"),
        ("执照已经有了", "existing"),
        ("昆山样例食品有限公司已注册", "existing"),
        ("公司执照去年就办好了", "existing"),
        ("厂里执照早就有", "existing"),
        ("我们现成的公司昆山样例食品有限公司，想多开一个药店", "existing"),
        ("昆山样例食品有限公司想再开一个药店", "existing"),
    ],
)
def test_words_for_the_holder_are_read(said: str, kind: str):
    assert which(said) == kind


@pytest.mark.parametrize("said", ["想开个面馆", "物业公司不让挂招牌", "不办个体户", "加盟公司说的", "旁边有家公司", "执照还没办"])
def test_other_words_say_nothing_of_the_holder(said: str):
    assert which(said) is None


def test_no_licence_yet_is_not_an_existing_one():
    assert which("公司还没有营业执照，想办公司执照") == "company"


def test_the_last_turn_that_says_it_counts():
    [fact] = entity_facts(hear(Transcript.of("用公司名义办", "还是办个体户吧")))
    assert fact.value == "sole_trader"
