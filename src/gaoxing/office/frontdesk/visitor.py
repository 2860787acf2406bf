"""Who is at the desk (来访者), as far as the session knows: the draft in hand, the drafts of this browser, the consent given, and a clerk's name.

A clerk's name is declared by whoever sits there and stands with （自报） wherever it is shown: nobody signs in at this desk.
"""

from __future__ import annotations

import hashlib
import secrets
from collections.abc import Mapping
from datetime import timedelta
from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.utils.translation import gettext_noop

from gaoxing.office.cases.actions import KEPT
from gaoxing.office.cases.words import APPLICANT
from gaoxing.office.frontdesk import language_model
from gaoxing.office.people.accounts import name_of
from gaoxing.office.people.models import Person

DRAFT, DRAFTS, FETCHED, CONSENT, CLERK = "draft", "drafts", "fetched", "consent", "clerk"
"""Where the session keeps the draft in hand, all drafts of this browser, those that came by a code, the consent's version, and who helps at the window."""

VISIT = "visit"
"""Where the session keeps its own mark, by which a page tells its own session from one that the browser lost."""

REPRESENTED = "represented"
"""Where the session keeps the drafts that an agent opened for a principal (agency.py)."""

SHARED, RENEWED = "shared", "renewed"
"""Where the session keeps that it is a kiosk's, and that the words of a page whose draft was gone became a new draft."""

DECLARED = gettext_noop("（自报）")
"""Stands behind the name that a clerk declared."""

AGENT = gettext_noop("（代理人）")
"""Stands behind the name of an agent who writes for their principal."""

MOST_DRAFTS = 50
"""Drafts that one browser keeps in its list; the oldest go first from the list, not from the office."""

PRIVACY = "2026-11"
"""The version of the privacy page in force; consent to another version is asked again."""

_KEY = 16
"""Letters of a draft's key."""

KIOSK = "kiosk"
"""The cookie of a device that stands in a hall for everybody (自助机)."""

AT_KIOSK = timedelta(minutes=10)
"""A kiosk's session ends so long after the last request; with JavaScript the page ends it after three idle minutes (`kiosk.js`)."""


def reference(request: HttpRequest) -> str:
    """The draft in hand; empty where there is none yet."""
    return str(request.session.get(DRAFT, ""))


def in_hand(request: HttpRequest) -> str:
    """The draft for which the page that asks was made, else the draft in hand: two pages with two drafts never mix. Empty where that draft is gone."""
    wanted = request.POST.get("draft") or request.GET.get("draft")
    if not wanted:
        return reference(request)
    return next((each for each in references(request) if key(each) == wanted), "")


def key(reference: str) -> str:
    """What a page calls a draft: names it to its own browser, gives nobody a hold on it.

    >>> key(""), len(key("r"))
    ('', 16)
    """
    return hashlib.sha256(f"draft {reference}".encode()).hexdigest()[:_KEY] if reference else ""


def visit(request: HttpRequest) -> str:
    """The mark of this session; empty where nothing was agreed to in it."""
    return str(request.session.get(VISIT, ""))


def references(request: HttpRequest) -> tuple[str, ...]:
    """Every draft of this browser, the one taken up last first."""
    return tuple(str(each) for each in _listed(request))


def take_up(request: HttpRequest, wanted: str) -> None:
    """Put a draft in hand and at the head of this browser's list."""
    if reference(request) == wanted:
        return
    posted = request.POST.get("draft")
    if posted and posted != key(wanted):
        request.session[RENEWED] = True
    request.session[DRAFT] = wanted
    request.session[DRAFTS] = [wanted, *(each for each in _listed(request) if each != wanted)][:MOST_DRAFTS]


def lay_down(request: HttpRequest, *, forget: bool = False) -> None:
    """Put the draft in hand aside; `forget` takes it off the list too."""
    gone = request.session.pop(DRAFT, "")
    if forget:
        request.session[DRAFTS] = [each for each in _listed(request) if each != gone]


