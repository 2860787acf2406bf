"""Trades: their words, their classes, and when two are the same."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gaoxing.names.trade import LONGEST_WORD, Kinship, beginning, class_name, classes, is_company, is_technical, kinship, lexicon
from gaoxing.standards.industry import division_of

WORDS = sorted(lexicon().group)
SAME = [
    ("智能科技", "信息技术"),
    ("地产", "置业"),
    ("贸易", "进出口"),
    ("餐饮", "餐饮管理"),
    ("机械", "机电设备"),
    ("物流", "供应链"),
    ("装饰", "装潢"),
    ("文化", "广告"),
    ("模具", "精密模具"),
]
NEAR = [("机械", "模具"), ("会计", "翻译"), ("文化", "摄影"), ("医疗器械", "口腔")]
DIFFERENT = [("智能科技", "餐饮管理"), ("机械", "贸易"), ("装饰", "建筑"), ("教育", "物流"), ("胖球", "圆球")]


@pytest.mark.parametrize(("one", "other"), SAME)
def test_words_that_mean_the_same_are_one_trade(one: str, other: str):
    assert kinship((one, ""), (other, "")) is Kinship.SAME


@pytest.mark.parametrize(("one", "other"), NEAR)
def test_words_of_one_group_that_do_not_mean_the_same_are_only_near(one: str, other: str):
    assert kinship((one, ""), (other, "")) is Kinship.NEAR


@pytest.mark.parametrize(("one", "other"), DIFFERENT)
def test_words_of_two_groups_are_different_trades(one: str, other: str):
    assert kinship((one, ""), (other, "")) is Kinship.DIFFERENT


def test_technology_beside_a_technical_trade_is_loose():
    assert kinship(("环保科技", ""), ("科技", "")) is Kinship.LOOSE
    assert is_technical("环保科技")
    assert not is_technical("餐饮")


@given(st.sampled_from(WORDS), st.sampled_from(WORDS))
def test_kinship_is_the_same_both_ways(one: str, other: str):
    assert kinship((one, ""), (other, "")) is kinship((other, ""), (one, ""))


@given(st.sampled_from(WORDS))
def test_a_trade_is_the_same_as_itself(word: str):
    assert kinship((word, ""), (word, "")) is Kinship.SAME


@pytest.mark.parametrize("trade", ["", "实业", "发展", "集团"])
def test_words_that_say_nothing_are_no_trade(trade: str):
    assert classes(trade) == ()
    assert kinship((trade, "有限公司"), ("机械", "有限公司")) is Kinship.NONE


@pytest.mark.parametrize(
    ("trade", "form", "group"),
    [
        ("面", "馆", "catering"),
        ("大药", "房", "biology"),
        ("", "超市", "retail"),
        ("花", "店", "gardening"),
        ("酒", "店", "lodging"),
        ("便利", "店", "retail"),
        ("理发", "店", "beauty"),
    ],
)
def test_a_shops_trade_is_told_with_its_form(trade: str, form: str, group: str):
    assert classes(trade, form) == (group,)


@pytest.mark.parametrize(
    ("trade", "group"),
    [
        ("食品机械", "machinery"),
        ("机械贸易", "trade"),
        ("餐饮服务", "catering"),
        ("环保科技", "environment"),
        ("汽车销售服务", "vehicles"),
        ("精密机械制造", "machinery"),
    ],
)
def test_the_last_word_with_a_meaning_decides(trade: str, group: str):
    assert classes(trade) == (group,)


def test_an_unknown_trade_is_a_class_of_its_own():
    assert classes("胖球") == ("=胖球",)
    assert class_name("=胖球") == "胖球"
    assert class_name("catering") == "餐饮"


@pytest.mark.parametrize(
    ("words", "start"),
    [
        ("启澜智能科技", 2),
        ("新启澜智能科技", 3),
        ("源华新食品", 3),
        ("海之云科技", 3),
        ("沃尔新能源", 2),
        ("智能科技", 0),
        ("动力机械", 0),
        ("沃动机械", 2),
        ("现代科技", 2),
        ("鑫机械", 1),
        ("禾屿胖球", None),
        ("", None),
        ("华信信息技术", 2),
    ],
)
def test_the_trade_begins_behind_the_trade_name(words: str, start: int | None):
    assert beginning(words, shop=False) == start


def test_a_shops_word_counts_only_before_a_shops_form():
    assert beginning("老街坊面", shop=True) == 3
    assert beginning("老街坊面", shop=False) is None


def test_a_company_is_told_by_its_form():
    assert [is_company(each) for each in ("有限公司", "合伙企业（有限合伙）", "馆")] == [True, True, False]


def test_every_group_lies_in_a_division_of_the_standard():
    assert all(division_of(code) for code in lexicon().codes.values())


def test_synonyms_are_words_of_their_group():
    strays = [word for group, words in lexicon().synonyms.items() for word in words if lexicon().group.get(word) != group]
    assert strays == []


def test_no_word_is_longer_than_is_looked_for():
    assert max(map(len, lexicon().group)) <= LONGEST_WORD
    assert not [word for word in lexicon().group if word in lexicon().empty]
