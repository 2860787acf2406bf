"""The trade in a name (行业或者经营特点): where it begins, which class it belongs to, whether two names are in the same trade.

The words are our own list in trades.toml, grouped after the divisions of GB/T 4754-2017. «Same trade» decides whether a name is refused
(《企业名称登记管理规定》 art 17), so only words that mean the same count as SAME; others of a group are NEAR and only shown.

>>> classes("智能科技"), classes("发展"), classes("面", "馆")
(('technology',), (), ('catering',))
>>> kinship(("智能科技", ""), ("信息技术", "")), kinship(("机械", ""), ("餐饮管理", ""))
(<Kinship.SAME: 'same'>, <Kinship.DIFFERENT: 'different'>)
>>> beginning("沐禾智能科技", shop=False), beginning("智能科技", shop=False)
(2, 0)
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

TABLE = Path(__file__).with_name("trades.toml")
LONGEST_WORD = 8
"""Characters of the longest word in the table."""
BROAD = "technology"
"""科技 says little: beside 环保科技 it is near, never the same."""
_TECHNICAL = ("科技", "技术", "信息", "智能", "数据", "网络")


class Kinship(StrEnum):
    """How two trades stand to each other (行业关系)."""

    SAME = "same"
    """The same words, or words that mean the same."""
    NEAR = "near"
    """Of one group, yet not the same."""
    LOOSE = "loose"
    """科技 beside a trade whose words name technology too."""
    DIFFERENT = "different"
    NONE = "none"
    """At least one of them names no trade."""


@dataclass(frozen=True)
class Lexicon:
    """The words of trades.toml: word → group, and the words that carry none."""

    group: Mapping[str, str]
    shop: Mapping[str, str]
    synonyms: Mapping[str, frozenset[str]]
    generic: frozenset[str]
    empty: frozenset[str]
    leading: frozenset[str]
    ambiguous: frozenset[str]
    names: Mapping[str, str]
    codes: Mapping[str, str]


@cache
def lexicon() -> Lexicon:
    """The table, read once."""
    table: dict[str, Any] = tomllib.loads(TABLE.read_text(encoding="utf-8"))
    groups = table["group"]
    return Lexicon(
        {word: each["id"] for each in reversed(groups) for word in each["words"]},
        {word: each["id"] for each in reversed(groups) for word in each["shop"]},
        {each["id"]: frozenset(each["same"]) for each in groups},
        frozenset(table["generic"]),
        frozenset(table["empty"]),
        frozenset(table["leading"]),
        frozenset(table["ambiguous"]),
        {each["id"]: each["name"] for each in groups},
        {each["id"]: each["code"] for each in groups},
    )


def classes(trade: str, form: str = "") -> tuple[str, ...]:
    """The classes that the trade of a name belongs to; none for a name without a real one (实业, 发展); unknown words are a class of their own."""
    group, _ = _meaning(trade, form)
    return (group,) if group else ()


def class_name(group: str) -> str:
    """What a class is called on the page (餐饮); the words themselves where it is unknown."""
    return lexicon().names.get(group, group.removeprefix("="))


@lru_cache(maxsize=65536)
def kinship(one: tuple[str, str], other: tuple[str, str]) -> Kinship:
    """How two trades, each with its form, stand to each other; symmetrical."""
    (mine, my_word), (theirs, their_word) = _meaning(*one), _meaning(*other)
    if not mine or not theirs:
        return Kinship.NONE
    if mine == theirs:
        synonyms = lexicon().synonyms.get(mine, frozenset())
        same = _core(my_word) == _core(their_word) or {my_word, their_word} <= synonyms or mine.startswith("=")
        return Kinship.SAME if same else Kinship.NEAR
    specific = other if mine == BROAD else one if theirs == BROAD else None
    if specific is not None and is_technical(specific[0]):
        return Kinship.LOOSE
    return Kinship.DIFFERENT


def is_technical(trade: str) -> bool:
    """Whether the words of a trade name technology (环保科技, 信息工程)."""
    return any(each in trade for each in _TECHNICAL)


def beginning(words: str, *, shop: bool) -> int | None:
    """Where the trade begins in the words between division and form: 0 where all of it is trade, None where no trade is recognised.

    `shop`: the form is a shop's (馆, 店), so that 面 and 药 count right before it. A 字号 of two characters or more is left where that is possible.
    """
    starts = _starts(words, shop=shop)
    if not starts:
        return None
    behind = [each for each in starts if each >= 2]
    if 0 in starts and not (behind and words[: behind[0]] in lexicon().ambiguous):
        return 0
    return behind[0] if behind else min(starts)


@lru_cache(maxsize=65536)
def _meaning(trade: str, form: str) -> tuple[str, str]:
    """The class and the deciding word; ("", "") for no trade, ("=X", X) for an unknown one."""
    table = lexicon()
    shop = table.shop.get(trade)
    if form and shop and trade + form not in table.group and not is_company(form):
        return shop, trade
    for words in (trade + form, trade) if form else (trade,):
        if words in table.group:
            return table.group[words], words
    if not trade or trade in table.empty:
        return ("", "") if not form or form not in table.group else (table.group[form], form)
    return _deciding(_segments(trade)) or ("=" + trade, trade)


def is_company(form: str) -> bool:
    """Whether a form is a company's or a partnership's, not a shop's."""
    return any(each in form for each in ("公司", "合伙企业", "集团", "合作社"))


def _deciding(words: Iterable[str]) -> tuple[str, str] | None:
    """The last word that stands in a group; 科技 and 工程 give way to a word of another group before them (环保 + 科技)."""
    table = lexicon()
    known = [each for each in words if each in table.group]
    specific = [each for each in known if table.group[each] != BROAD and each != "工程"] or known
    return (table.group[specific[-1]], specific[-1]) if specific else None


def _core(word: str) -> str:
    """What is left of a trade's word without what leads it and without 科技, 制造 and the like behind it."""
    table = lexicon()
    for tail in sorted((*table.generic, "科技", "技术", "工程"), key=len, reverse=True):
        if word.endswith(tail) and len(word) - len(tail) >= 2:
            word = word[: -len(tail)]
            break
    for head in table.leading:
        if word.startswith(head) and word[len(head) :] in table.group:
            return word[len(head) :]
    return word


def _segments(trade: str) -> tuple[str, ...]:
    """The words of a trade, the longest from the end; characters that belong to none are left out."""
    found: list[str] = []
    end = len(trade)
    while end > 0:
        start = next((each for each in range(max(0, end - LONGEST_WORD), end) if _is_word(trade[each:end])), None)
        if start is not None:
            found.append(trade[start:end])
        end = end - 1 if start is None else start
    return tuple(reversed(found))


def _starts(words: str, *, shop: bool) -> list[int]:
    """Every place from which the rest is made of the table's words and says a trade."""
    table, size = _words(), len(words)
    reached: dict[int, bool] = {size: False}
    for start in range(size - 1, -1, -1):
        for end, said in tuple(reached.items()):
            if end - start > LONGEST_WORD:
                continue
            word = words[start:end]
            says = table.get(word)
            if shop and end == size and word in lexicon().shop:
                says = True
            if says or (says is False and end != size):
                reached[start] = reached.get(start, False) or says or said
    return sorted(each for each, says in reached.items() if says)


@cache
def _words() -> Mapping[str, bool]:
    """Every word that a trade is made of: whether it says one; False where it only leads."""
    table = lexicon()
    return dict.fromkeys(table.leading, False) | dict.fromkeys((*table.group, *table.empty, *table.generic), True)


def _is_word(word: str) -> bool:
    return word in _words()
