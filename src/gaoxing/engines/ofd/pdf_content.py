"""What a PDF's pages draw (页面内容流, ISO 32000-1, 8 and 9): operators become words, outlines and pictures in page millimetres.

An operator that is not known here is refused: a paper is never written with something missing.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from copy import copy
from typing import Any

from gaoxing.engines.ofd import pdf_state, pdf_text
from gaoxing.engines.ofd.drawn import Clip, Mark, Matrix, Outline, Page, Picture, Segment, Unwritable, multiplied, turned
from gaoxing.engines.ofd.pdf_fonts import Face, face, unicode_text
from gaoxing.engines.ofd.pdf_images import ImageFile, image_file
from gaoxing.engines.ofd.pdf_objects import Pdf, Reader, Stream, Word
from gaoxing.engines.ofd.pdf_state import State

MM = 25.4 / 72
"""Millimetres of a point."""


class Contents:
    """A PDF's pages as marks; `faces` and `images` hold by name what they use."""

    def __init__(self, content: bytes) -> None:
        """Nothing is read but where the objects lie. Raises Unwritable where that cannot be told."""
        self.pdf = Pdf(content)
        self.faces: dict[str, Face] = {}
        self.images: dict[str, ImageFile] = {}

    def pages(self) -> list[Page]:
        """Every page in order. Raises Unwritable for what is not known here."""
        return [self._page(each) for each in self.pdf.pages()]

    def face(self, reference: Any) -> tuple[str, Face]:
        """The name and the face that a page's resources point to; read once."""
        name = f"face {reference.number}"
        if name not in self.faces:
            self.faces[name] = face(self.pdf, self.pdf.get(reference))
        return name, self.faces[name]

    def image(self, reference: Any) -> str:
        """The name of a picture; read once."""
        name = f"image {reference.number}"
        if name not in self.images:
            self.images[name] = image_file(self.pdf, self.pdf.get(reference))
        return name

    def _page(self, page: Mapping[str, Any]) -> Page:
        left, low, right, high = (float(each) for each in self.pdf.get(page["MediaBox"]))
        if page.get("Rotate"):
            raise Unwritable("转过方向的页")
        artist = _Artist(self, self.pdf.get(page.get("Resources", {})), State((MM, 0.0, 0.0, -MM, -left * MM, high * MM)))
        artist.draw(self._streams(page.get("Contents", [])))
        return Page((right - left) * MM, (high - low) * MM, tuple(artist.marks))

    def _streams(self, contents: Any) -> bytes:
        held = self.pdf.get(contents)
        parts = held if isinstance(held, list) else [held]
        return b"\n".join(self.pdf.get(each).data() for each in parts)


class _Artist:
    """Follows the operators of one page, or of a form within it."""

    def __init__(self, contents: Contents, resources: Mapping[str, Any], state: State) -> None:
        self.marks: list[Mark] = []
        self.state = state
        self._contents, self._resources = contents, resources
        self._kept: list[State] = []
        self._path: list[Segment] = []
        self._here = (0.0, 0.0)
        self._clip: bool | None = None
        self._spans: list[tuple[int, str] | None] = []

    def draw(self, content: bytes) -> None:
        operands: list[Any] = []
        for value in Reader(content):
            if not isinstance(value, Word):
                operands.append(value)
                continue
            act = _ACTS.get(value)
            if act is None:
                raise Unwritable(f"{value} 绘图操作")
            act(self, *operands)
            operands.clear()

    # state

    def keep(self) -> None:
        self._kept.append(copy(self.state))

    def bring_back(self) -> None:
        self.state = self._kept.pop()

    def turn(self, *matrix: float) -> None:
        self.state.matrix = multiplied(_matrix(matrix), self.state.matrix)

    def apply(self, name: str) -> None:
        pdf_state.apply(self._contents.pdf, self.state, self._contents.pdf.get(self._resource("ExtGState", name)))

    def fill_space(self, name: str) -> None:
        self.state.fill = pdf_state.checked_space(self._contents.pdf, self._resources, name)

    def stroke_space(self, name: str) -> None:
        self.state.stroke = pdf_state.checked_space(self._contents.pdf, self._resources, name)

    def fill_with(self, *values: Any) -> None:
        pdf_state.set_fill(self.state, values)

    def stroke_with(self, *values: Any) -> None:
        pdf_state.set_stroke(self.state, values)

    def dash(self, dashes: list[float], offset: float) -> None:
        self.state.dashes, self.state.offset = tuple(dashes), offset

    # outlines

    def begin(self, x: float, y: float) -> None:
        self._step("M", x, y)

    def line(self, x: float, y: float) -> None:
        self._step("L", x, y)

    def curve(self, *points: float) -> None:
        self._step("B", *points)

    def curve_from_here(self, *points: float) -> None:
        self._step("B", *self._here, *points)

    def curve_to_end(self, *points: float) -> None:
        self._step("B", *points, *points[-2:])

    def close(self) -> None:
        self._path.append(("C", ()))

    def rectangle(self, x: float, y: float, width: float, height: float) -> None:
        self.begin(x, y)
        for corner in ((x + width, y), (x + width, y + height), (x, y + height)):
            self.line(*corner)
        self.close()

    def clip(self, *, even_odd: bool) -> None:
        self._clip = even_odd

    def paint(self, *, fill: bool = False, stroke: bool = False, even_odd: bool = False, close: bool = False) -> None:
        if close:
            self.close()
        segments = tuple(self._path)
        if segments and (fill or stroke):
            pen = self.state.pen() if stroke else None
            self.marks.append(Outline(segments, self.state.fill_colour if fill else None, pen, even_odd, self.state.clips))
        if self._clip is not None:
            self.state.clips = (*self.state.clips, Clip(segments, self._clip))
        self._path, self._clip = [], None

    def _step(self, step: str, *points: float) -> None:
        matrix = self.state.matrix
        pairs = zip(points[::2], points[1::2], strict=True)
        self._path.append((step, tuple(each for x, y in pairs for each in turned(matrix, x, y))))
        self._here = (points[-2], points[-1])

    # text

    def begin_text(self) -> None:
        pdf_text.placed(self.state, (1.0, 0.0, 0.0, 1.0, 0.0, 0.0))

    def face(self, name: str, size: float) -> None:
        self.state.face, self.state.size = self._contents.face(self._resource("Font", name)), float(size)

    def place(self, *matrix: float) -> None:
        pdf_text.placed(self.state, _matrix(matrix))

    def move(self, x: float, y: float) -> None:
        pdf_text.moved(self.state, x, y)

    def show(self, pieces: list[pdf_text.Piece]) -> None:
        shown = pdf_text.words(self.state, pieces, told=any(self._spans))
        if shown is not None:
            self.marks.append(shown)

    def begin_span(self, _tag: str, about: Any = None) -> None:
        told = about if isinstance(about, dict) else self._contents.pdf.get(self._resource("Properties", about)) if about else {}
        text = told.get("ActualText")
        self._spans.append(None if text is None else (len(self.marks), unicode_text(text)))

    def end_span(self) -> None:
        span = self._spans.pop()
        if span is not None:
            start, text = span
            self.marks[start:] = pdf_text.retold(self.marks[start:], text)

    # what lies elsewhere

    def put(self, name: str) -> None:
        reference = self._resource("XObject", name)
        thing: Stream = self._contents.pdf.get(reference)
        if thing.about.get("Subtype") == "Image":
            self.marks.append(Picture(self._contents.image(reference), self.state.matrix, self.state.fill_alpha, self.state.clips))
        else:
            self._form(thing)

    def _form(self, form: Stream) -> None:
        """A form's own drawing, within its box."""
        if "Group" in form.about and min(self.state.fill_alpha, self.state.stroke_alpha) < 255:
            raise Unwritable("整组半透明的内容")
        get = self._contents.pdf.get
        artist = _Artist(self._contents, get(form.about.get("Resources", self._resources)), copy(self.state))
        if "Matrix" in form.about:
            artist.turn(*get(form.about["Matrix"]))
        left, low, right, high = get(form.about["BBox"])
        artist.rectangle(left, low, right - left, high - low)
        artist.clip(even_odd=False)
        artist.paint()
        artist.draw(form.data())
        self.marks += artist.marks

    def _resource(self, kind: str, name: str) -> Any:
        return self._contents.pdf.get(self._resources[kind])[name]


