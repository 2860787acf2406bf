"""The examination at once on the pages of a case (办件页上的自动审查): for its applicant and for a clerk."""

from __future__ import annotations

from typing import Any

from django import template
from django.template.context import Context

from gaoxing.office.cases.models import Case
from gaoxing.office.examination.queries import of_case
from gaoxing.office.examination.shown import shown

register = template.Library()

_WITH_A_CLERK = (Case.State.SUBMITTED, Case.State.ACCEPTED, Case.State.EXAMINED)


@register.inclusion_tag("examination/panel.html", takes_context=True)
def examination(context: Context, case: Case, *, to_staff: bool = False) -> dict[str, Any]:
    """What the examination at once found of a case; nothing where there was none.

    That it left a case to a clerk is no news for the applicant once the clerk asked for a correction or decided: then their words alone count.
    """
    found = of_case(case)
    past = found is not None and not found.decided and not to_staff and case.state not in _WITH_A_CLERK
    known = {"case": case, "to_staff": to_staff, "request": context.get("request"), "csrf_token": context.get("csrf_token")}
    return {**known, "found": shown(found) if found and not past else None}
