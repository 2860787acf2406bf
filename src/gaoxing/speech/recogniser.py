"""What a recogniser must be able to do (识别引擎的接口): sound in, words out while it is still being said, the last word settled at a pause.

Sound is 16 kHz mono 16-bit little-endian samples (PCM16). Nothing here knows an engine.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Protocol

from gaoxing.speech.expected import Expected

RATE = 16_000
"""Samples a second."""


@dataclass(frozen=True)
class Segment:
    """Words between two pauses (一段): `start` and `end` in seconds from the first sample; `settled` once no more sound changes them.

    `alternatives` are further ways to write the same sounds, the likelier first, without `text` itself. `note` is a sentence for the operator about what
    failed while these words were heard, empty where nothing did.
    """

    text: str
    start: float
    end: float
    alternatives: tuple[str, ...] = ()
    settled: bool = True
    note: str = ""

    def to_json(self) -> dict[str, Any]:
        """The shape of `gaoxing listen --json`: start, end, text; alternatives where there are any."""
        told: dict[str, Any] = {"start": round(self.start, 2), "end": round(self.end, 2), "text": self.text}
        return {**told, "alternatives": list(self.alternatives)} if self.alternatives else told


class Stream(Protocol):
    """One speaker. Not to be shared between threads."""

    def feed(self, samples: bytes) -> tuple[Segment, ...]:
        """Hear more; the segments that changed: those settled now, and last the one being said. Raises ValueError for half a sample."""
        ...

    def finish(self) -> tuple[Segment, ...]:
        """Hear that it is over; the last segment settled, nothing where nothing was said."""
        ...


class Recogniser(Protocol):
    """One model; it serves many streams. Making it raises a `Fault` where the engine or a file is missing."""

    @property
    def about(self) -> Mapping[str, str]:
        """What the operator may know: engine, model, unit."""
        ...

    def open(self, expected: Expected = Expected.ANYTHING) -> Stream:
        """A stream for one speaker whose next words are to fill this slot."""
        ...


class SecondPass(Protocol):
    """A model that hears a finished turn again, as a whole (第二遍). Safe to share between threads."""

    @property
    def name(self) -> str:
        """What the model is called."""
        ...

    def hear(self, samples: bytes) -> str:
        """All that is said in it, empty where nothing is. Raises a `Fault` where it fails or comes too late."""
        ...