def _matrix(values: tuple[float, ...]) -> Matrix:
    a, b, c, d, e, f = values
    return (a, b, c, d, e, f)


def _set(name: str) -> Callable[[_Artist, Any], None]:
    return lambda artist, value: setattr(artist.state, name, value)


def _nothing(_artist: _Artist, *_operands: Any) -> None:
    """What does not change how the page looks."""


_ACTS: dict[str, Callable[..., None]] = {
    "q": _Artist.keep,
    "Q": _Artist.bring_back,
    "cm": _Artist.turn,
    "gs": _Artist.apply,
    "w": _set("line"),
    "J": _set("cap"),
    "j": _set("join"),
    "M": _set("miter"),
    "d": _Artist.dash,
    "cs": _Artist.fill_space,
    "CS": _Artist.stroke_space,
    **dict.fromkeys(("sc", "scn", "g", "rg"), _Artist.fill_with),
    **dict.fromkeys(("SC", "SCN", "G", "RG"), _Artist.stroke_with),
    "m": _Artist.begin,
    "l": _Artist.line,
    "c": _Artist.curve,
    "v": _Artist.curve_from_here,
    "y": _Artist.curve_to_end,
    "h": _Artist.close,
    "re": _Artist.rectangle,
    "W": lambda artist: artist.clip(even_odd=False),
    "W*": lambda artist: artist.clip(even_odd=True),
    "n": lambda artist: artist.paint(),
    "S": lambda artist: artist.paint(stroke=True),
    "s": lambda artist: artist.paint(stroke=True, close=True),
    "f": lambda artist: artist.paint(fill=True),
    "F": lambda artist: artist.paint(fill=True),
    "f*": lambda artist: artist.paint(fill=True, even_odd=True),
    "B": lambda artist: artist.paint(fill=True, stroke=True),
    "B*": lambda artist: artist.paint(fill=True, stroke=True, even_odd=True),
    "b": lambda artist: artist.paint(fill=True, stroke=True, close=True),
    "b*": lambda artist: artist.paint(fill=True, stroke=True, even_odd=True, close=True),
    "BT": _Artist.begin_text,
    "ET": _nothing,
    "Tf": _Artist.face,
    "Tm": _Artist.place,
    "Td": _Artist.move,
    "Tc": _set("spacing"),
    "Tz": lambda artist, percent: setattr(artist.state, "stretch", percent / 100),
    "Ts": _set("rise"),
    "Tr": _set("mode"),
    "Tj": lambda artist, text: artist.show([text]),
    "TJ": _Artist.show,
    "BMC": _Artist.begin_span,
    "BDC": _Artist.begin_span,
    "EMC": _Artist.end_span,
    "Do": _Artist.put,
    **dict.fromkeys(("i", "ri", "MP", "DP"), _nothing),
}
