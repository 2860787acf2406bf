"""A page's `Content.xml` (GB/T 33190-2016, 7.7, 8 to 11): text, path and image objects in the order they are drawn.

Positions are millimetres from the upper left; an object's own are from its Boundary. A text object has characters that the embedded face reaches by its
table of characters; glyphs that it does not reach so are named by a CGTransform, one object each, since readers differ on more.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby, pairwise
from typing import Any
from xml.sax.saxutils import escape

from gaoxing.engines.ofd.drawn import Clip, Cluster, Colour, Mark, Matrix, Outline, Page, Pen, Picture, Segment, Unwritable, Words, multiplied, scale, turned
from gaoxing.engines.ofd.open_type import FontFile
from gaoxing.engines.ofd.pdf_fonts import Face
from gaoxing.standards.expression import expression

NAMESPACE = "http://www.ofdspec.org/2016"

_CAPS = ("Butt", "Round", "Square")
_JOINS = ("Miter", "Round", "Bevel")
_FLIP: Matrix = (1.0, 0.0, 0.0, -1.0, 0.0, 0.0)
_UPRIGHT = (1.0, 0.0, 0.0, 1.0)
_OPAQUE = 255
_THOUSAND = 1000
_LEAST_ALIKE = 3
_SLACK = 1e-6
_NOT_XML = expression(r"[^\t\n\r -\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")

Box = tuple[float, float, float, float]
"""Left, top, right, bottom."""


class PageWriter:
    """Writes pages one after another; every object gets the next number. `fonts` and `pictures` are by the names that marks use."""

    def __init__(self, fonts: Mapping[str, tuple[int, Face, FontFile]], pictures: Mapping[str, int], last: int) -> None:
        """`last` is the greatest number given so far."""
        self.last = last
        self._fonts, self._pictures = fonts, pictures

    def content(self, page: Page) -> str:
        """The page as XML. Raises Unwritable for a character that no XML can hold."""
        layer = self.number()
        objects = "".join(part for mark in page.marks for part in self._objects(mark))
        area = f"<ofd:Area><ofd:PhysicalBox>0 0 {figure(page.width)} {figure(page.height)}</ofd:PhysicalBox></ofd:Area>"
        layers = f'<ofd:Content><ofd:Layer ID="{layer}" Type="Body">{objects}</ofd:Layer></ofd:Content>'
        return f'<ofd:Page xmlns:ofd="{NAMESPACE}">{area}{layers}</ofd:Page>'

    def number(self) -> int:
        """The next number."""
        self.last += 1
        return self.last

    def _objects(self, mark: Mark) -> Iterator[str]:
        if isinstance(mark, Words):
            yield from self._texts(mark)
        elif isinstance(mark, Outline):
            yield self._path(mark)
        else:
            yield self._image(mark)

    def _texts(self, words: Words) -> Iterator[str]:
        _, face, font = self._fonts[words.face]
        for plain, group in groupby(words.clusters, lambda each: _is_plain(each, font)):
            for clusters in [list(group)] if plain else [[each] for each in group]:
                shown = _trimmed(clusters)
                if shown:
                    yield self._text(words, shown, face, None if plain else font)

    def _text(self, words: Words, clusters: Sequence[Cluster], face: Face, font: FontFile | None) -> str:
        """One text object; with `font` its one cluster's glyphs are named."""
        times = scale(words.matrix)
        a, b, c, d, _, _ = multiplied(_FLIP, words.matrix)
        turn = (a / times, b / times, c / times, d / times)
        x, y = turned(words.matrix, clusters[0].xs[0], 0)
        box = _bounds(_corners(words, clusters, face))
        upright = all(abs(one - other) < _SLACK for one, other in zip(turn, _UPRIGHT, strict=True))
        left, top = x - box[0], y - box[1]
        ctm: Matrix = (*turn, left, top)
        start = (left, top) if upright else (0.0, 0.0)
        text = "".join(each.text for each in clusters)
        if found := _NOT_XML.search(text):
            raise Unwritable(f"文档不能存放的字符（U+{ord(found[0]):04X}）")
        about = _attributes(
            ID=self.number(),
            Boundary=_box(box),
            CTM=None if upright else figures(ctm),
            Font=self._fonts[words.face][0],
            Size=figure(words.size * times),
            Stroke="true" if words.pen else None,
            Fill=None if words.fill else "false",
        )
        inner = _clips(words.clips, None if upright else ctm, box) + _colour("Fill", words.fill) + _colour("Stroke", words.pen.colour if words.pen else None)
        glyphs = _glyphs(clusters[0], font) if font else ""
        code = _attributes(X=figure(start[0]), Y=figure(start[1]), DeltaX=_deltas(clusters, times))
        return f"<ofd:TextObject{about}{_pen(words.pen)}>{inner}{glyphs}<ofd:TextCode{code}>{escape(text)}</ofd:TextCode></ofd:TextObject>"

    def _path(self, outline: Outline) -> str:
        reach = outline.pen.width * max(outline.pen.miter if outline.pen.join == 0 else 1.0, 1.0) / 2 if outline.pen else 0.0
        box = _grown(_bounds(_points(outline.segments)), min(reach, outline.pen.width if outline.pen else 0.0))
        about = _attributes(
            ID=self.number(),
            Boundary=_box(box),
            Stroke="true" if outline.pen else "false",
            Fill="true" if outline.fill else "false",
            Rule="Even-Odd" if outline.even_odd else None,
        )
        colours = _colour("Stroke", outline.pen.colour if outline.pen else None) + _colour("Fill", outline.fill)
        data = f"<ofd:AbbreviatedData>{_abbreviated(outline.segments, box)}</ofd:AbbreviatedData>"
        return f"<ofd:PathObject{about}{_pen(outline.pen)}>{_clips(outline.clips, None, box)}{colours}{data}</ofd:PathObject>"

    def _image(self, picture: Picture) -> str:
        a, b, c, d, e, f = picture.matrix
        box = _bounds([turned(picture.matrix, x, y) for x in (0, 1) for y in (0, 1)])
        ctm: Matrix = (a, b, -c, -d, e + c - box[0], f + d - box[1])
        alpha = None if picture.alpha == _OPAQUE else picture.alpha
        about = _attributes(ID=self.number(), Boundary=_box(box), CTM=figures(ctm), Alpha=alpha, ResourceID=self._pictures[picture.image])
        return f"<ofd:ImageObject{about}>{_clips(picture.clips, ctm, box)}</ofd:ImageObject>"


