"""Whether a company has one shareholder: what says so, what denies it, and what says neither."""

import pytest

from gaoxing.facts.shareholder_count import sole_shareholder_facts
from gaoxing.facts.statement import hear
from gaoxing.speech.transcript import Transcript


def told(*turns):
    return [each.value for each in sole_shareholder_facts(hear(Transcript.of(*turns)))]


@pytest.mark.parametrize(
    "said",
    [
        "公司就我一个股东",
        "我们是一人公司",
        "我们是个一人有限责任公司",
        "只有一个股东",
        "公司是我一个人的",
        "我们是自然人独资的",
        "股东就我老婆一个人",
        "没有别的股东了",
        "我一个人独资的公司",
        "唯一股东是丁大宝",
        "股东就丁大宝一个人",
    ],
)
def test_one_shareholder_is_heard(said):
    assert told(said) == ["yes"]


@pytest.mark.parametrize(
    "said",
    [
        "公司有两个股东",
        "三个股东都同意了",
        "股东就我和我老婆两个人",
        "不止一个股东",
        "股东一共三个人",
        "不是一人公司",
        "其他股东也签了字",
        "以前就我一个股东，现在有两个股东",
        "股东是丁大宝和苏小云两个人",
    ],
)
def test_several_shareholders_are_heard(said):
    assert told(said) == ["no"]


@pytest.mark.parametrize(
    "said",
    [
        "还差一个股东没签字",
        "有一个股东在外地",
        "只有一个股东不同意",
        "就一个股东来了",
        "转完就我一个股东",
        "今天就我一个人来办",
        "公司就我一个员工",
        "新增两个股东",
        "股权都转给他以后就他一个股东",
        "公司是不是只有一个股东",
        "原来是一人公司",
        "要变成一人公司",
        "个人独资企业",
        "有几个股东要写吗",
        "股东丁大宝",
    ],
)
def test_what_tells_no_number_of_now_gives_nothing(said):
    assert told(said) == []


@pytest.mark.parametrize(
    ("answer", "value"),
    [
        ("就我一个", "yes"),
        ("是的，就一个", "yes"),
        ("三个人", "no"),
        ("是两个人", "no"),
        ("不是，有两个", "no"),
        ("还有我弟弟", "no"),
        ("我和我老公", "no"),
        ("两个，我和丁大宝", "no"),
        ("我老婆也是股东", "no"),
    ],
)
def test_a_bare_answer_counts_where_it_was_asked(answer, value):
    assert told(("sole_shareholder", answer)) == [value]
    assert told(("employees", answer)) == []


def test_the_last_word_counts_with_its_own_words():
    statement = hear(Transcript.of("公司就我一个股东", "不对，有两个股东"))
    (fact,) = sole_shareholder_facts(statement)
    assert (fact.value, fact.evidence[0].turn, fact.evidence[0].words) == ("no", 1, "两个股东")
