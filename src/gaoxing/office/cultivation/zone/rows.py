"""What the zone's ladder is counted from (统计的原始记录): certificates, last verdicts and plans of the enterprises a person sees; nothing is unsealed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
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


def counted(among: QuerySet[Assessed]) -> QuerySet[Assessed]:
    """Those that the zone counts: not what any account typed about an enterprise that is no client of the zone."""
    return among.exclude(owner__isnull=False, client=None)


def held(among: QuerySet[Assessed]) -> tuple[Held, ...]:
    """Their certificates, the first entered first; of one enterprise the same one once, that which tells its first day."""
    known, found = _known(among), dict[tuple[object, ...], Held]()
    rows = Qualification.objects.filter(assessed__in=_numbers(counted(among))).order_by("pk")
    for pk, number, rung, since, until in rows.values_list("pk", "assessed_id", "rung", "since", "until"):
        each = Held(pk, known[number].first, rung, since, until)
        same = (each.enterprise, rung, until) if until else (each.enterprise, rung, None, since)
        if same not in found or (found[same].since is None and since):
            found[same] = each
    return tuple(sorted(found.values(), key=lambda each: each.pk))


def stood(among: QuerySet[Assessed]) -> tuple[Stood, ...]:
    """Their last verdicts before every rung, of each enterprise those of one record; held is what any of its records holds."""
    known = _known(among)
    columns = ("assessed_id", "pk", "rung", "verdict", "unmet", "wants", "assessed__doubts", "held", "lacks")
    found = AssessedRung.objects.filter(assessed__in=_numbers(counted(among))).order_by("pk")
    rows: list[tuple[int, int, str, str, int, int, int, bool, str]] = list(found.values_list(*columns))
    holding = {(known[row[0]].first, row[2]) for row in rows if row[7]}
    return tuple(
        Stood(pk, rung, Verdict(verdict), unmet, wants, doubts, (known[number].first, rung) in holding, lacks)
        for number, pk, rung, verdict, unmet, wants, doubts, _held, lacks in rows
        if known[number].newest == number
    )


def planned(among: QuerySet[Assessed]) -> tuple[Planned, ...]:
    """Their plans to double, year by year; of each enterprise and year one: of the record judged last among those that plan it."""
    known, found = _known(among), dict[tuple[int, int], tuple[tuple[object, ...], Planned]]()
    rows = GrowthYear.objects.filter(assessed__in=_numbers(counted(among))).exclude(planned=None).order_by("year", "pk")
    for number, pk, year, plan, actual in rows.values_list("assessed_id", "pk", "year", "planned", "actual"):
        each, at = Planned(pk, year, plan, actual), known[number]
        other = found.get((at.first, each.year))
        if other is None or at.age > other[0]:
            found[at.first, each.year] = at.age, each
    return tuple(each for _age, each in found.values())


@dataclass(frozen=True)
class _Record:
    """A record among those of its enterprise: the first, that judged last, and how it stands in that order."""

    first: int
    newest: int
    age: tuple[date, int, datetime, int]


def _known(among: QuerySet[Assessed]) -> dict[int, _Record]:
    """The records by number; those of one credit code are one enterprise. Of those judged on one day the newest figures go first."""
    codes, ages = dict[int, object](), dict[int, tuple[date, int, datetime, int]]()
    firsts, newest = dict[object, int](), dict[object, int]()
    rows = counted(among).order_by("pk").values_list("pk", "client__uscc", "uscc", "judged", "year", "changed")
    for pk, official, uscc, judged, year, changed in rows:
        codes[pk] = code = official or uscc or pk
        ages[pk] = judged or date.min, year or 0, changed, pk
        firsts.setdefault(code, pk)
        newest[code] = max(newest.get(code, pk), pk, key=lambda each: ages[each])
    return {pk: _Record(firsts[code], newest[code], ages[pk]) for pk, code in codes.items()}


def enterprises(among: QuerySet[Assessed]) -> int:
    """How many enterprises they are."""
    return len({each.first for each in _known(among).values()})


def _numbers(among: QuerySet[Assessed]) -> QuerySet[Assessed, int]:
    return among.order_by().values_list("pk", flat=True)
