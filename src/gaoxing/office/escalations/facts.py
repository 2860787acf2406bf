"""What is known of a stuck matter or a cause when somebody acts on it, for the guards of casework/escalation.toml and escalation_cause.toml."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date

from django.db.models import Q
from django.utils.timezone import localdate

from gaoxing.casework.escalations.limits import limits
from gaoxing.office.escalations import clocking
from gaoxing.office.escalations.models import Cause, Escalation
from gaoxing.office.firing.details import Look, day, number, open_unit, text
from gaoxing.office.firing.pressed import Pressed
from gaoxing.office.people.models import Person
from gaoxing.office.people.permissions import roles_of
from gaoxing.office.people.roles import OF_APPLICANTS, Role

OFFICE = frozenset({Role.STEWARD.value, Role.LEADER.value})
"""Who takes stuck matters over."""

_HANDLING = ("contact", "reply", "extend", "conclude", "decline")
"""Whoever does one of these handles the matter, in whatever role."""

LONGEST_NAME = 200
"""How long the name of a cause may be."""


def officer(pressed: Pressed, by: Person | None, *, on: date) -> Person | None:
    """Who is to take it over: whoever was chosen, else whoever presses; None where they are not of the office."""
    found = Person.objects.filter(pk=number(pressed.details, "officer"), is_active=True).first() if "officer" in pressed.details else by
    return found if found is not None and OFFICE.intersection(roles_of(found, on=on)) else None


def _silent(look: Look[Escalation]) -> bool:
    return not look.pressed.note.strip()


def _call_missing(look: Look[Escalation]) -> bool:
    """Whoever speaks for the person says whom they spoke with, when and how; the person need not."""
    return look.role not in OF_APPLICANTS and not all(text(look.pressed.details, each) for each in ("whom", "when", "how"))


def _same_officer(look: Look[Escalation]) -> bool:
    found = officer(look.pressed, look.by, on=localdate(look.now))
    return found is not None and found.pk == look.row.handler_id


def _same_person(look: Look[Escalation]) -> bool:
    """Whether whoever calls back handled it, now or before."""
    handled = Q(role="officer") | Q(act__in=_HANDLING)
    before = {look.row.handler_id, *look.row.events.filter(handled).values_list("by", flat=True)}
    return look.role not in OF_APPLICANTS and look.by is not None and look.by.pk in before


def _next_reply_missing(look: Look[Escalation]) -> bool:
    named = day(look.pressed.details, "next_reply")
    return named is None or named <= localdate(look.now)


def extension(row: Escalation, pressed: Pressed) -> int:
    """The working days of an extension; 0 where no later day is named."""
    until = day(pressed.details, "until")
    return clocking.extension_days(row.due, until) if row.due and until else 0


def _overdue(look: Look[Escalation]) -> bool:
    read = clocking.reading(look.row.events.all(), now=look.now)
    return bool(read and read.late)


def _extended_before(look: Look[Escalation]) -> bool:
    """Whether it was extended since its clock last started; a leader may once more."""
    acts = list(look.row.events.exclude(clock="").order_by("number").values_list("clock", flat=True))
    start = max((place for place, clock in enumerate(acts) if clock == "start"), default=0)
    return look.role != Role.LEADER.value and "extend" in acts[start:]


def _outcome_missing(look: Look[Escalation]) -> bool:
    return text(look.pressed.details, "outcome") not in (Escalation.Outcome.DONE, Escalation.Outcome.PARTLY)


def _cause_missing(look: Look[Escalation]) -> bool:
    told = look.pressed.details
    if Cause.objects.filter(pk=number(told, "cause")).exists():
        return False
    name = text(told, "cause_name")
    return text(told, "cause_kind") not in Cause.Kind.values or not 0 < len(name) <= LONGEST_NAME or not name.isprintable()


def _owner_missing(look: Look[Cause]) -> bool:
    """No unit that acts, or a day that is none or not later than today; where no day is named the usual one counts."""
    told, today = look.pressed.details, localdate(look.now)
    until = day(told, "mend_by")
    return open_unit(told, on=today) is None or (bool(text(told, "mend_by")) and (until is None or until <= today))


ESCALATION: Mapping[str, Callable[[Look[Escalation]], bool | int]] = {
    "nothing_blocked": lambda look: not look.row.content,
    "officer_unfit": lambda look: officer(look.pressed, look.by, on=localdate(look.now)) is None,
    "same_officer": _same_officer,
    "call_missing": _call_missing,
    "channel_missing": _silent,
    "explanation_missing": _silent,
    "next_reply_missing": _next_reply_missing,
    "extension_unfit": lambda look: not 0 < extension(look.row, look.pressed) <= limits().days["extension_most"],
    "overdue": _overdue,
    "extended_before": _extended_before,
    "outcome_missing": _outcome_missing,
    "cause_missing": _cause_missing,
    "same_person": _same_person,
}
"""Fact of a stuck matter → how it is worked out of what is stored and what was pressed."""

CAUSE: Mapping[str, Callable[[Look[Cause]], bool | int]] = {
    "owner_missing": _owner_missing,
    "ownerless": lambda look: look.row.unit_id is None,
    "explanation_missing": lambda look: not look.pressed.note.strip(),
    "watch_running": lambda look: look.row.watched_until is None or localdate(look.now) <= look.row.watched_until,
}
"""Fact of a cause → how it is worked out."""
