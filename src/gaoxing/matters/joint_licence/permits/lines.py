r"""Where a row stands in a TOML text (行号): a clerk who is told of a fault is told its line.

>>> line_of('[licence.signboard]\nname = "店招"\nafter = [\n    "moon",\n]', ("licence", "signboard", "after"), "moon")
4
"""

from __future__ import annotations

from collections.abc import Iterator

from gaoxing.standards.expression import expression

HEADER = expression(r"\s*(\[\[?)\s*([^\]]+?)\s*\]\]?\s*(?:#.*)?")
KEY = expression(r"\s*([\w.\"-]+)\s*=")

Place = tuple[str, ...]
"""The path to a value: table, row, key; a row of a list of tables by its number from 0."""


def line_of(text: str, place: Place, word: str = "") -> int | None:
    """The line (from 1) of the deepest part of the path that the text holds, below it of the first `word` in quotes; None where it holds none of it."""
    lines = text.splitlines()
    found = max(_depths(lines, (*place, word) if word else place), default=None)
    if found is None:
        return None
    if word and found[0] > len(place):
        return -found[1]
    depth, last = found[0], -found[1]
    if not word:
        return last
    rest = [line for line, length in _places(lines) if line > last and length <= depth]
    end = rest[0] if rest else len(lines) + 1
    return next((number for number in range(last, end) if f'"{word}"' in lines[number - 1] or word in _keys(lines[number - 1])), last)


def headers(text: str) -> list[tuple[int, Place]]:
    r"""Every header of the text with its line (from 1) and path; one of a list of tables ends with its number from 0.

    >>> headers('[licence.signboard]\ndays = 3\n[[exempt]]\n')
    [(1, ('licence', 'signboard')), (3, ('exempt', '0'))]
    """
    return [(number, path) for number, path, is_header in _found(text.splitlines()) if is_header]


def _depths(lines: list[str], place: Place) -> list[tuple[int, int]]:
    """How much of the path each header or key holds, with its line (negative, so that of equal ones the first is greatest)."""
    return [(len(path), -number) for number, path in _paths(lines) if path and path == place[: len(path)]]


def _places(lines: list[str]) -> list[tuple[int, int]]:
    return [(number, len(path)) for number, path in _paths(lines)]


def _paths(lines: list[str]) -> list[tuple[int, Place]]:
    """Every header and key with its line and full path."""
    return [(number, path) for number, path, _ in _found(lines)]


def _found(lines: list[str]) -> Iterator[tuple[int, Place, bool]]:
    """Every header and key: its line, its full path, whether it is a header."""
    table: Place = ()
    counted: dict[Place, int] = {}
    for number, line in enumerate(lines, 1):
        header, key = HEADER.fullmatch(line), KEY.match(line)
        if header:
            table = _split(header[2])
            if header[1] == "[[":
                counted[table] = counted.get(table, -1) + 1
                table = (*table, str(counted[table]))
            yield number, table, True
        elif key:
            yield number, (*table, *_split(key[1])), False


def _keys(line: str) -> Place:
    key = KEY.match(line)
    return _split(key[1]) if key else ()


def _split(dotted: str) -> Place:
    return tuple(each.strip().strip('"') for each in dotted.split("."))
