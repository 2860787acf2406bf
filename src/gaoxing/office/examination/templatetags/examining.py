"""The examination at once on the pages of a case (办件页上的自动审查): for its applicant and for a clerk."""

from __future__ import annotations

from typing import Any

from django import template
from django.template.context import Context

from gaoxing.office.cases.models import Case
from gaoxing.office.examination.queries import of_case
from gaoxing.office.examination.shown import shown

register = template.Library()


@register.inclusion_tag("examination/panel.html", takes_context=True)
def examination(context: Context, case: Case, *, to_staff: bool = False) -> dict[str, Any]:
    """What the examination at once found of a case; nothing where there was none."""
    found = of_case(case)
    known = {"case": case, "to_staff": to_staff, "request": context.get("request"), "csrf_token": context.get("csrf_token")}
    return {**known, "found": shown(found) if found else None}
