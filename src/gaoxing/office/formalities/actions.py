"""Asking for the steps after a licence, handing them in and following them (开办后续事项办理).

Nothing waits for another body on a page: a step is queued with the press and handed in by the minute's tick. A body that does not answer is tried again
after growing waits, and the page says so; after the last one the applicant is told how to do it themselves.
"""

from __future__ import annotations

import secrets
from collections.abc import Iterable
from datetime import datetime, timedelta

from django.db import IntegrityError, transaction
from django.db.models import F, Q
from django.utils.translation import gettext as _

from gaoxing.engines.fault import Fault
from gaoxing.engines.registers.body import Errand, Progress, Stage
from gaoxing.office.audit import actions as audit
from gaoxing.office.audit.entry import CLOCK, Actor
from gaoxing.office.cases.models import Case
from gaoxing.office.formalities.models import Formality
from gaoxing.office.formalities.particulars import licence_of, values_for
from gaoxing.office.formalities.steps import Step, body_of, step, steps
from gaoxing.office.people.models import Person
from gaoxing.office.refusal import NotAllowed

State = Formality.State

WAITS = (1, 5, 15, 60, 240, 720, 1440)
"""Minutes between the tries at a body that does not answer; after the last one it is given up."""

ASK_AGAIN = timedelta(minutes=10)
"""How long after an errand is in hand it is asked after."""

CLAIM = timedelta(minutes=5)
AT_ONCE = 50
_GONE = "对方的系统已经不再接通，没有办。请按下面的说明自己办。"


def offered(case: Case) -> tuple[Step, ...]:
    """The steps that can be asked for here: the case set an enterprise up, its body is connected, and nobody asked before."""
    if licence_of(case) is None:
        return ()
    asked = set(case.formalities.values_list("step", flat=True))
    return tuple(each for each in steps() if each.id not in asked and connected(each))


def connected(one: Step) -> bool:
    """Whether a body is there; one whose setting cannot be read is not."""
    try:
        return body_of(one) is not None
    except Fault:
        return False


def begin(case: Case, names: Iterable[str], by: Person, role: str, *, now: datetime) -> tuple[Formality, ...]:
    """Ask for these steps at once; the rows. Raises NotAllowed where there is no licence yet, nothing was chosen, or a step cannot be asked for here."""
    chosen = tuple(dict.fromkeys(names))
    if licence_of(case) is None:
        raise NotAllowed(_("领到营业执照以后才能接着办这些。"))
    if not chosen:
        raise NotAllowed(_("还没有选要接着办的。请至少勾一项。"))
    if strange := [name for name in chosen if (found := step(name)) is None or not connected(found)]:
        raise NotAllowed(_("“%(step)s”不能在这里办，请按页面上的说明自己办。") % {"step": strange[0][:32]})
    try:
        with transaction.atomic():
            return tuple(_asked(case, name, Actor(by.pk, role), now) for name in chosen)
    except IntegrityError:
        raise NotAllowed(_("这几项里有已经在办的了，没有重复交。请刷新页面看办到哪一步。")) from None


def advance_due(*, now: datetime) -> int:
    """Hand in or ask after what is due; how many went on. A second run finds none."""
    free = Q(claimed=None) | Q(claimed__lt=now - CLAIM)
    rows = Formality.objects.filter(free, due__lte=now).select_related("case").order_by("due", "pk")[:AT_ONCE]
    return sum(advance(each, now=now) for each in rows)


def advance(row: Formality, *, now: datetime) -> bool:
    """One step on, unless somebody else does it; whether it went on."""
    free = Q(claimed=None) | Q(claimed__lt=now - CLAIM)
    if not Formality.objects.filter(free, pk=row.pk, due__lte=now, state=row.state).update(claimed=now):
        return False
    try:
        changes = _handed_in(row, now) if row.state == State.WAITING else _asked_after(row, now)
    except Fault as fault:
        _failed(row, fault, now)
        return False
    _write(row, now, tries=0, trouble="", **changes)
    return True


def _asked(case: Case, name: str, actor: Actor, now: datetime) -> Formality:
    made = Formality.objects.create(case=case, step=name, token=secrets.token_hex(16), asked=now, due=now)
    audit.write("formality.asked", actor=actor, subject=made, now=now, details={"step": name})
    return made


def _handed_in(row: Formality, now: datetime) -> dict[str, object]:
    one = step(row.step)
    body = body_of(one) if one else None
    if one is None or body is None:
        raise Fault(_GONE, permanent=True)
    number = body.hand_in(Errand(one.id, row.token, values_for(row.case, one)))
    return {"state": State.HANDED_IN, "number": number, "due": now}


def _asked_after(row: Formality, now: datetime) -> dict[str, object]:
    one = step(row.step)
    body = body_of(one) if one else None
    if body is None:
        raise Fault(_GONE, permanent=True)
    found: Progress = body.ask(row.number)
    if found.stage is Stage.IN_HAND:
        return {"told": found.told, "due": now + ASK_AGAIN}
    state = State.DONE if found.stage is Stage.DONE else State.DECLINED
    return {"state": state, "told": found.told, "due": None, "ended": now}


def _failed(row: Formality, fault: Fault, now: datetime) -> None:
    """Try again later; give up where it cannot help, or was tried often enough. What was handed in is asked after for ever: nobody else knows of it."""
    over = fault.permanent or (row.state == State.WAITING and row.tries >= len(WAITS))
    wait = timedelta(minutes=WAITS[min(row.tries, len(WAITS) - 1)])
    ends = {"state": State.GIVEN_UP, "due": None, "ended": now} if over else {"due": now + wait}
    _write(row, now, tries=F("tries") + 1, trouble=fault.message[:200], **ends)


@transaction.atomic
def _write(row: Formality, now: datetime, **changes: object) -> None:
    Formality.objects.filter(pk=row.pk).update(claimed=None, **changes)
    row.refresh_from_db()
    audit.write(f"formality.{row.state}", actor=CLOCK, subject=row, now=now, details={"step": row.step, "tries": row.tries})
