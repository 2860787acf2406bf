"""Speaking at the desk (话筒): who hears, whether the applicant agreed to it, where the speech socket is, and the ticket that opens it."""

from __future__ import annotations

from typing import cast
from urllib.parse import urlsplit

from csp.decorators import csp_update
from django.conf import settings
from django.http import HttpRequest, HttpResponse

from gaoxing.office.frontdesk import visitor
from gaoxing.office.listening.ticket import Ticket

LONGEST_ASKED = 120

OFFICE, BROWSER, NOBODY = "office", "browser", ""
"""Who hears: the model of this office, the browser's maker where the operator turned that on, or nobody."""

SPEAKING = "speaking"
"""Where the session keeps which version of the sentences about the microphone was agreed to."""

VERSION = "2026-11"
"""The version of those sentences in force."""


def way(request: HttpRequest) -> str:
    """Who hears here. The browser's own recognition only where no model listens and the operator turned it on."""
    if address(request):
        return OFFICE
    return BROWSER if settings.BROWSER_SPEECH else NOBODY


def version(request: HttpRequest) -> str:
    """What is to be agreed to before the first recording; another hearer is asked about again."""
    return f"{VERSION} {way(request)} {elsewhere(request)}".rstrip()


def agreed(request: HttpRequest) -> bool:
    """Whether the applicant agreed to whoever hears now."""
    return request.session.get(SPEAKING) == version(request)


def agree(request: HttpRequest) -> None:
    """Keep that the applicant agreed."""
    request.session[SPEAKING] = version(request)


def elsewhere(request: HttpRequest) -> str:
    """The host of the socket where it is not the office's own; empty where it is."""
    own, there = urlsplit(f"//{request.get_host()}").hostname, urlsplit(address(request)).hostname
    return "" if there in (None, own) else str(there)


def address(request: HttpRequest) -> str:
    """The socket as this page reaches it; empty where nobody listens.

    `LISTENING` is a port beside the office's own, or the whole address where the operator put it elsewhere.
    """
    told = str(settings.LISTENING)
    if not told.isdecimal():
        return told
    host = urlsplit(f"//{request.get_host()}").hostname or "127.0.0.1"
    return f"{'wss' if request.is_secure() else 'ws'}://{f'[{host}]' if ':' in host else host}:{told}/"


def reachable(request: HttpRequest, page: HttpResponse) -> HttpResponse:
    """The page, allowed to open the socket. Its policy knows no IPv6 addresses: where the host is one, any socket is allowed."""
    told = address(request)
    if not told:
        return page
    source = f"{urlsplit(told).scheme}:" if "[" in told else told
    return cast("HttpResponse", csp_update({"connect-src": [source]})(lambda _: page)(request))


def ticket(request: HttpRequest, matter: str, asked: str) -> str:
    """A ticket for the draft in hand, or for this browser's next one; `asked` is the blank that the words answer."""
    return Ticket(visitor.key(visitor.in_hand(request)) or "new", matter[:LONGEST_ASKED], asked[:LONGEST_ASKED]).signed()
