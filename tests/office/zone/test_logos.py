"""A logo is drawn anew, small; what is no picture is refused with a sentence."""

import io

import pytest
from PIL import Image

from gaoxing.office.refusal import NotAllowed
from gaoxing.office.zone.logos import SIDE, drawn_anew
from tests.engines.test_photograph import png_that_claims


def picture(kind="PNG", size=(900, 300)):
    written = io.BytesIO()
    Image.new("RGB", size, "teal").save(written, kind)
    return written.getvalue()


@pytest.mark.parametrize("kind", ["PNG", "JPEG"])
def test_a_picture_becomes_a_small_png(kind):
    made = Image.open(io.BytesIO(drawn_anew(picture(kind))))
    assert (made.format, max(made.size)) == ("PNG", SIDE)


@pytest.mark.parametrize("content", [b"", b"<svg onload='x'/>", b"GIF89a", picture()[:60], png_that_claims(9000, 9000), bytes(3_000_000)])
def test_what_is_no_small_picture_is_refused_with_a_sentence(content):
    with pytest.raises(NotAllowed, match="不超过 2 MB"):
        drawn_anew(content)
