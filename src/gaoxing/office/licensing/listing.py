"""Long lists of the joint cases (分页): what is due first first, a page at a time, each saying how many there are in all.

>>> place("1000000.7")
(datetime.datetime(1970, 1, 1, 0, 0, 1, tzinfo=datetime.timezone.utc), 7)
>>> place("-.7"), place("yesterday")
((None, 7), None)
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any, Generic, TypeVar

from django.db.models import F, Model, Q, QuerySet

Row = TypeVar("Row", bound=Model)

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
MICROSECOND = timedelta(microseconds=1)
LONGEST_MARK = 40


@dataclass(frozen=True)
class Listed(Generic[Row]):
    """A page of rows, how many there are in all, and what the next page goes on after; empty on the last."""

    rows: Sequence[Row]
    count: int
    onward: str = ""


def listed(found: QuerySet[Row], *, size: int, after: str = "") -> Listed[Row]:
    """A page in the order of `rank`, those without one last; `after` is an earlier page's `onward`, anything else begins anew."""
    behind = found.order_by(F("rank").asc(nulls_last=True), "pk")
    if at := place(after):
        behind = behind.filter(_behind(*at))
    rows = list(behind[: size + 1])
    return Listed(rows[:size], found.order_by().count(), mark(rows[size - 1]) if len(rows) > size else "")


def first(found: QuerySet[Row], *, size: int) -> Listed[Row]:
    """The head of a list that grows shorter as it is worked off, and how many there are in all."""
    return Listed(list(found[:size]), found.order_by().count())


def mark(row: Any) -> str:
    """A row's place as an address holds it: microseconds (`-` without a rank) and number."""
    return f"{'-' if row.rank is None else (row.rank - EPOCH) // MICROSECOND}.{row.pk}"


def place(text: str) -> tuple[datetime | None, int] | None:
    """The place that an address holds; None where it holds none."""
    rank, _dot, number = text.partition(".")
    if len(text) > LONGEST_MARK or not _digits(number) or len(number) > len(str(2**63)) - 1 or not (rank == "-" or _digits(rank)):
        return None
    try:
        return (None if rank == "-" else EPOCH + int(rank) * MICROSECOND), int(number)
    except OverflowError:
        return None


def _behind(rank: datetime | None, number: int) -> Q:
    if rank is None:
        return Q(rank=None, pk__gt=number)
    return Q(rank__gt=rank) | Q(rank=rank, pk__gt=number) | Q(rank=None)


def _digits(text: str) -> bool:
    return text.isascii() and text.isdecimal()
