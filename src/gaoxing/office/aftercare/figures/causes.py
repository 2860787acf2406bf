"""Why things went as they did (主要原因): the typed reasons of what was not taken up, returned, extended, declined, not satisfactory or opened again."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from gaoxing.casework.tables import table
from gaoxing.office.aftercare.figures.rows import Happened, RequestRow
from gaoxing.office.language import said

OF_REQUESTS = ("not_accept", "reject", "reopen", "supervise")
OF_PARTS = ("object", "ask_extension", "decline")
"""The acts whose reasons are counted."""


@dataclass(frozen=True)
class Cause:
    """A typed reason of an act, and the records, by their numbers in the table, of which it was given at least once; whether these are parts."""

    act: str
    reason: str
    members: tuple[int, ...]
    parts: bool

    @property
    def name(self) -> str:
        """The act and its reason in the language of the page; the id of a reason that the table no longer has."""
        known = table("request_part" if self.parts else "request")
        reasons = {each.id: each for row in known.transitions if row.act == self.act and row.reason for each in known.reasons[row.reason].choices}
        word = said(reasons[self.reason]) if self.reason in reasons else self.reason
        return f"{said(known.acts[self.act])} · {word}"


def causes(rows: Iterable[RequestRow]) -> tuple[Cause, ...]:
    """Every cause that was given, the most frequent first."""
    found = dict[tuple[str, str, bool], dict[int, None]]()
    for row in rows:
        for parts, pk, events, acts in _told(row):
            for event in events:
                for reason in event.reasons if event.act in acts else ():
                    found.setdefault((event.act, reason, parts), {})[pk] = None
    made = [Cause(act, reason, tuple(members), parts) for (act, reason, parts), members in found.items()]
    return tuple(sorted(made, key=lambda each: (-len(each.members), each.act, each.reason)))


def _told(row: RequestRow) -> Iterable[tuple[bool, int, tuple[Happened, ...], tuple[str, ...]]]:
    """A request and its parts: whether it is a part, its number, what happened to it, and the acts whose reasons are counted."""
    return (False, row.pk, row.events, OF_REQUESTS), *((True, part.pk, part.events, OF_PARTS) for part in row.parts)
