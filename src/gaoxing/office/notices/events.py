"""What people are told of (通知事项), as it is shipped: `events.toml`.

>>> event("sign_in_code").urgent, sorted(event("sign_in_code").values)
(True, ['code', 'minutes', 'zone'])
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from gaoxing.office.language import in_english

CHINESE, ENGLISH = "zh-hans", "en"
LANGUAGES = (CHINESE, ENGLISH)


@dataclass(frozen=True)
class Event:
    """One kind of notice: its term, whether it may come at night, for how many minutes it is of use, the values with an example each, the words shipped."""

    id: str
    term: str
    urgent: bool
    minutes: int
    values: Mapping[str, str]
    required: tuple[str, ...]
    title: Mapping[str, str]
    text: Mapping[str, str]

    @property
    def spoken(self) -> str:
        """Its term; its shipped title where the page is in English."""
        return self.title[ENGLISH] if in_english() else self.term


@cache
def events() -> Mapping[str, Event]:
    """Every kind by its id, in the order of the file."""
    rows = tomllib.loads((files("gaoxing.office.notices") / "events.toml").read_text(encoding="utf-8"))
    return {name: Event(name, **{**row, "required": tuple(row["required"])}) for name, row in rows.items()}


def event(name: str) -> Event:
    """One kind. Raises KeyError for one that is not there."""
    return events()[name]
