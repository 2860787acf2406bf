"""The faces embedded in a PDF (内嵌字体): what each glyph code means, how wide it is, and the font program.

Typst writes each face as a composite font with two-byte codes that are its glyphs' numbers (ISO 32000-1, 9.7), and a table of their characters.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from gaoxing.engines.ofd.drawn import Unwritable
from gaoxing.engines.ofd.pdf_objects import Pdf, Reader, Stream

_CODED = "Identity-H"
_COMPACT = "CIDFontType0C"
_WIDTH = 1000.0


@dataclass(frozen=True)
class Face:
    """A subset of a face: its PostScript name, the CFF program, characters and widths by glyph code; widths and box in thousandths of the size."""

    name: str
    program: bytes = field(repr=False)
    texts: Mapping[int, str] = field(repr=False)
    widths: Mapping[int, float] = field(repr=False)
    default_width: float
    box: tuple[float, float, float, float]
    ascent: float
    descent: float

    def width(self, code: int) -> float:
        """How far a glyph reaches, in thousandths of the size."""
        return self.widths.get(code, self.default_width)


def face(pdf: Pdf, font: Mapping[str, Any]) -> Face:
    """A face by its dictionary. Raises Unwritable for what is no composite font with an embedded CFF program and a table of characters."""
    called = str(font.get("BaseFont", ""))
    if font.get("Subtype") != "Type0" or font.get("Encoding") != _CODED or "ToUnicode" not in font:
        raise Unwritable(f"字体 {called or '（没有名字）'} 的编码方式")
    below = pdf.get(pdf.get(font["DescendantFonts"])[0])
    about = pdf.get(below["FontDescriptor"])
    program = pdf.get(about.get("FontFile3"))
    if not isinstance(program, Stream) or program.about.get("Subtype") != _COMPACT:
        raise Unwritable(f"字体 {called} 的格式")
    left, low, right, high = (float(each) for each in pdf.get(about["FontBBox"]))
    return Face(
        name=str(about["FontName"]).split("+", 1)[-1],
        program=program.data(),
        texts=dict(_texts(pdf.get(font["ToUnicode"]).data())),
        widths=dict(_widths(pdf.get(below.get("W", [])))),
        default_width=float(below.get("DW", _WIDTH)),
        box=(left, low, right, high),
        ascent=float(about["Ascent"]),
        descent=float(about["Descent"]),
    )


def unicode_text(written: bytes) -> str:
    """UTF-16 with its byte order mark or without, as PDF writes it."""
    return written.removeprefix(b"\xfe\xff").decode("utf-16-be")


def _widths(flat: Iterable[Any]) -> Iterator[tuple[int, float]]:
    """`c [w …]` and `first last w`, ISO 32000-1, 9.7.4.3."""
    told = iter(flat)
    for first in told:
        following = next(told)
        if isinstance(following, list):
            yield from ((first + at, float(width)) for at, width in enumerate(following))
        else:
            width = float(next(told))
            yield from ((code, width) for code in range(first, following + 1))


def _texts(table: bytes) -> Iterator[tuple[int, str]]:
    """The characters of each code: `bfchar` pairs and `bfrange` triples."""
    held: list[Any] = []
    for value in Reader(table):
        if value == "endbfchar":
            yield from ((_code(code), unicode_text(text)) for code, text in zip(held[::2], held[1::2], strict=True))
        elif value == "endbfrange":
            for first, last, text in zip(held[::3], held[1::3], held[2::3], strict=True):
                yield from _range(_code(first), _code(last), text)
        if isinstance(value, str):
            held = []
        else:
            held.append(value)


def _range(first: int, last: int, text: Any) -> Iterator[tuple[int, str]]:
    if isinstance(text, list):
        yield from ((first + at, unicode_text(each)) for at, each in enumerate(text))
        return
    start = unicode_text(text)
    yield from ((code, start[:-1] + chr(ord(start[-1]) + code - first)) for code in range(first, last + 1))


def _code(written: bytes) -> int:
    return int.from_bytes(written, "big")
