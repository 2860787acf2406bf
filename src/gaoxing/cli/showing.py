"""What is handed back at the terminal (输出): a readable table for a person, JSON for a pipe.

>>> table((("注册资本", "100 万元"), ("名称", "—")))
['注册资本  100 万元', '名称      —']
"""

from __future__ import annotations

import argparse
import json
import shutil
import sys
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from gaoxing.cli.reading import printable

GAP = "  "
WIDEST_CELL = 400


def add_json(parser: argparse.ArgumentParser) -> None:
    """Add `--json`: JSON on a terminal too."""
    parser.add_argument("--json", action="store_true", help="总是输出 JSON（接管道时本来就是） · always JSON")


def for_a_person(options: argparse.Namespace) -> bool:
    """Whether a person looks on: standard output is a terminal and JSON was not asked for."""
    return not options.json and sys.stdout.isatty()


def say_json(data: object, *, indent: int | None = 1) -> None:
    """Print JSON, Chinese as it is; a lone surrogate is escaped."""
    print(json_line(data, indent=indent))


def json_line(data: object, *, indent: int | None = None) -> str:
    """JSON text that can always be written as UTF-8."""
    text = json.dumps(data, ensure_ascii=False, indent=indent)
    try:
        text.encode()
    except UnicodeEncodeError:
        return json.dumps(data, ensure_ascii=True, indent=indent)
    return text


def say(lines: Iterable[str]) -> None:
    """Print lines for a person."""
    for line in lines:
        print(line)


def table(rows: Iterable[Sequence[str]]) -> list[str]:
    """Columns set side by side; a Chinese character is two cells wide, a long last column is folded to the terminal's width."""
    cells = [[printable(str(cell), WIDEST_CELL) for cell in row] for row in rows]
    if not cells:
        return []
    widths = [max(width(row[column]) for row in cells) for column in range(len(cells[0]) - 1)]
    indent = sum(widths) + len(GAP) * len(widths)
    room = max(20, shutil.get_terminal_size((100, 24)).columns - indent)
    return [line for row in cells for line in _row(row, widths, indent, room)]


def width(text: str) -> int:
    """Cells that a text takes on a terminal."""
    return sum(2 if unicodedata.east_asian_width(character) in "WF" else 0 if unicodedata.combining(character) else 1 for character in text)


def spoken_value(value: object) -> str:
    """A stored value as a person reads it: money with its unit, a list with 、, a term in years."""
    if isinstance(value, Mapping):
        if {"amount", "currency"} <= value.keys():
            return f"{grouped(str(value['amount']))} {'元' if value['currency'] == 'CNY' else value['currency']}"
        return f"{value['years']} 年" if "years" in value else json_line(dict(value))
    if isinstance(value, list | tuple):
        return "、".join(str(each) for each in value)
    return "长期" if value == "indefinite" else str(value)


def grouped(amount: str) -> str:
    """An amount with its thousands set apart: 1000000 → 1,000,000."""
    whole, point, rest = amount.partition(".")
    return f"{int(whole):,}{point}{rest}" if whole.isascii() and whole.isdigit() else amount


def findings_table(findings: Iterable[Any]) -> list[str]:
    """One finding a row: how much it weighs, what to do, by which article."""
    weights = {"reject": "✗ 要改", "manual": "? 人工看", "warn": "! 提醒", "inform": "i 供参考"}
    return table((weights[str(each.level)], f"{each.message}（{each.basis}）") for each in findings)


def _row(row: Sequence[str], widths: Sequence[int], indent: int, room: int) -> list[str]:
    head = "".join(cell + " " * (wide - width(cell)) + GAP for cell, wide in zip(row[:-1], widths, strict=True))
    first, *others = _folded(row[-1], room)
    return [(head + first).rstrip(), *(" " * indent + line for line in others)]


def _folded(text: str, room: int) -> list[str]:
    lines, line = [], ""
    for character in text:
        if width(line) + width(character) > room:
            lines.append(line)
            line = ""
        line += character
    return [*lines, line]
