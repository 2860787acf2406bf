"""Whatever is sent as a photograph is looked at or told to be unreadable; never anything else, and never large."""

import io

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from gaoxing.engines.photograph import FORMATS, JPEG, PNG, PREVIEW, WEBP, Photograph, Unreadable, blurred, look
from tests.engines.photographs import page, photo

SMALL = {kind: photo(name, image=page(200, 260, lines=2)) for kind, name in FORMATS.items()}
HEADS = {JPEG: b"\xff\xd8\xff\xe0\x00\x10JFIF\x00", PNG: b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", WEBP: b"RIFF\x40\x00\x00\x00WEBPVP8 "}
KINDS = st.sampled_from(sorted(FORMATS))


def seen(content, kind):
    """What came of it; None where it is unreadable."""
    try:
        return look(content, kind)
    except Unreadable:
        return None


@given(kind=KINDS, rest=st.binary(max_size=300))
def test_any_bytes_behind_a_true_head_are_told(kind, rest):
    assert seen(HEADS[kind] + rest, kind) is None


@given(kind=KINDS, cut=st.integers(min_value=0))
def test_a_photograph_cut_anywhere_is_whole_or_told(kind, cut):
    found = seen(SMALL[kind][: cut % len(SMALL[kind])], kind)
    assert found is None or isinstance(found, Photograph)


@given(kind=KINDS, at=st.integers(min_value=0), byte=st.integers(min_value=0, max_value=255))
def test_a_photograph_with_a_broken_byte_is_looked_at_or_told(kind, at, byte):
    broken = bytearray(SMALL[kind])
    broken[at % len(broken)] = byte
    found = seen(bytes(broken), kind)
    assert found is None or max(Image.open(io.BytesIO(found.preview)).size) <= PREVIEW


@pytest.mark.parametrize("turn", range(1, 9))
def test_however_it_was_held_its_preview_stands_upright(turn):
    exif = Image.Exif()
    exif[0x0112] = turn
    found = look(photo(image=page(300, 200, lines=2), exif=exif), JPEG)
    assert (found.width > found.height) is (turn < 5)
    assert Image.open(io.BytesIO(found.preview)).size == (found.width, found.height)


@pytest.mark.parametrize("size", [(1, 1), (1, 4000), (4000, 1), (5, 5), (13, 700)])
def test_pictures_of_odd_shapes_are_looked_at(size):
    found = look(photo(image=Image.new("RGB", size, "white")), JPEG)
    assert (found.width, found.height) == size
    assert not found.blurred


@pytest.mark.parametrize("mode", ["1", "L", "LA", "P", "RGB", "RGBA", "I;16"])
def test_every_kind_of_colour_becomes_an_ordinary_picture(mode):
    found = look(photo("PNG", image=Image.new(mode, (700, 700))), PNG)
    assert Image.open(io.BytesIO(found.preview)).mode == "RGB"


@pytest.mark.parametrize("grey", [0, 60, 128, 255])
def test_a_plain_area_is_never_called_blurred(grey):
    assert not blurred(Image.new("L", (800, 800), grey))


def test_a_gradient_without_an_edge_is_blurred():
    assert blurred(Image.linear_gradient("L").resize((900, 900)))
