"""The parties of a company's form seen as records (股东、董监高): one record a row, with the path it stands at.

Rows keep their own number even where an earlier row was taken out.

>>> from gaoxing.forms.form import Answer, Source
>>> form = Form("company_registration", "2026", {"parties.2.name": Answer("张三", Source.SAID), "parties.2.roles": Answer(("director",), Source.SAID)})
>>> [(each.path, each.name, each.roles) for each in parties(form)]
[('parties.2', '张三', ('director',))]
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from typing import Any

from gaoxing.forms.form import Form

HEADS = ("name", "item", "category")
"""The columns that a row is known by (行首栏), the first that its list has: a person's name, the item changed, the class of a request."""


@dataclass(frozen=True)
class Party:
    """One row (一位): `answers` maps the column's id to its value; `path` is where the row stands, such as `parties.0`."""

    path: str
    answers: Mapping[str, Any]

    @property
    def name(self) -> str:
        """The name as given; empty where none was."""
        return str(self.answers.get("name", ""))

    @property
    def key(self) -> str:
        """What tells the row from others of its list: its name, else what it is about; empty where neither is known."""
        return next((self.text(column) for column in HEADS if self.text(column)), "")

    @property
    def called(self) -> str:
        """The name for a sentence."""
        return self.name or "这一位"

    @property
    def roles(self) -> tuple[str, ...]:
        """The offices held."""
        return tuple(self.answers.get("roles", ()))

    @property
    def is_enterprise(self) -> bool:
        """Whether this party was said to be an organisation."""
        return bool(self.answers.get("kind") == "enterprise")

    @property
    def is_person(self) -> bool:
        """Whether this party was said to be a natural person."""
        return bool(self.answers.get("kind") == "person")

    @property
    def is_shareholder(self) -> bool:
        """Whether this party holds a share or pays in."""
        return "shareholder" in self.roles or any(column.startswith("contribution.") for column in self.answers)

    @property
    def amount(self) -> Decimal | None:
        """The contribution in whole currency units, or None."""
        return number(self.answers.get("contribution.amount"))

    @property
    def percent(self) -> Decimal | None:
        """The share, of 100, or None."""
        return number(self.answers.get("contribution.percent"))

    def text(self, column: str) -> str:
        """A column's value as text; empty where there is none."""
        return str(self.answers.get(column, ""))

    def at(self, column: str) -> str:
        """The full path of a column of this row."""
        return f"{self.path}.{column}"


def parties(form: Form, prefix: str = "parties") -> tuple[Party, ...]:
    """The rows of a list blank, in the order of their numbers."""
    rows: dict[int, dict[str, Any]] = {}
    opening = f"{prefix}."
    for path, answer in form.answers.items():
        if not path.startswith(opening):
            continue
        row, _, column = path[len(opening) :].partition(".")
        if row.isdecimal() and column:
            rows.setdefault(int(row), {})[column] = answer.value
    return tuple(Party(f"{prefix}.{row}", rows[row]) for row in sorted(rows))


def shareholders(form: Form) -> tuple[Party, ...]:
    """The parties that hold shares."""
    return tuple(each for each in parties(form) if each.is_shareholder)


def holders(form: Form, role: str) -> tuple[Party, ...]:
    """The parties that hold an office."""
    return tuple(each for each in parties(form) if role in each.roles)


def everyone(form: Form) -> tuple[Party, ...]:
    """Everybody on a form of any matter: the parties, the operator (one person without rows), the family members."""
    operator = {path.removeprefix("operator."): answer.value for path, answer in form.answers.items() if path.startswith("operator.")}
    single = (Party("operator", operator),) if operator else ()
    return parties(form) + single + parties(form, "family_members")


def number(value: Any) -> Decimal | None:
    """A decimal text as a number; None where it is no finite number."""
    try:
        read = Decimal(str(value))
    except InvalidOperation:
        return None
    return read if read.is_finite() else None


def capital(form: Form) -> Decimal | None:
    """The registered capital in whole currency units; None where it is unknown or not above zero."""
    money = form.value("registered_capital")
    amount = number(money.get("amount")) if isinstance(money, Mapping) else None
    return amount if amount is not None and amount > 0 else None
