"""Matters whose draft becomes no case but something of another room (转交别处的事项): a request of an enterprise, a matter that does not get done.

Each has a page of its own on which the draft in hand is handed on; `/draft/submit` leads there. A room adds its line here.

>>> route_of("company_registration")
''
"""

from __future__ import annotations

from collections.abc import Mapping

ROUTES: Mapping[str, str] = {
    "enterprise_request": "request_submit",
    "stuck_matter": "stuck_submit",
    "project_filing": "project_submit",
    "project_change": "project_submit",
}
"""Matter → the route of the page that hands its draft on."""


def route_of(matter_id: str) -> str:
    """The route by which a matter's draft is handed on; empty where it is submitted as a case, or not at all."""
    return ROUTES.get(matter_id, "")