def fetch(request: HttpRequest, wanted: str) -> None:
    """Put a draft in hand that came by a code. The session gets another key, so that whoever knew the former one has no part in the draft."""
    request.session.cycle_key()
    if wanted not in references(request):
        request.session[FETCHED] = [*request.session.get(FETCHED, []), wanted]
    take_up(request, wanted)


def drop(request: HttpRequest, gone: str) -> None:
    """Take a draft off this browser's list, and out of hand."""
    if reference(request) == gone:
        del request.session[DRAFT]
    for listed in (DRAFTS, FETCHED):
        request.session[listed] = [each for each in request.session.get(listed, []) if each != gone]


def own(request: HttpRequest) -> tuple[str, ...]:
    """The drafts that were begun in this browser: those that came by a code have a home elsewhere."""
    fetched = request.session.get(FETCHED, [])
    return tuple(each for each in references(request) if each not in fetched)


def left_at_kiosk(session: Mapping[str, Any]) -> tuple[str, ...]:
    """The drafts begun in a kiosk's session, as it was stored; none of an ordinary browser's, for its drafts are found again by code or by their date."""
    if not session.get(SHARED):
        return ()
    return tuple(each for each in session.get(DRAFTS, ()) if each not in session.get(FETCHED, ()))


def renewed(request: HttpRequest) -> bool:
    """Whether the words of a page whose draft was gone have just become a new draft; tells it once."""
    return bool(request.session.pop(RENEWED, False)) if RENEWED in request.session else False


def help_as(request: HttpRequest, name: str, *, known: bool = False) -> None:
    """From now on a clerk of this name writes, as declared or as `known` from their account; an empty name says that the applicant does."""
    if name:
        request.session[CLERK] = name if known else f"{name}{DECLARED}"
    else:
        request.session.pop(CLERK, None)


def author(request: HttpRequest) -> str:
    """Whose words the next ones are: empty for the applicant, else the name of the agent or clerk."""
    return f"{name_of(agent)}{AGENT}" if (agent := representing(request)) else clerk(request)


def clerk(request: HttpRequest) -> str:
    """The clerk's name, as declared or known; empty where the applicant or an agent writes."""
    return str(request.session.get(CLERK, APPLICANT))


def representing(request: HttpRequest) -> Person | None:
    """The agent who has a principal's draft in hand; None where the draft is the visitor's own or came by a code."""
    person, marked = getattr(request, "user", None), request.session.get(REPRESENTED, [])
    return person if marked and isinstance(person, Person) and in_hand(request) in marked else None


def account(request: HttpRequest) -> int:
    """The number of the account that signed in; 0 where nobody did."""
    return int(getattr(getattr(request, "user", None), "pk", None) or 0)


def privacy() -> str:
    """The version in force: of the page, and of the language model that is named on it; another reader is to be agreed to again."""
    reader = language_model.reader()
    return f"{PRIVACY}+{hashlib.sha256(reader.encode()).hexdigest()[:6]}" if reader else PRIVACY


def consented(request: HttpRequest) -> str:
    """The version of the privacy page agreed to in this session; empty where it is not the one in force."""
    return privacy() if request.session.get(CONSENT) == privacy() else ""


def consent(request: HttpRequest) -> None:
    """Keep that the privacy page in force was agreed to, and the browser known as long as its drafts are kept; at a kiosk only while it is used."""
    request.session[CONSENT] = privacy()
    request.session.setdefault(VISIT, secrets.token_hex(_KEY // 2))
    request.session.set_expiry(AT_KIOSK if at_kiosk(request) else KEPT)


def at_kiosk(request: HttpRequest) -> bool:
    """Whether the device stands in a hall for everybody."""
    return settings.KIOSK or request.COOKIES.get(KIOSK) == "1"


def _listed(request: HttpRequest) -> list[Any]:
    return list(request.session.get(DRAFTS, []))
