"""Photographs made for the tests: a page of strokes as a telephone takes it, sharp or blurred, light or dark. No picture of anybody."""

import io
import random

from PIL import Image, ImageDraw, ImageEnhance, ImageFilter


def page(width=1200, height=1600, *, lines=20, size=30):
    """Paper with strokes like characters."""
    chance = random.Random(7)
    image = Image.new("RGB", (width, height), (240, 238, 230))
    draw = ImageDraw.Draw(image)
    for row in range(lines):
        for column in range((width - 120) // size):
            left, top = 60 + column * size, 60 + row * int(size * 1.7)
            for _ in range(5):
                ends = [place + chance.randrange(size - 6) for place in (left, top, left, top)]
                draw.line(ends, fill=(30, 30, 30), width=3)
    return image


def photo(kind="JPEG", *, light=1.0, blur=0.0, image=None, **how):
    """The bytes of such a photograph."""
    taken = image or page()
    taken = ImageEnhance.Brightness(taken).enhance(light) if light != 1.0 else taken
    taken = taken.filter(ImageFilter.GaussianBlur(blur)) if blur else taken
    written = io.BytesIO()
    taken.save(written, kind, **how)
    return written.getvalue()


def pdf(pages=1):
    """A PDF of so many pages."""
    written = io.BytesIO()
    each = Image.new("RGB", (300, 400), "white")
    each.save(written, "PDF", save_all=True, append_images=[each] * (pages - 1))
    return written.getvalue()
