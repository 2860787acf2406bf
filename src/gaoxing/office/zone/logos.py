"""A zone's logo (标志): whatever picture is sent is drawn anew as a small PNG, so that nothing but the picture is kept."""

from __future__ import annotations

import io

from django.utils.translation import gettext as _
from PIL import Image, UnidentifiedImageError

from gaoxing.office.refusal import NotAllowed

SIDE = 256
"""Pixels of the longer side; it is shown 32 wide."""

LARGEST = 2 * 1024 * 1024
_MOST_PIXELS = 16_000_000


def drawn_anew(content: bytes, *, side: int = SIDE) -> bytes:
    """The picture as a PNG of at most `side` pixels. Raises NotAllowed with a sentence for anything else."""
    refusal = NotAllowed(_("标志要用 PNG 或 JPEG 图片，不超过 2 MB。这个文件打不开，请换一张。"))
    if not content or len(content) > LARGEST:
        raise refusal
    try:
        with Image.open(io.BytesIO(content), formats=("PNG", "JPEG")) as image:
            if image.width * image.height > _MOST_PIXELS:
                raise refusal
            image.thumbnail((side, side), Image.Resampling.LANCZOS)
            bare = Image.new("RGBA", image.size)
            bare.paste(image.convert("RGBA"))
    except (UnidentifiedImageError, Image.DecompressionBombError, OSError, SyntaxError, ValueError):
        raise refusal from None
    written = io.BytesIO()
    bare.save(written, "PNG", optimize=True)
    return written.getvalue()
