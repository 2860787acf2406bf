"""What the joint cases brought (证照联办), from the licences as they were handed out."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from django.db.models import Min
from django.utils.timezone import localdate

from gaoxing.office.indicators.computing.counted import Asked, Computed, count
from gaoxing.office.licensing.models import Item

ITEM, CASE = "licensing.item", "cases.case"


def joint_licences_issued(asked: Asked) -> Computed | None:
    """Every licence that was handed out."""
    found = _issued(asked)
    return None if found is None else count(ITEM, found)


def joint_cases_issued(asked: Asked) -> Computed | None:
    """The cases whose first licence was handed out."""
    found, firsts = _issued(asked), _firsts(asked)
    return None if found is None else count(CASE, (case for item, case in found.items() if item in firsts))


def joint_applications_saved(asked: Asked) -> Computed | None:
    """The licences that are not the first of their case: each saved an application of its own."""
    found, firsts = _issued(asked), _firsts(asked)
    return None if found is None else count(ITEM, (item for item in found if item not in firsts))


def _issued(asked: Asked) -> Mapping[int, int] | None:
    """The licences of the period, each with its case; None where none was issued yet so early."""
    begun: datetime | None = Item.objects.aggregate(begun=Min("issued"))["begun"]
    if begun is None or localdate(begun) > asked.period.last:
        return None
    first, after = asked.period.moments
    return dict(Item.objects.filter(issued__gte=first, issued__lt=after).order_by("issued", "pk").values_list("pk", "case"))


def _firsts(asked: Asked) -> frozenset[int]:
    """The first licence of each case whose first was handed out until the end of the period."""
    _first, after = asked.period.moments
    found = dict[int, int]()
    for case, item in Item.objects.filter(issued__lt=after).order_by("issued", "pk").values_list("case", "pk"):
        found.setdefault(case, item)
    return frozenset(found.values())
