"""The faces of a PDF: characters, widths, what is refused."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from gaoxing.engines.ofd.drawn import Unwritable
from gaoxing.engines.ofd.pdf_content import Contents
from gaoxing.engines.ofd.pdf_fonts import Face, face, unicode_text
from gaoxing.engines.ofd.pdf_objects import Name, Pdf, Reference
from tests.engines.ofd.written_pdf import stream, written

TABLE = b"""1 begincodespacerange <0000> <FFFF> endcodespacerange
2 beginbfchar <0001> <4E00> <0002> <D842DFB7> endbfchar
2 beginbfrange <0010> <0012> <0041> <0020> <0021> [<0061> <00620063>] endbfrange endcmap"""
DESCRIPTOR = b"<</FontName/ABCDEF+Face-Bold/FontBBox[-10 -200 1000 900]/Ascent 880/Descent -120/FontFile3 7 0 R>>"
BELOW = b"<</FontDescriptor 6 0 R/DW 300/W[1[500 600]16 18 700]>>"
FONT = {"Subtype": Name("Type0"), "BaseFont": Name("Face"), "Encoding": Name("Identity-H")}


def read(*, table: bytes = TABLE, descriptor: bytes = DESCRIPTOR, kind: bytes = b"CIDFontType0C", **changes: object) -> Face:
    more = (BELOW, descriptor, stream(b"program", b"/Subtype/" + kind), stream(table))
    pdf = Pdf(written(b"", more=more))
    below, _, _, told = (pdf.get(each) for each in (Reference(number) for number in range(5, 9)))
    return face(pdf, {**FONT, "DescendantFonts": [below], "ToUnicode": told, **changes})


def test_a_code_means_its_characters():
    assert read().texts == {1: "一", 2: "𠮷", 16: "A", 17: "B", 18: "C", 32: "a", 33: "bc"}


def test_a_glyph_is_as_wide_as_the_table_says_or_else_as_all_others():
    told = read()
    assert [told.width(code) for code in (1, 2, 3, 16, 18, 19)] == [500, 600, 300, 700, 700, 300]


def test_a_face_is_named_without_the_mark_of_its_subset():
    told = read()
    assert (told.name, told.program, told.ascent, told.descent, told.box) == ("Face-Bold", b"program", 880, -120, (-10, -200, 1000, 900))


@pytest.mark.parametrize("changes", [{"Subtype": Name("Type3")}, {"Encoding": Name("Identity-V")}, {"Subtype": Name("TrueType")}])
def test_a_face_that_is_coded_otherwise_is_refused(changes: dict):
    with pytest.raises(Unwritable, match=r"字体 Face 的编码方式"):
        read(**changes)


def test_a_face_without_a_table_of_characters_is_refused():
    with pytest.raises(Unwritable, match="编码方式"):
        face(Pdf(written(b"")), {key: value for key, value in FONT.items() if key != "ToUnicode"})


def test_a_face_of_another_format_is_refused_by_name():
    with pytest.raises(Unwritable, match=r"字体 Face 的格式"):
        read(kind=b"OpenType")
    with pytest.raises(Unwritable, match="格式"):
        read(descriptor=DESCRIPTOR.replace(b"FontFile3", b"FontFile2"))


@pytest.mark.parametrize(("told", "text"), [(b"\xfe\xff\x4e\x00", "一"), (b"\x4e\x00", "一"), (b"\xd8\x42\xdf\xb7", "𠮷"), (b"", "")])
def test_text_is_read_with_its_mark_and_without(told: bytes, text: str):
    assert unicode_text(told) == text


def test_typst_embeds_each_face_once(typeset: Callable):
    contents = Contents(typeset('甲#text(font: sans, weight: "bold")[乙]#pagebreak()甲丙').content)
    contents.pages()
    assert sorted(each.name for each in contents.faces.values()) == ["NotoSansCJKsc-Bold", "NotoSerifCJKsc-Regular"]
