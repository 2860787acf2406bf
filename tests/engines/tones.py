"""Tones and the files they lie in, for what reads sound: all made here."""

from __future__ import annotations

import io
import struct
from typing import Any

import numpy as np
import soundfile


def tone(frequency: float, rate: int, seconds: float = 1.0, level: float = 0.5) -> Any:
    """A sine."""
    return level * np.sin(2 * np.pi * frequency * np.arange(int(rate * seconds)) / rate)


def packed(samples: Any, rate: int, kind: str = "WAV", subtype: str = "PCM_16") -> bytes:
    """The file as another library writes it."""
    file = io.BytesIO()
    soundfile.write(file, samples, rate, format=kind, subtype=subtype)
    return file.getvalue()


def wave(content: bytes, *, rate: int = 16_000, channels: int = 1, codec: int = 1, bits: int = 16, size: int | None = None) -> bytes:
    """A WAV by hand, whatever its header says."""
    width = channels * bits // 8
    told = struct.pack("<HHIIHH", codec, channels, rate, min(rate * width, 2**32 - 1), width, bits)
    length = len(content) if size is None else size
    return b"RIFF" + struct.pack("<I", min(36 + length, 2**32 - 1)) + b"WAVEfmt " + struct.pack("<I", 16) + told + b"data" + struct.pack("<I", length) + content


class Pipe(io.RawIOBase):
    """A stream that gives a little at a time and cannot go back."""

    def __init__(self, content: bytes) -> None:
        super().__init__()
        self._content = io.BytesIO(content)

    def read(self, size: int = -1) -> bytes:
        return self._content.read(min(size, 777) if size > 0 else size)

    def seekable(self) -> bool:
        return False
