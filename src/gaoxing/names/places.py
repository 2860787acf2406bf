"""Divisions as they stand in names (名称中的行政区划): 昆山, 昆山市, 江苏省苏州市, 昆山高新区, 高新区 alone.

The words come from `standards.region_code`; each later division must lie within the one before, so that 昆山 + 上海滩 is read as 昆山 alone.
《企业名称登记管理规定》 art 7, in force from 2021-03-01.

>>> found = division_at("昆山高新区星野科技", 0)
>>> found.words, found.code, found.zone
('昆山高新区', '320583', '高新区')
>>> division_at("高新区星野科技", 0).code, division_at("星野科技", 0)
('', None)
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache

from gaoxing.standards.region_code import Region, region, regions, short_name, towns

ZONES = (
    "高新技术产业开发区",
    "经济技术开发区",
    "经济开发区",
    "高新区",
    "经开区",
    "开发区",
    "旅游度假区",
    "工业园区",
    "综合保税区",
    "保税区",
    "花桥经济开发区",
    "花桥开发区",
)
"""Development areas (开发区等): a name may bear them only behind a division."""
MUNICIPALITIES = ("11", "12", "31", "50")
"""Codes of 北京, 天津, 上海, 重庆: a province and one authority's district in one."""
_OTHERWISE = {"市": "场政民容井", "区": "域块", "省": "心力", "镇": "江静", "海": "滩", "县": "衙"}
"""Last character → next characters with which it makes another word (昆山 + 市场, 上海滩)."""
_NEAR = "3205"


@dataclass(frozen=True)
class Division:
    """A division at the beginning of some words: its words, the code of the smallest named (empty: only a zone), the zone's or town's words."""

    words: str
    code: str
    zone: str

    @property
    def prefecture(self) -> str:
        """Whose pool a name headed so is compared in: four digits; two where the division is a province's; empty where only a zone is named."""
        if self.code[:2] in MUNICIPALITIES:
            return self.code[:2]
        return self.code[:2] if self.code[2:] == "0000" else self.code[:4]


@lru_cache(maxsize=4096)
def division_at(text: str, start: int) -> Division | None:
    """The division that begins at `start`, with everything within it that follows (江苏省苏州市昆山市玉山镇); None where none does."""
    end, code, zone = start, "", ""
    while found := _next(text, end, code, zoned=bool(zone)):
        words, inner = found
        code, zone = (inner, zone) if inner else (code, words)
        end += len(words)
    return Division(text[start:end], code, zone) if end > start else None


def division_of(words: str) -> Division | None:
    """The division that these words are, wholly (昆山, 苏州市); None where they are none or more than one."""
    found = division_at(words, 0)
    return found if found and found.words == words else None


def is_district(code: str) -> bool:
    """Whether the code is a city's district (市辖区), which a name bears only behind its city."""
    found = region(code)
    return found is not None and found.level == "county" and found.name.endswith("区") and code[:2] not in MUNICIPALITIES


def parent_city(code: str) -> str:
    """The short name of the prefecture that a county's code lies in; empty where the table lacks it."""
    found = region(f"{code[:4]}00")
    return short_name(found.name) if found else ""


def _next(text: str, start: int, outer: str, *, zoned: bool) -> tuple[str, str] | None:
    """The longest division, or zone, that follows; its code is empty for a zone."""
    if zoned:
        return None
    for words, code in _by_first().get(text[start : start + 1], ()):
        end = start + len(words)
        if not text.startswith(words, start) or _goes_on(words, text[end : end + 1]):
            continue
        if not code or not outer or (code != outer and code.startswith(outer.rstrip("0"))):
            return words, code
    return None


def _goes_on(words: str, then: str) -> bool:
    """Whether the next character makes another word of the last one (昆山市 + 场)."""
    return bool(then) and then in _OTHERWISE.get(words[-1], "")


@cache
def _by_first() -> Mapping[str, tuple[tuple[str, str], ...]]:
    """First character → (words, code), the longest words first; a zone's or town's code is empty."""
    words: dict[str, str] = dict.fromkeys((*ZONES, *(each.name for each in towns() if each.name.endswith("镇"))), "")
    for each in sorted(regions(), key=_rank):
        words |= dict.fromkeys(_names(each), each.code)
    found: dict[str, list[tuple[str, str]]] = {}
    for name in sorted(words, key=len, reverse=True):
        found.setdefault(name[0], []).append((name, words[name]))
    return {first: tuple(each) for first, each in found.items()}


def _names(place: Region) -> list[str]:
    """The words for a division; the short ones only where nobody takes them for a 字号: counties outside Suzhou keep their last word."""
    short = short_name(place.name)
    bare = len(short) > 1 and not place.abolished and (place.level != "county" or place.name.endswith("市") or place.code.startswith(_NEAR))
    return [place.name, short] if bare else [place.name]


def _rank(place: Region) -> tuple[bool, bool, str]:
    """Later ones win the short name: current over abolished, a province or prefecture over a county."""
    return not place.abolished, place.level != "county", place.code
