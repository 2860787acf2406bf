"""The cases of an enterprise on its page among the clients (服务对象的办件): only those that whoever looks may handle anyway, found by its credit code."""

from __future__ import annotations

from datetime import datetime

from django.urls import reverse
from django.utils.timezone import localdate
from django.utils.translation import gettext as translated

from gaoxing.catalogue import matter
from gaoxing.office.aftercare.clients.profiles import CaseLine
from gaoxing.office.cases import search_keys
from gaoxing.office.cases.models import SearchKey
from gaoxing.office.cases.permissions import visible_to
from gaoxing.office.cases.roles import HANDLE
from gaoxing.office.cases.subject import normal
from gaoxing.office.people.models import Person

MOST = 50
"""Cases that the page lists, the newest."""


def of_code(person: Person, uscc: str, now: datetime) -> tuple[CaseLine, ...]:
    """The submitted cases that name a credit code, the newest first."""
    told = SearchKey.objects.filter(kind=search_keys.CODE, digest__in=search_keys.keys(search_keys.CODE, [normal(uscc)]))
    seen = visible_to(person, on=localdate(now), act=HANDLE).filter(pk__in=told.values("case"), number__isnull=False, filed__isnull=False)
    return tuple(
        CaseLine(str(each.number), matter(each.matter).name, translated(each.get_state_display()), reverse("queue_case", args=(each.number,)))
        for each in seen.order_by("-filed", "-pk")[:MOST]
    )
