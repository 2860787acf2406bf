"""Questions that every request asks (编译一次的查询): put into SQL once for each connection, for that takes the ORM longer than the database takes to answer.

The question is an ordinary queryset, built with marks in place of its values; each time it is asked, the values take the marks' places as parameters.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date, timedelta
from typing import Any, TypeVar

from django.db import connections
from django.db.models import Model, QuerySet
from django.db.models.sql.compiler import SQLCompiler

Value = int | str | date
Record = TypeVar("Record", bound=Model)

_NUMBER, _TEXT, _DAY = -7_700_000_000_000, "\ue000mark", date(1700, 1, 1)
"""What marks are made of: no record has such a number, no text holds a private letter, nothing happened on such a day."""


class Compiled:
    """A question: `build` makes a `values_list` of values by name, each as it is given here only an example of its kind (a whole number, a text, a day)."""

    def __init__(self, build: Callable[..., QuerySet[Any, tuple[Any, ...]]], examples: Mapping[str, Value]) -> None:
        self.build, self.marks = build, {name: _mark(example, place) for place, (name, example) in enumerate(examples.items())}

    def __call__(self, **values: Value) -> tuple[tuple[Any, ...], ...]:
        """The rows, as the queryset would give them. Raises KeyError where a value is missing."""
        connection = connections["default"]
        compiler, sql, places = _kept(connection).get(self) or self._compile(connection)
        given = {name: connection.ops.adapt_datefield_value(each) if isinstance(each, date) else each for name, each in values.items()}
        with connection.cursor() as cursor:
            cursor.execute(sql, [given[each.name] if isinstance(each, _Place) else each for each in places])
            return tuple(map(tuple, compiler.results_iter([cursor.fetchall()])))

    def _compile(self, connection: Any) -> tuple[SQLCompiler, str, tuple[Any, ...]]:
        names = {str(mark): name for name, mark in self.marks.items()}
        compiler: SQLCompiler = self.build(**self.marks).query.get_compiler(connection.alias)
        sql, params = compiler.as_sql()
        found = compiler, sql, tuple(_Place(names[str(each)]) if str(each) in names else each for each in params)
        _kept(connection)[self] = found
        return found


class _Place:
    """Where a value goes."""

    def __init__(self, name: str) -> None:
        self.name = name


def columns(model: type[Model], prefix: str = "") -> tuple[str, ...]:
    """The columns of a whole record, as a `values_list` names them; behind a relation with its `prefix`."""
    return tuple(f"{prefix}{each.attname}" for each in model._meta.concrete_fields)


def record(model: type[Record], values: Sequence[Any]) -> Record:
    """The record of these columns' values."""
    return model.from_db("default", [each.attname for each in model._meta.concrete_fields], values)


def _kept(connection: Any) -> dict[Compiled, tuple[SQLCompiler, str, tuple[Any, ...]]]:
    """What was compiled for this connection; it goes with it."""
    found: dict[Compiled, tuple[SQLCompiler, str, tuple[Any, ...]]] = vars(connection).setdefault("gaoxing_compiled", {})
    return found


def _mark(example: Value, place: int) -> Value:
    if isinstance(example, int):
        return _NUMBER - place
    return f"{_TEXT}{place}" if isinstance(example, str) else _DAY + timedelta(days=place)
