"""A face's subset as a file of its own (OpenType, ISO/IEC 14496-22): the PDF's font program as it is, with the tables that a PDF leaves out.

The program's bytes are not touched, so that a glyph is what the PDF shows; the table of characters holds what the paper uses.
"""

from __future__ import annotations

import io
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from gaoxing.engines.fault import Fault
from gaoxing.engines.ofd.pdf_fonts import Face

_UNITS = 1000
_STYLE = "Regular"
_BEGINNING = 2_398_377_600
"""The first second of 1980 as fonts count, from 1904: the same paper gives the same bytes."""

_VERSION = "Version 1.000"


@dataclass(frozen=True)
class FontFile:
    """An OpenType font: its name, its bytes, the glyph code of each character, the glyph's number in the file of each code."""

    name: str
    content: bytes = field(repr=False)
    codes: Mapping[str, int] = field(repr=False)
    glyphs: Mapping[int, int] = field(repr=False)


def font_file(face: Face, codes: Mapping[str, int]) -> FontFile:
    """The face with a table of those characters. Raises a permanent Fault where fontTools is missing."""
    engine = _engine()
    order, glyphs = _glyphs(face.program)
    names = {code: order[glyph] for code, glyph in glyphs.items()}
    builder = engine.FontBuilder(_UNITS, isTTF=False)
    builder.setupGlyphOrder(order)
    builder.setupCharacterMap({ord(character): names[code] for character, code in codes.items()})
    builder.setupHorizontalMetrics({name: (round(face.width(code)), 0) for code, name in names.items()})
    builder.setupHorizontalHeader(ascent=round(face.ascent), descent=round(face.descent), advanceWidthMax=round(max(map(face.width, glyphs))))
    builder.setupNameTable(_names(face.name))
    builder.setupOS2(sTypoAscender=round(face.ascent), sTypoDescender=round(face.descent), usWinAscent=round(face.box[3]), usWinDescent=round(-face.box[1]))
    builder.setupPost()
    return FontFile(face.name, _packed(builder.font, face), codes, glyphs)


def _engine() -> Any:
    try:
        from fontTools import fontBuilder
    except ImportError as absent:
        raise Fault("没有安装字体引擎 fonttools，不能生成 OFD。请用 pip install 'gaoxing[documents]' 安装。", permanent=True) from absent
    return fontBuilder


def _glyphs(program: bytes) -> tuple[list[str], dict[int, int]]:
    """The glyphs' names in the program's order, and each code's place in it: codes are a CID font's own numbers, or the order itself."""
    from fontTools.cffLib import CFFFontSet

    fonts = CFFFontSet()
    fonts.decompile(io.BytesIO(program), None)
    top = fonts[0]
    order = [str(each) for each in top.charset]
    if not hasattr(top, "ROS"):
        return order, {at: at for at in range(len(order))}
    return order, {int(name.removeprefix("cid")) if at else 0: at for at, name in enumerate(order)}


def _names(name: str) -> dict[str, str]:
    return {"familyName": name, "styleName": _STYLE, "uniqueFontIdentifier": name, "fullName": name, "psName": name, "version": _VERSION}


def _packed(font: Any, face: Face) -> bytes:
    from fontTools.ttLib.tables.DefaultTable import DefaultTable

    program = DefaultTable("CFF ")
    program.data = face.program
    font.sfntVersion, font["CFF "] = "OTTO", program
    font.recalcBBoxes = False
    head = font["head"]
    head.created = head.modified = _BEGINNING
    head.xMin, head.yMin, head.xMax, head.yMax = (round(each) for each in face.box)
    packed = io.BytesIO()
    font.save(packed)
    return packed.getvalue()
