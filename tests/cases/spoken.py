"""One spoken value and the form that was meant (for `spoken_values`), and what is to be said of an answer to it. Nothing is taken from the house."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Any

ONE, TWO, THREE = "岳小满", "邝子安", "陶云帆"
"""Who is named in the carriers."""
ON = date(2026, 11, 25)
LEAVE = None
"""A value that no careful reader fills in: vague, bounded, or open between two meanings."""


@dataclass(frozen=True)
class Said:
    """What is said (`turns` as the contract has them), the blank it gives and the value meant there; `others` are further blanks the words give."""

    kind: str
    matter: str
    turns: tuple[dict[str, str], ...]
    blank: str
    meant: Any
    others: dict[str, Any] = field(default_factory=dict)
    readings: tuple[Any, ...] = ()
    """Where the value is open between these, asking for them is right."""


def leaves(value: Any, path: str = "") -> Iterator[tuple[str, Any]]:
    """(path, value) of every leaf; money and terms are leaves, rows of people go by their names."""
    if isinstance(value, dict) and not {"currency", "years"} & set(value):
        for key, each in value.items():
            yield from leaves(each, f"{path}.{key}" if path else key)
    elif isinstance(value, list) and value and isinstance(value[0], dict):
        for each in value:
            yield from leaves({key: every for key, every in each.items() if key != "name"}, f"{path}.{each.get('name', '?')}")
    else:
        yield path, value


def judge(said: Said, answer: dict[str, Any]) -> str:
    """`right`, `asked` (a question that offers the value meant), `absent`, or `wrong`."""
    given = dict(leaves(answer["form"]))
    expected = {said.blank: said.meant, **said.others}
    numbers = {path: value for path, value in given.items() if not path.endswith(("kind", "roles")) and path not in FREE}
    if any(path not in expected or expected[path] != value for path, value in numbers.items()):
        return "wrong"
    if said.meant is not None and said.blank in given:
        return "right"
    offered = [reading for ask in answer["asks"] for reading in ask["readings"] if ask["field"].split(".")[-1] == said.blank.split(".")[-1]]
    if any(reading == said.meant or reading in said.readings for reading in offered):
        return "asked"
    return "right" if said.meant is None and not said.readings else "absent"


FREE = frozenset({"name", "company_type", "business_scope", "composition"})
"""Blanks of the carriers that are not what is measured here."""


def money(amount: Decimal | int, currency: str = "CNY") -> dict[str, str]:
    """The contract's money."""
    return {"amount": format(Decimal(amount).normalize(), "f"), "currency": currency}


def plain(value: Decimal) -> str:
    """A decimal as the contract writes it."""
    return format(value.normalize(), "f")
