"""What is known of an enterprise when it is assessed (自评数据): the answers of one form, by input and, where it is a year's, by year.

A year's input is named `revenue@2025`. What the form left open between two readings is not known.

>>> from gaoxing.forms.form import Answer, Form, Source
>>> said = {"founded": "2019-03-01", "years.0.year": 2025, "years.0.staff": 110, "years.0.revenue": "80000000"}
>>> inputs = Inputs.of(Form("cultivation", "2026", {path: Answer(value, Source.TYPED) for path, value in said.items()}))
>>> inputs.number("staff", 2025), inputs.number("staff", 2024), inputs.day("founded")
(Fraction(110, 1), None, datetime.date(2019, 3, 1))
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal, InvalidOperation
from fractions import Fraction
from functools import cached_property
from typing import Any

from gaoxing.forms.form import Form

YEARS = "years"
"""The list of the form that holds one row a year."""


def of_year(name: str, year: int) -> str:
    """The name of a year's input.

    >>> of_year("revenue", 2025)
    'revenue@2025'
    """
    return f"{name}@{year}"


@dataclass(frozen=True)
class Inputs:
    """The values by input; an input that nobody told is not there. Numbers are worked out once: eight rungs ask for the same ones."""

    values: Mapping[str, Any]
    _numbers: dict[str, Fraction | None] = field(default_factory=dict, init=False, repr=False, compare=False)

    @classmethod
    def of(cls, form: Form) -> Inputs:
        """The inputs of a form: single answers, lists as they are, and every year's figures by year; of two rows of one year neither counts."""
        told = form.to_contract()
        rows = [row for row in told.pop(YEARS, ()) if isinstance(row.get("year"), int)]
        asked = {each.field for each in form.asks}
        years = [row["year"] for row in rows]
        single = {name: value for name, value in told.items() if name not in asked}
        yearly = {of_year(name, row["year"]): value for row in rows if years.count(row["year"]) == 1 for name, value in row.items() if name != "year"}
        return cls({**single, **yearly})

    def number(self, name: str, year: int | None = None) -> Fraction | None:
        """A count, a percentage or an amount in yuan; None where it is not told, or is in another currency."""
        return self._number(name if year is None else f"{name}@{year}")

    def amount(self, name: str, currency: str) -> Fraction | None:
        """An amount of money in this currency; None where it is not told in it."""
        value = self._get(name, None)
        return _fraction(value.get("amount")) if isinstance(value, Mapping) and value.get("currency") == currency else None

    def yes(self, name: str) -> bool | None:
        """What was answered to a question of yes or no; None where it was not."""
        value = self._get(name, None)
        return value if isinstance(value, bool) else None

    def chosen(self, name: str) -> tuple[str, ...] | None:
        """The choices that were made; None where nobody told."""
        value = self._get(name, None)
        if value is None:
            return None
        return (value,) if isinstance(value, str) else tuple(value)

    def day(self, name: str) -> date | None:
        """A whole day; None where it is not told, or only its month or year."""
        value = self._get(name, None)
        try:
            return date.fromisoformat(value) if isinstance(value, str) else None
        except ValueError:
            return None

    def rows(self, name: str) -> tuple[Mapping[str, Any], ...] | None:
        """The rows of a list; None where nobody told of any."""
        value = self._get(name, None)
        return None if value is None else tuple(value)

    @cached_property
    def by_year(self) -> Mapping[int, Mapping[str, Fraction | int]]:
        """Year → its numbers by name, in the order of the years, whole ones as such; what is not told, or is in another currency, is not there."""
        rows: dict[int, dict[str, Fraction | int]] = {year: {} for year in self.years}
        for key in self.values:
            name, _, year = key.partition("@")
            if year and (number := self._number(key)) is not None:
                rows[int(year)][name] = number.numerator if number.denominator == 1 else number
        return rows

    @cached_property
    def years(self) -> tuple[int, ...]:
        """The years of which anything was told, in order."""
        return tuple(sorted({int(key.rpartition("@")[2]) for key in self.values if "@" in key}))

    def lacking(self, names: Iterable[tuple[str, int | None]]) -> tuple[str, ...]:
        """Which of these inputs are not there, by the names that a year's input has."""
        keys = (name if year is None else of_year(name, year) for name, year in names)
        return tuple(key for key in keys if self.values.get(key) is None)

    def _number(self, key: str) -> Fraction | None:
        if key not in self._numbers:
            value = self.values.get(key)
            if not isinstance(value, (str, int)) and isinstance(value, Mapping):
                value = value.get("amount") if value.get("currency") == "CNY" else None
            self._numbers[key] = _fraction(value)
        return self._numbers[key]

    def _get(self, name: str, year: int | None) -> Any:
        return self.values.get(name if year is None else of_year(name, year))


def _fraction(value: Any) -> Fraction | None:
    if isinstance(value, bool) or not isinstance(value, (int, str)):
        return None
    if isinstance(value, int) or (value.isascii() and value.isdigit()):
        return Fraction(int(value))
    try:
        return Fraction(Decimal(value))
    except (InvalidOperation, ValueError, OverflowError):
        return None
