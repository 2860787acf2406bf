"""Asking clamd (ClamAV) over its socket: INSTREAM, the file in pieces, each with its length in four bytes before it, none to end.

The answer is one line: `stream: OK`, `stream: <name> FOUND` or `… ERROR`. Whatever else comes is an outage.
"""

from __future__ import annotations

import socket
from dataclasses import dataclass

from gaoxing.engines.fault import Fault
from gaoxing.engines.scanning.rehearsal import OUTAGE
from gaoxing.engines.scanning.scanner import Verdict

SECONDS = 30.0
"""That one file may take to be scanned."""

_PIECE = 64 * 1024
_LONGEST = 4096
_LENGTH = 4
_TOO_BIG = "查毒服务不收这么大的文件，没有查成。请管理员把 clamd 的 StreamMaxLength 调大。"


@dataclass(frozen=True)
class Clamd:
    """A clamd that listens at a path (unix) or at a host and port."""

    path: str = ""
    host: str = ""
    port: int = 0
    seconds: float = SECONDS

    def scan(self, content: bytes) -> Verdict:
        """What clamd says of these bytes. Raises a Fault where it does not answer, or answers anything but a verdict."""
        try:
            with self._connected() as wire:
                _send(wire, content)
                return _verdict(_line(wire))
        except OSError:
            raise Fault(OUTAGE, permanent=False) from None

    def _connected(self) -> socket.socket:
        if not self.path:
            return socket.create_connection((self.host, self.port), timeout=self.seconds)
        wire = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
        wire.settimeout(self.seconds)
        try:
            wire.connect(self.path)
        except OSError:
            wire.close()
            raise
        return wire


def _send(wire: socket.socket, content: bytes) -> None:
    wire.sendall(b"zINSTREAM\0")
    for start in range(0, len(content), _PIECE):
        piece = content[start : start + _PIECE]
        wire.sendall(len(piece).to_bytes(_LENGTH, "big") + piece)
    wire.sendall(bytes(_LENGTH))


def _line(wire: socket.socket) -> str:
    """Everything up to the zero byte, or to the end."""
    heard = b""
    while b"\0" not in heard and len(heard) < _LONGEST:
        more = wire.recv(_LONGEST)
        if not more:
            break
        heard += more
    return heard.partition(b"\0")[0].decode("utf-8", "replace").strip()


def _verdict(line: str) -> Verdict:
    told = line.removeprefix("stream:").strip()
    if told == "OK":
        return Verdict()
    name, _, last = told.rpartition(" ")
    if last == "FOUND" and name:
        return Verdict(name)
    raise Fault(_TOO_BIG if "size limit" in told else OUTAGE, permanent=False)
