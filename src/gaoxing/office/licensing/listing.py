"""Long lists of the joint cases (分页): what is due first first, a page at a time, each saying how many there are in all."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Generic, TypeVar

from django.db.models import F, Model, Q, QuerySet

from gaoxing.office.keyset import mark, place

Row = TypeVar("Row", bound=Model)


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
    last = rows[size - 1] if len(rows) > size else None
    return Listed(rows[:size], found.order_by().count(), mark(last.rank, last.pk) if last else "")  # type: ignore[attr-defined]


def first(found: QuerySet[Row], *, size: int) -> Listed[Row]:
    """The head of a list that grows shorter as it is worked off, and how many there are in all."""
    return Listed(list(found[:size]), found.order_by().count())


def _behind(rank: datetime | None, number: int) -> Q:
    if rank is None:
        return Q(rank=None, pk__gt=number)
    return Q(rank__gt=rank) | Q(rank=rank, pk__gt=number) | Q(rank=None)
