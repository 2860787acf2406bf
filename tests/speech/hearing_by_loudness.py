"""A recogniser that needs no model: each tenth of a second that is loud enough is a character, the first quiet one settles what was said."""

from __future__ import annotations

import numpy as np

from gaoxing.speech.expected import Expected
from gaoxing.speech.recogniser import Segment

SAYS = "我想开一家公司注册资本一百万"
LOUD = 1_000


class Hearing:
    """Says `SAYS` over and over, as far as it is loud."""

    about = {"engine": "by loudness", "model": "none", "unit": "character"}  # noqa: RUF012 — a property in the Protocol

    def open(self, expected: Expected = Expected.ANYTHING) -> HearingStream:
        return HearingStream()


class HearingStream:
    def __init__(self) -> None:
        self._count, self._begun, self._at = 0, 0.0, 0.0

    def feed(self, samples: bytes) -> tuple[Segment, ...]:
        if len(samples) % 2:
            raise ValueError("half a sample")
        heard = np.frombuffer(samples, dtype="<i2")
        self._at += len(heard) / 16_000
        if np.abs(heard.astype(int)).max(initial=0) < LOUD:
            return self.finish()
        self._begun = self._begun if self._count else self._at - len(heard) / 16_000
        self._count += 1
        return (self._segment(settled=False),)

    def finish(self) -> tuple[Segment, ...]:
        if not self._count:
            return ()
        said, self._count = self._segment(settled=True), 0
        return (said,)

    def _segment(self, *, settled: bool) -> Segment:
        text = (SAYS * (self._count // len(SAYS) + 1))[: self._count]
        return Segment(text, self._begun, self._at, (), settled)
