r"""What a zone should look at twice before its table holds (提醒): nothing here is wrong in form, each may be meant.

>>> [each.message for each in cautions('[licence.signboard]\npromised = 9\nsource = "样例"')]
['“户外招牌（店招标牌）设置备案/指导”承诺 9 个工作日，比法定的 5 个工作日还长']
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from gaoxing.matters.joint_licence.permits.entries import Catalogue, Licence
from gaoxing.matters.joint_licence.permits.lines import Place, line_of
from gaoxing.matters.joint_licence.permits.loading import Tables, catalogue, laid_over, parsed, shipped_tables
from gaoxing.matters.joint_licence.permits.validation import Problem

Told = tuple[Place, str]


def cautions(text: str) -> tuple[Problem, ...]:
    """What to look at twice in a sound table, with its lines. Raises tomllib.TOMLDecodeError where it is no TOML, KeyError where it is not sound."""
    own = parsed(text)
    known = catalogue(laid_over(shipped_tables(), own))
    found = (*_head(own), *(told for key in own.get("licence", {}) for told in _licence(known.licences[key], own["licence"][key], known)))
    return tuple(Problem(place, message, line=line_of(text, place)) for place, message in found)


def _head(own: Tables) -> Iterator[Told]:
    if "from" in own:
        yield ("from",), f"这一版从 {own['from']} 起才管用，到那天以前照旧：还按这以前发布的算，没有就按出厂目录算"
    if "until" in own:
        yield ("until",), f"这一版只管到 {own['until']} 以前，那天起按出厂目录算"
    if own.get("region"):
        yield ("region",), f"这一版只在区划代码 {own['region']} 开头的地方管用"


def _licence(row: Licence, own: dict[str, Any], known: Catalogue) -> Iterator[Told]:
    place = ("licence", row.id)
    if row.promised is not None and row.promised > row.statutory:
        law = f"法定的 {row.statutory} 个工作日" if row.statutory else "法定的当场办结"
        yield (*place, "promised"), f"“{row.name}”承诺 {row.promised} 个工作日，比{law}还长"
    if row.off:
        held_up = [each.name for each in known.licences.values() if row.id in each.waits_for and not each.off]
        if held_up:
            yield (*place, "off"), f"“{row.name}”停办了，可是{'、'.join(f'“{each}”' for each in held_up)}要先有它"
    if not row.materials:
        yield (*place, "materials"), f"“{row.name}”一样材料也不要了"
    if own.keys() - {"source", "as_of"} and not row.source:
        yield place, f"“{row.name}”没有写 source：改动是按哪份文件来的"
