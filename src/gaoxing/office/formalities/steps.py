"""The steps after the licence (开办后续事项) as data: what each is, which body does it, what that body is given, and how to do it oneself.

>>> [each.id for each in steps()]
['seal', 'tax', 'social_insurance', 'housing_fund', 'bank']
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from django.conf import settings

from gaoxing.engines.registers.body import Body
from gaoxing.engines.registers.setting import chosen
from gaoxing.office.language import in_english

VALUES = frozenset({"name", "uscc", "legal_representative", "address", "established", "contact", "mobile", "employees"})
"""What a body may be given at all."""


@dataclass(frozen=True)
class Step:
    """A step (一项后续事项). `needs` are the values its body is given; `staff`: it concerns only whoever employs somebody."""

    id: str
    prefix: str
    term: str
    english: str
    body: str
    body_english: str
    basis: str
    needs: tuple[str, ...]
    own: str
    own_english: str
    mark: str
    staff: bool = False

    @property
    def word(self) -> str:
        """What it is called in the page's language."""
        return self.english if in_english() else self.term

    @property
    def whose(self) -> str:
        """The body in the page's language."""
        return self.body_english if in_english() else self.body

    @property
    def by_oneself(self) -> str:
        """How to do it oneself, in the page's language."""
        return self.own_english if in_english() else self.own


@cache
def steps() -> tuple[Step, ...]:
    """Every step in its order. Raises ValueError for a value that no body may be given."""
    rows = tomllib.loads((files("gaoxing.office.formalities") / "steps.toml").read_text(encoding="utf-8"))
    found = tuple(Step(id=name, **{**row, "needs": tuple(row["needs"])}) for name, row in rows.items())
    if strange := sorted({need for each in found for need in each.needs} - VALUES):
        raise ValueError(f"steps.toml: {strange}")
    return found


def step(name: str) -> Step | None:
    """The step of that id; None where there is none."""
    return next((each for each in steps() if each.id == name), None)


def body_of(one: Step) -> Body | None:
    """The body that the operator connected for a step; None where none is. Raises a permanent Fault that names the setting that cannot be read."""
    return chosen(one.prefix, one.body, settings.BODIES)
