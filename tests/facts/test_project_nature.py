"""The nature of a project in plain words."""

import pytest

from gaoxing.facts.fact import Certainty
from gaoxing.facts.project_nature import find_natures, nature_facts
from gaoxing.facts.statement import hear
from gaoxing.speech.transcript import Transcript


def nature(*turns):
    return [fact.value for fact in nature_facts(hear(Transcript.of(*turns)))]


@pytest.mark.parametrize(
    ("said", "value"),
    [
        ("性质是新建地方在示例路", "new"),
        ("属于扩建", "expansion"),
        ("我们要新建一个厂备个案", "new"),
        ("性质应该是扩建不是新建", "expansion"),
        ("性质就勾扩建", "expansion"),
        ("技改类的总投资", "technical_renovation"),
        ("我们要做技术改造", "technical_renovation"),
        ("整体搬迁到新址", "relocation"),
        ("迁建，总投资", "relocation"),
        ("性质嘛算扩建", "expansion"),
    ],
)
def test_the_nature_is_read_from_words_for_it(said: str, value: str):
    assert nature(said) == [value]


@pytest.mark.parametrize(
    "said",
    ["想新建一栋厂房", "新建三条产线", "项目名称是示例零件扩建项目", "企业叫昆山扩建示例有限公司", "改扩建都有", "不是新建", "去年做的技改"],
)
def test_what_only_holds_the_word_gives_none(said: str):
    assert nature(said) == []


def test_the_word_for_the_nature_goes_before_a_mention():
    assert nature("厂房是新建，性质属于扩建，设备技改一下") == ["expansion"]


def test_a_later_turn_puts_it_right():
    assert nature("属于新建", "说错了，应该是扩建") == ["expansion"]
    assert nature(("nature", "算技改吧")) == ["technical_renovation"]


def test_two_natures_without_a_word_to_choose_are_asked():
    [fact] = nature_facts(hear(Transcript.of("我们扩建，也有技改")))
    assert (fact.certainty, fact.readings) == (Certainty.UNSURE, ("expansion", "technical_renovation"))


def test_a_former_nature_is_found_where_it_is_wanted():
    assert [each.value for each in find_natures("原来是新建，现在扩建", former=True)] == ["new", "expansion"]
    assert [each.value for each in find_natures("原来是新建，现在扩建")] == ["expansion"]
