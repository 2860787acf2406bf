"""The words of the audit in plain Chinese and English (审计用语): what was done, to what kind of record, in which role, why.

Every app says them of its own in `acts.toml`; the audit, which lies below, walks the apps and knows none of them by name. What no table names, as an act
of an earlier edition, is shown as it was written.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from django.apps import apps

from gaoxing.office.language import in_english

ACTS, KINDS, ROLES, REASONS = "acts", "kinds", "roles", "reasons"
"""The four parts of a table."""


@dataclass(frozen=True)
class Word:
    """A word of the code in plain Chinese and English."""

    term: str
    english: str

    def spoken(self) -> str:
        """In the language of the page."""
        return self.english if in_english() else self.term


@cache
def table(part: str) -> Mapping[str, Word]:
    """Every word of a part by the word of the code. Raises ValueError where two apps name the same."""
    found: dict[str, Word] = {}
    for app in apps.get_app_configs():
        file = Path(app.path) / "acts.toml"
        if app.name.startswith("gaoxing.") and file.exists():
            rows = tomllib.loads(file.read_text(encoding="utf-8")).get(part, {})
            if twice := sorted(found.keys() & rows.keys()):
                raise ValueError(f"{file}: {twice}")
            found |= {name: Word(**row) for name, row in rows.items()}
    return found


def of(part: str, word: str) -> Word:
    """A word of the code in plain words; itself where no table names it."""
    return table(part).get(word) or Word(word, word)


def spoken(part: str, word: str) -> str:
    """The same in the language of the page; empty for an empty word."""
    return of(part, word).spoken() if word else ""


def meant(part: str, typed: str) -> str:
    """The word of the code that somebody typed, be it the word itself, the Chinese term or the English."""
    wanted = typed.strip()
    folded = wanted.casefold()
    return next((name for name, each in table(part).items() if folded in (each.term.casefold(), each.english.casefold())), wanted)
