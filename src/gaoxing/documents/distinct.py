"""Names that no two papers of one filing share, so that none is written over another (材料名称), and that every file system takes.

>>> from pathlib import Path
>>> same = Layout("股权转让协议", "股权转让协议", Path("deed.typ"), {})
>>> [each.name for each in distinct((same, same))]
['股权转让协议', '股权转让协议（之二）']
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from gaoxing.documents.document import Layout
from gaoxing.standards.numeral_writing import write

LONGEST = 56
"""Characters of a name: of the 255 bytes that a file's name may have, a character takes up to four; a number and an ending need room too."""


def distinct(layouts: Iterable[Layout]) -> tuple[Layout, ...]:
    """The same papers in their order; a name that came before gets its number, one that is too long for a file is cut."""
    return tuple(_named(layouts))


def _named(layouts: Iterable[Layout]) -> Iterator[Layout]:
    taken: set[str] = set()
    for each in layouts:
        name, count = _short(each.name), 1
        while name in taken:
            count += 1
            name = f"{_short(each.name)}（之{write(count)}）"
        taken.add(name)
        yield each if name == each.name else replace(each, name=name)


def _short(name: str) -> str:
    return name if len(name) <= LONGEST else f"{name[: LONGEST - 1]}…"
