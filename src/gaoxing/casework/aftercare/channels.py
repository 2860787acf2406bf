"""The right channel for what an office cannot decide (法定渠道): lawsuits, arbitration, review, petitions. A hint, never a refusal: a person decides.

>>> [each.id for each in hints("供应商欠货款，我们已经起诉了，等开庭")]
['court']
>>> hints("车间老是跳闸，料都废了")
()
"""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

_SOURCE = "channels.toml"


@dataclass(frozen=True)
class Channel:
    """One channel: its name, the hint that names it and how it is reached, its basis, and the expressions by which a statement is known to belong there.

    `verified`: whether the basis was compared with its text; `apart` are words that only look like it and are taken out before.
    """

    id: str
    term: str
    english: str
    hint: str
    hint_english: str
    basis: str
    verified: bool
    words: tuple[re.Pattern[str], ...]
    apart: tuple[re.Pattern[str], ...] = ()

    def fits(self, text: str) -> bool:
        """Whether the text speaks of something that belongs there."""
        for each in self.apart:
            text = each.sub("", text)
        return any(each.search(text) for each in self.words)


def load(text: str) -> tuple[Channel, ...]:
    """The channels of a TOML text. Raises ValueError that names what is missing, unknown or no expression."""
    try:
        return tuple(_made(row) for row in tomllib.loads(text)["channel"])
    except (KeyError, TypeError, re.error) as fault:
        raise ValueError(f"channels: {fault}") from fault


@cache
def channels() -> tuple[Channel, ...]:
    """The channels that lie in this folder."""
    return load(files("gaoxing.casework.aftercare").joinpath(_SOURCE).read_text(encoding="utf-8"))


def hints(text: str) -> tuple[Channel, ...]:
    """The channels to which a statement seems to belong, in the file's order; none for most."""
    return tuple(each for each in channels() if each.fits(text))


def _made(row: dict[str, object]) -> Channel:
    lists = {name: row.pop(name, []) for name in ("words", "apart")}
    compiled = {name: tuple(re.compile(each) for each in given) for name, given in lists.items() if isinstance(given, list)}
    if not compiled.get("words"):
        raise KeyError("words")
    if not isinstance(verified := row.pop("verified", None), bool):
        raise KeyError("verified")
    return Channel(**{name: str(value) for name, value in row.items()}, verified=verified, words=compiled["words"], apart=compiled.get("apart", ()))
