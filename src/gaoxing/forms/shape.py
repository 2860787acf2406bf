"""What may stand where in a form (栏目与写法): whether a path names a blank, and whether a value has the shape of that blank's kind.

Only the shape is looked at: what a value says is the rules' business, a choice that the form does not offer too.

>>> from gaoxing.forms.field import Field, Kind
>>> blanks = [Field("parties", "股东", Kind.ROWS, columns=(Field("name", "姓名", Kind.TEXT),))]
>>> blank(blanks, "parties.0.name").label, blank(blanks, "parties.name") is None
('姓名', True)
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from datetime import date
from typing import Any

from gaoxing.forms.field import Field
from gaoxing.standards.expression import expression

ROW = expression(r"(?:0|[1-9]\d{0,2})", re.ASCII)
DECIMAL = expression(r"\d{1,18}(?:\.\d{1,6})?", re.ASCII)
CURRENCY = expression(r"[A-Z]{3}", re.ASCII)
DAY = expression(r"\d{4}(-\d{2}){0,2}", re.ASCII)
LONGEST_TEXT = 20_000
LARGEST = 1e15


def blank(fields: Iterable[Field], path: str) -> Field | None:
    """The blank at exactly this path: a list's blank needs a row's number (0 to 999), any other has none; None where there is none."""
    for field in fields:
        if not field.columns and field.id == path:
            return field
        if field.columns and path.startswith(f"{field.id}."):
            row, _, column = path.removeprefix(f"{field.id}.").partition(".")
            return next((each for each in field.columns if each.id == column), None) if ROW.fullmatch(row) else None
    return None


def fits(field: Field, path: str, value: object) -> bool:
    """Whether the value has the shape of the blank at this path. An amount in a row is a bare decimal, in the capital's currency."""
    if str(field.kind) == "money" and path != field.id and field.like is None:
        return _decimal(field, value)
    return SHAPES.get(str(field.kind), _text)(field, value)


def is_day(text: str) -> bool:
    """Whether a text is a day, a month or a year that the calendar has: 2029-06-30, 2029-06, 2029."""
    if DAY.fullmatch(text) is None:
        return False
    try:
        date.fromisoformat((text + "-01-01")[:10])
    except ValueError:
        return False
    return True


def _text(field: Field, value: object) -> bool:
    return isinstance(value, str) and len(value) <= LONGEST_TEXT and bool(field.id)


def _decimal(field: Field, value: object) -> bool:
    return _text(field, value) and DECIMAL.fullmatch(str(value)) is not None


def _money(field: Field, value: object) -> bool:
    if not isinstance(value, Mapping) or value.keys() != {"amount", "currency"}:
        return False
    return _decimal(field, value["amount"]) and _text(field, value["currency"]) and CURRENCY.fullmatch(value["currency"]) is not None


def _integer(field: Field, value: object) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and 0 <= value < LARGEST and bool(field.id)


def _boolean(field: Field, value: object) -> bool:
    return isinstance(value, bool) and bool(field.id)


def _number(field: Field, value: object) -> bool:
    """A finite number not below zero, whole or not."""
    return isinstance(value, int | float) and not isinstance(value, bool) and 0 <= value < LARGEST and bool(field.id)


def _years(value: object) -> bool:
    if not isinstance(value, Mapping) or value.keys() != {"years"}:
        return False
    years: Any = value["years"]
    return isinstance(years, int) and not isinstance(years, bool) and 0 < years < 1000


def _term(field: Field, value: object) -> bool:
    return _years(value) or (_text(field, value) and value == "indefinite")


def _date(field: Field, value: object) -> bool:
    return _years(value) or (_text(field, value) and is_day(str(value)))


def _texts(field: Field, value: object) -> bool:
    return isinstance(value, tuple) and all(_text(field, each) for each in value)


SHAPES: Mapping[str, Callable[[Field, object], bool]] = {
    "money": _money,
    "percent": _decimal,
    "area": _decimal,
    "integer": _integer,
    "boolean": _boolean,
    "number": _number,
    "term": _term,
    "date": _date,
    "choices": _texts,
    "texts": _texts,
    "scope": _texts,
}
