"""A made-up seal: a red ring on nothing, as PNG."""

import io

from PIL import Image, ImageDraw


def ring(side=240):
    image = Image.new("RGBA", (side, side))
    ImageDraw.Draw(image).ellipse((6, 6, side - 6, side - 6), outline=(200, 30, 30, 255), width=8)
    written = io.BytesIO()
    image.save(written, "PNG")
    return written.getvalue()


PNG = ring()
