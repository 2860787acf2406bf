"""A subset as a font of its own: it opens, its table leads to the glyphs, and each is drawn as in the PDF."""

from __future__ import annotations

import io
import sys
from collections.abc import Callable

import pytest
from fontTools.cffLib import CFFFontSet
from fontTools.pens.recordingPen import RecordingPen
from fontTools.ttLib import TTFont
from PIL import ImageFont

from gaoxing.engines.fault import Fault
from gaoxing.engines.ofd.open_type import FontFile, font_file
from gaoxing.engines.ofd.pdf_content import Contents
from gaoxing.engines.ofd.pdf_fonts import Face

TEXT = "昆山甲乙𠮷䶮Ag3，—"


def faced(content: bytes) -> Face:
    contents = Contents(content)
    contents.pages()
    [face] = contents.faces.values()
    return face


@pytest.fixture
def face(typeset: Callable) -> Face:
    return faced(typeset(TEXT).content)


@pytest.fixture
def file(face: Face) -> FontFile:
    return font_file(face, {text: code for code, text in face.texts.items() if len(text) == 1})


def outline(glyphs, name: str) -> list:
    pen = RecordingPen()
    glyphs[name].draw(pen)
    return pen.value


def program(face: Face):
    fonts = CFFFontSet()
    fonts.decompile(io.BytesIO(face.program), None)
    return fonts[0]


def test_every_glyph_is_drawn_as_in_the_pdf(face: Face, file: FontFile):
    font = TTFont(io.BytesIO(file.content))
    own, table = program(face).CharStrings, font.getBestCmap()
    for code, text in face.texts.items():
        name = table[ord(text)]
        assert font.getGlyphID(name) == file.glyphs[code]
        assert outline(font.getGlyphSet(), name) == outline(own, f"cid{code:05d}")


def test_the_font_opens_in_pillow_and_shows_each_character(face: Face, file: FontFile):
    font = ImageFont.truetype(io.BytesIO(file.content), 60)
    assert all(font.getbbox(text) != (0, 0, 0, 0) and bytes(font.getmask(text)).strip(b"\0") for text in TEXT)
    assert {round(font.getlength(text)) for text in TEXT if ord(text) > 0x2E80} == {60}


def test_the_program_s_bytes_are_not_touched(face: Face, file: FontFile):
    assert TTFont(io.BytesIO(file.content)).reader["CFF "] == face.program


def test_a_glyph_is_as_wide_as_in_the_pdf(face: Face, file: FontFile):
    metrics = TTFont(io.BytesIO(file.content))["hmtx"]
    assert all(metrics[f"cid{code:05d}"][0] == round(face.width(code)) for code in face.texts)


def test_the_face_is_named_as_in_the_pdf(file: FontFile):
    assert ImageFont.truetype(io.BytesIO(file.content), 12).getname() == ("NotoSerifCJKsc-Regular", "Regular")
    assert TTFont(io.BytesIO(file.content))["name"].getDebugName(6) == "NotoSerifCJKsc-Regular"


def test_the_font_is_as_high_and_as_deep_as_its_box(face: Face, file: FontFile):
    font = TTFont(io.BytesIO(file.content))
    assert (font["head"].xMin, font["head"].yMin, font["head"].xMax, font["head"].yMax) == face.box
    assert (font["hhea"].ascent, font["hhea"].descent) == (880, -120)


def test_the_same_face_gives_the_same_bytes(face: Face, file: FontFile):
    assert font_file(face, file.codes).content == file.content


def test_a_machine_without_the_engine_is_told_how_to_install_it(monkeypatch: pytest.MonkeyPatch, face: Face):
    monkeypatch.setitem(sys.modules, "fontTools", None)
    with pytest.raises(Fault, match="pip install") as fault:
        font_file(face, {})
    assert fault.value.permanent
