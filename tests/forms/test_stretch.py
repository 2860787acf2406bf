"""A stretch is found where exactly its words were said, the last place first."""

from gaoxing.facts.statement import hear
from gaoxing.forms.stretch import LONGEST_STRETCH, stretches
from gaoxing.speech.transcript import Transcript


def places(words, *said):
    return [(each.heard.turn, each.text) for each in stretches(hear(Transcript.of(*said)), words)]


def test_the_last_place_comes_first():
    assert places("一百万", "资本一百万", "对，一百万") == [(1, "一百万"), (0, "一百万")]


def test_words_are_found_over_fillers_as_they_were_said():
    assert places("一百 嗯 万", "注册资本一百 嗯 万元整") == [(0, "一百万")]


def test_words_that_were_not_said_are_found_nowhere():
    assert places("两百万", "资本一百万") == []


def test_empty_words_and_long_ones_are_no_stretch():
    assert places(" ", "资本 一百万") == places("一" * (LONGEST_STRETCH + 1), "一" * 300) == []


def test_only_whole_tokens_lie_inside():
    (stretch,) = stretches(hear(Transcript.of("我投了十五万")), "五万")
    assert stretch.of("money") == []


def test_a_place_in_a_name_is_known():
    (stretch,) = stretches(hear(Transcript.of("叫昆山测试软件有限公司")), "有限公司")
    assert stretch.named(stretch.start, stretch.end)
