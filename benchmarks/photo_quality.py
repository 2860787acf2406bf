"""How well a photograph that cannot be read is told from one that can (拍照提示): pages of characters, blurred and darkened by known measures.

    python benchmarks/photo_quality.py

Four layouts of a page of 3000 × 4000 pixels as a telephone takes it, with the noise and the JPEG of one; `said` is what an applicant would be told. A blur
of 5 pixels and more makes characters of 60 pixels run together; one of 3 and less leaves them readable. No photograph of anybody is used.
"""

from __future__ import annotations

import io
import random
from pathlib import Path
from time import perf_counter

from PIL import Image, ImageChops, ImageDraw, ImageEnhance, ImageFilter, ImageFont

from gaoxing.engines.photograph import JPEG, look

FACES = ("NotoSansCJK-Regular.ttc", "NotoSansSC-Regular.otf")
LAYOUTS = {"A4": (60, 40), "three lines": (60, 3), "small print": (36, 70), "card": (120, 8)}
BLURS = (0.0, 1.5, 3.0, 5.0, 8.0, 12.0)
LIGHTS = (1.0, 0.7, 0.5, 0.3, 0.2, 0.1)


def face(size: int) -> ImageFont.FreeTypeFont:
    """A face with Chinese characters from the system."""
    found = next(path for name in FACES for root in ("/usr/share/fonts", "/System/Library/Fonts") for path in Path(root).rglob(name))
    return ImageFont.truetype(str(found), size)


def page(size: int, lines: int) -> Image.Image:
    """A page of characters drawn by chance."""
    chance = random.Random(1)
    image = Image.new("RGB", (3000, 4000), (240, 238, 230))
    draw, font = ImageDraw.Draw(image), face(size)
    for line in range(lines):
        text = "".join(chr(chance.randint(0x4E00, 0x8FFF)) for _ in range(int(2430 / size)))
        draw.text((150, 150 + line * int(size * 1.5)), text, font=font, fill=(30, 30, 30))
    return image


def taken(image: Image.Image, blur: float, light: float) -> bytes:
    """The page as a telephone would send it."""
    soft = image.filter(ImageFilter.GaussianBlur(blur)) if blur else image
    lit = ImageEnhance.Brightness(soft).enhance(light)
    noise = Image.effect_noise(lit.size, 12).convert("L")
    written = io.BytesIO()
    ImageChops.add(lit, Image.merge("RGB", [noise] * 3), scale=1, offset=-128).save(written, "JPEG", quality=80)
    return written.getvalue()


def said(content: bytes) -> tuple[str, float]:
    """What an applicant would be told, and how long it took."""
    began = perf_counter()
    seen = look(content, JPEG)
    return "dark" if seen.dark else "blurred" if seen.blurred else "-", (perf_counter() - began) * 1000


def main() -> None:
    """Print a table of blurs and one of lights."""
    times = []
    for title, cases in (("blur, pixels", [(blur, 1.0) for blur in BLURS]), ("light", [(0.0, light) for light in LIGHTS])):
        print(f"{title:14}" + "".join(f"{blur or light if title == 'light' else blur:>10}" for blur, light in cases))
        for name, layout in LAYOUTS.items():
            told = [said(taken(page(*layout), *case)) for case in cases]
            times += [each for _, each in told]
            print(f"{name:14}" + "".join(f"{word:>10}" for word, _ in told))
    print(f"12 megapixels looked at, preview made: median {sorted(times)[len(times) // 2]:.0f} ms, longest {max(times):.0f} ms")


if __name__ == "__main__":
    main()
