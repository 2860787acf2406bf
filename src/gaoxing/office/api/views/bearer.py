"""Who asks (鉴权): the token in the header alone. Cookies of a browser's session are not looked at, so that no page elsewhere can make a browser ask here."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.core.cache import caches
from django.http import HttpRequest
from django.utils import timezone
from django.utils.timezone import localdate
from ninja.security import HttpBearer

from gaoxing.office.api import tokens
from gaoxing.office.api.limits import limit
from gaoxing.office.api.models import Token
from gaoxing.office.api.problems import Problem
from gaoxing.office.api.scopes import within
from gaoxing.office.people.models import Person
from gaoxing.office.shared_counts import turn

_MINUTE = 60


@dataclass(frozen=True)
class Caller:
    """Who asks: the person, by which token, and when."""

    person: Person
    token: Token
    now: datetime


class Bearer(HttpBearer):
    """Takes a token that has one scope; the scope is told in the document."""

    def __init__(self, scope: str) -> None:
        super().__init__()
        self.scope = scope

    def __call__(self, request: HttpRequest) -> Caller:
        """The caller. Raises a Problem."""
        kind, _, text = request.headers.get("Authorization", "").partition(" ")
        return self.authenticate(request, text.strip() if kind.lower() == "bearer" else "")

    def authenticate(self, request: HttpRequest, token: str) -> Caller:
        """The caller of a token. Raises a Problem: 401 for a wrong one, 403 without scope, right or second factor, 429 for too many requests."""
        now = timezone.now()
        found = tokens.taken(token, now=now)
        if found is None:
            raise Problem(401, "unauthorized", headers={"WWW-Authenticate": 'Bearer realm="gaoxing"'})
        if wait := _too_many(found, now):
            raise Problem(429, "hurried", headers={"Retry-After": str(wait)})
        permitted = within(found.person, self.scope, on=localdate(now))  # before the second factor, which comes along with the roles
        if why := tokens.why_not_ready(found.person):
            raise Problem(403, "no_factor", why)
        if self.scope not in found.scopes:
            raise Problem(403, "out_of_scope")
        if not permitted:
            raise Problem(403, "not_permitted")
        return Caller(found.person, found, now)


def caller(request: HttpRequest) -> Caller:
    """Who asked."""
    found: Caller = request.auth  # type: ignore[attr-defined]
    return found


def _too_many(token: Token, now: datetime) -> int:
    """Count a request; the seconds to wait where it is one too many in this minute."""
    moment = int(now.timestamp())
    asked = turn(caches["default"], f"api-{token.pk}-{moment // _MINUTE}", 2 * _MINUTE, now=now)
    return _MINUTE - moment % _MINUTE if asked > limit("per_minute") else 0
