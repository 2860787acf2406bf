"""What the staff have beside a case (经办人和备注), for the case's page: one line in its template, nothing in its view."""

from __future__ import annotations

import secrets
from typing import Any

from django import template
from django.utils import timezone

from gaoxing.office.cases import assigning, noting
from gaoxing.office.cases.colleagues import colleagues
from gaoxing.office.cases.models import Case
from gaoxing.office.cases.queue import OPEN
from gaoxing.office.people.accounts import name_of

register = template.Library()


@register.inclusion_tag("frontdesk/notes.html", takes_context=True)
def case_desk(context: dict[str, Any], case: Case) -> dict[str, Any]:
    """In whose hand the case is, the buttons to take it and to hand it over, and the notes; nothing of these for a party to it."""
    person, now = context["request"].user, timezone.now()
    able = noting.may_read(case, person, now=now)
    gives = case.handler_id in (None, person.pk) or assigning.may_assign(person, now=now)
    others = (
        [(each.pk, f"{name_of(each)} · {each.account}") for each in colleagues(person, now=now) if each.pk not in (case.handler_id, person.pk)]
        if able and gives
        else []
    )
    return {
        "case": case,
        "able": able,
        "open": case.state in OPEN,
        "mine": case.handler_id == person.pk,
        "handler": name_of(case.handler) if case.handler else "",
        "gives": gives,
        "others": others,
        "notes": noting.notes(case, person, now=now) if able else (),
        "longest": noting.LONGEST,
        "tokens": (secrets.token_urlsafe(12), secrets.token_urlsafe(12)),
        "csrf_token": context.get("csrf_token"),
    }
