"""Names of administrative divisions (行政区划名称) as they stand in names and addresses: 江苏, 昆山市玉山镇, 昆山高新区.

The words come from `standards.region_code`: provinces, prefectures, Jiangsu's county-level cities, Kunshan's towns and zones; all but the towns also
without their last word (省, 市, 区).

>>> match = CHAIN.match("昆山市玉山镇小店")
>>> match.group()
'昆山市玉山镇'
"""

from __future__ import annotations

from functools import cache

from gaoxing.standards.expression import expression
from gaoxing.standards.region_code import countries, regions, short_name, towns

_ZONES = "昆山高新区|昆山高新技术产业开发区|昆山开发区|昆山经济技术开发区|花桥经济开发区|花桥开发区|昆山旅游度假区|高新区|开发区"
_LOCAL = frozenset({"昆山", "苏州", "江苏", "上海", "太仓", "常熟", "张家港", "吴江", "无锡", "南京", "常州", "南通"})


def is_local(words: str) -> bool:
    """Whether a place name begins with one that is everyday around Kunshan (昆山, 苏州, 江苏, 上海 …)."""
    return words.startswith(tuple(_LOCAL))


@cache
def place_names() -> frozenset[str]:
    """Every division's name with and without its last word; at least two characters each."""
    counties = [each.name for each in regions(level="county") if not each.abolished and each.name.endswith("市")]
    full = {each.name for level in ("province", "prefecture") for each in regions(level=level)} | set(counties)
    short = {short_name(each) for each in full}
    town = {each.name for each in towns()}
    return frozenset(each for each in full | short | town | (countries() - {"中国"}) | set(_ZONES.split("|")) if len(each) > 1)


def _alternatives() -> str:
    return "|".join(sorted(place_names(), key=len, reverse=True))


PLACE = expression(_alternatives())
"""One division's name, the longest first."""

CHAIN = expression(f"(?:{_alternatives()}){{1,8}}")
"""Divisions one after another (at most eight), as in 江苏省昆山市玉山镇."""
