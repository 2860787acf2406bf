"""Rebuild src/gaoxing/names/similar_shapes.tsv.gz: characters that look alike (形近字), from pictures of the system's Noto Sans CJK SC (OFL 1.1).

Each character of GB/T 2312 is drawn by typst, its strokes are told by their direction on a coarse grid, and it is compared with every other one as a
whole and by its right, left, lower and upper parts, which are cut at several places and drawn out to one size, so that 青 is the same in 清 and in 晴.
Kept are those that are alike in so much, those whose right parts are the same (佳 beside 蛙), and the nearest of each: three by its strokes, three by its
blurred outline, which strokes of another direction do not change (川 beside 用). Needs typst and numpy, and the face:
`pip install typst numpy && python tools/build_similar_shapes.py`.
"""

from __future__ import annotations

import gzip
import json
import struct
import zlib
from pathlib import Path

import numpy as np
import typst

TABLE = Path(__file__).parents[1] / "src" / "gaoxing" / "names" / "similar_shapes.tsv.gz"
FACE = "Noto Sans CJK SC"
ACROSS, CELL = 40, 48
BINS, STEP = 8, 2
GRID = CELL // STEP
ACROSS_CUTS, DOWN_CUTS = 2, 1
"""The axes along which a character is cut: into left and right, into upper and lower."""
TAILS = ((ACROSS_CUTS, (4, 6, 8, 10)), (DOWN_CUTS, (5, 7, 9)))
"""Where the right and the lower part may begin on the grid of 24 by 24."""
HEADS = ((ACROSS_CUTS, (14, 16)), (DOWN_CUTS, (13, 16)))
"""Where the left and the upper part may end: beyond a mere radical, which hundreds share."""
WIDE, LONG = 8, 10
"""Every part is drawn out to so many cells along the cut and across it."""
WHOLE, ALIKE, NEAREST = 0.5, 1.02, 3
"""What the whole counts beside the best part, from which sum on two characters are alike, and how many are kept in any case, by either measure."""
SAME_RIGHT = 0.8
"""From which on the right parts alone make two characters alike, whatever stands on their left; it adds fewer than one a character."""
HAZE, SHIFTS = 1.5, (-2, 0, 2)
"""How far an outline is blurred and moved, in points of the picture."""

SHEET = """
#set page(width: {page}pt, height: {page}pt, margin: 0pt, fill: white)
#set text(font: "{face}", size: {size}pt, lang: "zh", top-edge: "ascender", bottom-edge: "descender")
#let side = {cell}pt
#let drawn(c) = box(width: side, height: side, clip: true, align(center + horizon, c))
#for (i, c) in json(bytes(sys.inputs.cells)).enumerate() {{ place(top + left, dx: calc.rem(i, {across}) * side, dy: calc.quo(i, {across}) * side, drawn(c)) }}
"""


def characters() -> list[str]:
    pairs = (bytes((high, low)) for high in range(0xB0, 0xF8) for low in range(0xA1, 0xFF))
    return [each for pair in pairs if (each := pair.decode("gb2312", "ignore"))]


def pictures(listed: list[str]) -> np.ndarray:
    """One picture a character, ink as 1, shape (n, CELL, CELL)."""
    sheets = [sheet(listed[start : start + ACROSS**2]) for start in range(0, len(listed), ACROSS**2)]
    return np.concatenate(sheets)[: len(listed)]


def sheet(listed: list[str]) -> np.ndarray:
    source = SHEET.format(page=ACROSS * CELL, face=FACE, size=CELL - 4, cell=CELL, across=ACROSS)
    drawn = unpacked(typst.compile(source.encode(), format="png", ppi=72.0, sys_inputs={"cells": json.dumps(listed)}))
    ink = 1 - drawn[:, :, 0].astype(np.float32) / 255
    return ink.reshape(ACROSS, CELL, ACROSS, CELL).transpose(0, 2, 1, 3).reshape(-1, CELL, CELL)


def unpacked(png: bytes) -> np.ndarray:
    """The pixels of an eight-bit RGBA PNG, shape (height, width, 4)."""
    place, packed, width, height = 8, b"", 0, 0
    while place < len(png):
        length, kind = struct.unpack(">I4s", png[place : place + 8])
        body = png[place + 8 : place + 8 + length]
        if kind == b"IHDR":
            width, height = struct.unpack(">II", body[:8])
        packed += body if kind == b"IDAT" else b""
        place += 12 + length
    rows = np.frombuffer(zlib.decompress(packed), np.uint8).reshape(height, width * 4 + 1)
    above, out = [0] * (width * 4), []
    for row in rows.tolist():
        above = unfiltered(row[0], row[1:], above)
        out.append(above)
    return np.array(out, np.uint8).reshape(height, width, 4)


