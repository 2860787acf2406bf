from __future__ import annotations

import pytest

from gaoxing.facts.statement import hear
from gaoxing.matters.enterprise_request.urgency import urgency_facts
from gaoxing.speech.transcript import Transcript


def urgent(*said: str) -> bool | None:
    return next((bool(fact.value) for fact in urgency_facts(hear(Transcript.of(*said)))), None)


@pytest.mark.parametrize("said", ["这个很急的", "急事急事", "十万火急", "越快越好", "我们真等不及了", "紧急！", "有点急，下周开庭", "急！停产两天了"])
def test_pressing_words_are_urgent(said):
    assert urgent(said) is True


@pytest.mark.parametrize("said", ["不急", "都不急", "不着急，年前就行", "不是很急", "你们慢慢来", "没那么急", "没有急事", "没什么急事", "不是什么急事"])
def test_calm_words_are_not(said):
    assert urgent(said) is False


@pytest.mark.parametrize("said", ["尽快处理", "麻烦抓紧", "急诊太远", "下周就到期", "紧急出口堵了", "急需三个焊工"])
def test_other_words_say_nothing(said):
    assert urgent(said) is None


def test_the_last_word_counts():
    assert urgent("这个很急", "其实也不急") is False


def test_one_calm_problem_takes_nothing_from_an_urgent_one():
    assert urgent("停电的事很急，停车的事不急") is True
