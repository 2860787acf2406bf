"""A row of the changes (变更事项的一行): the item, its columns with their words, where it was first and last spoken of.

>>> row("name", {"to": ("某某店", ()), "from": ("", ())}, ()).columns
{'item': ('name', ()), 'to': ('某某店', ())}
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from gaoxing.facts.fact import Evidence, Value

Words = tuple[Evidence, ...]
Columns = dict[str, tuple[Value, Words]]
Place = tuple[int, int]


@dataclass(frozen=True)
class Row:
    """One change. `spot` and `latest` are (turn, place in the cleaned turn)."""

    item: str
    columns: Columns
    spot: Place
    latest: Place


def row(item: str, columns: Mapping[str, tuple[Value, Words]], words: Words, *, spot: Place = (0, 0), latest: Place | None = None) -> Row:
    """A row of the columns that hold anything; `words` are what shows that this item changes."""
    said = {column: (value, evidence) for column, (value, evidence) in columns.items() if value}
    return Row(item, {"item": (item, words), **said}, spot, spot if latest is None else latest)
