"""What waits for a leader (领导台): objections to decide the same day, extensions, what is to be redone, what is red, open supervisions, call-backs."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Q
from django.utils.timezone import localdate

from gaoxing.casework.clock import Light
from gaoxing.office.aftercare import clocking, leaders, lights, wording
from gaoxing.office.aftercare.desk import buttons, page, queue
from gaoxing.office.aftercare.desk.buttons import Button
from gaoxing.office.aftercare.desk.page import Line, Row
from gaoxing.office.aftercare.firing import note_of
from gaoxing.office.aftercare.models import Part, Request
from gaoxing.office.aftercare.wording import Shown, Told
from gaoxing.office.people.accounts import name_of
from gaoxing.office.people.models import Person

MOST = 100
"""Rows that one part of the page shows, what is due first; of more it is said that there are more."""

_ASKED = {Part.State.OBJECTED: "object", Part.State.EXTENSION_ASKED: "ask_extension"}


@dataclass(frozen=True)
class ToDecide:
    """A part on which a leader decides: what its unit asked and why, by when it is to be decided, and the acts that stand open."""

    part: Part
    category: str
    words: str
    asked: datetime | None
    by: datetime | None
    late: bool
    reasons: tuple[tuple[str, str], ...]
    note: str
    light: Shown | None
    clock: Told | None
    grants: datetime | None
    buttons: tuple[Button, ...]


@dataclass(frozen=True)
class Supervised:
    """A request with an open supervision: why, since when, by when it is to be answered, and whether that has passed."""

    row: Row
    line: Line | None
    until: datetime
    late: bool


@dataclass(frozen=True)
class Leading:
    """Everything that waits for a leader, each part with how many there are at all."""

    objections: tuple[ToDecide, ...]
    extensions: tuple[ToDecide, ...]
    redo: tuple[Row, ...]
    double_red: tuple[Row, ...]
    red: tuple[Row, ...]
    supervised: tuple[Supervised, ...]
    call_backs: tuple[Row, ...]
    unnamed: bool


def leading(person: Person, *, now: datetime) -> Leading:
    """What waits for a leader now. Raises a Fault where what was written does not open."""
    supervised = _found(person, queue.Narrowed(duty="supervision"), now)
    return Leading(
        tuple(_part(each, person, now) for each in _asked(person, Part.State.OBJECTED, now)),
        tuple(_part(each, person, now) for each in _asked(person, Part.State.EXTENSION_ASKED, now)),
        page.rows(_found(person, queue.Narrowed(duty="redo"), now), now=now),
        page.rows(_found(person, queue.Narrowed(light=Light.DOUBLE_RED), now), now=now),
        page.rows(_found(person, queue.Narrowed(light=Light.RED), now), now=now),
        _supervised(sorted(supervised, key=lambda each: each.supervised_until or now), now),
        page.rows(_found(person, queue.Narrowed(duty="call_back"), now), now=now),
        not leaders.listed().filter(unit=None, category="", person__is_active=True).exists(),
    )


def part_of(person: Person, number: str, part: int, *, now: datetime) -> Part | None:
    """A part of a request that the person handles; None else, whether there is one or not."""
    rows = Part.objects.filter(request__in=queue.on_desk(person, on=localdate(now)).values("pk"), request__number=number, number=part)
    return rows.select_related("request", "lead").first()


def _asked(person: Person, state: str, now: datetime) -> Iterable[Part]:
    rows = Part.objects.filter(state=state, request__in=queue.on_desk(person, on=localdate(now)).values("pk"))
    return rows.select_related("request", "lead").prefetch_related("events__by").order_by("due", "pk")[:MOST]


def _found(person: Person, wanted: queue.Narrowed, now: datetime) -> list[Request]:
    rows = queue.rows(person, wanted, now=now).filter(~Q(state=Request.State.MERGED))
    return list(rows.select_related("client", "main").prefetch_related("parts__lead", "events")[:MOST])


def _part(part: Part, person: Person, now: datetime) -> ToDecide:
    light = lights.light_of_part(part, lights.moment(now))
    last = next((each for each in reversed(list(part.events.all())) if each.act == _ASKED[Part.State(part.state)]), None)
    note, calendar = note_of(last) if last else {}, clocking.calendar()
    until = calendar.next_closing(last.at) if last and part.state == Part.State.OBJECTED else None
    return ToDecide(
        part,
        wording.category_of(part.category),
        page.words_of(part),
        last.at if last else None,
        until,
        until is not None and until < now,
        tuple(buttons.spoken(each, part) for each in note.get("reasons", ())),
        str(note.get("note", "")),
        wording.light(light),
        wording.told(part, light, now=now),
        _granted(part) if part.state == Part.State.EXTENSION_ASKED else None,
        buttons.of_part(part, person, now=now),
    )


def _granted(part: Part) -> datetime | None:
    """Until when the part would run with its extension."""
    if part.due is None:
        return None
    calendar = clocking.calendar()
    return calendar.closing(calendar.after(calendar.day(part.due), clocking.days_of(part, clocking.EXTENSION)))


def _supervised(requests: list[Request], now: datetime) -> tuple[Supervised, ...]:
    found = []
    for request, row in zip(requests, page.rows(requests, now=now), strict=True):
        until = request.supervised_until or now
        found.append(Supervised(row, page.supervision(request, page.story(request, ())), until, until < now))
    return tuple(found)


def named() -> tuple[tuple[str, str, str, str], ...]:
    """Every place that has a named leader: rung, unit, category, who."""
    return tuple(
        (wording.rungs()[each.rung], each.unit.name if each.unit else "", wording.category_of(each.category) if each.category else "", name_of(each.person))
        for each in leaders.listed()
    )


def offered(*, now: datetime) -> tuple[tuple[int, str], ...]:
    """Everybody who may be named, each by number and name."""
    return tuple((each.pk, name_of(each)) for each in leaders.every(on=localdate(now)))
