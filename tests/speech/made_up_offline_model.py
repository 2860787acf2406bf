"""A folder with the files of a model for whole sentences, which no engine could load; its ONNX file has the labels of a real one."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

CHARACTERS = tuple(chr(0x4E00 + number) for number in range(2_100))
WEIGHTS = bytes(range(256)) * 40


def make(folder: Path, kind: str = "sense_voice_ctc", *, tokens: tuple[str, ...] = CHARACTERS, name: str = "model.int8.onnx") -> Path:
    """Make the folder and give it back."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "tokens.txt").write_text("".join(f"{each} {number}\n" for number, each in enumerate(tokens)), encoding="utf-8")
    (folder / name).write_bytes(onnx({"lfr_window_size": "7", "model_type": kind, "neg_mean": "-8.3," * 560} if kind else {}))
    return folder


def onnx(labels: Mapping[str, str]) -> bytes:
    """An ONNX file: a version, its maker, weights, and labels at its end."""
    pairs = b"".join(piece(14, piece(1, key.encode()) + piece(2, value.encode())) for key, value in labels.items())
    return b"\x08\x08" + piece(2, b"maker") + piece(7, WEIGHTS) + pairs


def piece(number: int, content: bytes) -> bytes:
    """A field of a message."""
    return varint(number << 3 | 2) + varint(len(content)) + content


def varint(value: int) -> bytes:
    """A number, seven bits a byte."""
    more = value >> 7
    return bytes([value & 0x7F | (0x80 if more else 0)]) + (varint(more) if more else b"")
