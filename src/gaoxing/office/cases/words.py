"""What was said in a case (所述), entry by entry. The statement is entry 0; answers and additions follow in order.

>>> words = Words().state("我要开公司").add("一百万", "registered_capital")
>>> [entry.number for entry in words.entries]
[0, 1]
"""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from typing import Any

STATEMENT = 0
"""The number of the entry that is the free statement."""


@dataclass(frozen=True)
class Entry:
    """One thing said: its number, which it keeps for good, the words, and the blank that had been asked about."""

    number: int
    said: str
    asked: str | None = None


@dataclass(frozen=True)
class Words:
    """Everything said, oldest first; never changed in place."""

    entries: tuple[Entry, ...] = ()

    @property
    def statement(self) -> str:
        """The free statement; empty where there is none."""
        return next((entry.said for entry in self.entries if entry.number == STATEMENT), "")

    def state(self, said: str) -> Words:
        """The words with this free statement in place of the former."""
        return Words((Entry(STATEMENT, said), *(entry for entry in self.entries if entry.number != STATEMENT)))

    def add(self, said: str, asked: str | None = None) -> Words:
        """The words with one more entry at the end."""
        number = max((entry.number for entry in self.entries), default=STATEMENT) + 1
        return Words((*self.entries, Entry(number, said, asked)))

    def amend(self, number: int, said: str) -> Words:
        """The words with another text in one entry; unchanged where there is no such entry."""
        return Words(tuple(replace(entry, said=said) if entry.number == number else entry for entry in self.entries))

    def remove(self, number: int) -> Words:
        """The words without one entry."""
        return Words(tuple(entry for entry in self.entries if entry.number != number))

    def to_bytes(self) -> bytes:
        """As stored, before sealing."""
        return json.dumps([[entry.number, entry.said, entry.asked] for entry in self.entries], ensure_ascii=False).encode()

    @classmethod
    def from_bytes(cls, data: bytes) -> Words:
        """The inverse of `to_bytes`."""
        stored: list[list[Any]] = json.loads(data)
        return cls(tuple(Entry(*entry) for entry in stored))
