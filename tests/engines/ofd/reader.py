"""A reader of OFD that knows nothing of the writer (GB/T 33190-2016): opens the package, gives each page's text, draws it as a picture."""

from __future__ import annotations

import io
import math
import posixpath
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import pairwise
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

from fontTools.ttLib import TTFont
from fontTools.ttLib.tables._c_m_a_p import CmapSubtable
from fontTools.ttLib.tables.DefaultTable import DefaultTable
from PIL import Image, ImageChops, ImageDraw, ImageFont

OFD = "{http://www.ofdspec.org/2016}"
PRIVATE = 0xF0000
FINER = 8
IDENTITY = [1.0, 0.0, 0.0, 1.0, 0.0, 0.0]


def floats(text: str | None) -> list[float]:
    return [float(each) for each in (text or "").split()]


@dataclass(eq=False)
class Face:
    """An embedded font: the file as it lies in the package, and the same with every glyph under a private character so that Pillow can draw it."""

    content: bytes

    @cached_property
    def font(self) -> TTFont:
        return TTFont(io.BytesIO(self.content))

    @cached_property
    def cmap(self) -> dict[int, int]:
        return {code: self.font.getGlyphID(name) for code, name in self.font.getBestCmap().items()}

    @cached_property
    def by_number(self) -> bytes:
        font = TTFont(io.BytesIO(self.content), recalcBBoxes=False)
        order = font.getGlyphOrder()
        font["cmap"].tables = [_twelve({PRIVATE + at: name for at, name in enumerate(order)})]
        program = DefaultTable("CFF ")
        program.data = font.reader["CFF "]
        font["CFF "] = program
        packed = io.BytesIO()
        font.save(packed)
        return packed.getvalue()

    @lru_cache  # noqa: B019 - a face lives as long as its test
    def sized(self, pixels: float) -> ImageFont.FreeTypeFont:
        return ImageFont.truetype(io.BytesIO(self.by_number), pixels, layout_engine=ImageFont.Layout.BASIC)


def _twelve(mapping):
    table = CmapSubtable.newSubtable(12)
    table.platformID, table.platEncID, table.language, table.cmap = 3, 10, 0, mapping
    return table


@dataclass
class Shown:
    """Glyphs of one TextCode: character or characters, glyph numbers, places in the object's space."""

    text: str
    glyphs: list[int]
    xs: list[float]
    y: float


class Ofd:
    """A package, its parts by name, its pages in order."""

    def __init__(self, content: bytes) -> None:
        self.zip = zipfile.ZipFile(io.BytesIO(content))
        self.entry = self.xml("OFD.xml")
        self.root = self.entry.findtext(f"{OFD}DocBody/{OFD}DocRoot")
        self.document = self.xml(self.root)
        self.places = [self.near(self.root, each.get("BaseLoc")) for each in self.document.iterfind(f"{OFD}Pages/{OFD}Page")]
        self.pages = [self.xml(place) for place in self.places]

    def xml(self, name: str) -> Element:
        return ElementTree.fromstring(self.zip.read(name))

    @staticmethod
    def near(name: str, relative: str) -> str:
        return posixpath.normpath(posixpath.join(posixpath.dirname(name), relative))

    def resources(self) -> Iterator[tuple[str, Element]]:
        """Every entry of the resource files with the folder its files lie in."""
        common = self.document.find(f"{OFD}CommonData")
        for each in [*common.iterfind(f"{OFD}PublicRes"), *common.iterfind(f"{OFD}DocumentRes")]:
            place = self.near(self.root, each.text)
            held = self.xml(place)
            folder = self.near(place, held.get("BaseLoc"))
            yield from ((folder, entry) for kind in held for entry in kind)

    @cached_property
    def files(self) -> dict[int, bytes]:
        return {int(entry.get("ID")): self.zip.read(posixpath.join(folder, entry[0].text)) for folder, entry in self.resources()}

    @cached_property
    def faces(self) -> dict[int, Face]:
        return {int(entry.get("ID")): Face(self.files[int(entry.get("ID"))]) for _, entry in self.resources() if entry.tag == f"{OFD}Font"}

    def text(self, page: int) -> str:
        """What a page says in the order of its objects, white space taken out."""
        return "".join("".join(code.text.split()) for code in self.pages[page].iter(f"{OFD}TextCode"))

    def shown(self, text: Element) -> Iterator[Shown]:
        """The glyphs of a text object: those that a CGTransform names, the others by the face's table of characters."""
        face = self.faces[int(text.get("Font"))]
        named: dict[int, tuple[int, list[int]]] = {}
        for part in text:
            if part.tag == f"{OFD}CGTransform":
                glyphs = [int(each) for each in part.findtext(f"{OFD}Glyphs").split()]
                assert len(glyphs) == int(part.get("GlyphCount"))
                named[int(part.get("CodePosition"))] = (int(part.get("CodeCount")), glyphs)
            elif part.tag == f"{OFD}TextCode":
                yield self._shown(part, face, named)

    def _shown(self, code: Element, face: Face, named: dict[int, tuple[int, list[int]]]) -> Shown:
        steps = list(_repeated(code.get("DeltaX")))
        xs, glyphs, at = [float(code.get("X"))], [], 0
        for step in steps:
            xs.append(xs[-1] + step)
        while at < len(code.text):
            count, numbers = named.get(at, (1, None))
            glyphs += numbers if numbers is not None else [face.cmap[ord(code.text[at])]]
            at += count
        assert named or len(steps) == len(code.text) - 1
        return Shown(code.text, glyphs, xs[: len(glyphs)], float(code.get("Y")))

    def draw(self, page: int, *, dots: float) -> Image.Image:
        """A page in shades of grey, `dots` an inch."""
        return _Sheet(self, self.pages[page], dots).drawn()