def unfiltered(kind: int, row: list[int], above: list[int]) -> list[int]:
    """One line of a PNG with its filter (0 to 4) undone."""
    for place, value in enumerate(row):
        left, corner = (row[place - 4], above[place - 4]) if place >= 4 else (0, 0)
        up = above[place]
        guess = left + up - corner
        paeth = min((left, up, corner), key=lambda each: abs(guess - each))
        row[place] = (value + (0, left, up, (left + up) // 2, paeth)[kind]) & 255
    return row


def blurred(drawn: np.ndarray, width: float) -> np.ndarray:
    reach = int(3 * width)
    weights = np.exp(-(np.arange(-reach, reach + 1) ** 2) / (2 * width * width)).astype(np.float32)
    for axis in (1, 2):
        drawn = sum(weight / weights.sum() * np.roll(drawn, at, axis) for weight, at in zip(weights, range(-reach, reach + 1), strict=True))
    return drawn


def strokes(drawn: np.ndarray) -> np.ndarray:
    """How much stroke of each direction lies in each cell of the grid, shape (n, GRID, GRID, BINS)."""
    ink = blurred(drawn, 1.0)
    down, right = np.roll(ink, -1, 1) - np.roll(ink, 1, 1), np.roll(ink, -1, 2) - np.roll(ink, 1, 2)
    size, direction = np.hypot(right, down), (np.arctan2(down, right) % np.pi) / np.pi * BINS
    parts = (np.maximum(0, 1 - np.abs((direction - each + BINS / 2) % BINS - BINS / 2)) for each in range(BINS))
    return np.stack([blurred(size * part, 1.5)[:, ::STEP, ::STEP] for part in parts], -1)


def drawn_out(length: int, cells: int) -> np.ndarray:
    """What turns so many cells into others by their shares, shape (length, cells)."""
    edges = np.linspace(0, length, cells + 1)
    shares = [[max(0.0, min(edges[cell + 1], at + 1) - max(edges[cell], at)) for cell in range(cells)] for at in range(length)]
    table = np.array(shares, np.float32)
    return table / table.sum(0)


def part(grid: np.ndarray, axis: int, first: int, last: int) -> np.ndarray:
    """The cells from first to last along an axis, drawn out to WIDE by LONG, a row a character."""
    cut = np.moveaxis(grid.take(range(first, last), axis), axis, -1) @ drawn_out(last - first, WIDE)
    return np.sqrt(np.maximum((np.moveaxis(cut, 1, -1) @ drawn_out(GRID, LONG)).reshape(len(grid), -1), 0))


def likeness(parts: list[np.ndarray]) -> np.ndarray:
    """The best cosine of each two over the places of the cut, shape (n, n)."""
    mean = np.mean([each.mean(0) for each in parts], 0)
    rows = [(each - mean) / np.maximum(np.linalg.norm(each - mean, axis=1, keepdims=True), 1e-4) for each in parts]
    best = np.full((len(rows[0]),) * 2, -1, np.float32)
    for place, one in enumerate(rows):
        for other in rows[place:]:
            found = one.astype(np.float32) @ other.astype(np.float32).T
            best = np.maximum(best, np.maximum(found, found.T))
    return best


def alike(grid: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """How much alike each two characters are, the best part and a share of the whole; and their right parts alone. Itself never."""
    tails = [likeness([part(grid, axis, place, GRID) for place in places]) for axis, places in TAILS]
    best, right = np.maximum(*tails), tails[0]
    for axis, places in HEADS:
        best = np.maximum(best, likeness([part(grid, axis, 0, place) for place in places]))
    found = best + WHOLE * likeness([np.sqrt(np.maximum(grid.reshape(len(grid), -1), 0))])
    np.fill_diagonal(found, -9)
    np.fill_diagonal(right, -9)
    return found, right


def outlines(drawn: np.ndarray) -> np.ndarray:
    """The best correlation of each two blurred pictures, one moved a little against the other, shape (n, n). Itself never."""
    hazy = blurred(drawn, HAZE)
    fixed, best = outline(hazy), np.full((len(hazy),) * 2, -1, np.float32)
    for down in SHIFTS:
        for across in SHIFTS:
            np.maximum(best, outline(np.roll(hazy, (down, across), (1, 2))) @ fixed.T, out=best)
    best = np.maximum(best, best.T)
    np.fill_diagonal(best, -9)
    return best


def outline(hazy: np.ndarray) -> np.ndarray:
    """Every second point of each picture without their mean, as a row of length one."""
    points = hazy[:, ::STEP, ::STEP].reshape(len(hazy), -1)
    points = points - points.mean(1, keepdims=True)
    return points / np.maximum(np.linalg.norm(points, axis=1, keepdims=True), 1e-6)


def nearest(found: np.ndarray) -> np.ndarray:
    """Which characters are among the NEAREST of each, shape (n, n)."""
    kept = np.zeros(found.shape, bool)
    np.put_along_axis(kept, np.argsort(-found, axis=1)[:, :NEAREST], True, 1)
    return kept


def rows() -> str:
    """A line a character: it, and those that look like it, the nearest first."""
    listed = characters()
    drawn = pictures(listed)
    found, right = alike(strokes(drawn))
    kept = (found >= ALIKE) | (right >= SAME_RIGHT) | nearest(found) | nearest(outlines(drawn))
    kept |= kept.T
    lines = []
    for one, row in enumerate(found):
        others = sorted(np.flatnonzero(kept[one]), key=lambda other, row=row: -row[other])
        lines.append(f"{listed[one]}{''.join(listed[other] for other in others)}\n")
    return "".join(lines)


if __name__ == "__main__":
    TABLE.write_bytes(gzip.compress(rows().encode(), 9, mtime=0))
