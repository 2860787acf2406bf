"""The window takes over (请窗口接手): a trade that the catalogue does not know is no dead end, its draft comes to a clerk's desk and is helped with there."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction
from django.db.models import QuerySet
from django.utils.translation import gettext as _

from gaoxing.office.audit import actions as audit
from gaoxing.office.audit.entry import Actor
from gaoxing.office.cases import owning
from gaoxing.office.cases.models import Case
from gaoxing.office.licensing.models import HelpAsked
from gaoxing.office.people.models import Person
from gaoxing.office.refusal import NotAllowed


@transaction.atomic
def ask(case: Case, *, by: Actor, now: datetime) -> HelpAsked:
    """Ask the window to take over a draft; asked twice it is asked once. Raises NotAllowed for what is no draft."""
    if case.state != Case.State.DRAFT:
        raise NotAllowed(_("已经提交的办件由窗口办着，不用再请接手。"))
    made, new = HelpAsked.objects.get_or_create(case=case, defaults={"asked": now})
    if new:
        audit.write("window.help_asked", actor=by, subject=case, now=now)
    return made


def waiting() -> QuerySet[HelpAsked]:
    """What waits for a clerk, the longest first."""
    return HelpAsked.objects.filter(taken=None, case__state=Case.State.DRAFT).select_related("case")


@transaction.atomic
def take(number: int, clerk: Person, *, now: datetime) -> Case:
    """A clerk takes it: from now on they help with the draft, as with one that was handed over. Raises NotAllowed where somebody was quicker."""
    if HelpAsked.objects.filter(pk=number, taken=None).update(taken=now, clerk=clerk) != 1:
        raise NotAllowed(_("这一件已经有同事接手了。"))
    case = HelpAsked.objects.select_related("case").get(pk=number).case
    owning.begin_help(case, clerk, now=now)
    audit.write("window.help_taken", actor=Actor(clerk.pk, "window_clerk"), subject=case, now=now)
    return case
