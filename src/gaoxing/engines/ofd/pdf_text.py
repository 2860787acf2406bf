"""Text of a PDF's page (文字): glyph codes become clusters of characters, each with its place.

A span with an `ActualText` (ISO 32000-1, 14.9.4) says what its glyphs mean where the face's own table cannot, as where two characters share a glyph.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from gaoxing.engines.ofd.drawn import Cluster, Mark, Matrix, Unwritable, Words, multiplied
from gaoxing.engines.ofd.pdf_fonts import Face
from gaoxing.engines.ofd.pdf_state import State

Piece = bytes | int | float
"""Glyph codes of two bytes each, or a step back in thousandths of the size."""

_THOUSAND = 1000.0
_FILLED, _STROKED, _BOTH = 0, 1, 2


def words(state: State, pieces: Sequence[Piece], *, told: bool) -> Words | None:
    """What an operator shows, and the state moved behind it; None where it shows nothing.

    `told` where a span says what the glyphs mean: their own characters are then not needed. Raises Unwritable for a glyph without characters, and for
    text that is neither filled nor stroked.
    """
    if state.face is None or state.mode > _BOTH:
        raise Unwritable("看不见的文字")
    name, face = state.face
    space = multiplied((state.stretch, 0.0, 0.0, 1.0, 0.0, state.rise), state.text)
    clusters, reached = _clusters(state, face, pieces, told=told)
    state.text = multiplied((1.0, 0.0, 0.0, 1.0, reached * state.stretch, 0.0), state.text)
    if not clusters:
        return None
    fill = None if state.mode == _STROKED else state.fill_colour
    pen = None if state.mode == _FILLED else state.pen()
    return Words(name, state.size, multiplied(space, state.matrix), clusters, fill, pen, state.clips)


def retold(marks: Sequence[Mark], text: str) -> Iterator[Mark]:
    """The marks of a span that means `text`.

    Raises Unwritable where it is neither one run of glyphs nor as many glyphs as characters.
    """
    runs = [each for each in marks if isinstance(each, Words)]
    glyphs = sum(len(each.clusters) for each in runs)
    left = iter(text)
    for mark in marks:
        if not isinstance(mark, Words):
            yield mark
        elif glyphs == len(text):
            yield replace(mark, clusters=tuple(replace(each, text=next(left)) for each in mark.clusters))
        elif len(runs) == 1 and text:
            yield replace(mark, clusters=(_joined(mark.clusters, text),))
        else:
            raise Unwritable(f"由几处拼成的文字“{text}”")


def moved(state: State, x: float, y: float) -> None:
    """To the beginning of the next line, `x` and `y` away from that of this one."""
    state.text = state.text_line = multiplied((1.0, 0.0, 0.0, 1.0, x, y), state.text_line)


def placed(state: State, matrix: Matrix) -> None:
    """The text's space is set anew."""
    state.text = state.text_line = matrix


def _joined(clusters: Sequence[Cluster], text: str) -> Cluster:
    return Cluster(text, tuple(code for each in clusters for code in each.codes), tuple(x for each in clusters for x in each.xs), clusters[-1].end)


def _clusters(state: State, face: Face, pieces: Sequence[Piece], *, told: bool) -> tuple[tuple[Cluster, ...], float]:
    """The clusters, and how far they reach in the text's own space."""
    x, found, share = 0.0, [], state.size / _THOUSAND
    for piece in pieces:
        if isinstance(piece, bytes):
            for high, low in zip(piece[::2], piece[1::2], strict=True):
                code = high << 8 | low
                end = x + face.width(code) * share
                found.append(Cluster("" if told else _meant(face, code), (code,), (x,), end))
                x = end + state.spacing
        else:
            x -= piece * share
    return tuple(found), x


def _meant(face: Face, code: int) -> str:
    text = face.texts.get(code)
    if not text:
        raise Unwritable(f"字体 {face.name} 里第 {code} 号字形（不知道是什么字）")
    return text
