"""The socket itself (听写口的协议): bare ASGI. The page opens it with a ticket in the address, sends PCM16, 16 kHz, mono, and the text `end` when it stops.

Only pages of this office may open it (their Origin is one of the office's), and only with a ticket; both are checked before it is accepted.
"""

from __future__ import annotations

import json
import os
from collections.abc import Awaitable, Callable, MutableMapping
from typing import Any
from urllib.parse import parse_qs, urlsplit

import django
from django.conf import settings
from django.http.request import validate_host

from gaoxing.engines.fault import Fault
from gaoxing.engines.speech_listener import listener
from gaoxing.facts.spoken_words import listened_for
from gaoxing.intake import awaited, lexicon
from gaoxing.office.listening.hall import Hall
from gaoxing.office.listening.session import Message
from gaoxing.office.listening.ticket import Spent, Ticket
from gaoxing.speech.expected import Expected
from gaoxing.speech.model import Unusable
from gaoxing.speech.recogniser import Recogniser

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "gaoxing.office.settings")
django.setup()

Event = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[Event]]
Send = Callable[[Event], Awaitable[None]]

POLICY_VIOLATION = 4403
END = "end"


def recogniser() -> Recogniser:
    """The operator's models, loaded. Raises a Fault where there is none that works."""
    try:
        return listener(os.environ, lexicon(), listened_for())
    except Unusable as told:
        raise Fault(told.sentence, permanent=True) from told


class Listening:
    """The application: one hall for all connections."""

    def __init__(self, load: Callable[[], Recogniser] = recogniser) -> None:
        """`load` makes the recogniser; a test hands in its own."""
        self._load = load
        self._hall: Hall | None = None

    async def __call__(self, scope: MutableMapping[str, Any], receive: Receive, send: Send) -> None:
        """One connection."""
        if scope["type"] == "websocket":
            await self._speak(scope, receive, send)
        elif scope["type"] == "http":
            await send({"type": "http.response.start", "status": 404, "headers": [(b"content-type", b"text/plain; charset=utf-8")]})
            await send({"type": "http.response.body", "body": "这里只听写，请从前台打开。".encode()})

    async def _speak(self, scope: MutableMapping[str, Any], receive: Receive, send: Send) -> None:
        if (await receive())["type"] != "websocket.connect":
            return
        ticket = admitted(scope)
        if ticket is None:
            await send({"type": "websocket.close", "code": POLICY_VIOLATION})
            return
        await send({"type": "websocket.accept"})
        self._hall = self._hall or Hall(self._load)
        line = _Line(receive, send)
        await self._hall.serve(_expected(ticket), line.chunk, line.tell)
        await line.close()


def admitted(scope: MutableMapping[str, Any]) -> Ticket | None:
    """The ticket of a page of this office; None for any other origin or ticket."""
    headers = {name.decode("latin-1").lower(): value.decode("latin-1") for name, value in scope.get("headers", ())}
    asked = parse_qs(bytes(scope.get("query_string", b"")).decode("latin-1"))
    if not _own(headers.get("origin", "")):
        return None
    try:
        return Ticket.read(asked.get("ticket", [""])[0])
    except Spent:
        return None


def _own(origin: str) -> bool:
    host = urlsplit(origin).hostname
    return origin in settings.CSRF_TRUSTED_ORIGINS or (host is not None and validate_host(host, settings.ALLOWED_HOSTS))


def _expected(ticket: Ticket) -> Expected:
    try:
        return awaited(ticket.matter, ticket.asked) if ticket.matter and ticket.asked else Expected.ANYTHING
    except KeyError:
        return Expected.ANYTHING


class _Line:
    """The two ends of one socket."""

    def __init__(self, receive: Receive, send: Send) -> None:
        self._receive, self._send, self._gone = receive, send, False

    async def chunk(self) -> bytes | None:
        """The next sound; None at the end of speech or of the line."""
        while True:
            event = await self._receive()
            if event["type"] == "websocket.disconnect":
                self._gone = True
                return None
            if event.get("bytes"):
                return bytes(event["bytes"])
            if event.get("text") == END:
                return None

    async def tell(self, message: Message) -> None:
        """One message; none to a line that is gone."""
        if not self._gone:
            await self._send({"type": "websocket.send", "text": json.dumps(message, ensure_ascii=False)})

    async def close(self) -> None:
        """Hang up."""
        if not self._gone:
            await self._send({"type": "websocket.close", "code": 1000})


application = Listening()
