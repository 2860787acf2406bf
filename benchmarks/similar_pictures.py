"""Pairs of characters that look alike, told by pictures of another face than those of the table under src: benchmarks/similar_pictures.txt.

Noto Serif CJK SC (OFL 1.1), drawn by Pillow; two characters look alike where their blurred pictures, shifted by up to two points of forty, are the same in
at least so much, however many those are. The table goes by strokes and parts, and takes besides the three nearest of each by a like measure. Only pairs
of which one is a character of the benchmark's names. Needs pillow, numpy and the face's file:
`python benchmarks/similar_pictures.py NotoSerifCJK-Regular.ttc`.
"""

from __future__ import annotations

import sys
from pathlib import Path

import numpy as np
from PIL import Image, ImageDraw, ImageFilter, ImageFont

HERE = Path(__file__).parent
SIDE, SHIFT, BLUR = 40, 2, 0.7
ALIKE = 0.8
"""Correlation from which two pictures are alike; beneath it lie 顺 and 颇."""
SIMPLIFIED = 2
"""The simplified Chinese face of the collection."""


def characters() -> list[str]:
    pairs = (bytes((high, low)) for high in range(0xB0, 0xF8) for low in range(0xA1, 0xFF))
    return [each for pair in pairs if (each := pair.decode("gb2312", "ignore"))]


def picture(character: str, face: ImageFont.FreeTypeFont) -> np.ndarray:
    sheet = Image.new("L", (SIDE, SIDE), 0)
    ImageDraw.Draw(sheet).text((SIDE / 2, SIDE / 2), character, 255, face, anchor="mm")
    return np.asarray(sheet.filter(ImageFilter.GaussianBlur(BLUR)), np.float32)


def flat(drawn: np.ndarray) -> np.ndarray:
    """Rows of length one without their mean, so that a product is a correlation."""
    rows = drawn.reshape(len(drawn), -1)
    rows = rows - rows.mean(1, keepdims=True)
    return rows / np.linalg.norm(rows, axis=1, keepdims=True)


def pairs(face: ImageFont.FreeTypeFont, asked: str) -> list[tuple[float, str]]:
    listed = characters()
    drawn = np.stack([picture(each, face) for each in listed])
    mine = [listed.index(each) for each in dict.fromkeys(asked) if each in listed]
    best = np.full((len(mine), len(listed)), -1, np.float32)
    whole = flat(drawn)
    for down in range(-SHIFT, SHIFT + 1):
        for right in range(-SHIFT, SHIFT + 1):
            np.maximum(best, flat(np.roll(drawn[mine], (down, right), (1, 2))) @ whole.T, out=best)
    found: dict[str, float] = {}
    for row, one in enumerate(mine):
        for other in np.flatnonzero(best[row] >= ALIKE):
            if other != one:
                pair = "".join(sorted((listed[one], listed[other])))
                found[pair] = max(found.get(pair, 0), float(best[row, other]))
    return sorted(((much, pair) for pair, much in found.items()), reverse=True)


def main() -> None:
    from names import LUCKY

    face = ImageFont.truetype(sys.argv[1], SIDE - 4, index=SIMPLIFIED)
    found = pairs(face, LUCKY)
    HERE.joinpath("similar_pictures.txt").write_text(" ".join(pair for _, pair in found) + "\n", encoding="utf-8")
    print(f"{len(found)} pairs, from {found[0][0]:.2f} to {found[-1][0]:.2f}")


if __name__ == "__main__":
    main()
