"""Whether an address is a standard one (标准地址): in the authority's own district, on a road that is known by name, with a house number and the room behind.

An address that names no division lies, as everywhere on the form, in the district of the authority to which it is handed.
What is not standard may well be right: it only wants somebody who looks at the proof of the premises.

>>> lacking("江苏省苏州市昆山市玉山镇前进西路18号3号楼201室", "320583")
()
>>> [each.value for each in lacking("昆山市前进西路18号", "320583")], [each.value for each in lacking("昆山市天边路18号", "320583")]
(['room'], ['road'])
"""

from __future__ import annotations

import csv
from collections.abc import Iterable
from enum import StrEnum
from functools import cache
from importlib.resources import files

from gaoxing.facts.address_part import read_parts
from gaoxing.facts.place_name import CHAIN
from gaoxing.standards import region_code

_INSIDE = frozenset({"room", "bay", "floor", "building", "unit", "named"})
"""Parts that say where behind the house number; a number alone is a whole house."""


class Lack(StrEnum):
    """What an address lacks to be a standard one."""

    DISTRICT = "district"
    ROAD = "road"
    NUMBER = "number"
    ROOM = "room"
    REST = "rest"


def lacking(address: str, district: str, *, towns: Iterable[str] = (), roads: Iterable[str] = ()) -> tuple[Lack, ...]:
    """What the address lacks; nothing where it is standard. `district` is the authority's code of six digits.

    `towns` and `roads` are a zone's own, beside the standard's and the known ones. `rest`: words are left that belong to no part.
    """
    behind = _behind_divisions(address.strip(), district, frozenset(towns))
    if behind is None:
        return (Lack.DISTRICT,)
    road = max((each for each in known_roads() | frozenset(roads) if behind.startswith(each)), key=len, default="")
    if not road:
        return (Lack.ROAD,)
    parts, end = read_parts(behind, len(road))
    kinds = {part.kind for part in parts}
    found = {Lack.NUMBER: "house" not in kinds, Lack.ROOM: not kinds & _INSIDE, Lack.REST: end != len(behind)}
    return tuple(lack for lack, missing in found.items() if missing)


@cache
def known_roads() -> frozenset[str]:
    """The roads and parks known by name (`kunshan_roads.tsv`)."""
    rows = (files("gaoxing.facts") / "kunshan_roads.tsv").read_text(encoding="utf-8").splitlines()
    return frozenset(row["name"] for row in csv.DictReader(rows, delimiter="\t"))


def _behind_divisions(address: str, district: str, more: frozenset[str]) -> str | None:
    """What stands behind province, prefecture, county and town, those that were said; None where they are another district's."""
    region = region_code.region(district)
    if region is None:
        return None
    said = address
    for code in (f"{district[:2]}0000", f"{district[:4]}00"):
        above = region_code.region(code)
        address = address.removeprefix(above.name if above else "")
    towns = {name for each in region_code.towns() for name in (each.name, *each.aliases)} | more
    inside, short = address.removeprefix(region.name), region_code.short_name(region.name)
    town = max((each for each in towns if each and inside.startswith(each)), key=len, default="")
    elsewhere = inside == address and not town.startswith(short) and (address != said or CHAIN.match(address))
    return None if elsewhere else inside.removeprefix(town)
