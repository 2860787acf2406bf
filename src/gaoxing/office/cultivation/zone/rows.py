"""What the zone's ladder is counted from (统计的原始记录): certificates, last verdicts and plans of the enterprises a person sees; nothing is unsealed."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.db.models import QuerySet

from gaoxing.checks.assessment.holding import Held
from gaoxing.checks.assessment.verdict import Verdict
from gaoxing.office.aftercare.permissions import leads, stewarded
from gaoxing.office.cultivation.models import Assessed, AssessedRung, GrowthYear, Qualification
from gaoxing.office.people.models import Person
from gaoxing.office.people.permissions import may

SEE = "see_zone_ladder"
"""The act of the policy table."""


@dataclass(frozen=True)
class Stood:
    """A last verdict: its number in the table, its rung, how many conditions are not met and inputs missing, what the one step lacks."""

    pk: int
    rung: str
    verdict: Verdict
    unmet: int
    wants: int
    doubts: int
    held: bool
    lacks: str


@dataclass(frozen=True)
class Planned:
    """A year of a plan to double: its number in the table, the year, what was planned and what came of it; None where not told."""

    pk: int
    year: int
    planned: Decimal | None
    actual: Decimal | None


def scope(person: Person, *, on: date) -> QuerySet[Assessed]:
    """The enterprises that a person counts: a leader all, a steward those of the clients they serve; nobody else any."""
    if not person.is_staff_member or not may(person, SEE, on=on):
        return Assessed.objects.none()
    return Assessed.objects.all() if leads(person, SEE, on=on) else Assessed.objects.filter(client__in=stewarded(person, on=on, act=SEE).values("pk"))


def held(among: QuerySet[Assessed]) -> tuple[Held, ...]:
    """Their certificates, the first entered first."""
    found = Qualification.objects.filter(assessed__in=_numbers(among)).order_by("pk")
    return tuple(Held(*row) for row in found.values_list("pk", "assessed_id", "rung", "since", "until"))


def stood(among: QuerySet[Assessed]) -> tuple[Stood, ...]:
    """Their last verdicts before every rung."""
    found = AssessedRung.objects.filter(assessed__in=_numbers(among)).order_by("pk")
    columns = ("pk", "rung", "verdict", "unmet", "wants", "assessed__doubts", "held", "lacks")
    rows: Iterable[tuple[int, str, str, int, int, int, bool, str]] = found.values_list(*columns)
    return tuple(Stood(pk, rung, Verdict(verdict), unmet, wants, doubts, held, lacks) for pk, rung, verdict, unmet, wants, doubts, held, lacks in rows)


def planned(among: QuerySet[Assessed]) -> tuple[Planned, ...]:
    """Their plans to double, year by year."""
    found = GrowthYear.objects.filter(assessed__in=_numbers(among)).order_by("year", "pk")
    return tuple(Planned(*row) for row in found.values_list("pk", "year", "planned", "actual"))


def _numbers(among: QuerySet[Assessed]) -> QuerySet[Assessed, int]:
    return among.order_by().values_list("pk", flat=True)
