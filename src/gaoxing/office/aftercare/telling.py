"""Telling an enterprise how its request goes on (诉求通知): in page, once an event; the words name number and state and nothing of its content."""

from __future__ import annotations

from datetime import datetime

from gaoxing.casework.table import State
from gaoxing.casework.tables import table
from gaoxing.office.aftercare.models import Part, Request
from gaoxing.office.notices.actions import Recipient, notify


def tell(row: Request | Part, *, about: int, now: datetime) -> int:
    """Tell the enterprise of an act; how many notices are new. Nobody is told where it has no account."""
    request = row if isinstance(row, Request) else row.request
    name, number = ("request", request.number) if isinstance(row, Request) else ("request_part", f"{request.number}-{row.number}")
    return _sent("request_went_on", request, table(name).states[row.state], str(number), once=f"{name} {row.pk} {about}", now=now)


def remind(row: Request | Part, *, about: str, now: datetime) -> int:
    """Remind the enterprise of what it is asked: to accept, or to supply; how many notices are new."""
    request = row if isinstance(row, Request) else row.request
    state = table("request" if isinstance(row, Request) else "request_part").states[row.state]
    return _sent("request_waits", request, state, str(request.number), once=f"reminder {row._meta.model_name} {row.pk} {about}", now=now)


def _sent(event: str, request: Request, state: State, number: str, *, once: str, now: datetime) -> int:
    owner = request.owner
    if owner is None or not owner.is_active:
        return 0
    english = owner.language.startswith("en")
    words = {"state": state.english, "next": state.plain_english} if english else {"state": state.term, "next": state.plain}
    return len(notify(event, Recipient(owner.pk, owner.language), {"number": number, **words}, now=now, once=once))
