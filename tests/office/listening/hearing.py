"""A recogniser for the tests that hears numbers: each chunk is a word, a silent one (zeros) settles the sentence; and its failing twin."""

from __future__ import annotations

from typing import ClassVar

from gaoxing.engines.fault import Fault
from gaoxing.speech.expected import Expected
from gaoxing.speech.recogniser import Segment

SECOND = 32_000
"""Bytes of a second of sound."""


def sound(word: str, seconds: float = 0.1) -> bytes:
    """A chunk that the recogniser hears as this character."""
    return ord(word).to_bytes(2, "little") * round(16_000 * seconds)


SILENCE = bytes(3_200)


class Hearing:
    """Hears what `sound` says."""

    about: ClassVar = {"engine": "test", "model": "test", "unit": "character"}

    def __init__(self) -> None:
        self.expected: list[Expected] = []

    def open(self, expected: Expected = Expected.ANYTHING) -> Words:
        self.expected.append(expected)
        return Words()


class Words:
    """One speaker."""

    def __init__(self) -> None:
        self.text = ""

    def feed(self, samples: bytes) -> tuple[Segment, ...]:
        if not any(samples):
            return self.finish()
        self.text += chr(int.from_bytes(samples[:2], "little"))
        return (Segment(self.text, 0.0, 1.0, settled=False),)

    def finish(self) -> tuple[Segment, ...]:
        text, self.text = self.text, ""
        return (Segment(text, 0.0, 1.0, (f"{text}？",)),) if text else ()


def broken() -> Hearing:
    """The failing twin: there is no model."""
    raise Fault("没有装语音模型", permanent=True)
