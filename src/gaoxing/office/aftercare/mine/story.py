"""What happened to a request, as its enterprise reads it (办到哪一步): its own events and those of its parts; what offices tell each other stays there."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from gaoxing.office.aftercare import merging
from gaoxing.office.aftercare.firing import note_of, table_of
from gaoxing.office.aftercare.mine.plain import reasons
from gaoxing.office.aftercare.models import Part, PartEvent, Request, RequestEvent
from gaoxing.office.aftercare.wording import outcomes
from gaoxing.office.language import said

TOLD = frozenset(
    {"not_accept", "accept", "reject", "reopen", "supplement", "ask_enterprise", "supply", "ask_extension", "refuse_extension", "reply", "finish", "decline"}
)
"""The acts whose words are written for the enterprise, or by it."""

WITHIN = frozenset({"advise", "minute", "convene", "merge", "call_back", "answer_supervision", "decompose"})
"""What offices do among themselves, and what other events tell already."""

REPLIES = ("reply", "finish", "decline")


@dataclass(frozen=True)
class Line:
    """One line of the story: what was done, by whom, when, in which part (0: the whole), the reasons in words and what was written."""

    act: str
    word: str
    role: str
    at: datetime
    part: int = 0
    reasons: tuple[tuple[str, str], ...] = ()
    note: str = ""
    files: int = 0


@dataclass(frozen=True)
class Reply:
    """What a unit answered: when, its words and reasons, the outcome (empty: a reply by stage), and the day of the next reply."""

    at: datetime
    words: str
    reasons: tuple[tuple[str, str], ...] = ()
    outcome: str = ""
    next_reply: date | None = None


def story(request: Request, parts: list[Part]) -> tuple[Line, ...]:
    """Everything, oldest first. Raises a Fault where a note does not open."""
    own = [_line(request, each, 0) for each in request.events.all() if each.act not in WITHIN]
    of_parts = [_line(part, each, part.number) for part in parts for each in part.events.all() if each.act not in WITHIN]
    return tuple(sorted((*own, *of_parts), key=lambda line: line.at))


def replies(part: Part) -> tuple[Reply, ...]:
    """What the unit answered, oldest first. Raises a Fault where a note does not open."""
    return tuple(_reply(part, each) for each in part.events.all() if each.act in REPLIES)


def answer_for(part: Part, request: Request) -> tuple[Reply, ...]:
    """The last answer to a part as the enterprise of a merged request reads it: of what was written for another one only what came of it, and when.

    Its own answer stays, whatever is answered to the main request after that was done again.
    Raises a Fault where a note does not open.
    """
    events = [each for each in part.events.all() if each.act in REPLIES]
    if not events:
        return ()
    if merging.same(request, part.request):
        return (_reply(part, events[-1]),)
    event = next((each for each in reversed(events) if merging.own_answer(note_of(each), request)), events[-1])
    found = _reply(part, event)
    return (Reply(found.at, merging.own_answer(note_of(event), request), tuple((kind, "") for kind, _words in found.reasons), found.outcome),)


def answered(part: Part, request: Request) -> bool:
    """Whether something was once written for a merged request, though the part was opened again since. Raises a Fault where a note does not open."""
    return any(merging.own_answer(note_of(each), request) for each in part.events.all() if each.act in REPLIES)


def last(row: Request | Part, act: str) -> Line | None:
    """The last time that an act was done; None where it never was."""
    found = [each for each in row.events.all() if each.act == act]
    return _line(row, found[-1], row.number if isinstance(row, Part) else 0) if found else None


def _line(row: Request | Part, event: RequestEvent | PartEvent, part: int) -> Line:
    known, note = table_of(row), note_of(event) if event.act in TOLD else {}
    act, role = known.acts.get(event.act), known.roles.get(event.role)
    word, whose = said(act) if act else event.act, said(role) if role else event.role
    return Line(event.act, word, whose, event.at, part, reasons(row, note), str(note.get("note", "")), len(note.get("files", ())))


def _reply(part: Part, event: PartEvent) -> Reply:
    note: Mapping[str, Any] = note_of(event)
    outcome = str(note.get("outcome", "")) if event.act == "finish" else ""
    named = outcomes().get(outcome, "") or (said(table_of(part).acts["decline"]) if event.act == "decline" else "")
    return Reply(event.at, str(note.get("note", "")), reasons(part, dict(note)), named, _day(note.get("next_reply")))


def _day(text: object) -> date | None:
    try:
        return date.fromisoformat(str(text)) if text else None
    except ValueError:
        return None
