"""What the staff have beside a case (经办人和备注), for the case's page: one line in its template, nothing in its view."""

from __future__ import annotations

from typing import Any

from django import template

from gaoxing.office.cases.models import Case
from gaoxing.office.frontdesk.views.handing import beside

register = template.Library()


@register.inclusion_tag("frontdesk/notes.html", takes_context=True)
def case_desk(context: dict[str, Any], case: Case) -> dict[str, Any]:
    """In whose hand the case is, the buttons to take it and to hand it over, and the notes; nothing of these for a party to it."""
    return {**beside(context["request"], case), "csrf_token": context.get("csrf_token")}
