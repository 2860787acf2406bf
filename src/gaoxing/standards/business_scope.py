"""Standard phrases of the business scope (经营范围登记规范表述): the catalogue with its days, its licences, the text on the licence.

An applicant must choose from the catalogue (市场主体登记管理条例 第十四条). `scope_items.tsv` holds 641 wordings of it, a row a version: `from` and
`until` (exclusive) say when it holds, so a change of law is one more row. `source`: S16 seen in public licences, S29 by the wording of the law, K from
knowledge, K? to be compared with the local catalogue. Item codes are written only where they were seen; most are not known to us.

>>> resolve("食品销售仅销售预包装食品").name
'食品销售（仅销售预包装食品）'
>>> item("货物进出口", on=date(2022, 12, 29)).licensed, item("货物进出口", on=date(2022, 12, 30)).licensed
(True, False)
>>> ended("食品经营", date(2026, 11, 24)).successors
('食品销售', '餐饮服务')
"""

from __future__ import annotations

import csv
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

from gaoxing.standards.expression import expression

TABLE = Path(__file__).with_name("scope_items.tsv")
LICENSED_TAIL = "（依法须经批准的项目，经相关部门批准后方可开展经营活动，具体经营项目以相关部门批准文件或许可证件为准）"
GENERAL_TAIL = "（除依法须经批准的项目外，凭营业执照依法自主开展经营活动）"
BEFORE, AFTER, FILING = "前置", "后置", "备案"
"""Approved before registration; licensed after it; only filed after it."""
ARTICLE = "《市场主体登记管理条例》第十四条"
_BRACKET = expression(r"（[^）]*）")
_MARKS = expression(r"[（）()、，,\s]|左括号|右括号|反括号|括号")


@dataclass(frozen=True)
class Item:
    """A standard phrase (规范表述) in one version: `licence` names the permit or filing it needs (may be empty), `industry_code` the GB/T 4754 class.

    `code` is the item's own code (empty where it was not seen), `approval` 前置, 后置, 备案 or empty, `permits` the ids of its licences in
    `standards.licences`, `since` and `until` (exclusive) the days it holds, `successors` what to choose once it ended, `basis` the article.
    """

    name: str
    licensed: bool
    licence: str
    industry_code: str
    colloquial: tuple[str, ...]
    code: str = ""
    approval: str = ""
    permits: tuple[str, ...] = ()
    since: date | None = None
    until: date | None = None
    successors: tuple[str, ...] = ()
    basis: str = ARTICLE
    source: str = "K"

    @property
    def permit(self) -> str:
        """What has to be obtained, without remarks; empty where nothing has."""
        return _BRACKET.sub("", self.licence).removeprefix("备案：")

    @property
    def doubtful(self) -> bool:
        """Whether its status is to be compared with the local catalogue (待核)."""
        return self.source.endswith("?")

    def holds(self, on: date) -> bool:
        """Whether this version holds on the day."""
        return (self.since is None or self.since <= on) and (self.until is None or on < self.until)


def items(on: date | None = None) -> tuple[Item, ...]:
    """Every item offered on that day, in the catalogue's order; without a day those that have not ended."""
    return tuple(each for each in _versions() if (each.until is None if on is None else each.holds(on)))


def wordings() -> tuple[str, ...]:
    """Every wording there ever was, the ended ones too, each once."""
    return tuple(_catalogue())


def item(name: str, on: date | None = None) -> Item:
    """The item with exactly this wording, as it stood on the day, ended ones too. Raises KeyError with a sentence where there is none."""
    versions = _catalogue().get(name)
    if versions is None:
        raise KeyError(f"«{name}» is no item of the catalogue; `resolve` finds one written a little differently")
    return next((each for each in versions if on is not None and each.holds(on)), versions[-1])


def ended(name: str, on: date) -> Item | None:
    """The last version of an item that is not offered any more on that day; None for one that is, and for unknown wordings."""
    versions = _catalogue().get(name, ())
    return versions[-1] if versions and all(each.until is not None and each.until <= on for each in versions) else None


def resolve(words: str, on: date | None = None) -> Item | None:
    """The item meant by its wording, with or without brackets and commas, as it stood on the day; None where the words name none.

    A bare form (食品销售) is the item of that name where there is one, else the only item that has that form before its bracket.
    """
    found = words if words in _catalogue() else _loose().get(_bare(words))
    return None if found is None else item(found, on)


def loose_names() -> dict[str, str]:
    """Every way an item may be written down without being misread (no marks, no bracket) → its exact wording."""
    return dict(_loose())


def licence_text(names: Iterable[str], on: date | None = None) -> str:
    """The scope as the licence prints it on that day: the licensed block, then the general one, each with its sentence.

    Raises KeyError for a name outside the catalogue.
    """
    chosen = [item(name, on) for name in names]
    licensed = "；".join(each.name for each in chosen if each.licensed)
    general = "；".join(each.name for each in chosen if not each.licensed)
    blocks = (f"许可项目：{licensed}{LICENSED_TAIL}" if licensed else "", f"一般项目：{general}{GENERAL_TAIL}" if general else "")
    return "".join(blocks)


@cache
def _versions() -> tuple[Item, ...]:
    return tuple(_item(row) for row in csv.DictReader(TABLE.read_text(encoding="utf-8").splitlines(), delimiter="\t", quoting=csv.QUOTE_NONE))


@cache
def _catalogue() -> dict[str, tuple[Item, ...]]:
    """Wording to its versions, the oldest first."""
    found: dict[str, tuple[Item, ...]] = {}
    for each in _versions():
        found[each.name] = (*found.get(each.name, ()), each)
    return found


def _item(row: dict[str, str]) -> Item:
    return Item(
        row["item"],
        row["kind"] == "licensed",
        row["licence"],
        row["gb4754_2017"],
        _listed(row["colloquial"]),
        row["code"],
        row["approval"],
        _listed(row["permits"]),
        _day(row["from"]),
        _day(row["until"]),
        _listed(row["successor"]),
        row["basis"] or ARTICLE,
        row["source"],
    )


def _listed(cell: str) -> tuple[str, ...]:
    return tuple(filter(None, cell.split("|")))


def _day(cell: str) -> date | None:
    return date.fromisoformat(cell) if cell else None


@cache
def _loose() -> dict[str, str]:
    whole = {_bare(each.name): each.name for each in items()}
    return {**_unbracketed(), **whole}


def _unbracketed() -> dict[str, str]:
    found: dict[str, list[str]] = {}
    for each in items():
        short = _BRACKET.sub("", each.name)
        if short != each.name:
            found.setdefault(_bare(short), []).append(each.name)
    return {short: same[0] for short, same in found.items() if len(same) == 1}


def _bare(words: str) -> str:
    return _MARKS.sub("", words)
