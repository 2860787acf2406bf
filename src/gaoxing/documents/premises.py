"""An address in the six blanks of the official form (住所、经营场所): 省 · 市 · 县 · 乡镇 · 村路社区 · 号, and the free tail.

Only what was said with certainty goes into a blank: a province that was not said stays empty, and an address that does not divide
cleanly stands as a whole in the line below. Source of the division: the form of the 2022 edition; region names from GB/T 2260.

>>> split("江苏省苏州市昆山市玉山镇前进西路1888号3幢502室")
Premises(province='江苏省', city='苏州市', county='昆山市', town='玉山镇', road='前进西路', number='1888', tail='3幢502室')
>>> split("前进西路与江浦路交叉口西北角") is None
True
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from gaoxing.documents.printable import printable
from gaoxing.standards.expression import expression
from gaoxing.standards.region_code import regions

_HAN = r"[\u3400-\u9fff\U00020000-\U0003ffff]"
_TOWN = expression(rf"{_HAN}{{2,6}}?(?:民族乡|街道|镇|乡)(?![东南西北中]?(?:路|街|道|巷|弄|大道|政府))")
_ROAD = expression(rf"(?P<road>{_HAN}{{1,16}}?(?:路|街|大道|道|巷|弄|村|社区)(?:[东南西北中]段)?)(?=\d)")
_NUMBER = expression(r"(?P<number>\d+(?:-\d+)?)号(?![楼房院门厂库])")
_LARGER = expression(r"(?<!社)[区园]|[市县乡镇]")
_SECOND = expression(r"路|街|大道|巷|弄|交叉口|交汇|\d号(?![楼房院门厂库])")


@dataclass(frozen=True)
class Premises:
    """The blanks of one address; an empty text is a blank left open."""

    province: str = ""
    city: str = ""
    county: str = ""
    town: str = ""
    road: str = ""
    number: str = ""
    tail: str = ""


def split(address: str) -> Premises | None:
    """The address divided, or None where it does not divide with certainty. The parts in order, with 号, are the address again."""
    province, rest = _leading(address, "province")
    city, rest = ("", rest) if not province and _leading(rest, "county")[0] else _leading(rest, "prefecture")
    county, rest = _leading(rest, "county")
    town, rest = _matched(_TOWN, rest)
    road, rest = _matched(_ROAD, rest)
    found = _NUMBER.match(rest) if road else None
    tail = rest[found.end() :] if found else rest
    if found is None or _SECOND.search(tail) or _swallows(road, below_town=bool(town)):
        return None
    return Premises(province, city, county, town, road, found["number"], tail)


def blanks(address: object) -> dict[str, str]:
    """The six blanks and the tail as texts, and `whole`, the address as it was said. 省 and 市 are printed behind the first two blanks already."""
    whole = printable(address)
    parts = split(whole) or Premises()
    return {**vars(parts), "province": parts.province.removesuffix("省"), "city": parts.city.removesuffix("市"), "whole": whole}


def _swallows(road: str, *, below_town: bool) -> bool:
    """Whether what looks like a road may hold a zone, or a town that was not split off; below a town 新镇路 is a road."""
    found = _LARGER.search(road)
    return found is not None and (found[0] in "区园" or not below_town)


def _matched(pattern: re.Pattern[str], text: str) -> tuple[str, str]:
    found = pattern.match(text)
    return (found[0], text[found.end() :]) if found else ("", text)


def _leading(text: str, level: str) -> tuple[str, str]:
    return _matched(_names(level), text)


@cache
def _names(level: str) -> re.Pattern[str]:
    longest_first = sorted((each.name for each in regions(level=level)), key=len, reverse=True)
    return re.compile("|".join(map(re.escape, longest_first)))
