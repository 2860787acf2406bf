"""What a scanner is asked and answers (查毒引擎): the bytes of a file; the name of what was found in it, or nothing."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol


@dataclass(frozen=True)
class Verdict:
    """What the scanner said. `threat` is its own name for what it found; empty where the file is clean."""

    threat: str = ""

    @property
    def clean(self) -> bool:
        """Whether nothing was found."""
        return not self.threat


class Scanner(Protocol):
    """Says of a file whether it carries a virus. Raises a Fault where it cannot say: that is never an answer."""

    def scan(self, content: bytes) -> Verdict:
        """The verdict on these bytes."""
