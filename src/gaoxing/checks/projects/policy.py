"""Lists of industrial policy (产业政策清单): whose items a project's words hit. Data of `policies.toml`, or of a zone's own file in the same shape.

A hit is by words, so it never rejects: a clerk compares with the official text. `mark` tells whether an item was read (S) or is from knowledge (K).

>>> [each.entry.list for each in hits("新建工业机器人减速器生产线", on=date(2026, 11, 25))]
['encouraged']
>>> hits("拆除含氰电镀线，改为无氰工艺", on=date(2026, 11, 25))
()
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

SHIPPED = Path(__file__).with_name("policies.toml")
LISTS = {
    "approval": "核准目录",
    "eliminated": "淘汰类",
    "restricted": "限制类",
    "encouraged": "鼓励类",
    "foreign": "外商投资准入负面清单",
}
"""What lists there are, by id and what they are called."""

MARKS = ("S", "K")
DENIED = ("不涉及", "不含", "不从事", "不做", "不用", "不采用", "不再", "没有", "拆除", "淘汰", "替代", "取代", "停用", "关停", "禁止")
"""Words shortly before an item that say the project has none of it."""
TOUCHING = ("无", "非", "不")
"""Words that deny only where they touch it: 不锈钢 before an item denies nothing."""


@dataclass(frozen=True)
class Entry:
    """An item of a list: the words that hit it, words that speak against, its source with number, and the days it holds (`until` exclusive)."""

    list: str
    item: str
    words: tuple[str, ...]
    without: tuple[str, ...]
    title: str
    number: str
    since: date
    until: date | None
    mark: str

    @property
    def cited(self) -> str:
        """The instrument with its item; what was not compared with the text says so."""
        return f"{self.title}{'' if self.mark == 'S' else '（条目未核实）'}"


@dataclass(frozen=True)
class Hit:
    """An item that a project's words hit, and the word that did."""

    entry: Entry
    word: str


@dataclass(frozen=True)
class Flaw:
    """What is wrong with a file of lists: where, and what to do. `where` is an entry's number from 1, 0 the file."""

    where: int
    sentence: str


def hits(text: str, *, on: date, entries: Sequence[Entry] | None = None) -> tuple[Hit, ...]:
    """The items in force on the day that the words hit, each once, in the list's order."""
    known = shipped() if entries is None else entries
    holding = [each for each in known if each.since <= on and (each.until is None or on < each.until)]
    return tuple(Hit(each, word) for each in holding if (word := _word(each, text)))


@cache
def shipped() -> tuple[Entry, ...]:
    """The starter set that lies in this folder."""
    return entries(SHIPPED.read_text(encoding="utf-8"))


def entries(text: str) -> tuple[Entry, ...]:
    """The items of a file. Raises ValueError with the first flaw's sentence where the file has one."""
    told = tomllib.loads(text)
    if found := list(_flaws(told)):
        raise ValueError(found[0].sentence)
    return tuple(_entry(row, told["source"][row["source"]]) for row in told["entry"])


def flaws(text: str) -> tuple[Flaw, ...]:
    """Everything wrong with a file of lists, for whoever wrote it; empty where it can be used."""
    try:
        return tuple(_flaws(tomllib.loads(text)))
    except tomllib.TOMLDecodeError as fault:
        return (Flaw(0, f"不合 TOML 的写法：{fault}。请对照自带的清单改好再试。"),)
    except RecursionError:
        return (Flaw(0, "套得太深，读不下去。请改简单些再试。"),)


def _word(entry: Entry, text: str) -> str:
    if any(each in text for each in entry.without):
        return ""
    return next((word for word in entry.words if any(not _denied(text[:at]) for at in _places(word, text))), "")


def _places(word: str, text: str) -> Iterator[int]:
    at = text.find(word)
    while at >= 0:
        yield at
        at = text.find(word, at + 1)


def _denied(before: str) -> bool:
    """Whether the words right before an item deny it: within its own clause, six characters back."""
    clause = before.replace("；", "，").replace("。", "，").replace(";", "，").rpartition("，")[2][-6:]
    return clause.endswith(TOUCHING) or any(word in clause for word in DENIED)


def _entry(row: Mapping[str, Any], source: Mapping[str, Any]) -> Entry:
    return Entry(
        row["list"],
        row["item"],
        tuple(row["words"]),
        tuple(row.get("without", ())),
        source["title"],
        source["number"],
        source["from"],
        source.get("until"),
        row["mark"],
    )


def _flaws(told: Mapping[str, Any]) -> Iterator[Flaw]:
    sources = told.get("source")
    if not isinstance(sources, Mapping) or not sources:
        yield Flaw(0, "没有写来源。请写一段 [source.名字]，里面写 title、number、from。")
        return
    yield from (Flaw(0, f"来源“{name}”要写 title、number（文字）和 from（日期）。") for name, each in sources.items() if not _sourced(each))
    rows = told.get("entry")
    if not isinstance(rows, list) or not rows:
        yield Flaw(0, "没有条目。请写 [[entry]]，里面写 list、source、item、words、mark。")
        return
    for number, row in enumerate(rows, 1):
        yield from (Flaw(number, sentence) for sentence in _faults(row, sources))


def _sourced(each: Any) -> bool:
    if not isinstance(each, Mapping):
        return False
    texts = all(isinstance(each.get(name), str) and each[name].strip() for name in ("title", "number"))
    return texts and type(each.get("from")) is date and type(each.get("until", date.max)) is date


def _faults(row: Any, sources: Mapping[str, Any]) -> Iterator[str]:
    if not isinstance(row, Mapping):
        yield "条目要写成 [[entry]] 的表。"
        return
    if row.get("list") not in LISTS:
        yield f"list 只能写 {'、'.join(LISTS)}。"
    if str(row.get("source")) not in sources:
        yield "source 要写上面一段来源的名字。"
    if not isinstance(row.get("item"), str) or not row["item"].strip():
        yield "item 要写目录里的条目。"
    if not _wordy(row.get("words")) or not row["words"]:
        yield 'words 要写命中的词，每个至少两个字，例如 ["数控机床"]。'
    if not _wordy(row.get("without", [])):
        yield "without 要写成词的清单，每个至少两个字。"
    if row.get("mark") not in MARKS:
        yield "mark 只能写 S（对照过原文）或者 K（没有对照）。"


def _wordy(words: Any) -> bool:
    return isinstance(words, list) and all(isinstance(each, str) and len(each.strip()) > 1 for each in words)
