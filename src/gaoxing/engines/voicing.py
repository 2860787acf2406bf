"""How loud and how voiced sound is (响度与浊音), for each fiftieth of a second: no syllable is without a voice, and long turns are cut where it is softest.

A voice also changes its colour while it speaks, a tone does not, not even with vibrato; measured is how far the middle of the spectrum moves.

A voiced sound repeats itself 70 to 400 times a second; measured is how much, on the magnitudes of the spectrum between 80 and 4 000 Hz. White and pink
noise stay below 0.16 at any level, each syllable of the clips in ../shared/audio has 0.22 or more.

>>> track = Track()
>>> track.feed(np.sin(np.outer(np.arange(1, 9), np.arange(RATE) * 2 * np.pi * 140 / RATE)).sum(axis=0))
>>> track.voiced(0.2, 0.8) > 0.5, track.voiced(3, 4)
(True, 0.0)
"""

from __future__ import annotations

from typing import Any

import numpy as np

from gaoxing.speech.recogniser import RATE

HOP, WINDOW, POINTS = RATE // 50, RATE // 25, 1_024
LOWEST_BAND, HIGHEST_BAND = 80, 4_000
SHORTEST, LONGEST = RATE // 400, RATE // 70
"""Samples between two beats of the voice."""

KEPT = 60 * 50
"""Frames that are kept: a minute."""

TINY = 1e-12
LOUD = 0.1
"""Of the loudest place's power: what is softer has no colour worth comparing."""

EVEN = 2.0
"""Times that a tone's power may differ between its loud and its soft places."""

LASTING = RATE // HOP // 2
"""Loud frames from which on a colour may be told to be steady: half a second; a short syllable need not change."""

_FREQUENCIES = np.fft.rfftfreq(POINTS, 1 / RATE)
_BAND = (_FREQUENCIES > LOWEST_BAND) & (_FREQUENCIES < HIGHEST_BAND)
_SHAPE = np.hanning(WINDOW)


class Track:
    """The last minute of one speaker. Times are seconds from the first sample."""

    def __init__(self) -> None:
        """Nothing is heard yet."""
        self._rest = np.zeros(WINDOW - HOP, dtype=np.float32)
        self._first = 0
        self._voiced = self._loud = self._middle = np.zeros(0)

    def feed(self, samples: Any) -> None:
        """Hear more: floats at 16 kHz."""
        held = np.concatenate((self._rest, samples))
        count = max(0, (len(held) - WINDOW) // HOP + 1)
        self._rest = held[count * HOP :]
        if count:
            frames = np.lib.stride_tricks.sliding_window_view(held, WINDOW)[: count * HOP : HOP]
            voiced, middle = _voicing(frames)
            self._voiced = np.append(self._voiced, voiced)[-KEPT:]
            self._middle = np.append(self._middle, middle)[-KEPT:]
            self._loud = np.append(self._loud, np.square(frames).mean(axis=1))[-KEPT:]
            self._first += count

    def voiced(self, start: float, end: float) -> float:
        """How voiced the most voiced place is, 0 to 1; 0 where nothing is kept."""
        return float(self._voiced[self._within(start, end)].max(initial=0.0))

    def change(self, start: float, end: float) -> float:
        """How many times higher the middle of the spectrum is where it is high than where it is low (a tenth is higher, a tenth lower).

        Endless where too little is loud to tell, and where loudness moves: syllables of one colour, 一一一, rise and fall.
        """
        within = self._within(start, end)
        loud = self._loud[within]
        chosen = loud >= LOUD * loud.max(initial=TINY)
        middles = self._middle[within][chosen]
        if len(middles) < LASTING or np.percentile(loud[chosen], 10) * EVEN < np.percentile(loud[chosen], 90):
            return float("inf")
        low, high = np.percentile(middles, (10, 90))
        return float(high / (low + TINY))

    def softest(self, start: float, end: float) -> tuple[float, float]:
        """The power of the softest place, and when it is; endless where nothing is kept."""
        within = self._within(start, end)
        found = self._loud[within]
        if not len(found):
            return float("inf"), start
        least = int(found.argmin())
        return float(found[least]), (self._first - len(self._loud) + within.start + least) * HOP / RATE

    def _within(self, start: float, end: float) -> slice:
        gone = self._first - len(self._loud)
        return slice(max(0, int(start * RATE / HOP) - gone), max(0, int(end * RATE / HOP) + 1 - gone))


def _voicing(frames: Any) -> tuple[Any, Any]:
    """For each frame the height of the highest beat, as a share of all, and the middle of the spectrum in hertz."""
    spectrum = np.where(_BAND, np.abs(np.fft.rfft(frames * _SHAPE, POINTS)), 0)
    beats = np.fft.irfft(spectrum)
    middle = spectrum @ _FREQUENCIES / (spectrum.sum(axis=1) + TINY)
    return beats[:, SHORTEST : LONGEST + 1].max(axis=1) / (beats[:, 0] + TINY), middle
