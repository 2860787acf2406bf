"""What a page shows (页面内容), free of any format: words, outlines and pictures in the order they are drawn, in millimetres from the upper left corner.

>>> turned(multiplied((2, 0, 0, 2, 0, 0), (1, 0, 0, 1, 5, 0)), 1, 1)
(7, 2)
"""

from __future__ import annotations

from dataclasses import dataclass

Matrix = tuple[float, float, float, float, float, float]
"""a b c d e f: x' = a·x + c·y + e, y' = b·x + d·y + f."""

Segment = tuple[str, tuple[float, ...]]
"""One step of an outline: `M` x y begins, `L` x y, `B` x1 y1 x2 y2 x y (a cubic curve), `C` closes. Millimetres."""

IDENTITY: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)


class Unwritable(Exception):
    """Something of a PDF that this writer does not put into an OFD; the text names it in Chinese."""


@dataclass(frozen=True, slots=True)
class Colour:
    """Red, green, blue and opacity, each from 0 to 255."""

    red: int
    green: int
    blue: int
    alpha: int = 255


BLACK = Colour(0, 0, 0)


@dataclass(frozen=True, slots=True)
class Pen:
    """How a line is drawn (画笔): width, dashes and their offset in millimetres; `cap` and `join` as PDF counts them; a miter limit as a ratio."""

    colour: Colour
    width: float
    cap: int = 0
    join: int = 0
    miter: float = 10.0
    dashes: tuple[float, ...] = ()
    offset: float = 0.0


@dataclass(frozen=True, slots=True)
class Clip:
    """What is drawn stays within this outline (裁剪)."""

    segments: tuple[Segment, ...]
    even_odd: bool = False


@dataclass(frozen=True, slots=True)
class Cluster:
    """Characters that are shown by glyphs together, mostly one by one: text, the face's glyph codes, where each begins, where the last ends.

    `xs` and `end` are in the space of its words, before their matrix.
    """

    text: str
    codes: tuple[int, ...]
    xs: tuple[float, ...]
    end: float


@dataclass(frozen=True, slots=True)
class Words:
    """Clusters on one base line. `matrix` brings their space (y upwards) to the page; `size` is the face's size in that space."""

    face: str
    size: float
    matrix: Matrix
    clusters: tuple[Cluster, ...]
    fill: Colour | None
    pen: Pen | None = None
    clips: tuple[Clip, ...] = ()


@dataclass(frozen=True, slots=True)
class Outline:
    """Lines and curves, filled, stroked or both."""

    segments: tuple[Segment, ...]
    fill: Colour | None
    pen: Pen | None
    even_odd: bool = False
    clips: tuple[Clip, ...] = ()


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture by its name; `matrix` brings the unit square (y upwards) to the page."""

    image: str
    matrix: Matrix
    alpha: int = 255
    clips: tuple[Clip, ...] = ()


Mark = Words | Outline | Picture


@dataclass(frozen=True, slots=True)
class Page:
    """A page: width and height in millimetres, and what is drawn on it."""

    width: float
    height: float
    marks: tuple[Mark, ...]


def multiplied(first: Matrix, then: Matrix) -> Matrix:
    """The matrix that does `first`, and `then` the other."""
    a, b, c, d, e, f = first
    p, q, r, s, t, u = then
    return (a * p + b * r, a * q + b * s, c * p + d * r, c * q + d * s, e * p + f * r + t, e * q + f * s + u)


def turned(matrix: Matrix, x: float, y: float) -> tuple[float, float]:
    """Where a point comes to lie."""
    a, b, c, d, e, f = matrix
    return (a * x + c * y + e, b * x + d * y + f)


def scale(matrix: Matrix) -> float:
    """How many times longer lengths become, where the matrix keeps shapes; the mean of its two directions otherwise."""
    a, b, c, d, _, _ = matrix
    return float(abs(a * d - b * c) ** 0.5)


def keeps_shapes(matrix: Matrix) -> bool:
    """Whether circles stay circles: turning, shifting, mirroring and scaling alike in both directions only."""
    a, b, c, d, _, _ = matrix
    slack = 1e-6 * (abs(a) + abs(b) + abs(c) + abs(d))
    return min(abs(a - d) + abs(b + c), abs(a + d) + abs(b - c)) <= slack
