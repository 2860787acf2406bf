"""Hands the audit out to auditors (导出审计记录): CSV with a heading for a spreadsheet, or a line of JSON an entry."""

from __future__ import annotations

import csv
import json
from collections.abc import Callable, Iterable, Iterator
from io import StringIO

from gaoxing.office.audit import words
from gaoxing.office.audit.queries import COLUMNS, Row

CSV, JSON_LINES = "csv", "jsonl"
"""The kinds in which entries are handed out."""

MEDIA_TYPES = {CSV: "text/csv; charset=utf-8", JSON_LINES: "application/jsonl; charset=utf-8"}

HEADING = (*COLUMNS, "term", "english")
"""The columns as they are handed out: the entry's own, which the chain holds, and behind them the act in Chinese and in English, empty where unknown."""

_AT_ONCE = 1_000
_ACT = COLUMNS.index("act")


def as_csv(rows: Iterable[Row]) -> Iterator[str]:
    """A mark that says UTF-8, a heading, and the entries, some hundreds a piece; times in UTC."""
    yield "\ufeff" + _lines([HEADING])
    piece: list[Row] = []
    for row in rows:
        piece.append(_worded(row))
        if len(piece) == _AT_ONCE:
            yield _lines(piece)
            piece = []
    yield _lines(piece)


def as_json_lines(rows: Iterable[Row]) -> Iterator[str]:
    """An object a line; times in UTC."""
    for row in rows:
        yield json.dumps(dict(zip(HEADING, _worded(row), strict=True)), ensure_ascii=False) + "\n"


WRITERS: dict[str, Callable[[Iterable[Row]], Iterator[str]]] = {CSV: as_csv, JSON_LINES: as_json_lines}
"""The writer of each kind."""


def _worded(row: Row) -> Row:
    act = words.table(words.ACTS).get(row[_ACT], words.Word("", ""))
    return (row[0], row[1].isoformat(), *row[2:], act.term, act.english)


def _lines(rows: Iterable[Row]) -> str:
    text = StringIO()
    csv.writer(text, lineterminator="\r\n").writerows(rows)
    return text.getvalue()
