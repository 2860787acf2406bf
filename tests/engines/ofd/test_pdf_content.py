"""What a PDF's page draws, in millimetres from the upper left corner: lines, curves, clips, forms, pictures; what is not known is refused."""

from __future__ import annotations

import pytest

from gaoxing.engines.ofd.drawn import BLACK, Clip, Colour, Mark, Outline, Picture, Unwritable
from gaoxing.engines.ofd.pdf_content import Contents
from tests.engines.ofd.written_pdf import stream, written

SQUARE = (("M", (0.0, 254.0)), ("L", (25.4, 254.0)), ("L", (25.4, 228.6)), ("L", (0.0, 228.6)), ("C", ()))
"""72 points from the lower left corner of a page of 254 mm."""


def marks(content: bytes, **more) -> tuple[Mark, ...]:
    [page] = Contents(written(content, **more)).pages()
    return page.marks


def rounded(segments):
    return tuple((step, tuple(round(each, 6) for each in at)) for step, at in segments)


def test_a_page_is_as_large_as_its_box():
    [page] = Contents(written(b"", page=b"/MediaBox[10 10 730 370]")).pages()
    assert (round(page.width, 6), round(page.height, 6), page.marks) == (254, 127, ())


def test_a_page_is_measured_from_its_upper_left_corner():
    [mark] = marks(b"10 370 m 82 370 l S", page=b"/MediaBox[10 10 730 370]")
    assert rounded(mark.segments) == (("M", (0, 0)), ("L", (25.4, 0)))


@pytest.mark.parametrize("drawn", [b"0 0 72 72 re f", b"0 0 m 72 0 l 72 72 l 0 72 l h F", b"q .5 0 0 .5 0 0 cm 0 0 144 144 re f Q"])
def test_a_square_is_a_square_however_it_is_drawn(drawn: bytes):
    [mark] = marks(drawn)
    assert (rounded(mark.segments), mark.fill, mark.pen) == (SQUARE, BLACK, None)


def test_a_curve_may_leave_out_one_of_its_points():
    whole = marks(b"0 0 m 72 0 72 72 0 72 c S")
    assert marks(b"0 0 m 0 0 72 72 0 72 c S") == marks(b"0 0 m 72 72 0 72 v S")
    assert marks(b"0 0 m 72 0 0 72 0 72 c S") == marks(b"0 0 m 72 0 0 72 y S")
    assert [step for step, _ in whole[0].segments] == ["M", "B"]


@pytest.mark.parametrize(
    ("paint", "filled", "stroked", "even_odd", "closed"),
    [
        (b"S", False, True, False, False),
        (b"s", False, True, False, True),
        (b"f*", True, False, True, False),
        (b"B", True, True, False, False),
        (b"B*", True, True, True, False),
        (b"b", True, True, False, True),
        (b"b*", True, True, True, True),
    ],
)
def test_an_outline_is_filled_and_stroked_as_told(paint: bytes, filled: bool, stroked: bool, even_odd: bool, closed: bool):
    [mark] = marks(b"0 0 m 72 0 l 72 72 l " + paint)
    told = (mark.fill is not None, mark.pen is not None, mark.even_odd, mark.segments[-1] == ("C", ()))
    assert told == (filled, stroked, even_odd, closed)


def test_an_outline_that_is_only_ended_draws_nothing():
    assert marks(b"0 0 72 72 re n") == ()


def test_colours_and_pens_are_as_they_were_set():
    [mark] = marks(b"1 0 0 rg 0 0 1 RG 2 w 1 J 2 j 3 M [4 2] 1 d 0 0 72 72 re B")
    assert mark.fill == Colour(255, 0, 0)
    assert (mark.pen.colour, mark.pen.cap, mark.pen.join, mark.pen.miter) == (Colour(0, 0, 255), 1, 2, 3)
    assert [round(each / 25.4 * 72, 6) for each in (mark.pen.width, *mark.pen.dashes, mark.pen.offset)] == [2, 4, 2, 1]


