"""The desk of stuck matters (马上办): what is open, the oldest first, my own alone or all, page by page; one's own list for the person."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from urllib.parse import urlencode

from django.utils.timezone import localdate

from gaoxing.office.escalations.looking import ENDS
from gaoxing.office.escalations.models import Escalation
from gaoxing.office.escalations.narrowing import Narrowed, told
from gaoxing.office.escalations.permissions import HANDLE, acting_for, visible_to
from gaoxing.office.escalations.wording import Clock, clock_of, plainly, state_of, title_of
from gaoxing.office.language import said
from gaoxing.office.people.accounts import name_of
from gaoxing.office.people.models import Person

PAGE = 50
"""Rows of one page."""

MINE, OPEN, OVER, ALL = "mine", "open", "over", "all"
"""What may be looked at alone."""


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
    """A page of a list: its rows, what it shows, how many there are of each, behind which record the next page begins (0: there is none), what is asked for."""

    rows: tuple[Row, ...]
    show: str
    counts: dict[str, int]
    onward: int
    wanted: Narrowed

    @property
    def count(self) -> int:
        """How many there are of what is shown."""
        return self.counts[self.show]

    @property
    def here(self) -> str:
        """What is asked for, as it goes on in an address."""
        return urlencode(self.wanted.asked)

    @property
    def told(self) -> tuple[str, ...]:
        """What is asked for, in words."""
        return told(self.wanted)


def listed(person: Person, *, show: str, after: int, now: datetime, wanted: Narrowed | None = None) -> Listed:
    """One page of what somebody sees, narrowed to what is asked for. What is open comes the oldest first, for it is due first; the rest the newest first."""
    wanted = wanted or Narrowed()
    seen = wanted.of(visible_to(person, on=localdate(now)), now=now)
    going = seen.exclude(state__in=ENDS)
    own = [each.pk for each in acting_for(person, HANDLE, on=localdate(now))] if person.is_staff_member else []
    kinds = {OPEN: going, MINE: going.filter(handler__in=own), OVER: seen.filter(state__in=ENDS), ALL: seen}
    show = show if show in kinds else OPEN
    past = show in (OVER, ALL)
    found = kinds[show].filter(**{"pk__lt" if past else "pk__gt": after}) if after else kinds[show]
    rows = list(found.select_related("handler").prefetch_related("events").order_by("-pk" if past else "pk")[: PAGE + 1])
    onward = rows[PAGE - 1].pk if len(rows) > PAGE else 0
    return Listed(tuple(_row(each, now) for each in rows[:PAGE]), show, {name: each.count() for name, each in kinds.items()}, onward, wanted)


def own_of(person: Person, *, now: datetime) -> tuple[Row, ...]:
    """The newest that the person sees as their own, or brought."""
    found = visible_to(person, on=localdate(now))
    if person.is_staff_member:
        found = found.filter(brought_by=person)
    return tuple(_row(each, now) for each in found.select_related("handler").prefetch_related("events").order_by("-pk")[:PAGE])


def brought_of(number: str, person: Person, *, now: datetime) -> tuple[Row, ...]:
    """What was brought as stuck of a case or request, as far as the person sees it, the newest first."""
    found = visible_to(person, on=localdate(now)).filter(blocked=number) if number else Escalation.objects.none()
    return tuple(_row(each, now) for each in found.select_related("handler").prefetch_related("events").order_by("-pk")[:PAGE])


def _row(row: Escalation, now: datetime) -> Row:
    handler = name_of(row.handler) if row.handler else ""
    return Row(row, title_of(row), said(state_of(row)), plainly(row), handler, None if row.state in ENDS else clock_of(row, now=now))
