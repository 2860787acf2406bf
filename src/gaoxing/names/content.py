"""Forbidden and restricted words in a name (名称禁限用内容), by class, with the characters marked.

《企业名称登记管理规定》 arts 11, 12 and the rules beside it; classes, words and days stand in content.toml.

>>> from gaoxing.names.composition import split
>>> [(each.rule, each.words) for each in content_findings(split("昆山国家级芯片有限公司"), date(2026, 11, 24))]
[('SUPERLATIVE', '国家级')]
>>> content_findings(split("昆山平安全国际物流有限公司"), date(2026, 11, 24))[0].words
'国际'
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

from gaoxing.names.judgement import Finding, Verdict
from gaoxing.names.name import Kind, Name
from gaoxing.standards.region_code import countries

TABLE = Path(__file__).with_name("content.toml")
COUNTRIES = "@countries"
_AT_HOME = frozenset({"中国", "香港", "澳门", "台湾"})


@dataclass(frozen=True)
class ContentClass:
    """A class of words (禁限用类别): where they count, and what they give. `words` is one pattern of all of them; `until` is exclusive."""

    id: str
    name: str
    verdict: Verdict
    where: str
    since: date
    until: date
    basis: str
    remedy: str
    words: re.Pattern[str]


def content_findings(name: Name, on: date) -> tuple[Finding, ...]:
    """Every forbidden or restricted word, once a place: the first class that finds it wins."""
    told: list[Finding] = []
    for each in content_classes():
        if each.since <= on < each.until:
            told += [one for one in _found(each, name) if all(one.start >= other.end or one.end <= other.start for other in told)]
    return tuple(sorted(told, key=lambda each: each.start))


@cache
def content_classes() -> tuple[ContentClass, ...]:
    """The table, read once."""
    rows = tomllib.loads(TABLE.read_text(encoding="utf-8"))["class"]
    return tuple(
        ContentClass(
            row["id"],
            row["name"],
            Verdict(row["verdict"]),
            row["where"],
            row["since"],
            row.get("until", date.max),
            row["basis"],
            row["remedy"],
            re.compile("|".join(word for each in row["words"] for word in _words(each))),
        )
        for row in rows
    )


def _words(entry: str) -> tuple[str, ...]:
    """The patterns that an entry of the table stands for."""
    if entry != COUNTRIES:
        return (entry,)
    return tuple(f"{each}(?!际|料理|风味|菜|面)" for each in sorted(countries() - _AT_HOME, key=len, reverse=True))


def _found(each: ContentClass, name: Name) -> Iterator[Finding]:
    for start, end in _places(each, name):
        words = name.text[start:end]
        yield Finding(each.id, each.verdict, start, end, words, f"“{words}”：{each.name}，{_TOLD[each.verdict]}。", each.remedy, each.basis)


_TOLD = {
    Verdict.FORBIDDEN: "企业名称里不能用",
    Verdict.RESTRICTED: "要先批准或者由工作人员核对",
    Verdict.SIMILAR: "可能被认作那家企业",
    Verdict.FREE: "请核对",
}


def _places(each: ContentClass, name: Name) -> Iterator[tuple[int, int]]:
    if each.where == "anywhere":
        yield from (match.span() for match in each.words.finditer(name.text))
        return
    part = name.part(Kind.TRADE_NAME) or name.part(Kind.TRADE)
    start = 0 if each.where == "head" or part is None else part.start
    match = each.words.match(name.text, start)
    if match and (each.where != "whole" or match.group() == name.trade_name):
        yield match.span()
