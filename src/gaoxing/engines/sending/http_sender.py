"""A sender over HTTP (通用网关): posts JSON as the operator wrote it, and reads receipt and outcome where the operator said they stand.

No redirect is followed and no proxy of the environment used: numbers and words go to the gateway alone. Of what it answers not a letter is repeated.
"""

from __future__ import annotations

import json
import ssl
from collections.abc import Mapping
from dataclasses import dataclass, field
from http.client import HTTPConnection, HTTPException, HTTPSConnection
from threading import Thread
from typing import Any
from urllib.parse import quote, urlsplit

from gaoxing import __version__
from gaoxing.engines.fault import Fault
from gaoxing.engines.sending.file_sender import OUTAGE
from gaoxing.engines.sending.sender import Message, Outcome

SECONDS = 10.0
"""That one request may take in all."""

LARGEST = 64 * 1024
_REFUSED = "短信或企业微信的网关不收这条消息，没有发出去。请管理员核对网关的设置和号码。"
_KEY = "短信或企业微信的网关不认密钥，没有发出去。请管理员核对网关的密钥。"
_RETRY = frozenset({408, 425, 429})


@dataclass(frozen=True, repr=False)
class Gateway:
    """A gateway as the operator set it (`setting.py`)."""

    url: str
    body: Any
    key: str = ""
    receipt: str = ""
    ok: tuple[str, str] = ("", "")
    outcome_url: str = ""
    outcome: str = ""
    words: Mapping[str, str] = field(default_factory=dict)
    seconds: float = SECONDS

    @property
    def host(self) -> str:
        """Whom the messages go to."""
        return urlsplit(self.url).hostname or ""


class HttpSender:
    """Sends through a gateway."""

    def __init__(self, setting: Gateway) -> None:
        self.setting = setting

    def send(self, message: Message) -> str:
        """Post the message; the receipt. Raises a Fault where the gateway did not take it."""
        values = {"{address}": message.address, "{text}": message.text, "{title}": message.title, "{token}": message.token}
        answer = self.posted(filled(self.setting.body, values))
        path, wanted = self.setting.ok
        if path and str(value_at(answer, path)) != wanted:
            raise Fault(_REFUSED, permanent=True)
        return str(value_at(answer, self.setting.receipt) or "")[:100] if self.setting.receipt else ""

    def posted(self, body: Any) -> Any:
        """What the gateway answers to a JSON body. Raises a Fault where it gave no answer, or refused."""
        return self.asked("POST", self.setting.url, json.dumps(body, ensure_ascii=False).encode())

    def outcome(self, receipt: str) -> Outcome:
        """Ask after a message; unknown where the gateway cannot be asked, or says what is none of its words."""
        if not self.setting.outcome_url or not receipt:
            return Outcome.UNKNOWN
        answer = self.asked("GET", self.setting.outcome_url.replace("{receipt}", quote(receipt, safe="")), None)
        return Outcome(self.setting.words.get(str(value_at(answer, self.setting.outcome)), Outcome.UNKNOWN))

    def asked(self, method: str, url: str, body: bytes | None) -> Any:
        """The answer as JSON values, at the latest after the seconds set, whatever the other side does."""
        kept: list[Any] = []
        worker = Thread(target=lambda: kept.append(_exchange(self.setting, method, url, body)), name="gateway", daemon=True)
        worker.start()
        worker.join(self.setting.seconds)
        found = kept[0] if kept else Fault(OUTAGE, permanent=False)
        if isinstance(found, Fault):
            raise found
        return found


def _exchange(setting: Gateway, method: str, url: str, body: bytes | None) -> Any:
    """One request; its answer, or the Fault that came of it."""
    parts = urlsplit(url)
    path = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
    connection = _connection(parts.scheme, parts.hostname or "", parts.port, setting.seconds)
    try:
        connection.request(method, path, body, _headers(setting))
        answer = connection.getresponse()
        content = answer.read(LARGEST + 1)
        return _read(answer.status, content)
    except (OSError, HTTPException, ValueError):
        return Fault(OUTAGE, permanent=False)
    finally:
        connection.close()


def _connection(scheme: str, host: str, port: int | None, seconds: float) -> HTTPConnection:
    if scheme == "https":
        return HTTPSConnection(host, port, timeout=seconds, context=ssl.create_default_context())
    return HTTPConnection(host, port, timeout=seconds)


def _headers(setting: Gateway) -> dict[str, str]:
    held = {"Authorization": f"Bearer {setting.key}"} if setting.key else {}
    return {"Content-Type": "application/json", "Accept": "application/json", "User-Agent": f"gaoxing/{__version__}", "Connection": "close", **held}


def _read(status: int, content: bytes) -> Any:
    if status in {401, 403}:
        return Fault(_KEY, permanent=True)
    if status >= 500 or status in _RETRY:
        return Fault(OUTAGE, permanent=False)
    if not 200 <= status < 300:
        return Fault(_REFUSED, permanent=True)
    if len(content) > LARGEST:
        return Fault(OUTAGE, permanent=False)
    return json.loads(content) if content.strip() else {}


def filled(body: Any, values: Mapping[str, str]) -> Any:
    """The JSON with its places filled: within texts, so that no word can break out of its place."""
    if isinstance(body, dict):
        return {key: filled(each, values) for key, each in body.items()}
    if isinstance(body, list):
        return [filled(each, values) for each in body]
    if not isinstance(body, str):
        return body
    done, rest = "", body
    while rest:
        place = next((each for each in values if rest.startswith(each)), "")
        done, rest = (done + values[place], rest[len(place) :]) if place else (done + rest[0], rest[1:])
    return done


def value_at(answer: Any, path: str) -> Any:
    """The value at a path such as data.id or list.0.id; None where there is none."""
    for step in path.split(".") if path else ():
        if isinstance(answer, dict):
            answer = answer.get(step)
        elif isinstance(answer, list) and step.isdecimal() and int(step) < len(answer):
            answer = answer[int(step)]
        else:
            return None
    return answer
