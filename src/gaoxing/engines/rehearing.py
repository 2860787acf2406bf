"""A finished turn heard again a little faster, slower and softer (再听): where a small model errs by chance, it errs otherwise each time.

What comes of it is laid beside the first hearing by speech/hearings.py. Slice by slice, so that other speakers are heard in between; what would take
longer than the budget is given up, and the first hearing then stands with what was heard by then.
"""

from __future__ import annotations

import time
from collections.abc import Iterator
from threading import Lock
from typing import Any

import numpy as np

from gaoxing.engines.long_turn import Tokens
from gaoxing.speech.recogniser import RATE

WAYS = ((1.08, 1.0), (0.92, 1.0), (1.0, 0.3))
"""Speed and loudness of each hearing. Over our own sentences the right syllable is in one hearing for 86 %, in one of these four for 92 %."""

BUDGET, SHARE = 0.1, 0.06
"""Seconds that hearing one turn again may take, and for each second of the turn: enough on a free core; many speakers at once do without."""

SLICE = RATE // 2
KEPT = 40 * RATE
"""Samples kept; no segment is half as long."""

TAIL, HISS = RATE // 2, 3e-4
"""Samples of noise that flush the last word, and its level."""


class Rehearing:
    """The sound of one speaker's turn, kept until it is settled. Times are seconds from the first sample."""

    def __init__(self, engine: Any, one_at_a_time: Lock, hearings: int = 1) -> None:
        """An engine that gives streams, the lock under which it decodes, and how often a turn is heard: once, or once more for each of WAYS."""
        self._engine, self._one_at_a_time, self._ways = engine, one_at_a_time, WAYS[: hearings - 1]
        self._chunks: list[Any] = []
        self._gone = self._count = 0
        """Samples that are no longer kept, and those that are."""

    def feed(self, samples: Any) -> None:
        """Keep more: floats at 16 kHz."""
        self._chunks.append(samples)
        self._count += len(samples)
        self.let_go((self._gone + self._count - KEPT) / RATE)

    def let_go(self, end: float) -> None:
        """Forget the whole chunks before this moment."""
        while self._chunks and self._gone + len(self._chunks[0]) <= end * RATE:
            self._gone += len(self._chunks[0])
            self._count -= len(self._chunks.pop(0))

    def hear(self, start: float, end: float) -> Iterator[Tokens]:
        """What is heard between these moments, each time otherwise, while the budget lasts."""
        deadline = time.monotonic() + BUDGET + SHARE * (end - start)
        first = max(0, int(start * RATE) - self._gone)
        sound = np.concatenate([np.zeros(0, dtype=np.float32), *self._chunks])[first : max(0, int(end * RATE) - self._gone)]
        for speed, loudness in self._ways if len(sound) > 1 else ():
            result = self._heard(_otherwise(sound, speed, loudness), deadline)
            if result is None:
                return
            begun = (self._gone + first) / RATE
            times = tuple(begun + speed * float(each) for each in result.timestamps)
            yield Tokens(tuple(result.tokens), tuple(map(float, result.ys_probs)), times)

    def _heard(self, sound: Any, deadline: float) -> Any:
        """The engine's result; None where the time is used up."""
        stream = self._engine.create_stream()
        for start in range(0, len(sound), SLICE):
            if time.monotonic() > deadline:
                return None
            self._decode(stream, sound[start : start + SLICE], last=start + SLICE >= len(sound))
        return self._engine.get_result_all(stream)

    def _decode(self, stream: Any, samples: Any, *, last: bool) -> None:
        with self._one_at_a_time:
            stream.accept_waveform(RATE, samples)
            if last:
                stream.input_finished()
            while self._engine.is_ready(stream):
                self._engine.decode_stream(stream)


def _otherwise(sound: Any, speed: float, loudness: float) -> Any:
    """The sound at another speed and loudness, with a tail of noise."""
    places = np.arange(0, len(sound) - 1, speed)
    tail = HISS * np.random.default_rng(1).standard_normal(TAIL)
    return np.concatenate([loudness * np.interp(places, np.arange(len(sound)), sound), tail]).astype(np.float32)
