"""Which places of a text are taken (占位): spans are laid down one after another, and of two that overlap the later gives way.

>>> places = Taken.by([(0, 3)])
>>> places.free(2, 5), places.free(3, 5)
(False, True)
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field


@dataclass
class Taken:
    """The places of a text that spans (start, end exclusive) cover; asking costs the length of the span, whatever was laid down before."""

    places: set[int] = field(default_factory=set)

    @classmethod
    def by(cls, spans: Iterable[tuple[int, int]]) -> Taken:
        """Everything that some spans cover."""
        return cls(set[int]().union(*(range(*span) for span in spans)))

    def free(self, start: int, end: int) -> bool:
        """Whether no span covers any place of this one."""
        return self.places.isdisjoint(range(start, end))

    def take(self, start: int, end: int) -> bool:
        """Lay down a span where it is free; whether it was."""
        if not self.free(start, end):
            return False
        self.places.update(range(start, end))
        return True
