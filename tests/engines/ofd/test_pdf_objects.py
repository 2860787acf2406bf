"""The objects of a PDF: every kind of value, the table, the pages."""

from __future__ import annotations

import zlib

import pytest

from gaoxing.engines.ofd.drawn import Unwritable
from gaoxing.engines.ofd.pdf_objects import Name, Pdf, Reader, Reference, Stream, Word, read
from tests.engines.ofd.written_pdf import stream, written


@pytest.mark.parametrize(
    ("told", "value"),
    [
        (b" 12 ", 12),
        (b"-0.5", -0.5),
        (b"+.25", 0.25),
        (b"4.", 4.0),
        (b"/Name#20x", Name("Name#20x")),
        (b"/", Name("")),
        (b"true", True),
        (b"null", None),
        (b"<4F 4b 0>", b"OK\x00"),
        (b"<>", b""),
        (b"% a remark\n7", 7),
        (b"[1[2]/A(b)]", [1, [2], "A", b"b"]),
        (b"<</A 1/B<</C 2 0 R>>>>", {"A": 1, "B": {"C": Reference(2)}}),
        (b"[7 5 0 R 6 0 R]", [7, Reference(5), Reference(6)]),
    ],
)
def test_a_value_is_read(told: bytes, value: object):
    assert read(told) == value


@pytest.mark.parametrize(
    ("told", "value"),
    [
        (b"(plain)", b"plain"),
        (b"(a(b(c))d)", b"a(b(c))d"),
        (rb"(\(\)\\)", b"()\\"),
        (rb"(\n\r\t\b\f\z)", b"\n\r\t\b\fz"),
        (rb"(\0\53\1234\8)", b"\x00+S48"),
        (b"(a\\\nb\\\r\nc)", b"abc"),
        (b"()", b""),
    ],
)
def test_a_string_is_read_with_its_escapes_and_its_pairs_of_parentheses(told: bytes, value: bytes):
    assert read(told) == value


def test_a_word_is_told_from_a_name():
    assert [type(each) for each in Reader(b"/q q T* BT")] == [Name, Word, Word, Word]


@pytest.mark.parametrize("cut", [b"", b"  ", b"(a", b"[1", b"<</A"])
def test_what_ends_too_early_is_told(cut: bytes):
    with pytest.raises(EOFError):
        read(cut)


def test_a_page_inherits_from_the_nodes_above_it():
    [page] = Pdf(written(b"")).pages()
    assert (page["MediaBox"], page["Type"]) == ([0, 0, 720, 720], "Page")


def test_a_packed_stream_is_unpacked_and_another_left_as_it_is():
    pdf = Pdf(written(b"q Q", more=(stream(zlib.compress(b"abc"), b"/Filter/FlateDecode"),)))
    assert [pdf.get(Reference(number)).data() for number in (4, 5)] == [b"q Q", b"abc"]


@pytest.mark.parametrize("about", [{"Filter": "LZWDecode"}, {"Filter": "FlateDecode", "DecodeParms": {"Predictor": 12}}, {"Filter": ["FlateDecode"]}])
def test_another_packing_is_refused(about: dict):
    with pytest.raises(Unwritable, match="压缩"):
        Stream(about, b"").data()


def test_an_object_is_read_once():
    pdf = Pdf(written(b""))
    assert pdf.get(Reference(1)) is pdf.get(Reference(1))


@pytest.mark.parametrize("content", [b"", b"%PDF-1.7", written(b"")[:-8], written(b"").replace(b"xref\n0", b"xrof\n0")])
def test_a_file_without_a_plain_table_is_refused(content: bytes):
    with pytest.raises(Unwritable, match="对照表"):
        Pdf(content)


def test_a_table_that_points_elsewhere_is_refused():
    moved = written(b"").replace(b"1 0 obj\n<</Type/Catalog", b"1 0 abj\n<</Type/Catalog")
    with pytest.raises(Unwritable, match="错位"):
        Pdf(moved).pages()
