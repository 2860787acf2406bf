"""What stuck matters hold of a person (个人资料里的办不成事): handed out with their words; deleted so that the counts stay and nobody is behind them."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.db.models import Q, QuerySet
from django.utils.timezone import localtime
from django.utils.translation import gettext_noop

from gaoxing.office.escalations.models import Escalation, EscalationEvent
from gaoxing.office.escalations.queries import content_of
from gaoxing.office.escalations.sealed import REACHED
from gaoxing.office.people import accounts
from gaoxing.office.people.holdings import Holding
from gaoxing.office.people.models import Person
from gaoxing.office.vault import digests
from gaoxing.standards import telephone


def _of(person: Person) -> QuerySet[Escalation]:
    """Theirs by account, and what the window brought for nobody's account with their number, under every key."""
    number = telephone.compact(accounts.own(person, "mobile"))
    reached = digests(number, purpose=REACHED) if number else ()
    return Escalation.objects.filter(Q(owner=person) | Q(owner=None, reached__in=reached))


def _rows(person: Person) -> list[dict[str, Any]]:
    return [_row(each) for each in _of(person)]


def _row(row: Escalation) -> dict[str, Any]:
    made = localtime(row.made).isoformat(timespec="seconds")
    return {"number": row.number, "blocked": row.blocked, "state": row.state, "made": made, **content_of(row)}


def _numbers(person: Person) -> list[int]:
    return list(_of(person).values_list("pk", flat=True))


def _delete(person: Person, now: datetime) -> int:
    """Empty the words and notes of what is theirs, and lead from it neither to their draft nor to whoever brought it; nor to them from what they brought."""
    own = _numbers(person)
    EscalationEvent.objects.filter(subject__in=own).update(note=b"")
    Escalation.objects.filter(brought_by=person).update(brought_by=None)
    return Escalation.objects.filter(pk__in=own).update(owner=None, brought_by=None, case=None, content=b"", blocked="", said="", reached="", once="")


HOLDING = Holding("escalations.escalation", gettext_noop("办不成事"), _rows, _numbers, _delete)
