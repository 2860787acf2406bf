r"""Reads tables of text (CSV): UTF-8 with or without its mark, UTF-16 with it, GB18030; parted by commas, semicolons or tabs, whichever parts most evenly.

>>> [line.cells for line in grid("名称;面积\n甲;3,5\n".encode(), most=9).lines]
[('名称', '面积'), ('甲', '3,5')]
"""

from __future__ import annotations

import codecs
import csv
import io
from collections import Counter

from gaoxing.engines.workbook.grid import MOST_COLUMNS, Grid, Line
from gaoxing.engines.workbook.trouble import Code, refuse

SEPARATORS = ",;\t"
_SAMPLE = 30
_WIDE = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)


def grid(content: bytes, *, most: int) -> Grid:
    """The table as a sheet of texts, with `most` rows at most. Raises Unreadable where it is no text, a quotation mark has no fellow, or it is too large."""
    text = _decoded(content)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator(text), strict=True)
    lines, before = list[Line](), 0
    try:
        for cells in reader:
            number, before = before + 1, reader.line_num
            kept = tuple(_bare(cell) or None for cell in cells)
            if any(kept):
                lines.append(Line(number, _trimmed(kept)))
            if len(lines) > most:
                raise refuse(Code.ROWS, most=most)
    except csv.Error:
        raise refuse(Code.QUOTES, row=before + 1) from None
    return Grid("", tuple(lines))


def separator(text: str) -> str:
    """What parts the cells: the sign that gives most of the first rows the same number of columns, and the more columns the better."""
    return max(SEPARATORS, key=lambda sign: _evenness(text, sign))


def _evenness(text: str, sign: str) -> tuple[int, int]:
    counts: Counter[int] = Counter()
    try:
        for _, cells in zip(range(_SAMPLE), csv.reader(io.StringIO(text, newline=""), delimiter=sign), strict=False):
            counts[len(cells)] += len(cells) > 1
    except csv.Error:
        return 0, 0
    columns, rows = max(counts.items(), key=lambda found: (found[1], found[0]), default=(0, 0))
    return rows, columns


def _decoded(content: bytes) -> str:
    encodings = ("utf-16",) if content.startswith(_WIDE) else ("utf-8-sig", "gb18030")
    for encoding in encodings:
        try:
            text = content.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\0" not in text:
            return text
    raise refuse(Code.ENCODING)


def _bare(cell: str) -> str:
    """A cell without blanks around it, and without the sign of equality by which some programs write a number as text (="0012")."""
    found = cell.strip()
    return found[2:-1] if found.startswith('="') and found.endswith('"') and len(found) > 2 else found.replace("\r\n", "\n")


def _trimmed(cells: tuple[str | None, ...]) -> tuple[str | None, ...]:
    """Without empty cells behind the last. Raises Unreadable where there are too many."""
    last = max(place for place, cell in enumerate(cells) if cell)
    if last >= MOST_COLUMNS:
        raise refuse(Code.WIDE, most=MOST_COLUMNS)
    return cells[: last + 1]