def _repeated(text: str | None) -> Iterator[float]:
    """`g 3 1.5` stands for 1.5 three times."""
    words = iter((text or "").split())
    for word in words:
        if word == "g":
            count, value = int(next(words)), float(next(words))
            yield from [value] * count
        else:
            yield float(word)


class _Sheet:
    """A page being drawn, eight times as fine as asked, then made smaller."""

    def __init__(self, ofd: Ofd, page: Element, dots: float) -> None:
        self.ofd, self.page, self.scale = ofd, page, dots / 25.4 * FINER
        _, _, width, height = floats(page.findtext(f"{OFD}Area/{OFD}PhysicalBox"))
        self.size = (round(width * self.scale / FINER) * FINER, round(height * self.scale / FINER) * FINER)
        self.picture = Image.new("L", self.size, 255)

    def drawn(self) -> Image.Image:
        for each in self.page.iterfind(f"{OFD}Content/{OFD}Layer/*"):
            {"TextObject": self.text, "PathObject": self.path, "ImageObject": self.image}[each.tag.removeprefix(OFD)](each)
        return self.picture.reduce(FINER)

    def text(self, each: Element) -> None:
        turned = each.get("CTM") is not None
        left, top, *_ = floats(each.get("Boundary"))
        origin = (self.size[0] / 2, self.size[1] / 2) if turned else (left * self.scale, top * self.scale)
        with self._layer(each, "Fill" if each.get("Fill") != "false" else "Stroke") as layer:
            self._write(layer, each, origin)
            if turned:
                layer.mask = self._turned(layer.mask, origin, floats(each.get("CTM")), left, top)

    def _write(self, layer: _Layer, each: Element, origin: tuple[float, float]) -> None:
        font = self.ofd.faces[int(each.get("Font"))].sized(float(each.get("Size")) * self.scale)
        for code in self.ofd.shown(each):
            for glyph, x in zip(code.glyphs, code.xs, strict=True):
                place = (origin[0] + x * self.scale, origin[1] + code.y * self.scale)
                layer.pen.text(place, chr(PRIVATE + glyph), fill=layer.ink, font=font, anchor="ls")

    def _turned(self, mask: Image.Image, origin, ctm, left, top) -> Image.Image:
        """What was drawn around the middle, brought to its place by the CTM."""
        a, b, c, d, e, f = ctm
        e, f, whole = (e + left) * self.scale, (f + top) * self.scale, a * d - b * c
        back = (d / whole, -c / whole, (c * f - d * e) / whole + origin[0], -b / whole, a / whole, (b * e - a * f) / whole + origin[1])
        return mask.transform(self.size, Image.Transform.AFFINE, back, Image.Resampling.BICUBIC)

    def path(self, each: Element) -> None:
        left, top, *_ = floats(each.get("Boundary"))
        lines = list(_lines(each.findtext(f"{OFD}AbbreviatedData"), left, top, self.scale))
        if each.get("Fill") == "true":
            with self._layer(each, "Fill") as layer:
                for line, _ in lines:
                    _area(layer, line)
        if each.get("Stroke", "true") == "true":
            with self._layer(each, "Stroke") as layer:
                for line, closed in lines:
                    _stroke(layer, [*line, line[0]] if closed else line, each, self.scale, closed=closed)

    def image(self, each: Element) -> None:
        left, top, *_ = floats(each.get("Boundary"))
        a, b, c, d, e, f = (value * self.scale for value in floats(each.get("CTM")))
        e, f, whole = e + left * self.scale, f + top * self.scale, a * d - b * c
        raw = Image.open(io.BytesIO(self.ofd.files[int(each.get("ResourceID"))])).convert("RGBA")
        w, h = raw.size
        back = (w * d / whole, -w * c / whole, w * (c * f - d * e) / whole, -h * b / whole, h * a / whole, h * (b * e - a * f) / whole)
        placed = raw.transform(self.size, Image.Transform.AFFINE, back, Image.Resampling.NEAREST)
        self.picture.paste(placed.convert("L"), mask=placed.getchannel("A"))

    @contextmanager
    def _layer(self, each: Element, kind: str) -> Iterator[_Layer]:
        """Where an object draws: on the picture itself, or on a mask where it is turned, clipped or lets through what lies below."""
        colour = each.find(f"{OFD}{kind}Color")
        alpha, ink = int(colour.get("Alpha", 255)), _grey(colour.get("Value"))
        clips = each.findall(f"{OFD}Clips/{OFD}Clip/{OFD}Area/{OFD}Path")
        if alpha == 255 and not clips and each.get("CTM") is None:
            yield _Layer(self.picture, ink)
            return
        layer = _Layer(Image.new("L", self.size, 0), 255)
        yield layer
        for clip in clips:
            layer.mask = ImageChops.multiply(layer.mask, self._clip(clip, floats(each.get("Boundary"))))
        self.picture.paste(ink, mask=layer.mask.point(lambda value: value * alpha // 255))

    def _clip(self, clip: Element, boundary: list[float]) -> Image.Image:
        left, top, *_ = floats(clip.get("Boundary"))
        layer = _Layer(Image.new("L", self.size, 0), 255)
        for line, _ in _lines(clip.findtext(f"{OFD}AbbreviatedData"), left + boundary[0], top + boundary[1], self.scale):
            _area(layer, line)
        return layer.mask


class _Layer:
    """An image to draw on, with its ink."""

    def __init__(self, mask: Image.Image, ink: object) -> None:
        self.mask, self.ink = mask, ink

    @property
    def pen(self) -> ImageDraw.ImageDraw:
        return ImageDraw.Draw(self.mask)


def _grey(value: str) -> int:
    red, green, blue = (int(each) for each in value.split())
    return round(0.299 * red + 0.587 * green + 0.114 * blue)


def _lines(data: str, left: float, top: float, scale: float) -> Iterator[tuple[list[tuple[float, float]], bool]]:
    """Every part of a path as a line of points, curves in sixteen steps; and whether it is closed."""
    words, line = iter(data.split()), []

    def point() -> tuple[float, float]:
        return ((float(next(words)) + left) * scale, (float(next(words)) + top) * scale)

    for word in words:
        if word == "M":
            if line:
                yield line, False
            line = [point()]
        elif word == "L":
            line.append(point())
        elif word == "B":
            ends = [line[-1], point(), point(), point()]
            line += [_on_curve(ends, step / 16) for step in range(1, 17)]
        else:
            assert word == "C"
            yield line, True
            line = []
    if line:
        yield line, False


def _on_curve(ends, t: float) -> tuple[float, float]:
    shares = [(1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t * t * (1 - t), t**3]
    return (sum(share * end[0] for share, end in zip(shares, ends, strict=True)), sum(share * end[1] for share, end in zip(shares, ends, strict=True)))


def _stroke(layer: _Layer, line, about: Element, scale: float, *, closed: bool) -> None:
    half = float(about.get("LineWidth", 0.353)) * scale / 2
    dashes = [each * scale for each in floats(about.get("DashPattern"))]
    travelled = float(about.get("DashOffset", 0)) * scale
    for start, end in pairwise(line):
        for first, last in _dashed(start, end, dashes, travelled):
            length = math.dist(first, last) or 1.0
            across = ((last[1] - first[1]) / length * half, (first[0] - last[0]) / length * half)
            _area(layer, [(x + side * across[0], y + side * across[1]) for (x, y), side in ((first, 1), (last, 1), (last, -1), (first, -1))])
        travelled += math.dist(start, end)
    for at in [] if dashes else line if closed else line[1:-1]:
        (layer.pen.ellipse if about.get("Join") == "Round" else layer.pen.rectangle)(_around(*at, half), fill=layer.ink)
    for at in (line[0], line[-1]) if about.get("Cap") == "Round" and not closed else ():
        layer.pen.ellipse(_around(*at, half), fill=layer.ink)


def _area(layer: _Layer, corners) -> None:
    """A polygon; of an upright rectangle Pillow counts the last row and column in."""
    xs, ys = ([round(each[axis]) for each in corners] for axis in (0, 1))
    if len(set(xs)) <= 2 and len(set(ys)) <= 2:
        layer.pen.rectangle((min(xs), min(ys), max(max(xs) - 1, min(xs)), max(max(ys) - 1, min(ys))), fill=layer.ink)
    else:
        layer.pen.polygon(corners, fill=layer.ink)


def _around(x: float, y: float, half: float) -> tuple[float, float, float, float]:
    return (round(x - half), round(y - half), round(x + half) - 1, round(y + half) - 1)


def _dashed(start, end, dashes: list[float], travelled: float):
    """The drawn parts of a line, the dashes going on from what was travelled before; the whole where there are none."""
    if not dashes:
        yield start, end
        return
    length, number, edge = math.dist(start, end), 0, -travelled
    while edge < length:
        reach = edge + dashes[number % len(dashes)]
        if number % 2 == 0 and reach > 0:
            yield tuple(tuple(s + (e - s) * x / length for s, e in zip(start, end, strict=True)) for x in (max(edge, 0), min(reach, length)))
        edge, number = reach, number + 1
