"""An answer kept for some seconds (短时缓存), so that however many ask, the office is looked over once in a while and by one thread at a time."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from threading import Lock
from typing import Generic, TypeVar

Kept = TypeVar("Kept")


@dataclass
class Remembered(Generic[Kept]):
    """Keeps one answer. Seconds are a clock's that no one can set back (monotonic)."""

    seconds: float
    made: float = float("-inf")
    answer: Kept | None = None
    lock: Lock = field(default_factory=Lock)

    def ask(self, make: Callable[[], Kept], *, at: float) -> Kept:
        """The answer as it is kept, else made now."""
        with self.lock:
            if self.answer is None or at - self.made >= self.seconds:
                self.answer, self.made = make(), at
            return self.answer

    def forget(self) -> None:
        """Make it anew next time."""
        self.answer = None
