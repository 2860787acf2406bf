"""Enterprises called by part of their name (企业简称): «集团出八成», «禾木认缴两百万» after 上海禾木集团有限公司 was named in full.

Only where a share follows at once: the same characters are a trade, a place or the applicant's own 字号 elsewhere.

>>> [(each.words, each.name) for each in find_short_names("集团出八成，禾木占两成", ["上海禾木集团有限公司"])]
[('集团', '上海禾木集团有限公司'), ('禾木', '上海禾木集团有限公司')]
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from gaoxing.facts.place_name import CHAIN
from gaoxing.standards.expression import expression

_FIGURE = r"[\d一二两三四五六七八九十百]"
_HOLDS = expression(rf"(?:公司)?，?(?=认缴|认购|出资|[出投]{_FIGURE}|占|持股|[一二三四五六七八九]成|百分之|{_FIGURE}+[万%])")
_LENGTHS = (4, 3, 2)


@dataclass(frozen=True)
class ShortName:
    """A part of a name at `text[start:end]` and the full name meant."""

    start: int
    end: int
    words: str
    name: str
    kind: str = "short"
    form: str = ""
    role_hint: str = ""


def find_short_names(text: str, names: Sequence[str]) -> tuple[ShortName, ...]:
    """Every place where exactly one of the full `names` is called by 集团 or by the first characters after its division."""
    found: list[ShortName] = []
    for key, name in _keys(names).items():
        for start in _places(text, key):
            end = start + len(key)
            if all(start >= each.end or end <= each.start for each in found):
                found.append(ShortName(start, end, key, name))
    return tuple(sorted(found, key=lambda each: each.start))


def _places(text: str, key: str) -> Iterator[int]:
    """Where the key opens a clause and a share follows."""
    start = text.find(key)
    while start >= 0:
        if (start == 0 or text[start - 1] in "，。；：、和跟与") and _HOLDS.match(text, start + len(key)):
            yield start
        start = text.find(key, start + 1)


def _keys(names: Sequence[str]) -> dict[str, str]:
    """Each way to call one of the names and no other; the longer first."""
    groups = [name for name in dict.fromkeys(names) if "集团" in name]
    keys: dict[str, list[str]] = {"集团": groups, "母公司": groups}
    for size in _LENGTHS:
        for name in dict.fromkeys(names):
            place = CHAIN.match(name)
            core = name[place.end() :] if place else name
            if re.fullmatch("[一-龥]+", core[:size]) and len(core) > size + 3:
                keys.setdefault(core[:size], []).append(name)
    return {key: found[0] for key, found in keys.items() if len(found) == 1}
