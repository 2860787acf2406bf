r"""The pictures of a PDF (图片) as files of their own: JPEG as it is, everything else as PNG (ISO/IEC 15948).

>>> png(1, 1, 1, b"\x80")[:8]
b'\x89PNG\r\n\x1a\n'
"""

from __future__ import annotations

import struct
import zlib
from dataclasses import dataclass
from typing import Any

from gaoxing.engines.ofd.drawn import Unwritable
from gaoxing.engines.ofd.pdf_objects import Pdf, Stream

_SIGNATURE = b"\x89PNG\r\n\x1a\n"
_GREY, _RGB = 1, 3
_COLOUR_TYPES = {1: 0, 2: 4, 3: 2, 4: 6}
"""PNG's number for grey, grey with opacity, colour, colour with opacity, by channels."""


@dataclass(frozen=True)
class ImageFile:
    """A picture's bytes; `form` is `JPEG` or `PNG`."""

    form: str
    content: bytes


def image_file(pdf: Pdf, image: Stream) -> ImageFile:
    """A picture as a file. Raises Unwritable for other samples than of eight bits, grey or colour, and for a mask of another size."""
    about = {key: pdf.get(value) for key, value in image.about.items()}
    mask = about.get("SMask")
    if image.packing == "DCTDecode" and mask is None:
        return ImageFile("JPEG", image.raw)
    width, height = _size(about)
    channels = _channels(pdf, about)
    samples = image.data()
    if isinstance(mask, Stream):
        if _size(mask.about) != (width, height):
            raise Unwritable("蒙版大小不同的图片")
        samples, channels = _woven(samples, mask.data(), channels), channels + 1
    return ImageFile("PNG", png(width, height, channels, samples))


def png(width: int, height: int, channels: int, samples: bytes) -> bytes:
    """Samples of eight bits, row by row, as a PNG. Raises Unwritable where they are not as many as the size says."""
    row = width * channels
    if len(samples) != row * height:
        raise Unwritable("残缺的图片")
    lines = b"".join(b"\0" + samples[at : at + row] for at in range(0, len(samples), row))
    head = struct.pack(">IIBBBBB", width, height, 8, _COLOUR_TYPES[channels], 0, 0, 0)
    return _SIGNATURE + _chunk(b"IHDR", head) + _chunk(b"IDAT", zlib.compress(lines)) + _chunk(b"IEND", b"")


def _size(about: dict[str, Any]) -> tuple[int, int]:
    if about.get("BitsPerComponent") != 8:
        raise Unwritable("不是八位深的图片")
    return int(about["Width"]), int(about["Height"])


def _channels(pdf: Pdf, about: dict[str, Any]) -> int:
    space = about.get("ColorSpace")
    if isinstance(space, list) and space[0] == "ICCBased":
        space = {_GREY: "DeviceGray", _RGB: "DeviceRGB"}.get(pdf.get(space[1]).about["N"], "")
    if space not in ("DeviceGray", "DeviceRGB"):
        raise Unwritable("颜色空间特殊的图片")
    return _GREY if space == "DeviceGray" else _RGB


def _woven(samples: bytes, opacity: bytes, channels: int) -> bytes:
    """The opacity behind the channels of every sample."""
    woven = bytearray(len(opacity) * (channels + 1))
    for at in range(channels):
        woven[at :: channels + 1] = samples[at::channels]
    woven[channels :: channels + 1] = opacity
    return bytes(woven)


def _chunk(kind: bytes, content: bytes) -> bytes:
    return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))
