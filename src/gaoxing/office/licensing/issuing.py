"""Handing out the results (发证): each as it is ready, or all together, as the applicant chose; the choice may be changed until all are out."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from gaoxing.office.audit import actions as audit
from gaoxing.office.audit.entry import Actor
from gaoxing.office.cases.models import Case
from gaoxing.office.licensing.case_facts import open_items
from gaoxing.office.licensing.models import Item, JointCase


def issue_ready(case: Case, *, now: datetime) -> int:
    """Hand out what is granted and may go out now; how many."""
    waits = JointCase.objects.filter(case=case, delivery=JointCase.Delivery.ALL).exists()
    if waits and open_items(case).exists():
        return 0
    return Item.objects.filter(case=case, state=Item.State.GRANTED, issued=None).update(issued=now)


@transaction.atomic
def choose(case: Case, delivery: str, *, by: Actor, now: datetime) -> None:
    """How the applicant wants the results from now on. Raises ValueError for a way that is none."""
    chosen = JointCase.Delivery(delivery)
    JointCase.objects.filter(case=case).update(delivery=chosen)
    issue_ready(case, now=now)
    audit.write("joint.delivery_chosen", actor=by, subject=case, now=now, reason=chosen.value)
