"""Reading stuck matters (查阅办不成事): their words."""

from __future__ import annotations

from typing import Any

from gaoxing.office.escalations.models import Escalation
from gaoxing.office.escalations.sealed import content_place
from gaoxing.office.escalations.vault import unseal


def content_of(row: Escalation) -> dict[str, Any]:
    """What was told, by the names of `actions.Told`. Raises a Fault where it does not open."""
    return unseal(row.content, content_place(row))
