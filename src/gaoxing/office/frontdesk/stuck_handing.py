"""Handing a draft on as what does not get done (办不成事): what was said of it, as the blanks of its page, and in one transaction the matter itself."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from gaoxing.catalogue import Matter
from gaoxing.intake import Taken
from gaoxing.office.cases import handed_on
from gaoxing.office.cases.models import Case
from gaoxing.office.cases.words import Words
from gaoxing.office.escalations.actions import bring
from gaoxing.office.escalations.looking import Told
from gaoxing.office.escalations.models import Escalation
from gaoxing.office.escalations.permissions import MATTER
from gaoxing.office.frontdesk.requesting import actor_of
from gaoxing.office.people.models import Person
from gaoxing.office.refusal import NotAllowed

BLOCKED, ATTEMPTS = "blocked_matter", "attempts"


def told_in(case: Case, words: Words, taken: Taken, person: Person) -> Told:
    """What the draft tells, as the blanks of the page. Raises NotAllowed where it is none of this, or nothing was said."""
    if taken.matter is None or taken.matter.id != MATTER or taken.form is None:
        raise NotAllowed(_("这份草稿不是办不成事。请回去看看，或者在“这是什么事”里选“办不成事”。"))
    said = said_in(words)
    if not said:
        raise NotAllowed(_("还没有说什么事没有办成。请先说，或者打字。"))
    form, owner = taken.form, owner_of(case, person)
    attempts, enterprise = form.value(ATTEMPTS), str(form.value("enterprise") or "")
    times = _("跑了 %(count)s 趟") % {"count": attempts} if attempts else ""
    blocked = _official(str(form.value(BLOCKED) or ""), taken.matter)
    tried = f"{blocked}（{enterprise}）" if enterprise and blocked else blocked
    contact, mobile = str(form.value("applicant") or ""), str(form.value("mobile") or "")
    return Told(tried, said, times=times, contact=contact, mobile=mobile, owner=owner, case=case.pk)


def said_in(words: Words) -> str:
    """What was said of it: the statement and what was added; answers about names, numbers and trips are none of it."""
    return "\n".join(each.said.strip() for each in words.entries if (not each.asked or each.asked == BLOCKED) and each.said.strip())


def owner_of(case: Case, person: Person) -> Person | None:
    """The account whose matter it is; none where one of the staff began it for a visitor."""
    if case.owner is not None and not case.owner.is_staff_member:
        return case.owner
    return None if person.is_staff_member else person


@transaction.atomic
def hand_on(case: Case, told: Told, by: Person, *, revision: int, now: datetime) -> Escalation:
    """The draft becomes a stuck matter, or the one that it already became.

    Raises NotAllowed with a sentence where something stands in the way, or the draft was changed since the page was shown: then nothing is done.
    """
    if known := Escalation.objects.filter(case=case.pk).first():
        return known
    handed_on.hand_on(case, revision=revision, owner=told.owner, actor=actor_of(case, by, now=now), now=now)
    return bring(told, by, now=now)


def _official(value: str, matter: Matter) -> str:
    """The official name of what is stuck where it is one of the window's matters, else its own name as it was said."""
    return next((dict(each.choices).get(value, value) for each in matter.fields if each.id == BLOCKED), value)
