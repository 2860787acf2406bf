"""Two recognisers as one (两遍听写): the first follows speech and finds the ends of turns, the second hears each finished turn again.

What comes of both is made one by speech/agreement.py. Where the second fails, the words are those of the first, with a note once a stream.
"""

from __future__ import annotations

import logging
from collections.abc import Mapping
from dataclasses import replace

from gaoxing.engines.fault import Fault
from gaoxing.speech.agreement import agreed
from gaoxing.speech.expected import Expected
from gaoxing.speech.lexicon import Lexicon
from gaoxing.speech.recogniser import RATE, Recogniser, SecondPass, Segment, Stream

BEFORE, BEHIND = 0.5, 0.3
"""Seconds around a turn that are heard again with it; behind one that was cut out of a long turn, none."""

KEPT = 40.0
"""Seconds of sound kept for the second pass; no segment is half as long."""

WIDTH = 2
ONCE = "这些话只听了一遍：{}"
GONE = "这一段太长，第二遍听不全。"

_LOG = logging.getLogger(__name__)


class TwoPasses:
    """Both models. Safe to share between threads where both are; a stream is not."""

    def __init__(self, first: Recogniser, second: SecondPass, lexicon: Lexicon) -> None:
        """The first gives partial words and the ends of turns; the lexicon has the words of the counter."""
        self._first, self._second, self._lexicon = first, second, lexicon

    @property
    def about(self) -> Mapping[str, str]:
        """What the first tells of itself, and the second's name."""
        return {**self._first.about, "second": self._second.name}

    def open(self, expected: Expected = Expected.ANYTHING) -> TwoPassStream:
        """A stream for one speaker."""
        return TwoPassStream(self._first.open(expected), self._second, self._lexicon, expected)


class Deaf:
    """A second pass that could not be loaded: says why, whenever it is asked."""

    def __init__(self, why: str) -> None:
        """The sentence."""
        self._why = why

    @property
    def name(self) -> str:
        """None."""
        return ""

    def hear(self, samples: bytes) -> str:
        """Raises the Fault."""
        raise Fault(self._why, permanent=True)


class TwoPassStream:
    """One speaker's sound, kept until its turn is settled."""

    def __init__(self, stream: Stream, second: SecondPass, lexicon: Lexicon, expected: Expected) -> None:
        """Begin at the first sample."""
        self._stream, self._second, self._lexicon, self._expected = stream, second, lexicon, expected
        self._sound = bytearray()
        self._gone = 0
        """Bytes of sound that are no longer kept."""
        self._failed = self._given_up = False

    def feed(self, samples: bytes) -> tuple[Segment, ...]:
        """Hear more; as the first pass tells it, but for what is settled. Raises ValueError for half a sample."""
        found = self._stream.feed(samples)
        self._sound += samples
        self._let_go(self._heard - int(KEPT * RATE) * WIDTH)
        return self._twice(found)

    def finish(self) -> tuple[Segment, ...]:
        """Hear that it is over."""
        return self._twice(self._stream.finish())

    @property
    def _heard(self) -> int:
        return self._gone + len(self._sound)

    def _twice(self, found: tuple[Segment, ...]) -> tuple[Segment, ...]:
        return tuple(self._again(each, goes_on=place < len(found)) if each.settled else each for place, each in enumerate(found, 1))

    def _again(self, segment: Segment, *, goes_on: bool) -> Segment:
        """A settled segment after the second pass; its sound is let go."""
        if self._given_up:
            return segment
        try:
            heard = self._second.hear(self._cut(segment, goes_on=goes_on))
        except Fault as fault:
            return self._once(segment, fault)
        finally:
            self._let_go(_place(segment.end))
        return agreed(segment, heard, self._lexicon, self._expected)

    def _cut(self, segment: Segment, *, goes_on: bool) -> bytes:
        """The sound of a segment. Raises a Fault where its beginning is no longer kept."""
        if _place(segment.start + BEFORE) < self._gone:
            raise Fault(GONE, permanent=False)
        begin = max(0, _place(segment.start - BEFORE) - self._gone)
        return bytes(self._sound[begin : _place(segment.end + (0.0 if goes_on else BEHIND)) - self._gone])

    def _let_go(self, place: int) -> None:
        """Forget the sound before this place, in bytes since the first sample."""
        count = min(max(0, place - self._gone), len(self._sound))
        del self._sound[:count]
        self._gone += count

    def _once(self, segment: Segment, fault: Fault) -> Segment:
        """The segment as the first pass has it, with a note if it is the first that was heard but once."""
        told, self._failed, self._given_up = self._failed, True, fault.permanent
        if told:
            return segment
        _LOG.warning("heard only once: %s", fault.message)
        return replace(segment, note=ONCE.format(fault.message))


def _place(seconds: float) -> int:
    return round(max(0.0, seconds) * RATE) * WIDTH
