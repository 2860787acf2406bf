"""That one of the staff is shown whom to reach of a stuck matter (显示联系方式): for a reason, in own words too, so many an hour, kept before it is shown.

Whoever has it in hand sees it anyway; the others are a colleague or a leader who calls back. The reasons are those by which requests are shown.
"""

from __future__ import annotations

from datetime import datetime

from django.db import transaction
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from gaoxing.office.aftercare.revealing import LONGEST as LONGEST
from gaoxing.office.aftercare.revealing import PAGE, READ, Told, plain, require_room
from gaoxing.office.aftercare.revealing import reasons as reasons
from gaoxing.office.audit import actions as audit
from gaoxing.office.audit.entry import Actor
from gaoxing.office.escalations.models import Escalation, EscalationReveal
from gaoxing.office.escalations.permissions import HANDLE, visible_to
from gaoxing.office.escalations.roles import roles_on
from gaoxing.office.escalations.sealed import reveal_place
from gaoxing.office.escalations.vault import seal, unseal
from gaoxing.office.people.accounts import name_of
from gaoxing.office.people.models import Person
from gaoxing.office.people.permissions import permit
from gaoxing.office.people.trail import acting_as
from gaoxing.office.refusal import NotAllowed


@transaction.atomic
def reveal(row: Escalation, reason: str, words: str, by: Person, *, now: datetime) -> EscalationReveal:
    """Keep that the person is shown whom to reach, and why; only then may it be shown.

    Raises NotAllowed where the policy table, the record, the reason, the words or the hour stands in the way.
    """
    on = localdate(now)
    permit(by, HANDLE, on=on)
    roles = roles_on(row, by, now=now)
    if not roles or not visible_to(by, on=on).filter(pk=row.pk).exists():
        raise NotAllowed(_("这件事不归您办，联系方式不能显示。"))
    typed = plain(reason, words)
    require_room(by, now=now, shown=EscalationReveal)
    made = EscalationReveal.objects.create(escalation=row, by=by, reason=reason, at=now)
    made.words = seal({"words": typed}, reveal_place(made))
    made.save(update_fields=["words"])
    audit.write("stuck.revealed", actor=Actor(by.pk, roles[0]), subject=row, now=now, reason=reason)
    return made


def told_of(row: Escalation) -> tuple[Told, ...]:
    """Who was shown whom to reach, newest first, without the words they wrote: for the person too."""
    return tuple(_told(each) for each in row.reveals.select_related("by", "escalation").order_by("-pk"))


def told_to_overseers(by: Person, *, now: datetime, before: int = 0) -> tuple[tuple[Told, ...], int]:
    """Who was shown whom to reach of any, newest first, with their words, a page at a time; and what the next page goes on before, 0 on the last.

    Reading them is an act of the audit too. Raises NotAllowed where the policy table does not let the person, and a Fault where words do not open.
    """
    permit(by, READ, on=localdate(now))
    found = EscalationReveal.objects.select_related("by", "escalation").order_by("-pk")
    rows = list((found.filter(pk__lt=before) if before else found)[: PAGE + 1])
    with transaction.atomic():
        audit.write("stuck.reveals_read", actor=Actor(by.pk, acting_as(by, READ, now=now)), now=now)
    shown = rows[:PAGE]
    return tuple(_told(each, opened=True) for each in shown), shown[-1].pk if len(rows) > PAGE else 0


def _told(reveal: EscalationReveal, *, opened: bool = False) -> Told:
    reason = dict(reasons()).get(reveal.reason, reveal.reason)
    words = unseal(reveal.words, reveal_place(reveal)).get("words", "") if opened else ""
    return Told(name_of(reveal.by), _("联系方式"), reveal.at, reason, reveal.escalation.number or "", words)
