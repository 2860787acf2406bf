"""What one says without a pause (长话分段): cut between two words where the voice is softest, so that no syllable is lost, doubled or halved.

Only what is written is cut; the engine's ear and memory go on. After minutes without a pause the engine forgets what it wrote, at a moment when a syllable
is closed, the better the longer that is ago; what is no settled segment yet is then carried along here.

>>> tokens = Tokens(("k", "ūn", "sh", "ān"), (0.0, 0.0, 0.0, 0.0), (1.0, 1.1, 1.3, 1.4))
>>> (tokens[:2] + tokens[2:] == tokens), tokens[2:].times
(True, (1.3, 1.4))
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from gaoxing.engines.voicing import Track

LONG = 20.0
"""Seconds of a segment after which it is cut."""

YOUNG, OLD = 2.0, 12.0
"""Seconds back between which the softest place is looked for: what is younger may still be written otherwise."""

EARLY = 0.1
"""Seconds that a token may be written late: the voice may be softest so much before."""

MEMORY, LONGEST = 120.0, 150.0
"""Seconds after which the engine may forget, and after which it does behind any closed syllable."""

QUIET = 0.8
"""Seconds behind the last syllable that are waited for at first; fewer and fewer from MEMORY to LONGEST."""


@dataclass(frozen=True)
class Tokens:
    """What the model wrote: symbols, the logarithm of the probability of each, and when, in seconds from the first sample."""

    symbols: tuple[str, ...] = ()
    chances: tuple[float, ...] = ()
    times: tuple[float, ...] = ()

    def __add__(self, other: Tokens) -> Tokens:
        """These and then those."""
        return Tokens(self.symbols + other.symbols, self.chances + other.chances, self.times + other.times)

    def __getitem__(self, part: slice) -> Tokens:
        """Some of them."""
        return Tokens(self.symbols[part], self.chances[part], self.times[part])

    def __len__(self) -> int:
        """How many."""
        return len(self.symbols)

    def only(self, kept: Iterable[int]) -> Tokens:
        """Those at these places."""
        places = tuple(kept)
        return Tokens(tuple(self.symbols[each] for each in places), tuple(self.chances[each] for each in places), tuple(self.times[each] for each in places))

    def since(self, when: float) -> Tokens:
        """Those written then or later."""
        return self.only(place for place, time in enumerate(self.times) if time >= when) if self.times and self.times[0] < when else self


def is_due(begun: float, last: float, now: float) -> bool:
    """Whether the engine may forget now, where it began to write at `begun` and wrote the last token at `last` (seconds)."""
    over = now - begun - MEMORY
    return over >= 0 and now - last >= QUIET * max(0.0, 1 - over / (LONGEST - MEMORY))


def is_long(tokens: Tokens, now: float) -> bool:
    """Whether a segment that is still being said is to be cut."""
    return bool(tokens) and now - tokens.times[0] >= LONG


def cut(tokens: Tokens, ends: Iterable[int], track: Track) -> tuple[int, float]:
    """How many tokens are settled, and when the cut is: the softest of the places behind a word (`ends`) that are neither young nor old.

    All of them where there is no such place.
    """
    last = tokens.times[-1]
    found = [end for end in ends if 0 < end < len(tokens) and last - OLD <= tokens.times[end] <= last - YOUNG]
    soft = [(*track.softest(tokens.times[end - 1] - EARLY, tokens.times[end]), end) for end in found]
    if not soft:
        return len(tokens), last + EARLY
    _, when, end = min(soft)
    return end, when
