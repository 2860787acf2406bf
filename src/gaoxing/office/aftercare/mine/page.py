"""One request as its enterprise reads it (一件诉求): where it stands, who looks after it, each part with its replies, and what is asked."""

from __future__ import annotations

from collections.abc import Set
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.utils.timezone import localdate

from gaoxing.casework.aftercare import silence
from gaoxing.casework.aftercare.limits import limits
from gaoxing.casework.table import ReasonKind
from gaoxing.office.aftercare import clocking, files, merging
from gaoxing.office.aftercare.clients.reaching import reached
from gaoxing.office.aftercare.clients.serving import Deputy
from gaoxing.office.aftercare.firing import table_of
from gaoxing.office.aftercare.mine.plain import Clock, clock_of, plainly
from gaoxing.office.aftercare.mine.story import Line, Reply, answer_for, answered, last, replies, story
from gaoxing.office.aftercare.models import Part, Request
from gaoxing.office.aftercare.permissions import parts_visible_to
from gaoxing.office.aftercare.queries import content_of
from gaoxing.office.aftercare.roles import roles_on
from gaoxing.office.aftercare.wording import category_of, source_of, state_of
from gaoxing.office.attachments import queries as attachments
from gaoxing.office.attachments.models import Attachment
from gaoxing.office.language import said
from gaoxing.office.people.models import Person
from gaoxing.standards import telephone

ACTS = frozenset({"accept", "reject", "reopen", "withdraw", "supplement"})
"""What an enterprise may do with the whole of its request; with a part it may supply what is waited for."""

_CALLS = frozenset({"steward", "leader"})


@dataclass(frozen=True)
class Steward:
    """Who looks after the enterprise: name and number, both empty where it has none yet; and who stands in for them."""

    name: str = ""
    mobile: str = ""
    deputies: tuple[tuple[Deputy, str], ...] = ()


@dataclass(frozen=True)
class Thing:
    """A part: its words, category, lead unit, state, clock and replies; `asked` is what the unit waits for (None: nothing)."""

    part: Part
    category: str
    words: str
    unit: str
    state: str
    plain: str
    clock: Clock | None
    replies: tuple[Reply, ...]
    asked: Line | None = None


@dataclass(frozen=True)
class File:
    """A file as listed: its record, its name."""

    row: Attachment
    name: str


@dataclass(frozen=True)
class Whole:
    """Everything on the page."""

    request: Request
    source: str
    words: str
    contact: str
    mobile: str
    state: str
    plain: str
    clock: Clock | None
    steward: Steward
    things: tuple[Thing, ...]
    together: tuple[Thing, ...]
    story: tuple[Line, ...]
    files: tuple[File, ...]
    refused: Line | None
    acts: frozenset[str]
    dissatisfied: ReasonKind
    reopening: ReasonKind
    reopen_until: date | None

    @property
    def asked(self) -> tuple[Thing, ...]:
        """The parts whose units wait for the enterprise."""
        return tuple(each for each in self.things if each.asked)

    @property
    def count(self) -> int:
        """How many things are asked of the enterprise."""
        return len(self.asked) + ("accept" in self.acts)


def whole(request: Request, person: Person, *, now: datetime) -> Whole:
    """The page of a request that the person sees. Raises a Fault where something sealed does not open."""
    on = localdate(now)
    rows = _parts(request, set(parts_visible_to(person, on=on).filter(request=request).values_list("pk", flat=True)))
    content, known = content_of(request), table_of(request)
    return Whole(
        request,
        source_of(request),
        str(content.get("words", "")),
        str(content.get("contact", "")),
        telephone.mask(str(content.get("mobile", ""))),
        said(state_of(request)),
        plainly(request),
        clock_of(request, now=now) if request.due else None,
        steward_of(request, on=on),
        tuple(_thing(each, now) for each in rows),
        _together(request, now),
        story(request, rows),
        tuple(File(each, attachments.name_of(each)) for each in files.of(request)),
        last(request, "not_accept") if request.state == Request.State.NOT_ACCEPTED else None,
        acts_open(request, person, now=now),
        known.reasons["dissatisfied"],
        known.reasons["reopening"],
        _reopen_until(request),
    )


def acts_open(request: Request, person: Person, *, now: datetime) -> frozenset[str]:
    """Which of the enterprise's acts stand open to the person now: as the enterprise or its agent all, as whoever brought it what the table lets them."""
    held = set(roles_on(request, person, now=now)) - _CALLS
    return frozenset(row.act for row in table_of(request).leaving(request.state) if row.act in ACTS and held & set(row.roles))


def steward_of(request: Request, *, on: date) -> Steward:
    """The steward of the request's enterprise on a day. Raises a Fault where their name does not open."""
    found = reached(request.client, on=on) if request.client else None
    return Steward(found.steward, found.telephone, found.deputies) if found else Steward()


def _parts(request: Request, seen: Set[int]) -> list[Part]:
    return list(request.parts.filter(pk__in=list(seen)).select_related("request", "lead").prefetch_related("events"))


def _thing(part: Part, now: datetime) -> Thing:
    waits = part.state == Part.State.WAITING
    unit = part.lead.name if part.lead and part.state != Part.State.PLANNED else ""
    words = str(content_of(part).get("words", ""))
    asked = last(part, "ask_enterprise") if waits else None
    return Thing(part, category_of(part.category), words, unit, said(state_of(part)), plainly(part), clock_of(part, now=now), replies(part), asked)


def _together(request: Request, now: datetime) -> tuple[Thing, ...]:
    """Of the request into which this one was merged: what came of the parts that answer it, in the words that were written for this enterprise."""
    if request.main is None or request.state == Request.State.MERGED:
        return ()
    ended = (Part.State.DONE, Part.State.IMPOSSIBLE)
    found = (each for each in merging.answering(request) if each.state in ended or answered(each, request))
    things = ((_thing(each, now), answer_for(each, request)) for each in found)
    return tuple(Thing(each.part, each.category, "", each.unit, each.state, each.plain, None, answer) for each, answer in things)


def _reopen_until(request: Request) -> date | None:
    """The last day on which it may be opened again; None where it is not accepted."""
    found = [each for each in request.events.all() if each.target == Request.State.ACCEPTED]
    if not found or request.state not in (Request.State.ACCEPTED, Request.State.ARCHIVED):
        return None
    end = silence.reopen_until(found[-1].at, clocking.calendar(), limits())
    return localdate(end - timedelta(microseconds=1))
