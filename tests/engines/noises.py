"""Noises: white (power 0), pink (1) and brown (2), made here."""

from __future__ import annotations

from typing import Any

import numpy as np


def noise(power: float, seconds: float, level: float, *, seed: int = 0, rate: int = 16_000) -> Any:
    """Noise whose power falls with this power of the frequency; `level` is its standard deviation, full scale cuts it off."""
    count = int(seconds * rate)
    spectrum = np.fft.rfft(np.random.default_rng(seed).normal(size=count))
    made = np.fft.irfft(spectrum / np.maximum(1, np.arange(len(spectrum))) ** (power / 2), count)
    return np.clip(made / made.std() * level, -1, 1)


def bursts(seconds: float, level: float, *, seed: int = 0) -> Any:
    """Pink noise as loud as chance wills, anew each tenth of a second, as from a busy hall."""
    made = noise(1, seconds, 0.2, seed=seed)
    loud = np.abs(np.random.default_rng(seed + 1).normal(size=len(made) // 1_600 + 1)).repeat(1_600)[: len(made)]
    return np.clip(made * loud / (made * loud).std() * level, -1, 1)
