"""Photographs (照片): their first look, a small copy without anything but the picture, and whether they are too dark or blurred to be read.

Everything is looked at by the head of the file before a pixel is unpacked, and JPEG is unpacked small: a bomb of a thousand megapixels costs nothing.
Only the picture is copied: where and with what it was taken (EXIF) stays behind. Quality is measured with Pillow alone (`benchmarks/photo_quality.py`).
"""

from __future__ import annotations

import io
from dataclasses import dataclass
from enum import StrEnum
from threading import Lock

from PIL import Image, ImageFilter, ImageOps, ImageStat, UnidentifiedImageError

JPEG, PNG, WEBP = "image/jpeg", "image/png", "image/webp"
FORMATS = {JPEG: "JPEG", PNG: "PNG", WEBP: "WEBP"}
"""What is opened, and by which name Pillow knows it; no other reader of Pillow is ever tried."""

PREVIEW = 1600
"""Pixels of the longer side of a preview: a page of A4 stays readable."""

MOST_PIXELS = {JPEG: 65_000_000, PNG: 36_000_000, WEBP: 36_000_000}
"""JPEG as telephones take them; the others, which can only be unpacked whole, up to a scan of A4 at 600 dpi."""

SHORTEST_SIDE = 600
"""Pixels below which a page's small print cannot be read."""

DARK = 110
"""Grey, of 255, that the lightest tenth of a readable photograph of paper passes."""

SHARPNESS = 0.05
"""Variance of the Laplacian by variance of grey, below which characters run together: 0.17 and more where sharp, 0.046 and less where they cannot be read."""

_LOOKED_AT, _TILES, _BEST, _FLAT, _NOISE = 1200, 6, 4, 40.0, 30.0
_LAPLACIAN = ImageFilter.Kernel((3, 3), (0, 1, 0, 1, -4, 1, 0, 1, 0), scale=1, offset=128)
_ONE_AT_A_TIME = Lock()


class Trouble(StrEnum):
    """Why a file cannot be looked at."""

    PIXELS = "pixels"
    BROKEN = "broken"
    PDF_BROKEN = "pdf broken"
    PDF_LOCKED = "pdf locked"
    PDF_LONG = "pdf long"


class Unreadable(Exception):
    """The file is not what its head says, or more than is opened here; whoever asked has the sentence for `trouble`."""

    def __init__(self, trouble: Trouble) -> None:
        """Keep the trouble."""
        super().__init__(str(trouble))
        self.trouble = trouble


@dataclass(frozen=True)
class Photograph:
    """A photograph looked at: its size in pixels as it is held, its preview (JPEG), and what hinders reading it."""

    width: int
    height: int
    preview: bytes
    dark: bool = False
    blurred: bool = False
    small: bool = False


def look(content: bytes, media_type: str) -> Photograph:
    """Look at a photograph of one of the FORMATS. Raises Unreadable where it is broken or too large; the memory of one such picture is used at a time."""
    with _ONE_AT_A_TIME:
        try:
            with Image.open(io.BytesIO(content), formats=(FORMATS[media_type],)) as image:
                if image.width * image.height > MOST_PIXELS[media_type]:
                    raise Unreadable(Trouble.PIXELS)
                return _looked_at(image)
        except Image.DecompressionBombError:
            raise Unreadable(Trouble.PIXELS) from None
        except (UnidentifiedImageError, OSError, SyntaxError, ValueError, EOFError, MemoryError):
            raise Unreadable(Trouble.BROKEN) from None


def _looked_at(image: Image.Image) -> Photograph:
    width, height = image.size
    image.draft("RGB", (PREVIEW, PREVIEW))
    image.thumbnail((PREVIEW, PREVIEW), Image.Resampling.LANCZOS, reducing_gap=2.0)
    shown = ImageOps.exif_transpose(_on_white(image))
    if (shown.width > shown.height) != (width > height):
        width, height = height, width
    grey = shown.convert("L")
    grey.thumbnail((_LOOKED_AT, _LOOKED_AT), Image.Resampling.LANCZOS)
    dark = _dark(grey)
    return Photograph(width, height, jpeg(shown), dark, not dark and blurred(grey), min(width, height) < SHORTEST_SIDE)


def jpeg(image: Image.Image) -> bytes:
    """The picture as JPEG, and nothing beside it."""
    bare = Image.new("RGB", image.size)
    bare.paste(image)
    written = io.BytesIO()
    bare.save(written, "JPEG", quality=82, optimize=True)
    return written.getvalue()


def blurred(grey: Image.Image) -> bool:
    """Whether what stands in a grey picture runs together: judged where it has most edges, so that a page mostly white is not taken for a blurred one."""
    soft = grey.filter(ImageFilter.GaussianBlur(1.0))
    edges = soft.filter(_LAPLACIAN)
    tiles = sorted((_tile(edges, soft, column, row) for column in range(_TILES) for row in range(_TILES)), reverse=True)[:_BEST]
    if not tiles or max(contrast for _, contrast in tiles) < _FLAT:
        return False
    return sum(edge / (contrast + _NOISE) for edge, contrast in tiles) / len(tiles) < SHARPNESS


def _tile(edges: Image.Image, grey: Image.Image, column: int, row: int) -> tuple[float, float]:
    """The variance of edges and of grey in one tile; the outermost pixels, which have no edges, left out."""
    width, height = grey.size
    left, top = max(2, column * width // _TILES), max(2, row * height // _TILES)
    box = (left, top, min(width - 2, (column + 1) * width // _TILES), min(height - 2, (row + 1) * height // _TILES))
    if box[2] - box[0] < 2 or box[3] - box[1] < 2:
        return 0.0, 0.0
    return ImageStat.Stat(edges.crop(box)).var[0], ImageStat.Stat(grey.crop(box)).var[0]


def _dark(grey: Image.Image) -> bool:
    counts = grey.histogram()
    lightest = sum(counts[DARK:])
    return lightest * 10 < sum(counts)


def _on_white(image: Image.Image) -> Image.Image:
    """In colour, what is transparent as on paper; how it is to be turned stays with it."""
    turned = image.getexif().get(0x0112)
    if image.mode in {"RGBA", "LA", "P", "PA"}:
        layer = image.convert("RGBA")
        image = Image.alpha_composite(Image.new("RGBA", layer.size, "white"), layer)
    colour = image.convert("RGB")
    colour.getexif().clear()
    if turned:
        colour.getexif()[0x0112] = turned
    return colour