def figure(value: float) -> str:
    """A number with at most four places after the point."""
    text = f"{value:.4f}".rstrip("0").rstrip(".")
    return "0" if text in {"-0", ""} else text


def figures(values: Sequence[float]) -> str:
    """Numbers with a blank between them (ST_Array)."""
    return " ".join(map(figure, values))


def _is_plain(cluster: Cluster, font: FontFile) -> bool:
    """Whether the face's own table of characters leads from the text to the glyph."""
    return len(cluster.codes) == 1 and font.codes.get(cluster.text) == cluster.codes[0]


def _trimmed(clusters: Sequence[Cluster]) -> list[Cluster]:
    """Without blanks at either end, which readers of XML may drop and then shift what follows."""
    seen = [at for at, each in enumerate(clusters) if not each.text.isspace()]
    return list(clusters[seen[0] : seen[-1] + 1]) if seen else []


def _deltas(clusters: Sequence[Cluster], times: float) -> str | None:
    """The steps from each character to the next, `g n step` where at least three are alike; None for a single one."""
    xs = [x for each in clusters for x in _places(each)]
    steps = [figure((after - before) * times) for before, after in pairwise(xs)]
    grouped = [(step, len(list(alike))) for step, alike in groupby(steps)]
    return " ".join(f"g {count} {step}" if count >= _LEAST_ALIKE else " ".join([step] * count) for step, count in grouped) or None


def _places(cluster: Cluster) -> Sequence[float]:
    """Where each glyph begins; where one glyph shows several characters, its width is shared among them."""
    if len(cluster.codes) > 1 or len(cluster.text) == 1:
        return cluster.xs
    start, share = cluster.xs[0], (cluster.end - cluster.xs[0]) / len(cluster.text)
    return [start + share * at for at in range(len(cluster.text))]


def _glyphs(cluster: Cluster, font: FontFile) -> str:
    numbers = " ".join(str(font.glyphs[code]) for code in cluster.codes)
    about = _attributes(CodePosition=0, CodeCount=len(cluster.text), GlyphCount=len(cluster.codes))
    return f"<ofd:CGTransform{about}><ofd:Glyphs>{numbers}</ofd:Glyphs></ofd:CGTransform>"


