"""Sound at one rate as sound at another (重采样): a windowed sinc, one filter for each of the places that an output may have between two inputs.

Streaming: blocks of any size give the same samples as the whole at once. What lies above the lower of the two Nyquist frequencies is taken away by 70 dB.

>>> resampler = Resampler(48_000, 16_000)
>>> sum(len(each) for each in (resampler.feed([0.0] * 1000), resampler.feed([0.0] * 2000), resampler.finish()))
1000
"""

from __future__ import annotations

from fractions import Fraction
from typing import Any

import numpy as np

CROSSINGS = 32
"""Zero crossings of the sinc on either side: how steep the filter is."""

KAISER = 6.8
"""Shape of the window: 70 dB of attenuation."""

CUTOFF = 0.93
"""Where the filter is half way down, as a share of the lower Nyquist frequency: flat to 0.86, shut at 1."""

MOST_FILTERS = 640
"""All usual rates come out exactly (11 025 needs this many for 16 000); another is off by less than a tenth of a per mille."""

FEW = 4
"""With so few filters it is quicker to go through them one by one."""

AT_ONCE = 16_384
"""Output samples made in one go: bounds the memory."""


class Resampler:
    """One channel of sound from `rate` to `wanted` samples a second; the output is as long as the input and not shifted. Not to be shared between threads."""

    def __init__(self, rate: int, wanted: int) -> None:
        """Make the filters: `up` of them, each `2 * reach` long. Raises ValueError for a rate below one."""
        if rate < 1 or wanted < 1:
            raise ValueError("a rate is at least one sample a second")
        ratio = Fraction(rate, wanted).limit_denominator(MOST_FILTERS)
        self._up, self._down = ratio.denominator, max(1, ratio.numerator)
        self._filters = _filters(self._up, self._down)
        self._reach = self._filters.shape[1] // 2
        self._held = np.zeros(self._reach - 1, dtype=np.float32)
        self._first = 1 - self._reach
        """The place in the input of the first sample held."""
        self._made = self._heard = 0

    def feed(self, samples: Any) -> Any:
        """Hear a block of float samples; gives those that can be made by now, as float32."""
        block = np.asarray(samples, dtype=np.float32)
        self._heard += len(block)
        self._held = np.concatenate((self._held, block))
        last = self._first + len(self._held) - 1
        return self._upto((last - self._reach) * self._up // self._down + 1)

    def finish(self) -> Any:
        """The samples that were still to come."""
        self._held = np.concatenate((self._held, np.zeros(self._reach + self._down, dtype=np.float32)))
        return self._upto(-(-self._heard * self._up // self._down))

    def _upto(self, end: int) -> Any:
        """The samples from the last made to before `end`; what no later one needs is let go."""
        made = [self._some(first, min(first + AT_ONCE, end)) for first in range(self._made, end, AT_ONCE)]
        self._made = max(self._made, end)
        spent = max(0, self._made * self._down // self._up - self._reach + 1 - self._first)
        self._held, self._first = self._held[spent:], self._first + spent
        return np.concatenate(made) if made else np.zeros(0, dtype=np.float32)

    def _some(self, first: int, end: int) -> Any:
        places = np.arange(first, end) * self._down
        starts, filters = places // self._up - self._reach + 1 - self._first, places % self._up
        windows = np.lib.stride_tricks.sliding_window_view(self._held, 2 * self._reach)
        if self._up > FEW:
            return np.einsum("ij,ij->i", windows[starts], self._filters[filters])
        made = np.empty(len(places), dtype=np.float32)
        for one in range(min(self._up, len(places))):
            mine = slice(starts[one], starts[one :: self._up][-1] + 1, self._down)
            made[one :: self._up] = windows[mine] @ self._filters[filters[one]]
        return made


def _filters(up: int, down: int) -> Any:
    """For each place between two inputs the weights of the inputs around it, shape (up, 2 * reach); each row adds up to one."""
    bandwidth = CUTOFF * min(1.0, up / down)
    reach = int(np.ceil(CROSSINGS / min(1.0, up / down)))
    away = np.arange(1 - reach, reach + 1) - np.arange(up)[:, None] / up
    shape = np.i0(KAISER * np.sqrt(np.clip(1 - (away / reach) ** 2, 0, 1))) / np.i0(KAISER)
    weights = np.sinc(away * bandwidth) * shape
    return (weights / weights.sum(axis=1, keepdims=True)).astype(np.float32)
