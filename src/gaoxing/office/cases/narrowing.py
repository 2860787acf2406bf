"""By what a list of cases is narrowed (筛选): state, matter, light, unit, who has it in hand, and whose turn it is; all at once, each along the list's index.

>>> Narrowed(state="accepted", handler="nobody").asked
{'state': 'accepted', 'handler': 'nobody'}
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields
from datetime import datetime

from django.db.models import Q

from gaoxing.office.cases import lights
from gaoxing.office.cases.models import Case
from gaoxing.office.people.models import Person

MINE, NOBODY = "mine", "nobody"
APPLICANT, OFFICE = "applicant", "office"
"""Whose turn it is."""

_DIGITS = 12


@dataclass(frozen=True)
class Narrowed:
    """What is asked for; empty: everything. `unit` and `handler` are numbers as an address holds them, `handler` also `mine` or `nobody`."""

    state: str = ""
    matter: str = ""
    light: str = ""
    unit: str = ""
    handler: str = ""
    turn: str = ""

    @property
    def asked(self) -> dict[str, str]:
        """What is asked for, nothing that is empty."""
        return {name: value for name, value in asdict(self).items() if value}

    def condition(self, person: Person, *, now: datetime) -> Q:
        """All of it as one condition of the database."""
        found = Q(**{name: value for name, value in (("state", self.state), ("matter", self.matter), ("unit", self.unit)) if value})
        if self.light:
            found &= lights.condition(self.light, now=now)
        if self.handler:
            found &= _in_hand_of(self.handler, person)
        if self.turn:
            waits = Q(state=Case.State.CORRECTION_ASKED)
            found &= waits if self.turn == APPLICANT else ~waits
        return found


def read(given: Mapping[str, str]) -> tuple[Narrowed, bool]:
    """What an address asks for, and whether all of it was understood: what nobody knows is left out."""
    told = {each.name: given.get(each.name, "")[:64] for each in fields(Narrowed)}
    known = {name: value for name, value in told.items() if value and _known(name, value)}
    return Narrowed(**known), len(known) == sum(map(bool, told.values()))


def _known(name: str, value: str) -> bool:
    words = {"state": set(Case.State.values) - {Case.State.DRAFT}, "light": set(lights.CONDITIONS), "turn": {APPLICANT, OFFICE}}
    if name in words:
        return value in words[name]
    if name == "matter":
        return value.isascii() and value.isidentifier()
    return (name == "handler" and value in (MINE, NOBODY)) or (value.isascii() and value.isdecimal() and len(value) < _DIGITS)


def _in_hand_of(handler: str, person: Person) -> Q:
    if handler == NOBODY:
        return Q(handler=None)
    return Q(handler=person.pk if handler == MINE else int(handler))
