"""What a case brought, on any page of the case: `{% certificates_of case "my_certificate" %}` names the route by which its papers are had."""

from __future__ import annotations

from typing import Any

from django.template import Library

from gaoxing.office.cases.models import Case
from gaoxing.office.frontdesk.certificates import issued

register = Library()


@register.inclusion_tag("certificates/of_case.html")
def certificates_of(case: Case, route: str) -> dict[str, Any]:
    """Licence and notices with the ways to them; nothing where there are none."""
    return {"case": case, "route": route, "certificates": issued(case)}
