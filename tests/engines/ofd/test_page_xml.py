"""A page's XML: characters with their places, outlines, clips, pictures, and what readers of other makers may do with it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

import pytest

from gaoxing.engines.ofd.drawn import BLACK, Clip, Cluster, Colour, Outline, Page, Pen, Picture, Unwritable, Words
from gaoxing.engines.ofd.open_type import FontFile
from gaoxing.engines.ofd.page_xml import PageWriter, figure, figures
from gaoxing.engines.ofd.pdf_fonts import Face
from tests.engines.ofd.reader import OFD

FACE = Face("Face", b"", {}, {}, 1000.0, (0, -200, 1000, 900), 880, -120)
FILE = FontFile("Face", b"", {"一": 1, "二": 2, "　": 3, " ": 4, "<": 5}, {1: 1, 2: 2, 3: 3, 4: 4, 5: 5, 6: 16, 7: 17})
UPRIGHT = (0.5, 0.0, 0.0, -0.5, 20.0, 30.0)
LINE = (("M", (10.0, 10.0)), ("L", (30.0, 10.0)))
TRIANGLE = (("M", (10.0, 10.0)), ("L", (30.0, 10.0)), ("B", (30.0, 20.0, 20.0, 30.0, 10.0, 30.0)), ("C", ()))


def written(*marks: Any) -> list[Element]:
    writer = PageWriter({"f": (7, FACE, FILE)}, {"i": 8}, 8)
    page = ElementTree.fromstring(writer.content(Page(210.0, 297.0, marks)))
    return list(page.iterfind(f"{OFD}Content/{OFD}Layer/*"))


def row(text: str, *, codes: str = "", step: float = 10.0) -> tuple[Cluster, ...]:
    numbers = [int(each) for each in codes] or [FILE.codes[each] for each in text]
    return tuple(Cluster(each, (code,), (at * step,), at * step + 10.0) for at, (each, code) in enumerate(zip(text, numbers, strict=True)))


def texts(clusters: tuple[Cluster, ...], **changes: Any) -> list[Element]:
    return written(Words(**{"face": "f", "size": 10.0, "matrix": UPRIGHT, "clusters": clusters, "fill": BLACK, **changes}))


def code(each: Element) -> Element:
    return each.find(f"{OFD}TextCode")


@pytest.mark.parametrize(("value", "text"), [(0.0, "0"), (-0.00001, "0"), (1.0, "1"), (100.0, "100"), (1 / 3, "0.3333"), (-2.5, "-2.5"), (0.99999, "1")])
def test_a_figure_has_at_most_four_places(value: float, text: str):
    assert figure(value) == text


def test_figures_stand_with_a_blank_between_them():
    assert figures((1.0, 2.5, -3.0)) == "1 2.5 -3"


def test_every_object_has_a_number_of_its_own_after_those_given():
    text, path = written(Words("f", 10.0, UPRIGHT, row("一"), BLACK), Outline(LINE, None, Pen(BLACK, 1.0)))
    assert (text.get("ID"), path.get("ID")) == ("10", "11")


def test_upright_text_stands_in_its_box_without_a_matrix():
    [each] = texts(row("一二"))
    left, top, width, height = (float(value) for value in each.get("Boundary").split())
    assert (each.get("CTM"), each.get("Size"), each.get("Font"), code(each).text) == (None, "5", "7", "一二")
    assert (left + float(code(each).get("X")), top + float(code(each).get("Y"))) == (20, 30)
    assert (width, height) == (10, 5.5)


@pytest.mark.parametrize(("steps", "delta"), [([0, 10], "5"), ([0, 10, 20], "5 5"), ([0, 10, 20, 30], "g 3 5"), ([0, 12, 24, 36, 46], "g 3 6 5")])
def test_steps_that_are_alike_are_counted(steps: list[int], delta: str):
    [each] = texts(tuple(Cluster("一", (1,), (float(x),), x + 10.0) for x in steps))
    assert code(each).get("DeltaX") == delta


def test_a_single_character_has_no_steps():
    [each] = texts(row("一"))
    assert code(each).get("DeltaX") is None


def test_blanks_at_either_end_are_left_out_and_the_rest_stays_where_it_was():
    [each] = texts(row("　 一　二 　"))
    left = float(each.get("Boundary").split()[0])
    assert (code(each).text, code(each).get("DeltaX")) == ("一　二", "5 5")
    assert left + float(code(each).get("X")) == 30


def test_blanks_alone_are_no_object():
    assert texts(row("　 ")) == []


def test_text_is_escaped():
    [each] = texts(row("<一<"))
    assert code(each).text == "<一<"


def test_a_glyph_that_the_table_does_not_lead_to_is_named_by_its_number():
    first, second, third = texts(row("一二一", codes="162"))
    assert [code(each).text for each in (first, second, third)] == ["一", "二", "一"]
    assert [each.findtext(f"{OFD}CGTransform/{OFD}Glyphs") for each in (first, second, third)] == [None, "16", "2"]


def test_several_characters_of_one_glyph_share_its_width():
    [each] = texts((Cluster("——", (7,), (0.0,), 20.0),))
    transform = each.find(f"{OFD}CGTransform")
    assert transform.attrib == {"CodePosition": "0", "CodeCount": "2", "GlyphCount": "1"}
    assert (code(each).text, code(each).get("DeltaX")) == ("——", "5")


def test_several_glyphs_of_one_character_keep_their_places():
    [each] = texts((Cluster("一", (6, 7), (0.0, 4.0), 8.0),))
    assert each.findtext(f"{OFD}CGTransform/{OFD}Glyphs") == "16 17"
    assert code(each).get("DeltaX") == "2"


def test_turned_text_begins_where_its_matrix_says():
    [each] = texts(row("一二"), matrix=(0.0, 0.5, 0.5, 0.0, 20.0, 30.0))
    a, b, c, d, e, f = (float(value) for value in each.get("CTM").split())
    left, top, width, height = (float(value) for value in each.get("Boundary").split())
    assert (a, b, c, d) == (0, 1, -1, 0)
    assert (left + e, top + f, each.get("Size"), code(each).get("X"), code(each).get("Y")) == (20, 30, "5", "0", "0")
    assert (width, height) == (5.5, 10)


def test_the_box_of_text_holds_strokes_too():
    [plain] = texts(row("一"))
    [stroked] = texts(row("一"), fill=None, pen=Pen(Colour(1, 2, 3), 0.2))
    assert (stroked.get("Fill"), stroked.get("Stroke"), stroked.get("LineWidth")) == ("false", "true", "0.2")
    assert stroked.find(f"{OFD}FillColor") is None
    assert stroked.find(f"{OFD}StrokeColor").get("Value") == "1 2 3"
    assert float(stroked.get("Boundary").split()[2]) > float(plain.get("Boundary").split()[2])


def test_a_character_that_no_xml_holds_is_refused_by_its_number():
    with pytest.raises(Unwritable, match=r"U\+0001"):
        texts(row("一\u0001", codes="12"))


def test_a_line_has_a_box_with_room_for_its_width():
    [each] = written(Outline(LINE, None, Pen(BLACK, 0.5)))
    assert each.get("Boundary") == "9.5 9.5 21 1"
    assert each.findtext(f"{OFD}AbbreviatedData") == "M 0.5 0.5 L 20.5 0.5"
    assert (each.get("Stroke"), each.get("Fill"), each.get("LineWidth"), each.get("Rule")) == ("true", "false", "0.5", None)


def test_a_curve_is_written_from_the_corner_of_its_box():
    [each] = written(Outline(TRIANGLE, Colour(9, 8, 7, 128), None, even_odd=True))
    assert each.findtext(f"{OFD}AbbreviatedData") == "M 0 0 L 20 0 B 20 10 10 20 0 20 C"
    assert (each.get("Stroke"), each.get("Fill"), each.get("Rule")) == ("false", "true", "Even-Odd")
    assert each.find(f"{OFD}FillColor").attrib == {"Value": "9 8 7", "Alpha": "128"}


@pytest.mark.parametrize(
    ("pen", "told"),
    [
        (Pen(BLACK, 1.0), {"MiterLimit": "10"}),
        (Pen(BLACK, 1.0, cap=1, join=1), {"Cap": "Round", "Join": "Round"}),
        (Pen(BLACK, 1.0, cap=2, join=2), {"Cap": "Square", "Join": "Bevel"}),
        (Pen(BLACK, 1.0, dashes=(3.0, 1.0), offset=0.5), {"MiterLimit": "10", "DashPattern": "3 1", "DashOffset": "0.5"}),
    ],
)
def test_a_pen_is_told_where_it_is_not_the_usual_one(pen: Pen, told: dict):
    [each] = written(Outline(LINE, None, pen))
    assert {key: value for key, value in each.attrib.items() if key in {"Cap", "Join", "MiterLimit", "DashPattern", "DashOffset"}} == told


def test_a_clip_is_written_in_the_object_s_own_space():
    [each] = written(Outline(LINE, None, Pen(BLACK, 0.5), clips=(Clip(TRIANGLE, even_odd=True),)))
    path = each.find(f"{OFD}Clips/{OFD}Clip/{OFD}Area/{OFD}Path")
    assert path.attrib == {"Boundary": "0.5 0.5 20 20", "Stroke": "false", "Fill": "true", "Rule": "Even-Odd"}
    assert path.findtext(f"{OFD}AbbreviatedData").startswith("M 0 0 L 20 0")


def test_an_empty_clip_leaves_nothing():
    [each] = written(Outline(LINE, None, Pen(BLACK, 0.5), clips=(Clip(()),)))
    assert each.find(f"{OFD}Clips/{OFD}Clip/{OFD}Area/{OFD}Path").get("Boundary").split()[2:] == ["0", "0"]


def test_a_picture_is_a_unit_square_brought_to_its_box():
    [each] = written(Picture("i", (40.0, 0.0, 0.0, -20.0, 50.0, 100.0), alpha=51, clips=(Clip(TRIANGLE),)))
    assert (each.get("Boundary"), each.get("CTM"), each.get("ResourceID"), each.get("Alpha")) == ("50 80 40 20", "40 0 0 20 0 0", "8", "51")
    clip = each.find(f"{OFD}Clips/{OFD}Clip/{OFD}Area/{OFD}Path")
    assert clip.get("Boundary") == "-1 -3.5 0.5 1"


def test_rare_text_of_typst_reaches_the_page(opened: Callable):
    ofd = opened("一\u2f00——葛\U000e0101e\u0301office𠮷䶮 #rotate(30deg)[旋转] #box(clip: true, width: 2em)[截断]")
    assert "一\u2f00——葛\U000e0101e\u0301office𠮷䶮旋转" in ofd.text(0)
    assert [each.text for each in ofd.pages[0].iter(f"{OFD}Glyphs")] != []
