"""Pictures of a PDF as files of their own; Pillow reads them back."""

from __future__ import annotations

import io
import zlib

import pytest
from PIL import Image

from gaoxing.engines.ofd.drawn import Unwritable
from gaoxing.engines.ofd.pdf_images import image_file, png
from gaoxing.engines.ofd.pdf_objects import Name, Pdf, Stream
from tests.engines.ofd.written_pdf import written

PDF = Pdf(written(b""))
RED, BLUE = (255, 0, 0), (0, 0, 255)


def image(samples: bytes, **about: object) -> Stream:
    told = {"Width": 2, "Height": 1, "BitsPerComponent": 8, "ColorSpace": Name("DeviceRGB"), "Filter": Name("FlateDecode"), **about}
    return Stream(told, zlib.compress(samples))


def pixels(content: bytes) -> tuple[str, list]:
    opened = Image.open(io.BytesIO(content))
    return opened.mode, [opened.getpixel((x, y)) for y in range(opened.height) for x in range(opened.width)]


def test_a_picture_in_colour_becomes_a_png():
    made = image_file(PDF, image(bytes(RED + BLUE)))
    assert (made.form, *pixels(made.content)) == ("PNG", "RGB", [RED, BLUE])


def test_a_grey_picture_stays_grey():
    assert pixels(image_file(PDF, image(b"\x10\x80", ColorSpace=Name("DeviceGray"))).content) == ("L", [16, 128])


def test_a_colour_space_by_profile_counts_its_channels():
    profile = [Name("ICCBased"), Stream({"N": 3}, b"")]
    assert pixels(image_file(PDF, image(bytes(RED + BLUE), ColorSpace=profile)).content)[1] == [RED, BLUE]


def test_a_mask_becomes_opacity():
    mask = image(b"\xff\x40", ColorSpace=Name("DeviceGray"))
    assert pixels(image_file(PDF, image(bytes(RED + BLUE), SMask=mask)).content) == ("RGBA", [(*RED, 255), (*BLUE, 64)])
    assert pixels(image_file(PDF, image(b"\x10\x80", ColorSpace=Name("DeviceGray"), SMask=mask)).content) == ("LA", [(16, 255), (128, 64)])


def test_a_jpeg_stays_what_it_is():
    told = Stream({"Width": 1, "Height": 1, "Filter": Name("DCTDecode")}, b"\xff\xd8 and so on")
    assert image_file(PDF, told).content == b"\xff\xd8 and so on"
    assert image_file(PDF, told).form == "JPEG"


@pytest.mark.parametrize(
    ("picture", "why"),
    [
        (image(b"", BitsPerComponent=1), "八位"),
        (image(b"", ColorSpace=[Name("Indexed")]), "颜色空间"),
        (image(b"", ColorSpace=Name("DeviceCMYK")), "颜色空间"),
        (image(b"\x00"), "残缺"),
        (image(b"", SMask=image(b"", Width=3)), "蒙版"),
        (Stream({"Width": 1, "Height": 1, "BitsPerComponent": 8, "ColorSpace": Name("DeviceGray"), "Filter": Name("JPXDecode")}, b""), "JPXDecode"),
    ],
)
def test_another_picture_is_refused(picture: Stream, why: str):
    with pytest.raises(Unwritable, match=why):
        image_file(PDF, picture)


def test_a_png_has_as_many_rows_as_it_says():
    assert pixels(png(1, 3, 1, b"\x01\x02\x03")) == ("L", [1, 2, 3])
