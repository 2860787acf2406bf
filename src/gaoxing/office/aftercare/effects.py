"""What follows from an act on a request or a part (诉求流转的后果), in its own transaction."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime

from django.db.models import F
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from gaoxing.office.aftercare import clocking
from gaoxing.office.aftercare.facts import force_lead
from gaoxing.office.aftercare.firing import Done, fire
from gaoxing.office.aftercare.forces.closing import close
from gaoxing.office.aftercare.models import ForceTask, Part, Request
from gaoxing.office.aftercare.permissions import units_of
from gaoxing.office.aftercare.telling import tell
from gaoxing.office.audit.entry import Actor
from gaoxing.office.firing.details import day, number, open_unit, text
from gaoxing.office.firing.pressed import Pressed
from gaoxing.office.refusal import NotAllowed

RATINGS = range(1, 6)
"""From 1, not satisfied at all, to 5."""


def answer_if_over(request: Request, *, now: datetime) -> None:
    """Hand a request to its enterprise once every part has its outcome."""
    found = Request.objects.get(pk=request.pk)
    if found.state == Request.State.IN_HAND and not clocking.open_parts(found):
        fire(found, Pressed("answer"), None, now=now)


def _keep(done: Done, **columns: object) -> None:
    type(done.row)._default_manager.filter(pk=done.row.pk).update(**columns)


def _by_itself(done: Done) -> None:
    """The event says it."""


def _tell(done: Done) -> None:
    tell(done.row, about=done.event.number, now=done.now)


def _keep_main(done: Done) -> None:
    _keep(done, main=number(done.pressed.details, "main"))


def _send_parts(done: Done) -> None:
    for part in done.request.parts.filter(state=Part.State.PLANNED).select_related("request"):
        fire(part, Pressed("dispatch"), None, now=done.now)


def _keep_rating(done: Done) -> None:
    """Whoever accepts says how satisfied the enterprise is, and whether its trouble is gone: answered is not solved."""
    rating, solved = number(done.pressed.details, "rating"), text(done.pressed.details, "solved")
    if rating not in RATINGS or solved not in ("yes", "no"):
        raise NotAllowed(_("请选满意程度（1 到 5），再选问题解决了没有。"))
    _keep(done, rating=rating, solved=solved == "yes", unrated=False, called_back=None)


def _count_rejection(done: Done) -> None:
    _keep(done, rejections=F("rejections") + 1, rating=None, solved=None, unrated=False, called_back=None)


def _redo_parts(done: Done) -> None:
    """The parts that were named are done again, all of them where none was; those that were added meanwhile go out too."""
    chosen = {number({"part": each}, "part") for each in done.pressed.details.get("parts", ())}
    _keep(done, reviewer=done.by)
    for part in done.request.parts.select_related("request"):
        if part.state == Part.State.PLANNED:
            fire(part, Pressed("dispatch"), None, now=done.now)
        elif not chosen or part.number in chosen:
            fire(part, Pressed("redo"), None, now=done.now)
    answer_if_over(done.request, now=done.now)


def _end_parts(done: Done) -> None:
    for part in clocking.open_parts(done.request):
        fire(part, Pressed("end"), None, now=done.now)


def _free_merged(done: Done) -> None:
    for each in done.request.merged.filter(state=Request.State.MERGED):
        fire(each, Pressed("answer", details={"main": done.request.number or ""}), None, now=done.now)


def _open_supervision(done: Done) -> None:
    _keep(done, supervised_until=clocking.ends(done.now, "supervision"))


def _keep_dispatch(done: Done) -> None:
    _keep(done, sent=done.now, outcome="", next_reply=None)
    done.part.co_units.update(advised=None)


def _change_lead(done: Done) -> None:
    """The part goes to another unit, which helps itself no longer: else it would wait for its own answer."""
    lead, former = open_unit(done.pressed.details, on=localdate(done.now)), done.part.lead_id
    if lead is not None and lead.pk != former:
        close(done.part, ForceTask.Why.ELSEWHERE, Actor(done.by.pk if done.by else 0, done.outcome.role), now=done.now)
    _keep(done, lead=lead, sent=done.now, handler=None)
    done.part.co_units.filter(unit=lead).delete()


def _keep_advice(done: Done) -> None:
    if done.by is not None:
        done.part.co_units.filter(unit__in=units_of(done.by, on=localdate(done.now)), advised=None).update(advised=done.now)


EFFECTS: Mapping[str, Callable[[Done], None]] = {
    "keep_contact": _by_itself,
    "keep_main": _keep_main,
    "send_parts": _send_parts,
    "mark_unrated": lambda done: _keep(done, unrated=True, rating=None, solved=None),
    "keep_rating": _keep_rating,
    "keep_call_back": lambda done: _keep(done, called_back=done.now),
    "count_rejection": _count_rejection,
    "redo_parts": _redo_parts,
    "end_parts": _end_parts,
    "free_merged": _free_merged,
    "open_supervision": _open_supervision,
    "close_supervision": lambda done: _keep(done, supervised_until=None),
    "keep_dispatch": _keep_dispatch,
    "change_lead": _change_lead,
    "mark_designated": lambda done: _keep(done, designated=True),
    "keep_advice": _keep_advice,
    "keep_force": lambda done: _keep(done, force_lead=force_lead(done.pressed.details, on=localdate(done.now))),
    "keep_next_reply": lambda done: _keep(done, next_reply=day(done.pressed.details, "next_reply")),
    "keep_outcome": lambda done: _keep(done, outcome=text(done.pressed.details, "outcome")),
    "answer_request": lambda done: answer_if_over(done.request, now=done.now),
    "tell_enterprise": _tell,
}
"""Every effect of the two tables by name."""
