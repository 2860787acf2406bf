"""What is being done while a person waits (进度): one line on standard error that is written over, and taken away at the end; nothing in a pipe.

The first second passes in silence, unless it is known that there will be more.
"""

from __future__ import annotations

import shutil
import sys
import time
from types import TracebackType
from typing import Self

from gaoxing.cli.showing import width

PATIENCE, PACE = 1.0, 0.2
"""Seconds before the first word, and between two."""

WIPE = "\r\x1b[K"


class Waiting:
    """A line that says how far it is. Used as `with Waiting() as waiting: waiting.say("…")`."""

    def __init__(self) -> None:
        """Nothing is shown yet."""
        self._shows = sys.stderr is not None and sys.stderr.isatty()
        self._next = time.monotonic() + PATIENCE
        self._shown = False

    def say(self, told: str, *, at_once: bool = False) -> None:
        """Show this now, unless the last word was just said; `at_once` for what is known to take a while."""
        now = time.monotonic()
        if self._shows and (at_once or now >= self._next):
            self._next, self._shown = now + PACE, True
            sys.stderr.write(WIPE + shortened(told, shutil.get_terminal_size((80, 24)).columns - 1))
            sys.stderr.flush()

    def wipe(self) -> None:
        """Take the line away."""
        if self._shown:
            self._shown = False
            sys.stderr.write(WIPE)
            sys.stderr.flush()

    def __enter__(self) -> Self:
        """Itself."""
        return self

    def __exit__(self, kind: type[BaseException] | None, trouble: BaseException | None, trace: TracebackType | None) -> None:
        """Take the line away."""
        self.wipe()


def shortened(text: str, room: int) -> str:
    """The end of a text that fits into so many cells, an ellipsis before it where something is left out.

    >>> shortened("注册资本五百万元", 9)
    '…五百万元'
    """
    if width(text) <= room:
        return text
    while text and width(text) >= room:
        text = text[1:]
    return f"…{text}"
