"""How a bare answer to each blank is to be read (答问): the kinds that `facts.answer` knows, taken from the blanks themselves.

>>> from gaoxing.forms.field import Field, Kind
>>> blanks = [Field("postcode", "邮政编码", Kind.TEXT), Field("paper_licence", "申领纸质执照", Kind.CHOICE, choices=(("yes", "是"), ("no", "否")))]
>>> kinds(blanks)
{'postcode': ('digits', ()), 'paper_licence': ('choice', (('yes', '是'), ('no', '否')))}
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from gaoxing.forms.field import Field, Kind

READ_AS = {
    Kind.TEXT: "text",
    Kind.MONEY: "amount",
    Kind.PERCENT: "percent",
    Kind.DATE: "due",
    Kind.CHOICE: "choice",
    Kind.BOOLEAN: "choice",
    Kind.ID_NUMBER: "id_number",
    Kind.TELEPHONE: "telephone",
    Kind.INTEGER: "number",
    Kind.ADDRESS: "address",
}
SPECIAL = {"contribution.method": "method", "email": "mail", "postcode": "digits"}
"""Blanks whose answers are read in a way of their own."""

Kinds = dict[str, tuple[str, tuple[tuple[str, str], ...]]]


def kinds(fields: Iterable[Field], special: Mapping[str, str] | None = None, *, without: Iterable[str] = ()) -> Kinds:
    """Path pattern (row numbers as `*`) → how its answer is read, and its choices; `without` are blanks that other readers fill."""
    left_out = frozenset(without)
    own = {**SPECIAL, **(special or {})}
    return {
        path: (own.get(column, READ_AS[field.kind]), field.choices) for path, column, field in _paths(fields) if path not in left_out and field.kind in READ_AS
    }


def _paths(fields: Iterable[Field]) -> Iterator[tuple[str, str, Field]]:
    for field in fields:
        if field.kind is Kind.ROWS:
            yield from ((f"{field.id}.*.{column.id}", column.id, column) for column in field.columns)
        else:
            yield field.id, field.id, field
