"""What follows from an act on a stuck matter or a cause (后果), in its own transaction."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import timedelta

from django.db.models import F
from django.utils.timezone import localdate

from gaoxing.casework.escalations.limits import limits
from gaoxing.office.escalations import clocking, telling
from gaoxing.office.escalations.facts import officer
from gaoxing.office.escalations.firing import Done, fire
from gaoxing.office.escalations.models import Cause, Escalation
from gaoxing.office.firing.details import day, number, open_unit, text
from gaoxing.office.firing.pressed import Pressed

_MENDED = (Cause.State.FIXED, Cause.State.WATCHED, Cause.State.CLOSED)


def _keep(done: Done, **columns: object) -> None:
    type(done.row)._default_manager.filter(pk=done.row.pk).update(**columns)


def _keep_handler(done: Done) -> None:
    """Whoever takes it over has one office hour to contact the person, and handing it on does not lengthen it."""
    first = {"contact_due": clocking.contact_due(done.now)} if done.outcome.act == "take_over" else {}
    _keep(done, handler=officer(done.pressed, done.by, on=localdate(done.now)), **first)


def _keep_outcome(done: Done) -> None:
    """What came of it, when, and whether that was in time by the clock that just stopped."""
    outcome = Escalation.Outcome.IMPOSSIBLE if done.outcome.act == "decline" else text(done.pressed.details, "outcome")
    read = clocking.reading(_stuck(done).events.all(), now=done.now)
    _keep(done, outcome=outcome, next_reply=None, concluded=done.now, late=bool(read and read.late))


def _keep_cause(done: Done) -> None:
    """Keep a known cause or a new one; it recurred where the matter was brought after it had been mended."""
    told = done.pressed.details
    cause = Cause.objects.filter(pk=number(told, "cause")).first()
    if cause is None:
        fresh = {"made": done.now, "changed": done.now}
        cause, _ = Cause.objects.get_or_create(kind=text(told, "cause_kind"), name=text(told, "cause_name"), defaults=fresh)
    _keep(done, cause=cause)
    cause = Cause.objects.select_for_update().get(pk=cause.pk)
    made = Escalation.objects.get(pk=done.row.pk).made
    if cause.state in _MENDED and cause.fixed is not None and made > cause.fixed:
        fire(cause, Pressed("recur"), None, now=done.now)


def _begin_watch(done: Done) -> None:
    _keep(done, watched_until=localdate(done.now) + timedelta(days=limits().watch_days))


def _keep_owner(done: Done) -> None:
    told = done.pressed.details
    _keep(done, unit=open_unit(told, on=localdate(done.now)), mend_by=day(told, "mend_by") or clocking.mend_by(done.now))


def _count_recurrence(done: Done) -> None:
    """It is to be mended anew, by a new day."""
    _keep(done, recurrences=F("recurrences") + 1, mend_by=clocking.mend_by(done.now))


def _stuck(done: Done) -> Escalation:
    """The stuck matter as the effects before this one left it."""
    return Escalation.objects.select_related("owner", "handler").get(pk=done.row.pk)


def _tell_person(done: Done) -> None:
    telling.tell_person(_stuck(done), about=done.event.number, now=done.now)


def _tell_officer(done: Done) -> None:
    telling.tell_officer(_stuck(done), about=done.event.number, now=done.now, by=done.by)


def _tell_leaders(done: Done) -> None:
    telling.tell_leaders(_stuck(done), about=done.event.number, now=done.now, by=done.by)


def _tell_unit(done: Done) -> None:
    telling.tell_unit(Cause.objects.get(pk=done.row.pk), about=done.event.number, now=done.now)


EFFECTS: Mapping[str, Callable[[Done], None]] = {
    "keep_handler": _keep_handler,
    "keep_contact": lambda done: _keep(done, contacted=done.now),
    "keep_next_reply": lambda done: _keep(done, next_reply=day(done.pressed.details, "next_reply") or day(done.pressed.details, "until")),
    "keep_outcome": _keep_outcome,
    "keep_cause": _keep_cause,
    "keep_confirmation": lambda done: _keep(done, confirmed=done.now),
    "count_rejection": lambda done: _keep(done, rejections=F("rejections") + 1, outcome="", concluded=None, late=None),
    "tell_person": _tell_person,
    "tell_officer": _tell_officer,
    "tell_leaders": _tell_leaders,
    "keep_owner": _keep_owner,
    "keep_fix": lambda done: _keep(done, fixed=done.now),
    "begin_watch": _begin_watch,
    "end_watch": lambda done: _keep(done, watched_until=None),
    "count_recurrence": _count_recurrence,
    "tell_unit": _tell_unit,
}
"""Every effect of the two tables by name."""
