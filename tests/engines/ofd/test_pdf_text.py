"""Text of a PDF's page: where each character stands, and what its glyphs mean."""

from __future__ import annotations

import io
from collections.abc import Callable
from typing import Any

import pypdfium2
import pytest

from gaoxing.engines.ofd.drawn import IDENTITY, Cluster, Unwritable, Words, turned
from gaoxing.engines.ofd.pdf_content import MM, Contents
from gaoxing.engines.ofd.pdf_fonts import Face
from gaoxing.engines.ofd.pdf_state import State
from gaoxing.engines.ofd.pdf_text import moved, placed, retold, words

FACE = Face("Face", b"", {1: "一", 2: "二", 3: "——"}, {1: 1000.0, 2: 500.0, 3: 2000.0}, 600.0, (0, -200, 1000, 900), 880, -120)


def state(**changes: Any) -> State:
    return State(**{"matrix": IDENTITY, "face": ("f", FACE), "size": 10.0, **changes})


def codes(*numbers: int) -> bytes:
    return b"".join(number.to_bytes(2, "big") for number in numbers)


def shown(pieces: list, **changes: Any) -> Words:
    told = words(state(**changes), pieces, told=False)
    assert told is not None
    return told


def body(content: bytes) -> list[Words]:
    """The words of the first page without its head and foot."""
    return [each for each in Contents(content).pages()[0].marks if isinstance(each, Words)][1:-1]


def test_each_glyph_stands_where_the_one_before_it_ends():
    told = shown([codes(1, 2), codes(3)])
    assert told.clusters == (
        Cluster("一", (1,), (0.0,), 10.0),
        Cluster("二", (2,), (10.0,), 15.0),
        Cluster("——", (3,), (15.0,), 35.0),
    )


def test_a_number_between_strings_is_a_step_back():
    assert [each.xs for each in shown([200, codes(1), -300, codes(1)]).clusters] == [(-2.0,), (11.0,)]


def test_spacing_comes_after_every_glyph():
    assert [each.xs for each in shown([codes(1, 1, 1)], spacing=2.0).clusters] == [(0.0,), (12.0,), (24.0,)]


def test_the_state_stands_behind_what_was_shown():
    drawn = state(stretch=0.5)
    placed(drawn, (1.0, 0.0, 0.0, 1.0, 100.0, 0.0))
    words(drawn, [codes(1, 2)], told=False)
    assert drawn.text == (1.0, 0.0, 0.0, 1.0, 107.5, 0.0)
    moved(drawn, 3.0, 4.0)
    assert drawn.text == (1.0, 0.0, 0.0, 1.0, 103.0, 4.0)


def test_a_raised_and_stretched_text_lies_where_the_page_shows_it():
    told = shown([codes(1)], rise=5.0, stretch=2.0, matrix=(1.0, 0.0, 0.0, 1.0, 100.0, 100.0))
    assert (turned(told.matrix, 0, 0), turned(told.matrix, told.clusters[0].end, 0)) == ((100.0, 105.0), (120.0, 105.0))


@pytest.mark.parametrize(("mode", "filled", "stroked"), [(0, True, False), (1, False, True), (2, True, True)])
def test_text_is_filled_and_stroked_as_told(mode: int, filled: bool, stroked: bool):
    told = shown([codes(1)], mode=mode)
    assert (told.fill is not None, told.pen is not None) == (filled, stroked)


def test_nothing_shown_is_no_words():
    assert words(state(), [120, b""], told=False) is None


@pytest.mark.parametrize("changes", [{"mode": 3}, {"mode": 7}, {"face": None}])
def test_text_that_cannot_be_seen_is_refused(changes: dict):
    with pytest.raises(Unwritable, match="看不见"):
        shown([codes(1)], **changes)


def test_a_glyph_of_which_nobody_knows_the_character_is_refused_with_its_number():
    with pytest.raises(Unwritable, match="第 9 号"):
        shown([codes(1, 9)])
    assert words(state(), [codes(9)], told=True) is not None


def test_a_span_gives_each_glyph_its_character_where_they_are_as_many():
    first, second = retold([shown([codes(1)]), shown([codes(2, 1)])], "甲乙丙")
    assert ([each.text for each in first.clusters], [each.text for each in second.clusters]) == (["甲"], ["乙", "丙"])


def test_a_span_of_other_length_becomes_one_cluster():
    [told] = retold([shown([codes(1, 2)])], "甲")
    assert told.clusters == (Cluster("甲", (1, 2), (0.0, 10.0), 15.0),)


@pytest.mark.parametrize("text", ["甲", "甲乙丙"])
def test_a_span_of_several_runs_and_another_length_is_refused(text: str):
    with pytest.raises(Unwritable, match="几处"):
        list(retold([shown([codes(1)]), shown([codes(2)])], text))


def test_typst_tells_characters_apart_that_share_a_glyph(typeset: Callable):
    clusters = [each for told in body(typeset("一\u2f00").content) for each in told.clusters]
    assert [each.text for each in clusters] == ["一", "\u2f00"]
    assert clusters[0].codes == clusters[1].codes


def test_typst_shows_several_characters_by_one_glyph(typeset: Callable):
    clusters = [each for told in body(typeset("甲——葛\U000e0101e\u0301").content) for each in told.clusters]
    assert [each.text for each in clusters] == ["甲", "——", "葛\U000e0101", "e\u0301"]
    assert {len(each.codes) for each in clusters} == {1}


def test_every_character_stands_where_pdfium_sees_it(typeset: Callable):
    content = typeset("甲乙 ab #h(3em)丙#super[丁]#text(tracking: 2pt)[戊己]#rotate(30deg)[庚]").content
    page = pypdfium2.PdfDocument(io.BytesIO(content))[0]
    seen = {each: page.get_textpage().get_charbox(at, loose=False) for at, each in enumerate(page.get_textpage().get_text_range())}
    for told in body(content):
        for each in told.clusters:
            if each.text.isspace():
                continue
            x, y = turned(told.matrix, (each.xs[0] + each.end) / 2, 0.38 * told.size)
            left, low, right, high = seen[each.text]
            assert left - 1 <= x / MM <= right + 1, each.text
            assert low - 2 <= 841.8898 - y / MM <= high + 2, each.text
