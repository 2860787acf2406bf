"""Telling the enterprise of its project (项目通知): in page, once an event; the words name number, state and day and nothing of its content."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from gaoxing.casework.tables import table
from gaoxing.office.notices.actions import Recipient, notify
from gaoxing.office.projects.models import Project

WENT_ON, TWO_YEARS = "project_went_on", "project_two_years"
"""The events of notices/events.toml."""


def tell_owner(row: Project, *, about: int, now: datetime) -> int:
    """Tell the enterprise how its project stands; how many notices are new. Nobody is told where they have no account."""
    known = table("project").states[row.state]
    words = {"zh": {"state": known.term, "next": known.plain}, "en": {"state": known.english, "next": known.plain_english}}
    return _sent(WENT_ON, row, {"code": row.code or ""}, words, about=about, now=now)


def remind(row: Project, *, about: int, now: datetime) -> int:
    """Remind the enterprise that nothing was reported yet; how many notices are new."""
    filed = row.filed.isoformat() if row.filed else ""
    return _sent(TWO_YEARS, row, {"day": filed}, {"zh": {}, "en": {}}, about=about, now=now)


def _sent(event: str, row: Project, values: Mapping[str, str], words: Mapping[str, Mapping[str, str]], *, about: int, now: datetime) -> int:
    owner = row.owner
    if owner is None or not owner.is_active:
        return 0
    spoken = words["en" if owner.language.startswith("en") else "zh"]
    return len(notify(event, Recipient(owner.pk, owner.language), {"number": row.number or "", **values, **spoken}, now=now, once=f"project {row.pk} {about}"))
