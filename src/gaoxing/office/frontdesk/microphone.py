"""Speaking at the desk (话筒): where the speech socket is, and the ticket that opens it for the draft in hand."""

from __future__ import annotations

from urllib.parse import urlsplit

from django.conf import settings
from django.http import HttpRequest

from gaoxing.office.frontdesk import visitor
from gaoxing.office.listening.ticket import Ticket

LONGEST_ASKED = 120


def address(request: HttpRequest) -> str:
    """The socket as this page reaches it; empty where nobody listens.

    `LISTENING` is a port beside the office's own, or the whole address where the operator put it elsewhere.
    """
    told = str(settings.LISTENING)
    if not told.isdecimal():
        return told
    host = urlsplit(f"//{request.get_host()}").hostname or "127.0.0.1"
    return f"{'wss' if request.is_secure() else 'ws'}://{f'[{host}]' if ':' in host else host}:{told}/"


def ticket(request: HttpRequest, matter: str, asked: str) -> str:
    """A ticket for the draft in hand, or for this browser's next one; `asked` is the blank that the words answer."""
    return Ticket(visitor.key(visitor.in_hand(request)) or "new", matter[:LONGEST_ASKED], asked[:LONGEST_ASKED]).signed()
