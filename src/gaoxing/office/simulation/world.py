"""The world of a run (模拟的世界): its chance, its calendar, its scale, and hands that are busy.

Chance is drawn anew for every key, never from a state: a run that goes on after it was stopped draws what it would have drawn.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from math import floor
from random import Random
from typing import Any

from gaoxing.casework.office_calendar import Calendar
from gaoxing.office.people.models import Person, Unit
from gaoxing.office.simulation.models import Hands, Noted, Run
from gaoxing.office.simulation.units import code_of

APPLICANT = ("applicant", "")
OFTEN = 8
"""How often the first applicant comes where everybody else comes once: whoever signs in as them has something to see."""


@dataclass
class World:
    """A run, the zone's calendar, and until when everybody is busy; what changes in a step is written with it (`settle`) or forgotten (`forget`)."""

    run: Run
    calendar: Calendar = field(default_factory=Calendar)
    _free: dict[str, datetime] = field(default_factory=dict)
    _changed: dict[str, datetime] = field(default_factory=dict)
    _people: dict[tuple[str, str], tuple[Person, ...]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Whoever is busy still is."""
        self._free = dict(self.run.hands.values_list("worker", "free"))

    @property
    def begins(self) -> date:
        """The first day."""
        return self.run.begins

    @property
    def ends(self) -> date:
        """The last day."""
        months = self.run.begins.month - 1 + self.run.months
        return date(self.run.begins.year + months // 12, months % 12 + 1, self.run.begins.day) - timedelta(days=1)

    def chance(self, *key: object) -> Random:
        """The chance of a key: the same key in the same run draws the same."""
        return Random("/".join(map(str, (self.run.seed, *key))))  # noqa: S311 — a game, not a secret

    def count(self, whole: int) -> int:
        """A year's number at the run's scale and span, at least one."""
        return max(1, floor(whole * float(self.run.scale) * self.run.months / 12 + 0.5))

    def size(self, whole: int) -> int:
        """A number of things that are there at once, at the run's scale, at least one."""
        return max(1, floor(whole * float(self.run.scale) + 0.5))

    def moment(self, chance: Random, day: date | None = None) -> datetime:
        """A moment at which an applicant might act: any day of the span, between eight and twenty-two."""
        day = day or self.begins + timedelta(days=chance.randrange((self.ends - self.begins).days + 1))
        return datetime.combine(day, time(8), tzinfo=self.calendar.zone) + timedelta(seconds=chance.randrange(14 * 3600))

    def people(self, role: str, unit: str = "") -> tuple[Person, ...]:
        """Everybody with a role (`steward`), at a unit where one is named (`people("unit_handler", "fire")`), the demonstration's cast first."""
        if (role, unit) not in self._people:
            held = {"assignments__role": role, **({"assignments__unit__code": code_of(unit)} if unit else {})}
            self._people[role, unit] = tuple(Person.objects.filter(**held).order_by("pk"))
        return self._people[role, unit]

    def person(self, role: str, number: int, unit: str = "") -> Person:
        """Somebody with a role; numbers go round, so that everybody gets their share. `account` is the worker's word for `hands`."""
        found = self.people(role, unit)
        return found[number % len(found)]

    def unit(self, key: str) -> Unit:
        """A unit by the word that `units.UNITS` calls it (`fire`)."""
        return Unit.objects.get(code=code_of(key))

    def applicant(self, number: int) -> Person:
        """Somebody with an account of their own; numbers go round, and the first, who is the demonstration's, comes several times in each."""
        if APPLICANT not in self._people:
            self._people[APPLICANT] = tuple(Person.objects.filter(kind=Person.Kind.APPLICANT).order_by("pk"))
        people = self._people[APPLICANT]
        return people[0 if number % max(1, len(people) // OFTEN) == 0 else number % len(people)]

    def hands(self, worker: str, at: datetime, minutes: int) -> datetime:
        """When a worker has done what comes to them at a moment and takes so many minutes: one thing after the other, in office hours only."""
        begin = self._open(max(at, self._free.get(worker, at)))
        left = timedelta(minutes=minutes)
        while begin + left > (closing := self.calendar.closing(self.calendar.day(begin))):
            left -= closing - begin
            begin = self._open(closing)
        self._free[worker] = self._changed[worker] = begin + left
        return begin + left

    def note(self, kind: str, key: str, **told: Any) -> None:
        """Keep something that the report tells and no record of the office says; written with the step, gone with what comes to nothing."""
        Noted.objects.create(run=self.run, kind=kind, key=key, told=told)

    def settle(self) -> None:
        """Write who is busy, in the transaction of the step."""
        rows = [Hands(run=self.run, worker=worker, free=free) for worker, free in self._changed.items()]
        if rows:
            Hands.objects.bulk_create(rows, update_conflicts=True, unique_fields=["run", "worker"], update_fields=["free"])
        self._changed.clear()

    def forget(self) -> None:
        """The step came to nothing: whoever it kept busy is as free as before."""
        self._changed.clear()
        self._free = dict(self.run.hands.values_list("worker", "free"))

    def _open(self, moment: datetime) -> datetime:
        """The moment itself in office hours; else the next opening."""
        day = self.calendar.day(moment)
        if self.calendar.works(day) and moment < self.calendar.closing(day):
            return max(self.calendar.local(moment), self.calendar.opening(day))
        return self.calendar.opening(self.calendar.after(day, 1))
