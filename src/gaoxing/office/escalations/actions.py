"""Bringing what does not get done (提出办不成的事): submitted and taken over in one go, by the steward who has the fewest open ones."""

from __future__ import annotations

from datetime import date, datetime

from django.db import IntegrityError, transaction
from django.db.models import Count, Q
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from gaoxing.office.escalations.firing import fire
from gaoxing.office.escalations.looking import Told as Told
from gaoxing.office.escalations.looking import complete, require
from gaoxing.office.escalations.models import Escalation
from gaoxing.office.escalations.permissions import BRING, HANDLE, deputies, may_bring_for
from gaoxing.office.escalations.sealed import content_place, reached_digest, said_digest
from gaoxing.office.escalations.vault import seal
from gaoxing.office.firing.pressed import Pressed
from gaoxing.office.people.models import Person, RoleAssignment
from gaoxing.office.people.permissions import permit
from gaoxing.office.people.roles import Role
from gaoxing.office.refusal import NotAllowed

_OPEN = (Escalation.State.SUBMITTED, Escalation.State.TAKEN, Escalation.State.IN_HAND, Escalation.State.UNSATISFIED)


@transaction.atomic
def bring(told: Told, by: Person, *, now: datetime) -> Escalation:
    """Submit it and have it taken over at once; the same draft of the desk, or the same page, posted twice gives the first one again.

    Raises NotAllowed with a sentence where it cannot be taken as it is told, or is not for this person to bring.
    """
    permit(by, BRING, on=localdate(now))
    if not may_bring_for(by, told.owner, on=localdate(now)):
        raise NotAllowed(_("只能提自己的事，或者委托了您的人的事。请用本人的账号，或者先由本人在账号里委托。"))
    if known := already(told, by):
        return known
    told = complete(told)
    try:
        require(told)
        with transaction.atomic():
            made = _opened(told, by, now)
    except (IntegrityError, NotAllowed):  # the same post may have been taken since the look above: then it is no repetition
        if known := already(told, by):
            return known
        raise
    words = {name: getattr(told, name).strip() for name in ("tried", "blocked_by", "where", "times", "contact", "mobile")}
    sealed = {"content": seal(words, content_place(made)), "said": said_digest(told.words), "reached": reached_digest(told.mobile)}
    Escalation.objects.filter(pk=made.pk).update(number=f"E{localdate(now).year}-{made.pk:06}", **sealed)
    made.refresh_from_db()
    return take_over(fire(made, Pressed("submit"), by, now=now), now=now)


def already(told: Told, by: Person) -> Escalation | None:
    """What the same draft of the desk, or the same page of this person, already became."""
    if told.case is not None:
        return Escalation.objects.filter(case=told.case).first()
    return Escalation.objects.filter(brought_by=by, once=told.once).first() if told.once else None


def take_over(row: Escalation, *, now: datetime) -> Escalation:
    """Have the system give it to whoever has the fewest open ones; left as it is where nobody is of the office, for the tick to try again."""
    found = least_busy(on=localdate(now))
    return fire(row, Pressed("take_over", revision=row.revision, details={"officer": found.pk}), None, now=now) if found else row


def least_busy(*, on: date) -> Person | None:
    """The steward who has the fewest open ones on a day, the longest known first; None where there is no steward.

    Whoever is on leave gets none as long as a colleague is there; where all are, their deputies see to it.
    """
    current = RoleAssignment.objects.filter(Q(until=None) | Q(until__gte=on), role=Role.STEWARD, since__lte=on).values("person")
    stewards = list(Person.objects.filter(pk__in=current, is_active=True).order_by("pk"))
    there = [each for each in stewards if not deputies(each, HANDLE, on=on)] or stewards
    held = dict(Escalation.objects.filter(state__in=_OPEN, handler__in=there).values_list("handler").annotate(Count("pk")).order_by())
    return min(there, key=lambda each: held.get(each.pk, 0), default=None)


def _opened(told: Told, by: Person, now: datetime) -> Escalation:
    row = {"owner": told.owner, "brought_by": by, "blocked": told.blocked.strip(), "case": told.case, "once": told.once}
    return Escalation.objects.create(made=now, changed=now, **row)
