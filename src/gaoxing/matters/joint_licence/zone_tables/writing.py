r"""Writing one row into a zone's table (本地目录的写法): the rest of the text stays as the zone wrote it, its remarks too, wherever that can be.

>>> print(with_row('# ours\n[licence.signboard]\npromised = 3', "licence", "signboard", {"promised": 2, "fee": "不收费"}))
# ours
[licence.signboard]
promised = 2
fee = "不收费"
<BLANKLINE>
"""

from __future__ import annotations

import json
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from gaoxing.matters.joint_licence.permits.lines import headers
from gaoxing.matters.joint_licence.permits.loading import Tables, parsed
from gaoxing.standards.expression import expression

BARE = expression("[A-Za-z0-9_-]+")
LONGEST_LINE = 120


def with_row(text: str, table: str, key: str, row: Mapping[str, Any]) -> str:
    """The text with this row in place of the one it had; an empty row is taken out. Raises tomllib.TOMLDecodeError where the text is no TOML."""
    wanted = _replaced(parsed(text), table, key, row)
    written = _spliced(text, (table, key), section((table, key), row) if row else "")
    return written if _comes_to(written, wanted) else whole(wanted)


def remarks_lost(before: str, after: str) -> int:
    """How many lines of remarks (`#`) of the one text the other no longer has."""
    kept = {line.strip() for line in after.splitlines()}
    return sum(line.strip().startswith("#") and line.strip() not in kept for line in before.splitlines())


def section(place: Sequence[str], row: Mapping[str, Any]) -> str:
    """A row with its header, each of its values on a line of its own, a long list a line each."""
    lines = [f"[{'.'.join(map(_key, place))}]", *(_line(word, value) for word, value in row.items())]
    return "\n".join(lines) + "\n"


def whole(tables: Tables) -> str:
    """A whole table written anew: what stands alone first, then row by row."""
    alone = [_line(word, value) for word, value in tables.items() if not isinstance(value, Mapping)]
    rows = [section((word, key), row) for word, table in tables.items() if isinstance(table, Mapping) for key, row in table.items()]
    return "\n".join([*([*alone, ""] if alone else []), *rows])


def value_of(value: Any) -> str:
    """A value as TOML writes it, in one line."""
    if isinstance(value, str):
        return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007F")
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Mapping):
        return "{ " + ", ".join(f"{_key(word)} = {value_of(each)}" for word, each in value.items()) + " }" if value else "{}"
    if isinstance(value, list | tuple):
        return f"[{', '.join(map(value_of, value))}]"
    return str(value)


def _line(word: str, value: Any) -> str:
    line = f"{_key(word)} = {value_of(value)}"
    if len(line) <= LONGEST_LINE or not isinstance(value, list | tuple):
        return line
    return "\n".join([f"{_key(word)} = [", *(f"    {value_of(each)}," for each in value), "]"])


def _key(word: str) -> str:
    return word if BARE.fullmatch(word) else value_of(word)


def _replaced(own: Tables, table: str, key: str, row: Mapping[str, Any]) -> dict[str, Any]:
    rows = {**own.get(table, {}), key: dict(row)} if row else {word: each for word, each in own.get(table, {}).items() if word != key}
    rest = {word: each for word, each in own.items() if word != table or rows}
    return {**rest, table: rows} if rows else rest


def _spliced(text: str, place: tuple[str, ...], written: str) -> str:
    """The text with the lines below the row's headers taken out and the new ones where the first of them stood, else at the end."""
    lines, found = text.splitlines(), list(_stretches(text, place))
    at = found[0][0] if found else len(lines)
    dropped = {number for first, last in found for number in range(first, last)}
    before = [line for number, line in enumerate(lines) if number < at]
    after = [line for number, line in enumerate(lines) if number >= at and number not in dropped]
    gap = [""] if written and before and before[-1].strip() and not found else []
    return "\n".join([*before, *gap, *written.splitlines(), *after]).strip("\n") + "\n"


def _stretches(text: str, place: tuple[str, ...]) -> Iterator[tuple[int, int]]:
    """The lines (from 0, the end exclusive) of each header at or below the place; remarks that stand right before the next header belong to that one."""
    lines, stand = text.splitlines(), headers(text)
    ends = [*(number - 1 for number, _ in stand), len(lines)][1:]
    for (number, path), end in zip(stand, ends, strict=False):
        if path[: len(place)] == place:
            last = end
            while last > number and (not lines[last - 1].strip() or lines[last - 1].lstrip().startswith("#")):
                last -= 1
            yield number - 1, last


def _comes_to(text: str, wanted: Tables) -> bool:
    """Whether a text says exactly this: what could not be cut out line by line is then written anew."""
    try:
        return dict(parsed(text)) == dict(wanted)
    except tomllib.TOMLDecodeError:
        return False
