"""What the ladder holds of a person (个人资料里的企业培育数据): an account's own enterprises with their figures; deleted with the account's data."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.db.models import QuerySet
from django.utils.translation import gettext_noop

from gaoxing.office.cultivation.content import content_of
from gaoxing.office.cultivation.models import Assessed, Qualification
from gaoxing.office.people.holdings import Holding
from gaoxing.office.people.models import Person


def _own(person: Person) -> QuerySet[Assessed]:
    return Assessed.objects.filter(owner=person)


def _rows(person: Person) -> list[dict[str, Any]]:
    return [_row(each) for each in _own(person)]


def _row(row: Assessed) -> dict[str, Any]:
    content = content_of(row)
    return {"number": row.number, "enterprise": row.enterprise, "uscc": row.uscc, "figures": content.form.to_contract(), "said": content.said}


def _numbers(person: Person) -> list[int]:
    return list(_own(person).values_list("pk", flat=True))


def _delete(person: Person, now: datetime) -> int:
    """Delete the figures of their own enterprises; those of the zone's clients stay, and nobody is named as having entered them."""
    count = _own(person).count()
    _own(person).filter(client=None).delete()
    _own(person).update(owner=None)
    Qualification.objects.filter(by=person).update(by=None)
    Assessed.objects.filter(entered_by=person).update(entered_by=None)
    return count


HOLDING = Holding("cultivation.assessed", gettext_noop("企业培育数据"), _rows, _numbers, _delete)
