"""The state a PDF is drawn in: colours, opacity, pens."""

from __future__ import annotations

from typing import Any

import pytest

from gaoxing.engines.ofd.drawn import BLACK, IDENTITY, Colour, Pen, Unwritable
from gaoxing.engines.ofd.pdf_objects import Name, Pdf
from gaoxing.engines.ofd.pdf_state import State, apply, checked_space, set_fill, set_stroke
from tests.engines.ofd.written_pdf import written

PDF = Pdf(written(b""))


def state(**changes: Any) -> State:
    return State(**{"matrix": IDENTITY, **changes})


@pytest.mark.parametrize(
    ("values", "colour"), [([0], BLACK), ([1], Colour(255, 255, 255)), ([0.2, 0.4, 0.6], Colour(51, 102, 153)), ([-1, 2, 0.5], Colour(0, 255, 128))]
)
def test_a_colour_has_one_number_or_three(values: list[float], colour: Colour):
    drawn = state()
    set_fill(drawn, values)
    set_stroke(drawn, values)
    assert (drawn.fill, drawn.stroke) == (colour, colour)


@pytest.mark.parametrize("values", [[0, 0, 0, 1], [], [Name("P0")], [0, 0, Name("P0")]])
def test_any_other_colour_is_refused(values: list[Any]):
    with pytest.raises(Unwritable, match="颜色"):
        set_fill(state(), values)


def test_opacity_goes_into_the_colours():
    drawn = state()
    apply(PDF, drawn, {"Type": Name("ExtGState"), "ca": 0.2, "CA": 0.4})
    assert (drawn.fill_colour.alpha, drawn.pen().colour.alpha) == (51, 102)


@pytest.mark.parametrize("settings", [{"SMask": Name("None")}, {"BM": Name("Normal")}, {"SA": True}])
def test_settings_that_change_nothing_are_passed_over(settings: dict):
    drawn = state()
    apply(PDF, drawn, settings)
    assert drawn == state()


@pytest.mark.parametrize("settings", [{"SMask": {"S": Name("Luminosity")}}, {"BM": Name("Multiply")}, {"TR": 1}])
def test_settings_that_are_not_known_are_refused_by_name(settings: dict):
    with pytest.raises(Unwritable, match=next(iter(settings))):
        apply(PDF, state(), settings)


@pytest.mark.parametrize("space", [Name("DeviceRGB"), [Name("ICCBased"), 1], [Name("CalGray"), {}]])
def test_a_plain_colour_space_begins_with_black(space: Any):
    assert checked_space(PDF, {"ColorSpace": {"c0": space}}, "c0") == BLACK
    assert checked_space(PDF, {}, "DeviceGray") == BLACK


@pytest.mark.parametrize("space", [Name("DeviceCMYK"), [Name("Separation")], Name("Pattern"), [Name("Lab"), {}]])
def test_another_colour_space_is_refused(space: Any):
    with pytest.raises(Unwritable, match="颜色空间"):
        checked_space(PDF, {"ColorSpace": {"c0": space}}, "c0")


def test_a_pen_grows_with_the_page():
    drawn = state(matrix=(0.0, 2.0, -2.0, 0.0, 9.0, 9.0), line=1.5, cap=1, join=2, miter=4.0, dashes=(3.0, 1.0), offset=0.5)
    assert drawn.pen() == Pen(BLACK, 3.0, 1, 2, 4.0, (6.0, 2.0), 1.0)


def test_a_pen_that_would_be_wider_one_way_is_refused():
    with pytest.raises(Unwritable, match="压扁"):
        state(matrix=(0.5, 0.0, 0.0, 1.0, 0.0, 0.0)).pen()
