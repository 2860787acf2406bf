"""Suggestions: another 字号, all else kept, each one checked against its own neighbours."""

from __future__ import annotations

from collections.abc import Iterable

import pytest

from gaoxing.names.composition import split
from gaoxing.names.judgement import Verdict
from gaoxing.names.name import Name
from gaoxing.names.neighbour import Neighbour
from gaoxing.names.suggestions import MOST, TRIES, suggest
from gaoxing.names.verdict import judge
from tests.names.pool import ON, registered

TAKEN = registered("昆山启澜智能科技有限公司")


def nobody(_: Name) -> Iterable[Neighbour]:
    return ()


def one(_: Name) -> Iterable[Neighbour]:
    return (TAKEN,)


@pytest.mark.parametrize(
    ("text", "head", "tail"),
    [
        ("昆山启澜智能科技有限公司", "昆山", "智能科技有限公司"),
        ("昆山AI智能科技有限公司", "昆山", "智能科技有限公司"),
        ("昆山科技有限公司", "昆山", "科技有限公司"),
        ("昆山国家级芯片有限公司", "昆山", "芯片有限公司"),
        ("高新区瑞屿科技有限公司", "昆山高新区", "科技有限公司"),
        ("启澜科技有限公司", "昆山", "科技有限公司"),
        ("昆山東方科技有限公司", "昆山", "科技有限公司"),
    ],
)
def test_only_the_trade_name_is_changed(text: str, head: str, tail: str):
    found = suggest(split(text), one, ON)
    assert 3 <= len(found) == len(set(found)) <= MOST
    assert all(each.startswith(head) and each.endswith(tail) and len(each) == len(head + tail) + 2 for each in found)


def test_the_order_of_the_parts_is_kept():
    assert all("（昆山）智能科技" in each for each in suggest(split("启澜（昆山）智能科技有限公司"), one, ON))


def test_every_suggestion_is_free_against_its_own_neighbours():
    found = suggest(split("昆山启澜智能科技有限公司"), one, ON)
    assert {judge(split(each), one(split(each)), ON).verdict for each in found} == {Verdict.FREE}


def test_the_same_name_gets_the_same_suggestions():
    assert suggest(split("昆山启澜科技有限公司"), one, ON) == suggest(split("昆山启澜科技有限公司"), one, ON)


def test_a_full_pool_is_asked_only_so_often():
    asked: list[str] = []

    def everyone(name: Name) -> Iterable[Neighbour]:
        asked.append(name.text)
        return (registered(name.text),)

    assert suggest(split("昆山启澜科技有限公司"), everyone, ON) == ()
    assert 0 < len(asked) <= TRIES


@pytest.mark.parametrize("text", ["", "昆山启澜科技", "昆山启澜科技有限公司苏州分公司", "昆山启澜保安服务有限公司", "，。"])
def test_nothing_is_suggested_where_another_trade_name_would_not_help(text: str):
    assert suggest(split(text), nobody, ON) == ()


def test_a_shop_gets_shops_names():
    found = suggest(split("老街坊面馆"), nobody, ON, sole_trader=True)
    assert found
    assert all(each.endswith("面馆") for each in found)


@pytest.mark.parametrize("trade", ["精密机械", "餐饮管理", "环保科技", "房地产", "企业管理咨询", "物流"])
def test_suggestions_are_split_into_the_same_trade_and_form(trade: str):
    for each in suggest(split(f"昆山启澜{trade}有限公司"), nobody, ON):
        name = split(each)
        assert (name.region, name.trade, name.form, len(name.trade_name)) == ("昆山", trade, "有限公司", 2)


def test_the_first_suggestions_keep_a_character_of_the_own_trade_name():
    found = suggest(split("昆山启澜科技有限公司"), one, ON)
    assert all("启" in each or "澜" in each for each in found)


def test_a_forbidden_character_is_not_suggested_again():
    assert not any("A" in each or "東" in each for each in suggest(split("昆山A東科技有限公司"), nobody, ON))


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("昆山国家级沐禾科技有限公司", "昆山沐禾科技有限公司"),
        ("昆山沐禾AI科技有限公司", "昆山沐禾科技有限公司"),
        ("昆山沐風科技有限公司", "昆山沐风科技有限公司"),
    ],
)
def test_what_is_sound_of_the_trade_name_is_offered_first(text: str, first: str):
    assert suggest(split(text), nobody, ON)[0] == first


def test_no_character_of_a_forbidden_word_is_kept():
    assert not any(set("国家级") & set(each) for each in suggest(split("昆山国家级沐禾科技有限公司"), nobody, ON))
