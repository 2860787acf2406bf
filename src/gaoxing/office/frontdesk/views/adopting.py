"""The moment of signing in, as the front desk sees it (登录时)."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest
from django.utils import timezone

from gaoxing.office.frontdesk.adopting import adopt
from gaoxing.office.people.models import Person


def signed_in(sender: object, request: HttpRequest, user: Person, **others: Any) -> None:
    """Take up what was begun in this browser."""
    adopt(request, user, now=timezone.now())
