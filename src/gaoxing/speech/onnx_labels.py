"""What an ONNX file says about itself (模型自述): the labels its maker wrote into it, read without any engine.

The file is one protobuf message, ModelProto: field after field, each with its number and length, so that the weights are stepped over; labels are its
field 14, each a key (1) and a value (2). Source: onnx.proto, Open Neural Network Exchange.
"""

from __future__ import annotations

import io
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import BinaryIO

LABELS = 14
"""The number of the field metadata_props."""

MOST = 4_000_000
"""Bytes of one label that are read; a model's means and deviations take some ten thousand."""

NUMBER, EIGHT_BYTES, PIECE, FOUR_BYTES = 0, 1, 2, 5
"""Kinds of a field (wire types)."""


def labels(path: Path) -> Mapping[str, str]:
    """Key to value; what could be read of a file that is cut short or no ONNX at all, mostly nothing. Raises OSError where it cannot be read."""
    with path.open("rb") as file:
        pairs = (_fields(io.BytesIO(content), wanted=(1, 2)) for _, content in _fields(file, wanted=(LABELS,)))
        found = [dict(pair) for pair in pairs]
    return {each[1].decode("utf-8", "replace"): each.get(2, b"").decode("utf-8", "replace") for each in found if 1 in each}


def _fields(file: BinaryIO, *, wanted: tuple[int, ...]) -> Iterator[tuple[int, bytes]]:
    """The wanted pieces with their numbers; the others are stepped over. Ends where the file does or where it is no such message."""
    while (tag := _varint(file)) is not None:
        number, kind = tag >> 3, tag & 7
        if number == 0:
            return
        if kind == NUMBER:
            _varint(file)
        elif kind in (EIGHT_BYTES, FOUR_BYTES):
            file.seek(8 if kind == EIGHT_BYTES else 4, io.SEEK_CUR)
        elif kind != PIECE or (length := _varint(file)) is None or length >= 2**40:
            return
        elif number in wanted and length <= MOST:
            yield number, file.read(length)
        else:
            file.seek(length, io.SEEK_CUR)


def _varint(file: BinaryIO) -> int | None:
    """A number of seven bits a byte, the lowest first; None at the end of the file or where it is none."""
    value = 0
    for shift in range(0, 70, 7):
        byte = file.read(1)
        if not byte:
            return None
        value |= (byte[0] & 0x7F) << shift
        if byte[0] < 0x80:
            return value
    return None
