"""A session that is signed in (登录会话): bound to its browser, ended when idle, when too old, and when there are too many.

The browser holds a second cookie beside the session's, which changes every quarter of an hour. Whoever copied both cookies is found out at the next
change: of two browsers with one session the later one shows the old cookie, and the session ends for both. The cookie follows from a seed in the session
and the number of the quarter, so that posts made at the same moment all get the same one.
"""

from __future__ import annotations

import hashlib
import hmac
import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.contrib.auth import update_session_auth_hash
from django.contrib.sessions.backends.base import SessionBase
from django.contrib.sessions.models import Session
from django.http import HttpRequest, HttpResponse

from gaoxing.office.people.models import Person, SignIn

COOKIE = "browser"
BOUND = "bound"
"""Where the session keeps what it is bound to."""

QUARTER = 15 * 60
GRACE = 60
"""Seconds for which the former cookie still counts: pages on their way."""

MINUTE = 60


@dataclass(frozen=True)
class Limits:
    """How long a session may lie idle, how old it may get, and how many a person may have."""

    idle: timedelta
    whole: timedelta
    most: int


OF_STAFF = Limits(timedelta(minutes=30), timedelta(hours=12), 3)
OF_APPLICANTS = Limits(timedelta(hours=12), timedelta(days=7), 5)

STOLEN, IDLE, OLD, ENDED, LEFT, CROWDED = "stolen", "idle", "old", "ended", "left", "crowded"
"""Why a session ended: seen in another browser, idle, too old, ended from elsewhere, signed out, too many."""


def limits_of(person: Person) -> Limits:
    """The limits for this person."""
    return OF_STAFF if person.is_staff_member else OF_APPLICANTS


def begin(request: HttpRequest, person: Person, *, way: str, now: datetime) -> None:
    """Bind the session that has just been signed in and enter it among the person's; the oldest beyond the limit end."""
    entered = SignIn.objects.create(person=person, session=request.session.session_key or "", browser=_browser(request), way=way, began=now, seen=now)
    bind(request.session, request.META.get("HTTP_USER_AGENT", ""), number=entered.pk, now=now)
    for each in live(person)[limits_of(person).most :]:
        end(each, why=CROWDED, now=now)


def bind(session: SessionBase, agent: str, *, number: int, now: datetime) -> str:
    """Bind a session to a browser's name; the cookie that it is to show."""
    moment = now.timestamp()
    session[BOUND] = {"seed": secrets.token_hex(16), "agent": _sha(agent), "began": moment, "seen": moment, "issued": 0, "changed": moment, "number": number}
    return _cookie(session[BOUND], 0)


def why_refused(request: HttpRequest, person: Person, *, now: datetime) -> str:
    """Why this session is not (any longer) taken from this browser; empty where it is."""
    bound, moment, limits = request.session.get(BOUND), now.timestamp(), limits_of(person)
    if not bound:
        return ENDED
    if _sha(request.META.get("HTTP_USER_AGENT", "")) != bound["agent"] or not _shown(request.COOKIES.get(COOKIE, ""), bound, moment):
        return STOLEN
    if moment - bound["began"] > limits.whole.total_seconds():
        return OLD
    return IDLE if moment - bound["seen"] > limits.idle.total_seconds() else ""


def keep(request: HttpRequest, response: HttpResponse, *, secure: bool, now: datetime) -> None:
    """Count the request as a sign of life, at most once a minute, and give the browser its cookie where that is due."""
    bound, moment = request.session.get(BOUND), now.timestamp()
    if not bound:
        return
    if bound.get("key") != request.session.session_key:
        bound["key"], request.session.modified = request.session.session_key, True
        SignIn.objects.filter(pk=bound["number"]).update(session=bound["key"] or "")
    if moment - bound["seen"] >= MINUTE:
        bound["seen"], request.session.modified = moment, True
        SignIn.objects.filter(pk=bound["number"]).update(seen=now)
    quarter = _quarter(bound, moment)
    if quarter > bound["issued"]:
        bound["issued"], bound["changed"], request.session.modified = quarter, moment, True
    wanted = _cookie(bound, bound["issued"])
    if request.COOKIES.get(COOKIE) != wanted:
        response.set_cookie(COOKIE, wanted, httponly=True, samesite="Lax", secure=secure)


def live(person: Person) -> tuple[SignIn, ...]:
    """The person's sessions that have not ended, the newest first; those whose row is gone (a kiosk left, a browser cleared) are none."""
    return tuple(person.sign_ins.filter(ended=None, session__in=Session.objects.values("session_key")))


def end(entered: SignIn, *, why: str, now: datetime) -> None:
    """End a session wherever it is: its row is gone, so that no cookie opens it."""
    Session.objects.filter(session_key=entered.session).delete()
    SignIn.objects.filter(pk=entered.pk, ended=None).update(ended=now, why=why)


def end_all(person: Person, *, why: str, now: datetime, but: int = 0) -> int:
    """End every session of a person but one; the number ended."""
    gone = [each for each in live(person) if each.pk != but]
    for each in gone:
        end(each, why=why, now=now)
    return len(gone)


def number_of(request: HttpRequest) -> int:
    """The number of this very session among the person's; 0 where it is none."""
    return int(request.session.get(BOUND, {}).get("number", 0))


def stay(request: HttpRequest, person: Person) -> None:
    """Let the session go on after its person got another password; it gets another key."""
    update_session_auth_hash(request, person)
    SignIn.objects.filter(pk=number_of(request)).update(session=request.session.session_key or "")


def leave(request: HttpRequest, *, why: str, now: datetime) -> None:
    """End this very session."""
    SignIn.objects.filter(pk=number_of(request), ended=None).update(ended=now, why=why)
    request.session.flush()


def _shown(cookie: str, bound: dict[str, Any], moment: float) -> bool:
    first = bound["issued"] - (1 if moment - bound["changed"] < GRACE else 0)
    return any(hmac.compare_digest(cookie, _cookie(bound, each)) for each in range(max(0, first), _quarter(bound, moment) + 1))


def _quarter(bound: dict[str, Any], moment: float) -> int:
    return max(0, int((moment - bound["began"]) // QUARTER))


def _cookie(bound: dict[str, Any], quarter: int) -> str:
    return hmac.new(bytes.fromhex(bound["seed"]), str(quarter).encode(), hashlib.sha256).hexdigest()


def _sha(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


def _browser(request: HttpRequest) -> str:
    """The browser and the system as a person knows them; nothing of versions."""
    agent = request.META.get("HTTP_USER_AGENT", "")
    names = (("MicroMessenger", "微信"), ("Edg", "Edge"), ("Firefox", "Firefox"), ("Chrome", "Chrome"), ("Safari", "Safari"))
    systems = (("Android", "Android"), ("iPhone", "iPhone"), ("iPad", "iPad"), ("Windows", "Windows"), ("Mac OS", "Mac"), ("Linux", "Linux"))
    found = [next((told for mark, told in kinds if mark in agent), "") for kinds in (names, systems)]
    return " · ".join(each for each in found if each)
