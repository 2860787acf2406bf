"""Who is at the desk (来访者), as far as the session knows: the draft in hand, the drafts of this browser, the consent given, and a clerk's name."""

from __future__ import annotations

import hashlib
from typing import Any

from django.http import HttpRequest

from gaoxing.office.cases.actions import KEPT
from gaoxing.office.cases.words import APPLICANT

DRAFT, DRAFTS, CONSENT, CLERK = "draft", "drafts", "consent", "clerk"
"""Where the session keeps the draft in hand, all drafts of this browser, the consent's version, and who helps at the window."""

MOST_DRAFTS = 50
"""Drafts that one browser keeps in its list; the oldest go first from the list, not from the office."""

PRIVACY = "2026-11"
"""The version of the privacy page in force; consent to another version is asked again."""

_KEY = 16
"""Letters of a draft's key."""

KIOSK = "kiosk"
"""The cookie of a device that stands in a hall for everybody (自助机)."""


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


def references(request: HttpRequest) -> tuple[str, ...]:
    """Every draft of this browser, the one taken up last first."""
    return tuple(str(each) for each in _listed(request))


def take_up(request: HttpRequest, wanted: str) -> None:
    """Put a draft in hand and at the head of this browser's list."""
    if reference(request) == wanted:
        return
    request.session[DRAFT] = wanted
    request.session[DRAFTS] = [wanted, *(each for each in _listed(request) if each != wanted)][:MOST_DRAFTS]


def lay_down(request: HttpRequest, *, forget: bool = False) -> None:
    """Put the draft in hand aside; `forget` takes it off the list too."""
    gone = request.session.pop(DRAFT, "")
    if forget:
        request.session[DRAFTS] = [each for each in _listed(request) if each != gone]


def author(request: HttpRequest) -> str:
    """Whose words the next ones are: empty for the applicant, else the clerk's name."""
    return str(request.session.get(CLERK, APPLICANT))


def consented(request: HttpRequest) -> str:
    """The version of the privacy page agreed to in this session; empty where it is not the one in force."""
    return PRIVACY if request.session.get(CONSENT) == PRIVACY else ""


def consent(request: HttpRequest) -> None:
    """Keep that the privacy page in force was agreed to, and the browser known as long as its drafts are kept; at a kiosk only while it is open."""
    request.session[CONSENT] = PRIVACY
    request.session.set_expiry(0 if at_kiosk(request) else KEPT)


def at_kiosk(request: HttpRequest) -> bool:
    """Whether the device stands in a hall for everybody."""
    return request.COOKIES.get(KIOSK) == "1"


def _listed(request: HttpRequest) -> list[Any]:
    return list(request.session.get(DRAFTS, []))
