"""One speaker at the socket (一次听写): what is sent becomes messages, within limits of size and time. Pure but for the recogniser's stream.

Messages to the page are small objects: `{"type": "partial" | "final", "text", "heard"}` with `alternatives` where a final has any, and
`{"type": "stop", "reason", "message"}`. `heard` is the place, in samples since this connection began, up to which words are settled: what the page
recorded after it is sent once more when the line breaks, so that no word is lost.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

from gaoxing.speech.recogniser import RATE, Segment, Stream

WIDTH = 2
"""Bytes a sample (PCM16)."""

LARGEST_CHUNK = 64_000
"""Bytes of one message: two seconds."""

LONGEST = 10 * 60
"""Seconds of one recording."""

AHEAD = 30
"""Seconds that may be sent faster than they can have been spoken: what a broken line has kept back."""

Message = dict[str, Any]

TOO_LONG = "这一段已经说了十分钟，先停一下。说的话都已写下，可以再点麦克风接着说。"
TOO_FAST = "声音送得太快，听不过来，先停了。已听到的话都在，请再点麦克风接着说。"
NO_SOUND = "送来的不是声音，先停了。已听到的话都在，请再点麦克风接着说。"


@dataclass
class Session:
    """The stream of one speaker and how much of it was heard. `began` is when, in seconds of any clock that only goes forward."""

    stream: Stream
    began: float
    samples: int = 0
    settled: int = 0
    over: bool = False
    _said: str = field(default="", repr=False)

    def hear(self, chunk: bytes, *, now: float) -> tuple[Message, ...]:
        """More sound; what can be told of it."""
        refusal = self._refused(chunk, now)
        if refusal is not None:
            return (*self.finish(), refusal)
        self.samples += len(chunk) // WIDTH
        return tuple(self._told(self.stream.feed(chunk)))

    def finish(self) -> tuple[Message, ...]:
        """The end of speech: the last words, settled. Nothing the second time."""
        if self.over:
            return ()
        self.over = True
        return tuple(self._told(self.stream.finish()))

    def _refused(self, chunk: bytes, now: float) -> Message | None:
        seconds = (self.samples + len(chunk) // WIDTH) / RATE
        if len(chunk) > LARGEST_CHUNK or len(chunk) % WIDTH:
            return stop("sound", NO_SOUND)
        if seconds > LONGEST:
            return stop("long", TOO_LONG)
        return stop("fast", TOO_FAST) if seconds > now - self.began + AHEAD else None

    def _told(self, segments: Iterable[Segment]) -> Iterator[Message]:
        told = tuple(segments)
        for place, segment in enumerate(told, 1):
            if segment.settled:
                self.settled = self.samples if place == len(told) else min(self.samples, round(segment.end * RATE))
            elif segment.text == self._said:
                continue
            self._said = "" if segment.settled else segment.text
            kind = "final" if segment.settled else "partial"
            message: Message = {"type": kind, "text": segment.text, "heard": self.settled}
            yield {**message, "alternatives": list(segment.alternatives)} if segment.settled and segment.alternatives else message


def stop(reason: str, message: str) -> Message:
    """The message that ends a recording, with a sentence for the applicant."""
    return {"type": "stop", "reason": reason, "message": message}
