"""The tours as they stand in `tours.toml` (导览表): for each role the pages in the order in which a day goes.

>>> tour("steward").term, tour("nobody") is None
('服务专员', True)
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from gaoxing.casework.table import Term

VISITOR = "visitor"
"""The tour of nobody in particular: one is signed out for it."""


@dataclass(frozen=True)
class Stop:
    """A page of the tour: its route and the kind of row it shows (`of`, empty for a page without one), its heading, and what to look at."""

    route: str
    title: Term
    look: Term
    of: str = ""


@dataclass(frozen=True)
class Tour:
    """A role's way: whom of the cast one goes as, what it is called and about, and its pages."""

    id: str
    person: str
    name: Term
    about: Term
    stops: tuple[Stop, ...]

    @property
    def term(self) -> str:
        """The role as it is called."""
        return self.name.term


@cache
def tours() -> Mapping[str, Tour]:
    """Every tour by its id, in the order of the file. Raises KeyError and TypeError for a file that is not sound."""
    rows = tomllib.loads(files(__package__).joinpath("tours.toml").read_text(encoding="utf-8"))["tour"]
    return {row["id"]: _tour(row) for row in rows}


def tour(found: str) -> Tour | None:
    """The tour of an id; None where there is none."""
    return tours().get(found)


def _tour(row: Mapping[str, Any]) -> Tour:
    name, about = Term(row["id"], row["term"], row["english"]), Term(row["id"], row["about"], row["about_english"])
    return Tour(row["id"], row.get("person", row["id"]), name, about, tuple(map(_stop, row["stops"])))


def _stop(row: Mapping[str, Any]) -> Stop:
    route = row["route"]
    return Stop(route, Term(route, row["title"], row["english"]), Term(route, row["look"], row["look_english"]), row.get("of", ""))
