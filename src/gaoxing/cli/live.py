"""Words while they are being said (边听边写): on a terminal the line grows until it is settled, in a pipe only settled lines go out, each at once."""

from __future__ import annotations

import shutil
import sys
from types import TracebackType
from typing import Self

from gaoxing.cli.reading import printable
from gaoxing.cli.waiting import WIPE, Waiting, shortened

LONGEST_LINE = 10_000


class Live:
    """Standard output while somebody speaks. `to_a_person`: a terminal; `quiet`: nothing but the progress, for the words come as JSON afterwards."""

    def __init__(self, *, to_a_person: bool, quiet: bool) -> None:
        """Nothing is shown yet."""
        self._to_a_person, self._quiet = to_a_person, quiet
        self._waiting = Waiting()
        self._growing = ""

    def wait(self, told: str, *, at_once: bool = False) -> None:
        """Say how far it is, where no words are growing; `at_once` for what is known to take a while."""
        if not self._growing:
            self._waiting.say(told, at_once=at_once)

    def saying(self, text: str) -> None:
        """Show what is being said; it may still change."""
        if self._to_a_person and not self._quiet and text != self._growing:
            self._waiting.wipe()
            room = shutil.get_terminal_size((80, 24)).columns - 1
            self._write(WIPE + shortened(printable(text, LONGEST_LINE), room))
            self._growing = text

    def settled(self, text: str, *, goes_on: bool = False) -> None:
        """Print what was said; where it goes on without a pause, the line in a pipe goes on too."""
        if not self._quiet:
            self._waiting.wipe()
            self._write((WIPE if self._growing else "") + printable(text, LONGEST_LINE) + ("" if goes_on and not self._to_a_person else "\n"))
        self._growing = ""

    def _write(self, text: str) -> None:
        sys.stdout.write(text)
        sys.stdout.flush()

    def __enter__(self) -> Self:
        """Itself."""
        return self

    def __exit__(self, kind: type[BaseException] | None, trouble: BaseException | None, trace: TracebackType | None) -> None:
        """Leave the terminal clean."""
        self._waiting.wipe()
        if self._growing:
            self._write(WIPE)
