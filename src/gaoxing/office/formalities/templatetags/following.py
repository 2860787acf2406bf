"""What follows a licence on the pages of a case (办件页上的后续事项)."""

from __future__ import annotations

from typing import Any

from django import template
from django.template.context import Context

from gaoxing.office.cases.models import Case
from gaoxing.office.formalities.shown import panel

register = template.Library()


@register.inclusion_tag("formalities/panel.html", takes_context=True)
def formalities(context: Context, case: Case, *, to_staff: bool = False) -> dict[str, Any]:
    """The panel; nothing where the case set no enterprise up."""
    return {"case": case, "panel": panel(case), "to_staff": to_staff, "csrf_token": context.get("csrf_token")}
