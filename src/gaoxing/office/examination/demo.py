"""The demonstration's zone (演示): examination at once switched on, a range of invented codes, and a few invented names, so that a name is searched for.

Built once in a data folder; what somebody changed since stays as they left it.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from django.db import transaction
from django.utils.timezone import localdate

from gaoxing.names.neighbour import State
from gaoxing.office.audit.entry import OPERATOR
from gaoxing.office.certificates import queries as codes
from gaoxing.office.certificates import ranges
from gaoxing.office.names.entry import Entry
from gaoxing.office.names.models import NameLoad
from gaoxing.office.names.queries import loaded
from gaoxing.office.names.storing import store
from gaoxing.office.zone import actions as zone
from gaoxing.office.zone.queries import in_force, profile

FIRST, LAST = "MA00000A", "MA000T00"
"""Organisation codes that no authority gave anybody."""

NAMES = ("昆山演示样品餐饮有限公司", "昆山演示范例科技有限公司", "昆山市演示样板面馆", "昆山演示模型五金有限公司")
"""Invented, and of the demonstration only: a name close to one of them is seen to be found."""

_DIGEST = "demonstration"


@transaction.atomic
def build(*, now: datetime) -> None:
    """Whatever of it is not there yet."""
    if in_force() is None:
        zone.publish(replace(profile(), automatic=True), b"", since=localdate(now), actor=OPERATOR, now=now)
    if not codes.allots(profile().region):
        ranges.add(FIRST, LAST, profile().region, actor=OPERATOR, now=now)
    if not loaded(int(profile().prefecture)):
        store([Entry(int(profile().prefecture), name, State.ACTIVE, localdate(now), None) for name in NAMES])
        NameLoad.objects.create(digest=_DIGEST, rows=len(NAMES), added=len(NAMES), began=now, finished=now)
