"""The desk of stuck matters (马上办): what is open, the oldest first, my own alone or all, page by page; one's own list for the person."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.utils.timezone import localdate

from gaoxing.office.escalations.models import Escalation
from gaoxing.office.escalations.permissions import HANDLE, acting_for, visible_to
from gaoxing.office.escalations.wording import Clock, clock_of, plainly, said, state_of, title_of
from gaoxing.office.people.accounts import name_of
from gaoxing.office.people.models import Person

PAGE = 50
"""Rows of one page."""

MINE, OPEN, OVER = "mine", "open", "over"
"""What may be looked at alone."""

_ENDS = (Escalation.State.CONFIRMED, Escalation.State.REFERRED, Escalation.State.WITHDRAWN)


@dataclass(frozen=True)
class Row:
    """One as listed: its first words, state, who has it in hand (empty: nobody yet), its clock (None: it is over or was not begun)."""

    row: Escalation
    title: str
    state: str
    plain: str
    handler: str
    clock: Clock | None


@dataclass(frozen=True)
class Listed:
    """A page of a list: its rows, what it shows, how many there are of each, and behind which record the next page begins (0: there is none)."""

    rows: tuple[Row, ...]
    show: str
    counts: dict[str, int]
    onward: int


def listed(person: Person, *, show: str, after: int, now: datetime) -> Listed:
    """One page of what somebody sees. What is open comes the oldest first, for it is due first; what is over the newest first."""
    seen = visible_to(person, on=localdate(now))
    going = seen.exclude(state__in=_ENDS)
    own = [each.pk for each in acting_for(person, HANDLE, on=localdate(now))] if person.is_staff_member else []
    kinds = {OPEN: going, MINE: going.filter(handler__in=own), OVER: seen.filter(state__in=_ENDS)}
    show = show if show in kinds else OPEN
    past = show == OVER
    found = kinds[show].filter(**{"pk__lt" if past else "pk__gt": after}) if after else kinds[show]
    rows = list(found.select_related("handler").prefetch_related("events").order_by("-pk" if past else "pk")[: PAGE + 1])
    onward = rows[PAGE - 1].pk if len(rows) > PAGE else 0
    return Listed(tuple(_row(each, now) for each in rows[:PAGE]), show, {name: each.count() for name, each in kinds.items()}, onward)


def own_of(person: Person, *, now: datetime) -> tuple[Row, ...]:
    """The newest that the person sees as their own, or brought."""
    found = visible_to(person, on=localdate(now))
    if person.is_staff_member:
        found = found.filter(brought_by=person)
    return tuple(_row(each, now) for each in found.select_related("handler").prefetch_related("events").order_by("-pk")[:PAGE])


def _row(row: Escalation, now: datetime) -> Row:
    handler = name_of(row.handler) if row.handler else ""
    return Row(row, title_of(row), said(state_of(row)), plainly(row), handler, None if row.state in _ENDS else clock_of(row, now=now))
