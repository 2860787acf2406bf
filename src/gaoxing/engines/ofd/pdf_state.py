"""How a PDF is drawn at a moment (图形状态, ISO 32000-1, 8.4): matrix, colours, pen, clips, face.

>>> state = State((1, 0, 0, 1, 0, 0))
>>> set_fill(state, [0.5])
>>> state.fill
Colour(red=128, green=128, blue=128, alpha=255)
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from gaoxing.engines.ofd.drawn import BLACK, IDENTITY, Clip, Colour, Matrix, Pen, Unwritable, keeps_shapes, scale
from gaoxing.engines.ofd.pdf_fonts import Face
from gaoxing.engines.ofd.pdf_objects import Pdf

_PLAIN_SPACES = frozenset({"DeviceGray", "DeviceRGB", "CalGray", "CalRGB", "ICCBased"})
_CHANNELS = (1, 3)
_OPAQUE = 255
_IGNORED = frozenset({"Type", "SA", "AIS", "OP", "op", "OPM"})
_PLAIN = frozenset({("SMask", "None"), ("BM", "Normal"), ("BM", "Compatible")})


@dataclass(slots=True)
class State:
    """The state; `q` keeps a copy of it and `Q` brings it back. Lengths are those of the PDF, before the matrix."""

    matrix: Matrix
    fill: Colour = BLACK
    stroke: Colour = BLACK
    fill_alpha: int = _OPAQUE
    stroke_alpha: int = _OPAQUE
    line: float = 1.0
    cap: int = 0
    join: int = 0
    miter: float = 10.0
    dashes: tuple[float, ...] = ()
    offset: float = 0.0
    clips: tuple[Clip, ...] = ()
    face: tuple[str, Face] | None = None
    size: float = 0.0
    spacing: float = 0.0
    stretch: float = 1.0
    rise: float = 0.0
    mode: int = 0
    text: Matrix = IDENTITY
    text_line: Matrix = IDENTITY

    @property
    def fill_colour(self) -> Colour:
        """The colour of areas with its opacity."""
        return self.fill if self.fill_alpha == _OPAQUE else replace(self.fill, alpha=self.fill_alpha)

    def pen(self) -> Pen:
        """The pen as it draws on the page. Raises Unwritable where its lines would be wider in one direction than in another."""
        if not keeps_shapes(self.matrix):
            raise Unwritable("被压扁的线")
        times = scale(self.matrix)
        colour = replace(self.stroke, alpha=self.stroke_alpha)
        return Pen(colour, self.line * times, self.cap, self.join, self.miter, tuple(each * times for each in self.dashes), self.offset * times)


def set_fill(state: State, values: Sequence[Any]) -> None:
    """The colour of areas from one number (grey) or three, each from 0 to 1."""
    state.fill = _colour(values)


def set_stroke(state: State, values: Sequence[Any]) -> None:
    """The colour of lines, likewise."""
    state.stroke = _colour(values)


def checked_space(pdf: Pdf, resources: Mapping[str, Any], name: str) -> Colour:
    """The colour that a colour space begins with. Raises Unwritable where it is neither grey nor red, green and blue."""
    space = pdf.get(pdf.get(resources.get("ColorSpace", {})).get(name, name))
    kind = space[0] if isinstance(space, list) else space
    if kind not in _PLAIN_SPACES:
        raise Unwritable(f"{kind} 颜色空间")
    return BLACK


def apply(pdf: Pdf, state: State, settings: Mapping[str, Any]) -> None:
    """A set of settings (ExtGState). Raises Unwritable for what would change how the page looks and is not known here."""
    for key, value in settings.items():
        if key == "ca":
            state.fill_alpha = _level(value)
        elif key == "CA":
            state.stroke_alpha = _level(value)
        elif key not in _IGNORED and (key, str(pdf.get(value))) not in _PLAIN:
            raise Unwritable(f"{key} 图形效果")


def _colour(values: Sequence[Any]) -> Colour:
    if len(values) not in _CHANNELS or isinstance(values[-1], str):
        raise Unwritable("渐变、图案或四色颜色")
    levels = [_level(each) for each in values] * (3 // len(values))
    return Colour(*levels)


def _level(share: float) -> int:
    return round(min(max(float(share), 0.0), 1.0) * _OPAQUE)
