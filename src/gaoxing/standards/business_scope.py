"""Standard phrases of the business scope (经营范围登记规范表述): the catalogue, its licences, the text on the licence.

An applicant must choose from the catalogue (市场主体登记管理条例 第十四条). `scope_items.tsv` holds 639 items of it: wording, kind, licence, GB/T 4754 class,
colloquial phrases. About 350 wordings were seen in real licences [S16], the rest are from knowledge [K]; rows marked 待核 need the local catalogue.

>>> resolve("食品销售仅销售预包装食品").name
'食品销售（仅销售预包装食品）'
>>> resolve("棋牌室服务").licensed
False
"""

from __future__ import annotations

import csv
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from gaoxing.standards.expression import expression

LICENSED_TAIL = "（依法须经批准的项目，经相关部门批准后方可开展经营活动，具体经营项目以相关部门批准文件或许可证件为准）"
GENERAL_TAIL = "（除依法须经批准的项目外，凭营业执照依法自主开展经营活动）"
_BRACKET = expression(r"（[^）]*）")
_MARKS = expression(r"[（）()、，,\s]|左括号|右括号|反括号|括号")


@dataclass(frozen=True)
class Item:
    """A standard phrase (规范表述): `licence` names the permit or filing it needs (may be empty), `industry_code` the GB/T 4754 class (may be empty)."""

    name: str
    licensed: bool
    licence: str
    industry_code: str
    colloquial: tuple[str, ...]


def items() -> tuple[Item, ...]:
    """Every item, in the catalogue's order."""
    return tuple(_catalogue().values())


def item(name: str) -> Item:
    """The item with exactly this wording. Raises KeyError with a sentence where there is none."""
    if name not in _catalogue():
        raise KeyError(f"«{name}» is no item of the catalogue; `resolve` finds one written a little differently")
    return _catalogue()[name]


def resolve(words: str) -> Item | None:
    """The item meant by its wording, with or without brackets and commas; None where the words name none.

    A bare form (食品销售) is the item of that name where there is one, else the only item that has that form before its bracket.
    """
    return _catalogue().get(words) or _loose().get(_bare(words))


def loose_names() -> dict[str, str]:
    """Every way an item may be written down without being misread (no marks, no bracket) → its exact wording."""
    return {key: found.name for key, found in _loose().items()}


def licence_text(names: Iterable[str]) -> str:
    """The scope as the licence prints it: the licensed block, then the general one, each with its sentence.

    Raises KeyError for a name outside the catalogue.
    """
    chosen = [item(name) for name in names]
    licensed = "；".join(each.name for each in chosen if each.licensed)
    general = "；".join(each.name for each in chosen if not each.licensed)
    blocks = (f"许可项目：{licensed}{LICENSED_TAIL}" if licensed else "", f"一般项目：{general}{GENERAL_TAIL}" if general else "")
    return "".join(blocks)


@cache
def _catalogue() -> dict[str, Item]:
    text = files("gaoxing.standards").joinpath("scope_items.tsv").read_text(encoding="utf-8")
    return {row["item"]: _item(row) for row in csv.DictReader(text.splitlines(), delimiter="\t")}


def _item(row: dict[str, str]) -> Item:
    colloquial = tuple(filter(None, (row["colloquial"] or "").split("|")))
    return Item(row["item"], row["kind"] == "licensed", row["licence"] or "", row["gb4754_2017"] or "", colloquial)


@cache
def _loose() -> dict[str, Item]:
    whole = {_bare(each.name): each for each in items()}
    return {**_unbracketed(), **whole}


def _unbracketed() -> dict[str, Item]:
    found: dict[str, list[Item]] = {}
    for each in items():
        short = _BRACKET.sub("", each.name)
        if short != each.name:
            found.setdefault(_bare(short), []).append(each)
    return {short: same[0] for short, same in found.items() if len(same) == 1}


def _bare(words: str) -> str:
    return _MARKS.sub("", words)
