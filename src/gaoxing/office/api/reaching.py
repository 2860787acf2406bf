"""Reaching a receiver (推送连接): https to an address that was looked at before it is connected to; no redirect, no proxy, no longer than set.

The name is resolved at the moment of sending, every address it has must be public or on the operator's list, and the connection goes to that very address:
a name that answers otherwise a moment later changes nothing.
"""

from __future__ import annotations

import ipaddress
import socket
import ssl
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from http.client import HTTPException, HTTPSConnection
from threading import Thread
from urllib.parse import urlsplit

from gaoxing.engines.fault import Fault
from gaoxing.office.webhook_networks import Network

NO_ANSWER = "没有答复"
FORBIDDEN = "地址在内网，没有允许"
REDIRECTED = "要转到别处，没有跟"
_MOST = 4 * 1024
_NAT64, _LAST = ipaddress.IPv6Network("64:ff9b::/96"), 2**32 - 1


@dataclass(frozen=True)
class Post:
    """What is sent: where to, the headers, the bytes."""

    url: str
    headers: Mapping[str, str]
    body: bytes


class _Pinned(HTTPSConnection):
    """A connection to one address that shows the certificate of a name."""

    def __init__(self, host: str, port: int, address: str, seconds: float, context: ssl.SSLContext) -> None:
        super().__init__(host, port, timeout=seconds, context=context)
        self.address, self.trusted = address, context

    def connect(self) -> None:
        """Connect to the address that was looked at."""
        plain = socket.create_connection((self.address, self.port), self.timeout)
        self.sock = self.trusted.wrap_socket(plain, server_hostname=self.host)

    def cut(self) -> None:
        """End it from another thread: one who answers a letter a second holds nothing here for longer than set."""
        with suppress(OSError, AttributeError):
            self.sock.shutdown(socket.SHUT_RDWR)


def deliver(post: Post, *, seconds: float, listed: Sequence[Network] = (), context: ssl.SSLContext | None = None) -> None:
    """Send; nothing where it was taken (2xx). Raises a Fault that says in a few words why not, at the latest after the seconds, whatever the other does."""
    kept: list[Fault | None] = []
    opened: list[_Pinned] = []
    worker = Thread(target=lambda: kept.append(_sent(post, seconds, listed, context, opened)), name="webhook", daemon=True)
    worker.start()
    worker.join(seconds)
    trouble = kept[0] if kept else Fault(NO_ANSWER, permanent=False)
    for each in opened:
        each.cut()
    if trouble is not None:
        raise trouble


def public(address: str, listed: Sequence[Network] = ()) -> bool:
    """Whether an address may be connected to: one of the wide network, or of a network that the operator listed.

    >>> public("10.0.0.1"), public("::ffff:127.0.0.1"), public("169.254.169.254"), public("1.1.1.1")
    (False, False, False, True)
    >>> public("64:ff9b::10.0.0.1"), public("2002:a00:1::"), public("64:ff9b::1.1.1.1")
    (False, False, True)
    """
    try:
        found = ipaddress.ip_address(address)
    except ValueError:
        return False
    inner = _carried(found) if isinstance(found, ipaddress.IPv6Address) else found
    special = inner.is_multicast or inner.is_reserved or getattr(inner, "is_site_local", False)
    return any(inner in each for each in listed) or (inner.is_global and not special)


def _carried(found: ipaddress.IPv6Address) -> ipaddress.IPv4Address | ipaddress.IPv6Address:
    """The IPv4 address that an IPv6 one carries, mapped or by a gateway (NAT64, 6to4), for there it ends; else itself."""
    return (ipaddress.IPv4Address(int(found) & _LAST) if found in _NAT64 else None) or found.ipv4_mapped or found.sixtofour or found


def _sent(post: Post, seconds: float, listed: Sequence[Network], context: ssl.SSLContext | None, opened: list[_Pinned]) -> Fault | None:
    parts = urlsplit(post.url)
    host, port = parts.hostname or "", parts.port or 443
    try:
        addresses = [str(each[4][0]) for each in socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)]
        if parts.scheme != "https" or not addresses or not all(public(each, listed) for each in addresses):
            return Fault(FORBIDDEN, permanent=False)
        opened.append(_Pinned(host, port, addresses[0], seconds, context or ssl.create_default_context()))
        return _exchanged(opened[0], post)
    except (OSError, HTTPException, ValueError):
        return Fault(NO_ANSWER, permanent=False)


def _exchanged(connection: HTTPSConnection, post: Post) -> Fault | None:
    parts = urlsplit(post.url)
    path = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
    try:
        connection.request("POST", path, post.body, {**post.headers, "Connection": "close"})
        answer = connection.getresponse()
        answer.read(_MOST)
    finally:
        connection.close()
    if 200 <= answer.status < 300:
        return None
    return Fault(REDIRECTED if 300 <= answer.status < 400 else f"答了 {answer.status}", permanent=False)
