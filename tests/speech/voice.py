"""A test voice: speaks any Chinese sentence from the recorded syllables in ../shared/models-tts, at a chosen level of noise.

It takes nothing from the house. Numbers are first written as they are spoken; Latin letters cannot be said (X at the end of an identity number is 叉).
"""

from __future__ import annotations

import io
import re
import zipfile
from functools import cached_property
from pathlib import Path
from typing import Any

import numpy as np
import soundfile
from pypinyin import Style, pinyin

from tests.cases.speller import FIGURES, spelt

SYLLABLES = Path(__file__).parents[3] / "shared" / "models-tts" / "ekho-yali" / "syllables.zip"
RATE = 16_000
QUIET, ROOM, HALL, STREET = 3e-4, 3e-3, 1e-2, 3e-2
"""Levels of noise (standard deviation; the voice peaks at 0.7)."""

LEAD, TAIL, FADE, COMMA = 0.3, 0.75, 0.03, 0.25
"""Seconds before and after, of the cross-fade between two syllables, and of silence at a comma."""

EDGE, BEFORE, AFTER, PEAK = 0.01, 80, 160, 0.7

DIGIT_BY_DIGIT = re.compile(r"(?<![\d.])(?:0[\d-]{6,}|\d{11,}[Xx]?|\d{17}[Xx])(?![\d.])|(?<=邮编)\d{6}|(?<=邮政编码)\d{6}|\d{4}(?=年)")
PERCENT = re.compile(r"(\d+(?:\.\d+)?)[%％]")
NUMBER = re.compile(r"(\d+)(?:\.(\d+))?")
GROUPED = re.compile(r"(?<=\d),(?=\d{3})")
HUMMED = re.compile(r"^(ng|n|m)(?=\d)")
"""嗯 and 呒 have no vowel; the voice says en."""

LETTERS = re.compile(r"[A-Za-z]")


class Voice:
    """The syllables in memory, each read when it is first said."""

    def __init__(self, syllables: Path = SYLLABLES) -> None:
        self._path = syllables
        self._read: dict[str, Any] = {}

    @property
    def there(self) -> bool:
        """Whether the syllables lie beside the project."""
        return self._path.exists()

    def say(self, text: str, *, noise: float = QUIET, seed: int = 0) -> Any:
        """The sentence as float32 samples at 16 kHz. Raises ValueError where it holds Latin letters or nothing to say."""
        clauses = [self._clause(each) for each in re.split(r"[^\u4e00-\u9fff]+", as_spoken(text)) if each]
        if not clauses:
            raise ValueError(f"nothing to say in {text!r}")
        pause = np.zeros(int(COMMA * RATE))
        said = np.concatenate([part for clause in clauses for part in (pause, clause)][1:])
        whole = np.concatenate([np.zeros(int(LEAD * RATE)), said * PEAK / np.abs(said).max(), np.zeros(int(TAIL * RATE))])
        return np.clip(whole + np.random.default_rng(seed).normal(0, noise, len(whole)), -1, 1).astype(np.float32)

    def pcm16(self, text: str, *, noise: float = QUIET, seed: int = 0) -> bytes:
        """The same as 16-bit samples."""
        return (self.say(text, noise=noise, seed=seed) * 32_767).astype("<i2").tobytes()

    def wav(self, text: str, *, noise: float = QUIET, seed: int = 0) -> bytes:
        """The same as a WAV file."""
        file = io.BytesIO()
        soundfile.write(file, self.say(text, noise=noise, seed=seed), RATE, format="WAV", subtype="PCM_16")
        return file.getvalue()

    def _clause(self, text: str) -> Any:
        """Syllables joined with a linear cross-fade."""
        fade = int(FADE * RATE)
        rise = np.linspace(0, 1, fade)
        made = np.zeros(0)
        for syllable in syllables(text):
            sound = self._sound(syllable)
            if len(made) >= fade and len(sound) >= fade:
                made[-fade:] = made[-fade:] * (1 - rise) + sound[:fade] * rise
                sound = sound[fade:]
            made = np.concatenate([made, sound])
        return made

    def _sound(self, syllable: str) -> Any:
        """One syllable without the silence around it; another tone where this one was not recorded."""
        if syllable not in self._read:
            name = next((each for each in (syllable, *(f"{syllable[:-1]}{tone}" for tone in "14235")) if f"{each}.wav" in self._names), None)
            if name is None:
                raise ValueError(f"no recording of {syllable!r}")
            samples, _ = soundfile.read(io.BytesIO(self._archive.read(f"{name}.wav")))
            loud = np.flatnonzero(np.abs(samples) > EDGE * np.abs(samples).max())
            self._read[syllable] = samples[max(0, loud[0] - BEFORE) : loud[-1] + AFTER]
        return self._read[syllable].copy()

    @cached_property
    def _archive(self) -> zipfile.ZipFile:
        return zipfile.ZipFile(self._path)

    @cached_property
    def _names(self) -> frozenset[str]:
        return frozenset(self._archive.namelist())


def as_spoken(text: str) -> str:
    """Figures in words: codes and years figure by figure, other numbers as numbers. Raises ValueError for Latin letters."""
    text = DIGIT_BY_DIGIT.sub(lambda found: "".join("叉" if each in "Xx" else FIGURES[int(each)] for each in found[0] if each != "-"), GROUPED.sub("", text))
    text = PERCENT.sub(lambda found: f"百分之{found[1]}", text)
    text = NUMBER.sub(lambda found: _number(found[1]) + (f"点{''.join(FIGURES[int(each)] for each in found[2])}" if found[2] else ""), text)
    if LETTERS.search(text):
        raise ValueError(f"Latin letters cannot be said: {text!r}")
    return text


def syllables(text: str) -> list[str]:
    """Toned syllables, a third tone before a third one as a second."""
    read = [HUMMED.sub("en", each[0].replace("ü", "v")) for each in pinyin(text, style=Style.TONE3, neutral_tone_with_five=True)]
    return [f"{one[:-1]}2" if one.endswith("3") and following.endswith("3") else one for one, following in zip(read, [*read[1:], ""], strict=True)]


def _number(figures: str) -> str:
    words = spelt(int(figures)) or "零"
    return words[1:] if words.startswith("一十") else words
