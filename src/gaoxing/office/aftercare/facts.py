"""What is known of a request or a part when somebody acts on it (诉求事实), for the guards of casework/request.toml and request_part.toml."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from typing import Any

from django.utils.timezone import localdate

from gaoxing.casework.aftercare import silence
from gaoxing.casework.aftercare.limits import limits
from gaoxing.office.aftercare import clocking
from gaoxing.office.aftercare.models import Part, Request
from gaoxing.office.firing.details import Look, day, number, open_unit, text
from gaoxing.office.people.models import Person
from gaoxing.office.people.permissions import roles_of
from gaoxing.office.people.roles import OF_APPLICANTS, Role

WORST_GOOD = 3
"""Ratings below it are bad: they are called back."""

MAINS = frozenset({"submitted", "received", "contacted", "decomposed", "in_hand", "redoing"})
"""The states of a request into which others may be merged."""


def of_request(look: Look[Request], wanted: Iterable[str]) -> dict[str, bool | int]:
    """These facts of a request, as handed in, else as worked out."""
    return {name: look.pressed.given[name] if name in look.pressed.given else REQUEST[name](look) for name in wanted}


def of_part(look: Look[Part], wanted: Iterable[str]) -> dict[str, bool | int]:
    """These facts of a part, as handed in, else as worked out."""
    return {name: look.pressed.given[name] if name in look.pressed.given else PART[name](look) for name in wanted}


def force_lead(details: Mapping[str, Any], *, on: date) -> Person | None:
    """The person who was chosen to lead a task force, where they have that role."""
    found = Person.objects.filter(pk=number(details, "lead")).first()
    return found if found and Role.TASK_FORCE_LEAD.value in roles_of(found, on=on) else None


def _call_missing(look: Look[Request]) -> bool:
    """Whoever speaks for the enterprise says whom they spoke with, when and how; the enterprise itself need not."""
    return look.role not in OF_APPLICANTS and not all(text(look.pressed.details, each) for each in ("whom", "when", "how"))


def _main_unfit(look: Look[Request]) -> bool:
    found = Request.objects.filter(pk=number(look.pressed.details, "main")).first()
    return found is None or found.pk == look.row.pk or found.main_id is not None or found.state not in MAINS


def _silence_running(look: Look[Request]) -> bool:
    found = clocking.silence_of(look.row)
    return found is None or not found.over(look.now)


def _same_reviewer(look: Look[Request]) -> bool:
    """Neither who had it redone before nor who handled a part of it."""
    before = {look.row.reviewer_id, *look.row.parts.values_list("handler", flat=True)}
    return look.by is not None and look.by.pk in before


def _call_back_due(look: Look[Request]) -> bool:
    return look.row.rating is not None and look.row.rating < WORST_GOOD and look.row.called_back is None


def _supervision_running(look: Look[Request]) -> bool:
    return look.row.supervised_until is not None and look.now <= look.row.supervised_until


def _reopen_late(look: Look[Request]) -> bool:
    last = look.row.events.filter(target=Request.State.ACCEPTED).order_by("-number").first()
    return last is None or look.now >= silence.reopen_until(last.at, clocking.calendar(), limits())


def _lead_missing(look: Look[Part]) -> bool:
    if look.row.state == Part.State.OBJECTED:
        return open_unit(look.pressed.details, on=localdate(look.now)) is None
    return look.row.lead is None


def _extension_late(look: Look[Part]) -> bool:
    """An extension is asked while a whole working day is left before the due one ends."""
    due = look.row.due
    return due is None or clocking.ends(look.now, "extension_before") > due


def _wait_running(look: Look[Part]) -> bool:
    last = look.row.events.filter(act="ask_enterprise").order_by("-number").first()
    return last is None or look.now <= clocking.ends(last.at, "enterprise_given_up")


def _extensions(look: Look[Part]) -> int:
    """How often it was extended since its clock last started."""
    acts = list(look.row.events.exclude(clock="").order_by("number").values_list("clock", flat=True))
    start = max((place for place, clock in enumerate(acts) if clock == "start"), default=0)
    return acts[start:].count("extend")


def _overdue(look: Look[Part]) -> bool:
    read = clocking.reading(look.row.events.all(), now=look.now)
    return bool(read and read.late)


def _next_reply_missing(look: Look[Part]) -> bool:
    named = day(look.pressed.details, "next_reply")
    return named is None or named <= localdate(look.now)


def _tasks_unanswered(look: Look[Part]) -> int:
    """How many tasks of its task force are open, where it is answered as solved and nobody wrote why."""
    solved = text(look.pressed.details, "outcome") == Part.Outcome.SOLVED and not text(look.pressed.details, "tasks_note")
    return look.row.tasks.filter(state="open").count() if solved else 0


REQUEST: Mapping[str, Callable[[Look[Request]], bool | int]] = {
    "no_problem": lambda look: not look.row.content,
    "channel_missing": lambda look: not look.pressed.note.strip(),
    "supplement_missing": lambda look: not look.pressed.note.strip() and not look.pressed.details.get("files"),
    "call_missing": _call_missing,
    "parts_none": lambda look: not look.row.parts.exists(),
    "parts_without_lead": lambda look: look.row.parts.filter(lead=None).count(),
    "main_unfit": _main_unfit,
    "merged_here": lambda look: look.row.merged.filter(state=Request.State.MERGED).count(),
    "parts_open": lambda look: len(clocking.open_parts(look.row)),
    "silence_running": _silence_running,
    "same_reviewer": _same_reviewer,
    "call_back_due": _call_back_due,
    "reopen_late": _reopen_late,
    "supervision_running": _supervision_running,
    "supervision_none": lambda look: look.row.supervised_until is None,
    "answer_missing": lambda look: not look.pressed.note.strip(),
}
"""Fact of a request → how it is worked out of what is stored and what was pressed."""

PART: Mapping[str, Callable[[Look[Part]], bool | int]] = {
    "lead_missing": _lead_missing,
    "objection_late": lambda look: look.row.sent is None or look.now > clocking.ends(look.row.sent, "object"),
    "returns": lambda look: look.row.events.filter(act="object").count(),
    "designated": lambda look: look.row.designated,
    "wait_running": _wait_running,
    "extension_late": _extension_late,
    "extensions": _extensions,
    "overdue": _overdue,
    "explanation_missing": lambda look: not look.pressed.note.strip(),
    "next_reply_missing": _next_reply_missing,
    "reply_missing": lambda look: not look.pressed.note.strip() or text(look.pressed.details, "outcome") not in Part.Outcome.values,
    "force_missing": lambda look: force_lead(look.pressed.details, on=localdate(look.now)) is None,
    "advice_open": lambda look: look.row.co_units.filter(advised=None).exclude(unit=look.row.lead_id).count(),
    "tasks_unanswered": _tasks_unanswered,
}
"""Fact of a part → how it is worked out of what is stored and what was pressed."""
