"""The shape of a catalogue's rows (目录的写法): which words a row may hold, which it must, and of what kind each is."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, datetime
from typing import Any

from gaoxing.matters.joint_licence.permits.lines import Place

Fault = tuple[Place, str, str]
"""Where, what is wrong, the word to look for."""

TEXT, COUNT, TRUTH, WORDS, COUNTS, TABLE, DAY = "一段文字", "0以上的整数", "true 或 false", "一列文字", "一列0以上的整数", "一组条目", "日期"

ROWS: Mapping[str, Mapping[str, str]] = {
    "question": {**dict.fromkeys(("text", "kind", "yes", "no", "noun", "unit"), TEXT), "excluded_by": WORDS},
    "circumstance": {**dict.fromkeys(("text", "kind", "yes", "no"), TEXT), "usual": TRUTH},
    "condition": {"question": TEXT, "condition": TEXT, "is": TRUTH, "over": "", "all": "", "any": "", "not": TABLE},
    "trade": {"name": TEXT, "licences": WORDS, "if": TABLE},
    "licence": {
        **dict.fromkeys(("name", "document", "authority", "stage", "unit", "basis", "kind", "level", "validity", "note", "fee", "off", "source"), TEXT),
        **dict.fromkeys(("days", "extension", "issue_days", "promised"), COUNT),
        **dict.fromkeys(("verified", "visit"), TRUTH),
        **dict.fromkeys(("materials", "fields", "after", "hard", "stage2", "supplement", "with", "parallel", "eligibility", "elsewhere"), WORDS),
        **dict.fromkeys(("if", "commitment", "hearing", "duty", "contact"), TABLE),
        "stages": COUNTS,
        "as_of": DAY,
    },
    "material": {**dict.fromkeys(("name", "kind", "origin", "output_of", "sample", "note"), TEXT), **dict.fromkeys(("register", "generated"), TRUTH)},
    "field": dict.fromkeys(("label", "source"), TEXT),
    "exempt": {**dict.fromkeys(("licence", "words", "basis"), TEXT), "trades": WORDS, "verified": TRUTH, "when": TABLE},
    "commitment": {"basis": TEXT, "verified": TRUTH, "days": COUNT, "verify": COUNT, "offered": TRUTH},
    "hearing": {"basis": TEXT, "words": TEXT},
    "duty": {"days": COUNT, "event": TEXT},
    "contact": {"window": TEXT, "telephone": TEXT},
}
"""Each table's words and what they hold; empty: looked at with the conditions."""

MUST: Mapping[str, tuple[str, ...]] = {
    "question": ("text", "kind"),
    "circumstance": ("text", "kind", "usual"),
    "trade": ("name", "licences"),
    "licence": ("name", "document", "authority", "stage", "days", "unit", "basis", "verified", "kind", "level", "materials", "fields"),
    "material": ("name", "kind", "origin"),
    "field": ("label", "source"),
    "exempt": ("trades", "licence", "words", "basis", "verified"),
    "commitment": ("basis", "verified"),
    "hearing": ("basis", "words"),
    "duty": ("days", "event"),
    "contact": (),
}
ONE_OF: Mapping[str, tuple[str, ...]] = {
    "stage": ("pre", "registration", "post"),
    "unit": ("working_day", "day", "month", "on_the_spot"),
    "kind": (),
}
HEAD = {"region": TEXT, "from": DAY, "until": DAY, "note": TEXT}
MOST_DAYS = 1000


def shape_faults(own: Mapping[str, Any], below: Mapping[str, Any]) -> Iterator[Fault]:
    """What is ill-shaped in a zone's rows; a row that stands below already may leave out what stands there."""
    for table, rows in own.items():
        if table in HEAD:
            if not _is(rows, HEAD[table]):
                yield (table,), f"“{table}”要写{HEAD[table]}", ""
        elif table not in below:
            yield (table,), f"看不懂“{table}”这一类，能写的有：{'、'.join(below)}", ""
        elif not isinstance(rows, list if table == "exempt" else Mapping):
            yield (table,), f"“{table}”要写成一条一条的", ""
        else:
            for key, row in enumerate(rows) if isinstance(rows, list) else rows.items():
                known = below[table].get(key, {}) if isinstance(below[table], Mapping) else {}
                yield from _row((table, str(key)), table, row, known)


def _row(place: Place, table: str, row: Any, known: Mapping[str, Any]) -> Iterator[Fault]:
    if not isinstance(row, Mapping):
        yield place, f"“{place[-1]}”要写成一组", ""
        return
    for word, value in row.items():
        if word not in ROWS[table]:
            yield (*place, word), f"看不懂“{word}”，能写的有：{'、'.join(ROWS[table])}", ""
        elif not _is(value, ROWS[table][word]):
            yield (*place, word), f"“{word}”要写{ROWS[table][word]}", ""
        elif isinstance(choices := _choices(table, word), tuple) and choices and value not in choices:
            yield (*place, word), f"“{word}”不能写“{value}”，能写的有：{'、'.join(choices)}", ""
        elif word in MUST and isinstance(value, Mapping):
            yield from _row((*place, word), word, value, known.get(word, {}))
    missing = [word for word in MUST.get(table, ()) if word not in row and word not in known]
    if missing:
        yield place, f"“{place[-1]}”还缺：{'、'.join(missing)}", ""


def _choices(table: str, word: str) -> tuple[str, ...]:
    return ("bool", "number") if word == "kind" and table in {"question", "circumstance"} else ONE_OF.get(word, ()) if table == "licence" else ()


def _is(value: Any, what: str) -> bool:
    return {
        TEXT: isinstance(value, str),
        COUNT: _counts(value),
        TRUTH: isinstance(value, bool),
        WORDS: isinstance(value, list) and all(isinstance(each, str) for each in value),
        COUNTS: isinstance(value, list) and all(_counts(each) for each in value),
        TABLE: isinstance(value, Mapping),
        DAY: isinstance(value, date) and not isinstance(value, datetime),
    }.get(what, True)


def _counts(value: Any) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and 0 <= value <= MOST_DAYS
