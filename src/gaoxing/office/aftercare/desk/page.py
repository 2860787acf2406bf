"""A request as its steward sees it (诉求页): its words beside its parts, who the enterprise is, what happened, and the acts that stand open."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.utils.translation import gettext as _

from gaoxing.engines.fault import Fault
from gaoxing.office.aftercare import contacting, escalating, lights, wording
from gaoxing.office.aftercare.desk import buttons
from gaoxing.office.aftercare.desk.buttons import Button
from gaoxing.office.aftercare.firing import note_of, table_of
from gaoxing.office.aftercare.models import Part, PartEvent, Request, RequestEvent
from gaoxing.office.aftercare.queries import content_of
from gaoxing.office.aftercare.roles import roles_on
from gaoxing.office.aftercare.wording import Shown, Told
from gaoxing.office.language import said
from gaoxing.office.masking import mask, mask_contacts
from gaoxing.office.people.accounts import name_of
from gaoxing.office.people.models import Person

WHOM = "whom"
CALL = (WHOM, "when", "how")

PLANNABLE = (Request.State.RECEIVED, Request.State.CONTACTED, Request.State.DECOMPOSED, Request.State.REDOING)
"""The states in which the plan may be changed."""


@dataclass(frozen=True)
class Piece:
    """A stretch of the words; `part` is the number of the part that says the same, 0 where none does."""

    text: str
    part: int = 0


@dataclass(frozen=True)
class Row:
    """A request in a list: its state, light and moment, its categories, the units that lead, its steward, and by when it is to be contacted."""

    request: Request
    state: str
    light: Shown | None
    due: datetime | None
    categories: tuple[str, ...]
    units: tuple[str, ...]
    contact: datetime | None
    contact_late: bool


@dataclass(frozen=True)
class PartShown:
    """A part on the page: its words, category, grade, state, light and clock, its units and outcome."""

    part: Part
    words: str
    category: str
    grade: str
    state: str
    light: Shown | None
    clock: Told | None
    units: tuple[tuple[str, bool], ...]
    outcome: str


@dataclass(frozen=True)
class Line:
    """One thing that happened: of which part (0: the whole), what, who, in which role, the call with its name masked, the reasons and the note."""

    at: datetime
    part: int
    act: str
    who: str
    role: str
    call: tuple[str, ...]
    reasons: tuple[tuple[str, str], ...]
    note: str


@dataclass(frozen=True)
class Page:
    """Everything on the page; the contact is masked already, `private` whether the words hold something that is."""

    request: Request
    source: str
    state: str
    light: Shown | None
    clock: Told | None
    pieces: tuple[Piece, ...]
    contact: str
    mobile: str
    private: bool
    steward: str
    contact_due: datetime | None
    contact_late: bool
    parts: tuple[PartShown, ...]
    lines: tuple[Line, ...]
    calls: tuple[Line, ...]
    buttons: tuple[Button, ...]
    plans: bool
    merges: bool
    supervision: Line | None
    supervision_late: bool


def page(request: Request, person: Person, *, now: datetime) -> Page:
    """The page for a steward or a leader. Raises a Fault where the words or a note do not open."""
    at, content = lights.moment(now), content_of(request)
    parts = list(request.parts.select_related("request", "lead").prefetch_related("co_units__unit", "events"))
    shown = tuple(_part(each, at, now) for each in parts)
    light = lights.light_of(request, parts, at)
    lines = story(request, parts)
    until, contact = request.supervised_until, contacting.due(request)
    return Page(
        request,
        wording.source_of(request),
        said(wording.state_of(request)),
        wording.light(light),
        wording.told(request, light, now=now) if request.due else None,
        pieces(str(content.get("words", "")), shown),
        hidden(str(content.get("contact", ""))),
        mask(str(content.get("mobile", ""))),
        mask_contacts(str(content.get("words", ""))) != str(content.get("words", "")),
        "、".join(name_of(each) for each in escalating.stewards_of(request, now)) if request.client_id else "",
        contact,
        contact is not None and contact < now,
        shown,
        lines,
        tuple(each for each in lines if each.call),
        buttons.of_request(request, person, now=now),
        request.state in PLANNABLE and any(each in ("steward", "leader") for each in roles_on(request, person, now=now)),
        buttons.may_merge(request, person, now=now),
        supervision(request, lines),
        until is not None and until < now,
    )


def rows(requests: Iterable[Request], *, now: datetime) -> tuple[Row, ...]:
    """Requests as a list shows them; their parts with units and their events were fetched with them."""
    at = lights.moment(now)
    return tuple(_row(each, at) for each in requests)


def story(request: Request, parts: Iterable[Part]) -> tuple[Line, ...]:
    """What happened to a request and its parts, the oldest first. Raises a Fault where a note does not open."""
    own = [_line(each, request, 0) for each in request.events.select_related("by")]
    of_parts = [_line(event, part, part.number) for part in parts for event in part.events.select_related("by")]
    return tuple(sorted((*own, *of_parts), key=lambda each: each.at))


def supervision(request: Request, lines: Iterable[Line]) -> Line | None:
    """The supervision that waits for its answer; None where none does."""
    if request.supervised_until is None:
        return None
    word = said(table_of(request).acts["supervise"])
    return next((each for each in reversed(tuple(lines)) if each.part == 0 and each.act == word), None)


def pieces(words: str, parts: Iterable[PartShown]) -> tuple[Piece, ...]:
    """The words, with the stretches that a part repeats word for word; the longest first, none over another."""
    taken: list[tuple[int, int, int]] = []
    for each in sorted(parts, key=lambda one: -len(one.words)):
        start = words.find(each.words) if each.words else -1
        if start >= 0 and all(start >= end or start + len(each.words) <= begin for begin, end, _part in taken):
            taken.append((start, start + len(each.words), each.part.number))
    found, last = list[Piece](), 0
    for begin, end, number in sorted(taken):
        found += [Piece(words[last:begin]), Piece(words[begin:end], number)]
        last = end
    return tuple(each for each in (*found, Piece(words[last:])) if each.text)


def _row(request: Request, at: lights.Moment) -> Row:
    parts = [each for each in request.parts.all() if each.state not in lights.OVER]
    moments = [each for each in (request.due, *(part.due for part in parts)) if each is not None]
    contact = contacting.due(request)
    return Row(
        request,
        said(wording.state_of(request)),
        wording.light(lights.light_of(request, parts, at)),
        min(moments, default=None),
        tuple(dict.fromkeys(wording.category_of(each.category) for each in request.parts.all())),
        tuple(dict.fromkeys(each.lead.name for each in request.parts.all() if each.lead)),
        contact,
        contact is not None and contact < at.now,
    )


def _part(part: Part, at: lights.Moment, now: datetime) -> PartShown:
    light = lights.light_of_part(part, at)
    clock = wording.told(part, light, now=now) if light and part.state not in lights.OVER else None
    return PartShown(
        part,
        words_of(part),
        wording.category_of(part.category),
        wording.grade_of(part),
        said(wording.state_of(part)),
        wording.light(light) if part.state not in lights.OVER else None,
        clock,
        tuple((each.unit.name, each.advised is not None) for each in part.co_units.all()),
        wording.outcomes().get(part.outcome, ""),
    )


def hidden(name: str) -> str:
    """Somebody's name as the desk shows it: its first character, of the same length.

    >>> hidden("样例人甲"), hidden("")
    ('样***', '')
    """
    return name[:1] + "*" * (len(name) - 1)


def words_of(part: Part) -> str:
    """What a part is about; a sentence where it does not open."""
    try:
        return str(content_of(part).get("words", ""))
    except Fault:
        return _("（这份打不开）")


def _line(event: RequestEvent | PartEvent, row: Request | Part, part: int) -> Line:
    rows, note = table_of(row), note_of(event)
    act, role = rows.acts.get(event.act), rows.roles.get(event.role)
    return Line(
        event.at,
        part,
        said(act) if act else event.act,
        name_of(event.by) if event.by and event.by.is_staff_member else "",
        said(role) if role else event.role,
        tuple(hidden(str(note[name])) if name == WHOM else str(note[name]) for name in CALL if note.get(name)),
        tuple(buttons.spoken(each, row) for each in note.get("reasons", ())),
        str(note.get("note", "")),
    )