def _corners(words: Words, clusters: Sequence[Cluster], face: Face) -> list[tuple[float, float]]:
    """The corners on the page of a box that holds every glyph, whichever it is."""
    left, low, right, high = face.box
    share = words.size / _THOUSAND
    margin = words.pen.width / scale(words.matrix) if words.pen else 0.0
    widest = max(face.width(each.codes[-1]) for each in clusters)
    xs = (clusters[0].xs[0] + min(left, 0) * share - margin, max(each.end for each in clusters) + max(right - widest, 0) * share + margin)
    ys = (min(low, face.descent) * share - margin, max(high, face.ascent) * share + margin)
    return [turned(words.matrix, x, y) for x in xs for y in ys]


def _points(segments: Sequence[Segment]) -> list[tuple[float, float]]:
    return [pair for _, at in segments for pair in zip(at[::2], at[1::2], strict=True)]


def _bounds(points: Sequence[tuple[float, float]]) -> Box:
    xs, ys = zip(*points, strict=True)
    return (min(xs), min(ys), max(xs), max(ys))


def _grown(box: Box, margin: float) -> Box:
    left, top, right, bottom = box
    return (left - margin, top - margin, right + margin, bottom + margin)


def _box(box: Box) -> str:
    left, top, right, bottom = box
    return figures((left, top, right - left, bottom - top))


def _abbreviated(segments: Sequence[Segment], box: Box) -> str:
    """The steps from the corner of a box, as 9.1 writes them."""
    corner = (box[0], box[1])
    return " ".join(" ".join([step, *(figure(each - corner[number % 2]) for number, each in enumerate(at))]) for step, at in segments)


def _clips(clips: Sequence[Clip], ctm: Matrix | None, box: Box) -> str:
    """Each clip as a filled path in the object's own space, which its CTM leads to the page."""
    return f"<ofd:Clips>{''.join(_clip(each, ctm, box) for each in clips)}</ofd:Clips>" if clips else ""


def _clip(clip: Clip, ctm: Matrix | None, box: Box) -> str:
    shift: Matrix = (1.0, 0.0, 0.0, 1.0, -box[0], -box[1])
    into = multiplied(shift, _inverse(ctm)) if ctm else shift
    segments = [(step, _all_turned(into, at)) for step, at in clip.segments] or [("M", (0.0, 0.0)), ("C", ())]
    within = _bounds(_points(segments))
    about = _attributes(Boundary=_box(within), Stroke="false", Fill="true", Rule="Even-Odd" if clip.even_odd else None)
    data = f"<ofd:AbbreviatedData>{_abbreviated(segments, within)}</ofd:AbbreviatedData>"
    return f"<ofd:Clip><ofd:Area><ofd:Path{about}>{data}</ofd:Path></ofd:Area></ofd:Clip>"


def _all_turned(matrix: Matrix, at: Sequence[float]) -> tuple[float, ...]:
    return tuple(each for x, y in zip(at[::2], at[1::2], strict=True) for each in turned(matrix, x, y))


def _inverse(matrix: Matrix) -> Matrix:
    a, b, c, d, e, f = matrix
    whole = a * d - b * c
    return (d / whole, -b / whole, -c / whole, a / whole, (c * f - d * e) / whole, (b * e - a * f) / whole)


def _colour(kind: str, colour: Colour | None) -> str:
    if colour is None:
        return ""
    alpha = None if colour.alpha == _OPAQUE else colour.alpha
    return f"<ofd:{kind}Color{_attributes(Value=f'{colour.red} {colour.green} {colour.blue}', Alpha=alpha)}/>"


def _pen(pen: Pen | None) -> str:
    if pen is None:
        return ""
    return _attributes(
        LineWidth=figure(pen.width),
        Cap=_CAPS[pen.cap] if pen.cap else None,
        Join=_JOINS[pen.join] if pen.join else None,
        MiterLimit=None if pen.join else figure(pen.miter),
        DashOffset=figure(pen.offset) if pen.dashes and pen.offset else None,
        DashPattern=figures(pen.dashes) if pen.dashes else None,
    )


def _attributes(**values: Any) -> str:
    """Attributes that have a value; all of them are numbers and fixed words."""
    return "".join(f' {key}="{value}"' for key, value in values.items() if value is not None)
