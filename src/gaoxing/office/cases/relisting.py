"""Bringing cases of an earlier edition into the lists and the search (补目录): their sealed titles, their search keys and what their rows keep of the clock.

The update of the database (migration 0010) leaves their numbers behind, the minute's tick works them off, the newest first, so that an office opens at once.
"""

from __future__ import annotations

from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import F, Q

from gaoxing.engines.fault import Fault
from gaoxing.office.cases import clocking
from gaoxing.office.cases.models import Case, Unlisted
from gaoxing.office.cases.queries import form_of
from gaoxing.office.cases.search_keys import enter, sealed_title
from gaoxing.office.cases.submitted import last_form

AT_ONCE = 500
"""Cases of one run: some seconds of the tick's minute."""

AGAIN = timedelta(days=1)
"""What did not open is tried again so much later: its key may have come back."""


def list_due(*, now: datetime) -> int:
    """Make what is missing of so many cases; how many. What does not open stays behind, and keeps nobody else waiting."""
    waiting = Unlisted.objects.filter(Q(tried=None) | Q(tried__lte=now - AGAIN)).order_by(F("tried").asc(nulls_first=True), "-pk")
    return sum(_listed(each, now) for each in waiting[:AT_ONCE])


def _listed(left: Unlisted, now: datetime) -> bool:
    try:
        with transaction.atomic():
            _list(Case.objects.select_for_update().get(pk=left.pk), now)
            left.delete()
    except (Fault, Case.DoesNotExist):
        Unlisted.objects.filter(pk=left.pk).update(tried=now)
        return False
    return True


def _list(case: Case, now: datetime) -> None:
    """Title, keys and clock of what was submitted last. Raises a Fault where it does not open."""
    form = last_form(case) or form_of(case)
    told = clocking.columns(case.events.all(), now=now)
    if form is not None:
        told["title"] = sealed_title(case.pk, form)
        enter(case, form)
    if told:
        Case.objects.filter(pk=case.pk).update(**told)
