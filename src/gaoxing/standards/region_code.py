"""Codes of the administrative divisions (中华人民共和国行政区划代码, GB/T 2260): provinces, prefectures, counties, and Kunshan's towns.

The table holds every province, nearly every prefecture and Jiangsu's counties with the abolished codes that old identity numbers still bear
(320523 昆山县). A county that the table lacks is not thereby wrong: `known` then answers PREFIX, so that a warning never accuses a true code.
Source: each row of `region_codes.tsv` and `kunshan_towns.tsv` is marked S14 (modood/Administrative-divisions-of-China, 2024-11-28) or K (from knowledge).

>>> known("320523"), known("341225"), known("990000")
(<Known.EXACT: 'exact'>, <Known.PREFIX: 'prefix'>, <Known.UNKNOWN: 'unknown'>)
>>> region("320583").name, town("正仪").name
('昆山市', '巴城镇')
"""

from __future__ import annotations

import csv
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from importlib.resources import files

from gaoxing.standards.expression import expression

KUNSHAN = "320583"
"""昆山市. Codes before 1989 begin with 320523 (昆山县)."""
_LAST_WORD = expression(
    r"(?:特别行政区|(?:(?:朝鲜|土家|苗|藏|羌|彝|布依|侗|哈尼|壮|傣|白|景颇|傈僳|回|蒙古)族)+自治[州区]"
    r"|(?:蒙古|柯尔克孜|哈萨克)自治州|维吾尔自治区|自治区|地区|省|市|盟|区|县)$"
)


class Known(StrEnum):
    """How far the table knows a code (知晓程度)."""

    EXACT = "exact"
    PREFIX = "prefix"
    UNKNOWN = "unknown"


@dataclass(frozen=True)
class Region:
    """A division (行政区划): six digits, its name, its level, whether the code is abolished, the source's mark."""

    code: str
    name: str
    level: str
    abolished: bool
    source: str


@dataclass(frozen=True)
class Town:
    """One of Kunshan's towns or zones (乡镇、开发区): statistical code of nine digits, name, spoken aliases, the source's mark."""

    code: str
    name: str
    source: str
    aliases: tuple[str, ...]


def known(code: str) -> Known:
    """EXACT where the code itself stands in the table (abolished ones too), PREFIX where only its province does, UNKNOWN otherwise.

    `code` is six digits; anything else is UNKNOWN.
    """
    if len(code) != 6 or not (code.isascii() and code.isdigit()):
        return Known.UNKNOWN
    if code in _regions():
        return Known.EXACT
    return Known.PREFIX if f"{code[:2]}0000" in _regions() else Known.UNKNOWN


def region(code: str) -> Region | None:
    """The division with this code, abolished ones too; None where the table lacks it."""
    return _regions().get(code)


def enclosing(code: str) -> tuple[Region, ...]:
    """Province, prefecture and county of a code, largest first, as far as the table knows them."""
    steps = dict.fromkeys((f"{code[:2]}0000", f"{code[:4]}00", code))
    return tuple(found for step in steps if (found := region(step)))


def regions(*, level: str | None = None) -> tuple[Region, ...]:
    """All divisions of the table, or those of one level: `province`, `prefecture`, `county`."""
    return tuple(each for each in _regions().values() if level in (None, each.level))


def short_name(name: str) -> str:
    """A division's name without its last word (省, 市, 自治区): 昆山 of 昆山市."""
    return _LAST_WORD.sub("", name)


def town(words: str) -> Town | None:
    """Kunshan's town for its name or a spoken alias (高新区, 正仪); None where neither is meant."""
    return next((each for each in towns() if words == each.name or words in each.aliases), None)


@cache
def countries() -> frozenset[str]:
    """Short names of the countries and regions (世界各国和地区名称, GB/T 2659) that foreign shareholders most often come from [K]."""
    return frozenset(row["name"] for row in _rows("countries.tsv"))


@cache
def towns() -> tuple[Town, ...]:
    """Kunshan's ten towns, its development zone and its tourist resort."""
    return tuple(Town(row["code"], row["name"], row["source"], tuple(row["aliases"].split("|"))) for row in _rows("kunshan_towns.tsv"))


@cache
def _regions() -> dict[str, Region]:
    return {row["code"]: Region(row["code"], row["name"], row["level"], row["status"] == "abolished", row["source"]) for row in _rows("region_codes.tsv")}


def _rows(name: str) -> list[dict[str, str]]:
    text = files("gaoxing.standards").joinpath(name).read_text(encoding="utf-8")
    return list(csv.DictReader(text.splitlines(), delimiter="\t"))
