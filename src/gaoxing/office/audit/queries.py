"""What can be asked of the audit (审计查询): pages of entries, newest first, and all of them in order for a check or an export.

Every query goes on from the number of an entry, so that the millionth page is as quick as the first.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict, dataclass, fields
from datetime import datetime
from typing import Any

from django.db.models import QuerySet

from gaoxing.office.audit.chain import FIELDS
from gaoxing.office.audit.models import Entry, Head

COLUMNS = (*FIELDS, "own")
"""The columns of an entry, in the order in which they are handed out."""

PAGE = 50
"""Entries of one page."""

_AT_ONCE = 5_000

Row = tuple[Any, ...]


@dataclass(frozen=True)
class Wanted:
    """Which entries are asked for; what is None or empty asks nothing."""

    act: str = ""
    actor: int | None = None
    role: str = ""
    subject_kind: str = ""
    subject: int | None = None
    reason: str = ""
    since: datetime | None = None
    until: datetime | None = None

    def conditions(self) -> dict[str, Any]:
        """The same as conditions of the database."""
        names = {"since": "at__gte", "until": "at__lt"}
        given = {each.name: getattr(self, each.name) for each in fields(self)}
        return {names.get(name, name): value for name, value in given.items() if value not in ("", None)}

    def to_json(self) -> dict[str, Any]:
        """What is asked, for the entry about the asking."""
        return {name: str(value) for name, value in asdict(self).items() if value not in ("", None)}


@dataclass(frozen=True)
class Page:
    """A page of entries, newest first; `older` is the number from which the next page goes on, None on the last one."""

    entries: tuple[Entry, ...]
    older: int | None


def page(wanted: Wanted, *, before: int | None = None, size: int = PAGE) -> Page:
    """The newest entries, or the newest of those before a number."""
    found = _matching(wanted)
    rows = list((found.filter(number__lt=before) if before is not None else found).order_by("-number")[: size + 1])
    return Page(tuple(rows[:size]), rows[size - 1].number if len(rows) > size else None)


def rows(wanted: Wanted, *, after: int = 0) -> Iterator[Row]:
    """Every entry in order as plain values (COLUMNS), read piece by piece, so that a million need no more memory than a few."""
    found = _matching(wanted).order_by("number").values_list(*COLUMNS)
    while piece := list(found.filter(number__gt=after)[:_AT_ONCE]):
        yield from piece
        after = piece[-1][0]


def head() -> tuple[int, str] | None:
    """Number and digest of the newest entry as the head of the chain has it; None where there is no head."""
    return Head.objects.values_list("number", "digest").first()


def first_at() -> datetime | None:
    """The moment of the first entry: since when the office works; None where nothing was ever done."""
    return Entry.objects.order_by("number").values_list("at", flat=True).first()


def acts() -> tuple[str, ...]:
    """Every act that was ever written, sorted."""
    return tuple(Entry.objects.order_by("act").values_list("act", flat=True).distinct())


def _matching(wanted: Wanted) -> QuerySet[Entry]:
    return Entry.objects.filter(**wanted.conditions())