def test_the_state_comes_back():
    inner, outer = marks(b"0.5 g q 1 g 0 0 1 1 re f Q 0 0 1 1 re f")
    assert (inner.fill, outer.fill) == (Colour(255, 255, 255), Colour(128, 128, 128))


def test_a_named_colour_space_and_settings_come_from_the_resources():
    [mark] = marks(b"/c0 cs /g0 gs 1 scn 0 0 1 1 re f", resources=b"/ColorSpace<</c0/DeviceGray>>/ExtGState<</g0<</ca .6>>>>")
    assert mark.fill == Colour(255, 255, 255, 153)


def test_what_is_clipped_keeps_every_outline_it_has_to_stay_within():
    inside, both, outside = marks(b"q 0 0 72 72 re W n 0 0 1 1 re f 0 0 36 36 re W* n 0 0 1 1 re f Q 0 0 1 1 re f")
    assert [rounded(each.segments) for each in inside.clips] == [SQUARE]
    assert [each.even_odd for each in both.clips] == [False, True]
    assert outside.clips == ()
    assert isinstance(both.clips[1], Clip)


FORM = stream(b"0 0 36 36 re f", b"/Type/XObject/Subtype/Form/BBox[0 0 36 36]/Matrix[2 0 0 2 0 0]")


def test_a_form_is_drawn_within_its_box_where_it_is_put():
    [mark] = marks(b"q /x Do Q", resources=b"/XObject<</x 5 0 R>>", more=(FORM,))
    assert rounded(mark.segments) == rounded(mark.clips[0].segments) == SQUARE


def test_a_group_that_lets_through_as_a_whole_is_refused():
    resources = b"/XObject<</x 5 0 R>>/ExtGState<</g<</ca .5>>>>"
    with pytest.raises(Unwritable, match="半透明"):
        marks(b"/g gs /x Do", resources=resources, more=(FORM.replace(b"/Type", b"/Group<<>>/Type", 1),))


def test_a_picture_fills_the_square_that_the_matrix_says():
    told = stream(b"\x80", b"/Type/XObject/Subtype/Image/Width 1/Height 1/BitsPerComponent 8/ColorSpace/DeviceGray")
    contents = Contents(written(b"72 0 0 36 0 0 cm /x Do /x Do", resources=b"/XObject<</x 5 0 R>>", more=(told,)))
    [page] = contents.pages()
    assert [type(each) for each in page.marks] == [Picture, Picture]
    assert [round(each, 6) for each in page.marks[0].matrix] == [25.4, 0, 0, -12.7, 0, 254]
    assert len(contents.images) == 1


def test_marked_content_without_a_meaning_changes_nothing():
    resources = b"/Properties<</p<</MCID 0>>>>"
    plain = marks(b"0 0 1 1 re f 0 0 1 1 re f")
    marked = b"/P BMC 0 0 1 1 re f EMC /P/p BDC 0 0 1 1 re f EMC /P<</MCID 1>>BDC EMC 0 i /Perceptual ri /x MP"
    assert marks(marked, resources=resources) == plain


def test_several_streams_are_one_content():
    pdf = written(b"0 0 m", more=(stream(b"72 0 l S"),), contents=b"[4 0 R 5 0 R]")
    [mark] = Contents(pdf).pages()[0].marks
    assert isinstance(mark, Outline)
    assert len(mark.segments) == 2


@pytest.mark.parametrize("operator", [b"sh", b"BI", b"Tw", b"T*", b"d0", b"xyz"])
def test_an_operator_that_is_not_known_is_refused_by_name(operator: bytes):
    with pytest.raises(Unwritable, match=operator.decode().replace("*", r"\*")):
        marks(b"0 0 1 1 re f 1 " + operator)


def test_a_page_that_is_to_be_turned_is_refused():
    with pytest.raises(Unwritable, match="方向"):
        marks(b"", page=b"/MediaBox[0 0 9 9]/Rotate 90")
