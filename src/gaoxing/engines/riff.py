"""WAV as it comes (波形文件): the header first, then blocks of samples, from a file or a pipe that cannot go back.

Read here: whole numbers of 8, 16, 24 and 32 bits and floats. A WAV with another codec inside is left to the library. Source: Microsoft, Multimedia
Programming Interface and Data Specifications 1.0 (RIFF, WAVE); WAVEFORMATEXTENSIBLE.
"""

from __future__ import annotations

import struct
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

import numpy as np

WHOLE, FLOAT, EXTENSIBLE = 1, 3, 0xFFFE
ENDLESS = 0x7FFF_0000
"""Programs that write to a pipe do not know the length and write a number as large as this, or none."""

LONGEST_CHUNK = 1_000_000
"""Bytes of a chunk before the samples (names, pictures) that are passed over; more is no sound file."""

DTYPES = {(WHOLE, 8): "u1", (WHOLE, 16): "<i2", (WHOLE, 24): "u1", (WHOLE, 32): "<i4", (FLOAT, 32): "<f4", (FLOAT, 64): "<f8"}


class CutShort(Exception):
    """The sound ends before its header says."""


class NoWave(ValueError):
    """What was read is no WAV, or one whose header makes no sense."""


@dataclass(frozen=True)
class Wave:
    """A WAV's header: samples a second, channels, codec, bits a sample, and how many frames there should be (None: till it ends)."""

    rate: int
    channels: int
    codec: int
    bits: int
    frames: int | None

    @property
    def readable(self) -> bool:
        """Whether the samples can be read here."""
        return (self.codec, self.bits) in DTYPES

    @property
    def width(self) -> int:
        """Bytes a frame."""
        return self.channels * self.bits // 8


def header(read: Callable[[int], bytes]) -> Wave:
    """Read up to the first sample. Raises NoWave where that is no WAV, CutShort where the header itself ends too soon."""
    riff = _exactly(read, 12)
    if riff[:4] != b"RIFF" or riff[8:] != b"WAVE":
        raise NoWave
    told = b""
    while True:
        kind, size = struct.unpack("<4sI", _exactly(read, 8))
        if kind == b"data":
            return _wave(told, size)
        if size > LONGEST_CHUNK:
            raise NoWave
        content = _exactly(read, size + size % 2)
        told = content if kind == b"fmt " else told


def frames(read: Callable[[int], bytes], wave: Wave, at_once: int) -> Iterator[Any]:
    """Blocks of at most `at_once` frames, shape (frames, channels), float32 in -1 … 1. Raises CutShort after the last one where some are missing."""
    left = wave.frames
    while left is None or left > 0:
        wanted = (at_once if left is None else min(at_once, left)) * wave.width
        content = _upto(read, wanted)
        whole = len(content) // wave.width
        if whole:
            yield _samples(content[: whole * wave.width], wave)
        left = None if left is None else left - whole
        if len(content) < wanted:
            break
    if left:
        raise CutShort


def _wave(told: bytes, size: int) -> Wave:
    if len(told) < 16:
        raise NoWave
    codec, channels, rate, _, _, bits = struct.unpack("<HHIIHH", told[:16])
    if codec == EXTENSIBLE and len(told) >= 26:
        codec = struct.unpack("<H", told[24:26])[0]
    width = channels * bits // 8
    if channels < 1 or rate < 1:
        raise NoWave
    return Wave(rate, channels, codec, bits, None if not 0 < size < ENDLESS or not width else size // width)


def _samples(content: bytes, wave: Wave) -> Any:
    """Bytes as float32 frames."""
    raw: Any = np.frombuffer(content, dtype=DTYPES[wave.codec, wave.bits])
    if wave.codec == FLOAT:
        found = np.nan_to_num(raw.astype(np.float32), nan=0.0, posinf=1.0, neginf=-1.0)
    elif wave.bits == 8:
        found = (raw.astype(np.float32) - 128) / 128
    elif wave.bits == 24:
        parts = raw.reshape(-1, 3).astype(np.int32)
        found = (((parts[:, 2] << 24) | (parts[:, 1] << 16) | (parts[:, 0] << 8)) / 2**31).astype(np.float32)
    else:
        found = raw.astype(np.float32) / 2 ** (wave.bits - 1)
    return found.reshape(-1, wave.channels)


def _exactly(read: Callable[[int], bytes], size: int) -> bytes:
    content = _upto(read, size)
    if len(content) < size:
        raise CutShort
    return content


def _upto(read: Callable[[int], bytes], size: int) -> bytes:
    """As many bytes as there are, at most `size`: a pipe gives them piece by piece."""
    pieces, got = [], 0
    while got < size and (piece := read(size - got)):
        pieces.append(piece)
        got += len(piece)
    return b"".join(pieces)
