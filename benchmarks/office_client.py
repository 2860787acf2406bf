"""So many connections that ask again and again, in one process and without a thread: what `office.py` starts to measure a server on the same machine.

python benchmarks/office_client.py < JSON    ({"port", "ok", "lines": a list of requests, as text, for each connection}; one line of JSON at the end)

It reads of an answer its status and its length, nothing else, so that it takes little of the cores that the server is measured on; it tells how much.
"""

from __future__ import annotations

import json
import selectors
import socket
import sys
import time
from collections import deque

LARGEST = 1 << 18
PATIENCE = 300.0


class Line:
    """A connection: what it still asks, and what came back so far."""

    def __init__(self, port: int, asked: list[str]) -> None:
        self.socket = socket.create_connection(("127.0.0.1", port))
        self.socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        self.asked, self.got, self.whole, self.start = deque(each.encode() for each in asked), bytearray(), 0, 0.0

    def ask(self) -> bool:
        """Send the next request; False where there is none."""
        if not self.asked:
            return False
        self.got, self.whole = bytearray(), 0
        request = self.asked.popleft()
        self.start = time.perf_counter()
        self.socket.sendall(request)
        return True

    def hear(self) -> bool:
        """Read what came; True where the answer is whole. Raises SystemExit where the server hung up or does not say how long its answer is."""
        heard = self.socket.recv(LARGEST)
        self.got += heard
        if not heard:
            raise SystemExit("the server hung up")
        if not self.whole and (end := self.got.find(b"\r\n\r\n")) >= 0:
            _, found, rest = bytes(self.got[:end]).lower().partition(b"content-length:")
            if not found:
                raise SystemExit("an answer without a length")
            self.whole = end + 4 + int(rest.partition(b"\r")[0])
        return bool(self.whole) and len(self.got) >= self.whole

    @property
    def status(self) -> int:
        """The status of the answer."""
        return int(self.got[9:12])


def measure(port: int, lines: list[list[str]], ok: int) -> dict[str, object]:
    """Milliseconds of each request, the seconds that all took, and the seconds of processor that this process used."""
    times: list[float] = []
    waiting, open_lines = selectors.DefaultSelector(), [Line(port, asked) for asked in lines if asked]
    begun, used = time.perf_counter(), time.process_time()
    for line in open_lines:
        waiting.register(line.socket, selectors.EVENT_READ, line)
        line.ask()
    while waiting.get_map():
        ready = waiting.select(PATIENCE)
        if not ready:
            raise SystemExit("no answer")
        for key, _ in ready:
            line: Line = key.data
            if not line.hear():
                continue
            times.append((time.perf_counter() - line.start) * 1000)
            if line.status != ok:
                raise SystemExit(f"answered {line.status}")
            if not line.ask():
                waiting.unregister(line.socket)
                line.socket.close()
    return {"times": times, "seconds": time.perf_counter() - begun, "used": time.process_time() - used}


def main() -> None:
    told = json.load(sys.stdin)
    print(json.dumps(measure(told["port"], told["lines"], told["ok"])))


if __name__ == "__main__":
    main()
