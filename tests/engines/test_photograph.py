"""Photographs are copied without what they tell of their taker, judged for reading, and never unpacked where they are bombs."""

import io
import struct
import zlib

import pytest
from PIL import Image

from gaoxing.engines.photograph import JPEG, MOST_PIXELS, PNG, PREVIEW, WEBP, Unreadable, look
from tests.engines.photographs import page, photo

ORIENTATION, MAKER, GPS = 0x0112, 0x010F, 0x8825


def shown(photograph):
    return Image.open(io.BytesIO(photograph.preview))


def png_that_claims(width, height):
    """A PNG whose head alone is large."""

    def chunk(kind, data):
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    head = chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 1, 0, 0, 0, 0))
    return b"\x89PNG\r\n\x1a\n" + head + chunk(b"IDAT", zlib.compress(bytes(1000))) + chunk(b"IEND", b"")


@pytest.mark.parametrize(("kind", "media_type"), [("JPEG", JPEG), ("PNG", PNG), ("WEBP", WEBP)])
def test_each_kind_becomes_a_jpeg_no_larger_than_a_preview(kind, media_type):
    seen = look(photo(kind, image=page(2000, 2400)), media_type)
    assert (seen.width, seen.height) == (2000, 2400)
    assert shown(seen).format == "JPEG"
    assert max(shown(seen).size) <= PREVIEW


def test_a_sharp_light_photograph_has_nothing_against_it():
    seen = look(photo(), JPEG)
    assert (seen.dark, seen.blurred, seen.small) == (False, False, False)


@pytest.mark.parametrize("light", [0.35, 0.2, 0.05])
def test_a_photograph_taken_in_the_dark_is_dark_and_not_called_blurred_too(light):
    seen = look(photo(light=light), JPEG)
    assert (seen.dark, seen.blurred) == (True, False)


@pytest.mark.parametrize("light", [1.0, 0.8, 0.6])
def test_an_ordinary_light_is_not_dark(light):
    assert not look(photo(light=light), JPEG).dark


@pytest.mark.parametrize("blur", [6, 10])
def test_a_photograph_out_of_focus_is_blurred(blur):
    assert look(photo(blur=blur), JPEG).blurred


@pytest.mark.parametrize("lines", [1, 3, 20])
def test_a_page_mostly_white_is_not_called_blurred(lines):
    assert not look(photo(image=page(lines=lines)), JPEG).blurred


def test_an_empty_page_is_not_called_blurred():
    assert not look(photo(image=Image.new("RGB", (1200, 1600), "white")), JPEG).blurred


def test_a_tiny_picture_is_small():
    assert look(photo(image=page(500, 900, lines=4)), JPEG).small


def test_a_picture_of_one_pixel_is_looked_at_all_the_same():
    seen = look(photo(image=Image.new("RGB", (1, 1), "white")), JPEG)
    assert (seen.width, seen.small, seen.blurred) == (1, True, False)


def test_where_and_with_what_it_was_taken_stays_behind():
    exif = Image.Exif()
    exif[MAKER] = "Maker of telephones"
    exif.get_ifd(GPS)[1] = "N"
    exif.get_ifd(GPS)[2] = (31.0, 23.0, 8.0)
    seen = look(photo(exif=exif), JPEG)
    assert len(shown(seen).getexif()) == 0
    assert b"Maker" not in seen.preview


def test_a_photograph_held_sideways_is_shown_upright():
    exif = Image.Exif()
    exif[ORIENTATION] = 6
    seen = look(photo(image=page(1600, 1200), exif=exif), JPEG)
    assert shown(seen).height > shown(seen).width
    assert (seen.width, seen.height) == (1200, 1600)


def test_what_is_transparent_is_shown_as_on_paper():
    seen = look(photo("PNG", image=Image.new("RGBA", (700, 700), (0, 0, 0, 0))), PNG)
    assert shown(seen).getpixel((5, 5)) == (255, 255, 255)


def test_a_palette_and_grey_are_looked_at_too():
    assert look(photo("PNG", image=page().convert("P")), PNG).preview
    assert look(photo(image=page().convert("CMYK")), JPEG).preview


@pytest.mark.parametrize(("width", "height"), [(6100, 6100), (30_000, 30_000), (2**31 - 1, 1)])
def test_a_bomb_is_refused_by_its_head(width, height):
    assert width * height > MOST_PIXELS[PNG]
    with pytest.raises(Unreadable, match="pixels"):
        look(png_that_claims(width, height), PNG)


@pytest.mark.parametrize("content", [b"", b"\xff\xd8\xff", b"\xff\xd8\xff\xe0" + bytes(500), photo()[:4000], b"<svg/>"])
def test_a_broken_photograph_is_told_and_what_to_do(content):
    with pytest.raises(Unreadable, match=r"^broken"):
        look(content, JPEG)


def test_a_picture_of_another_kind_is_not_opened_as_what_it_claims():
    with pytest.raises(Unreadable):
        look(photo("PNG"), JPEG)
