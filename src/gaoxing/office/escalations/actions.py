"""Bringing what does not get done (提出办不成的事): submitted and taken over in one go, by the steward who has the fewest open ones."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from django.db import IntegrityError, transaction
from django.db.models import Count, Q
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from gaoxing.office.escalations.firing import fire
from gaoxing.office.escalations.models import Escalation
from gaoxing.office.escalations.permissions import BRING, HANDLE, deputies, may_bring_for
from gaoxing.office.escalations.sealed import content_place
from gaoxing.office.escalations.vault import seal
from gaoxing.office.firing.pressed import Pressed
from gaoxing.office.people.models import Person, RoleAssignment
from gaoxing.office.people.permissions import permit
from gaoxing.office.people.roles import Role
from gaoxing.office.refusal import NotAllowed

MOST_WORDS, LONGEST_NUMBER, LONGEST_CONTACT = 5_000, 32, 200
"""How long each answer may be, a number (of what is stuck, of a telephone), and the name of whom to contact."""

_OPEN = (Escalation.State.SUBMITTED, Escalation.State.TAKEN, Escalation.State.IN_HAND, Escalation.State.UNSATISFIED)


@dataclass(frozen=True, repr=False)
class Told:
    """What is told: what was tried, where, how often, what blocked it, whom to reach, which number is stuck; `case` is the desk's draft it comes from."""

    tried: str
    blocked_by: str
    where: str = ""
    times: str = ""
    contact: str = ""
    mobile: str = ""
    blocked: str = ""
    owner: Person | None = None
    case: int | None = None


@transaction.atomic
def bring(told: Told, by: Person, *, now: datetime) -> Escalation:
    """Submit it and have it taken over at once; the same draft of the desk brought twice gives the first one again.

    Raises NotAllowed with a sentence where it does not say what is stuck, or says too much at once, or is not for this person to bring.
    """
    permit(by, BRING, on=localdate(now))
    if not may_bring_for(by, told.owner, on=localdate(now)):
        raise NotAllowed(_("只能提自己的事，或者委托了您的人的事。请用本人的账号，或者先由本人在账号里委托。"))
    if known := _of_draft(told):
        return known
    _require(told)
    try:
        with transaction.atomic():
            row = {"owner": told.owner, "brought_by": by, "blocked": told.blocked.strip(), "case": told.case}
            made = Escalation.objects.create(made=now, changed=now, **row)
    except IntegrityError:
        if known := _of_draft(told):
            return known
        raise
    words = {name: getattr(told, name).strip() for name in ("tried", "blocked_by", "where", "times", "contact", "mobile")}
    Escalation.objects.filter(pk=made.pk).update(number=f"E{localdate(now).year}-{made.pk:06}", content=seal(words, content_place(made)))
    made.refresh_from_db()
    return take_over(fire(made, Pressed("submit"), by, now=now), now=now)


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


def _of_draft(told: Told) -> Escalation | None:
    return Escalation.objects.filter(case=told.case).first() if told.case is not None else None


def _require(told: Told) -> None:
    """Raise NotAllowed for what cannot be taken."""
    if not told.tried.strip() or not told.blocked_by.strip():
        raise NotAllowed(_("请写明要办什么事、卡在哪一步。"))
    if max(len(each) for each in (told.tried, told.blocked_by, told.where, told.times)) > MOST_WORDS:
        raise NotAllowed(_("每一项最多写 %(most)s 个字，请写短一些。") % {"most": MOST_WORDS})
    if len(told.contact) > LONGEST_CONTACT or len(told.mobile) > LONGEST_NUMBER:
        raise NotAllowed(_("联系人最多 %(name)s 个字，电话最多 %(number)s 位，请核对。") % {"name": LONGEST_CONTACT, "number": LONGEST_NUMBER})
    if len(told.blocked.strip()) > LONGEST_NUMBER or not told.blocked.strip().isprintable():
        raise NotAllowed(_("办件或者诉求的编号最多 %(most)s 个字，请核对。") % {"most": LONGEST_NUMBER})
