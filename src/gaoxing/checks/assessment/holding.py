"""The certificates of many enterprises (资质清单), counted: which run on a day, which are new in a year, which expire; planned against actual. Pure.

A certificate without its last day runs for certain on no day; one without its first counts today only, for of earlier days nobody knows.

>>> rows = (Held(1, 7, "gazelle", date(2024, 5, 1), date(2026, 12, 31)), Held(2, 8, "gazelle", None, None))
>>> valid(rows, date(2026, 11, 26), today=date(2026, 11, 26)).members, begun(rows, 2024).members
((1,), (1,))
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import ROUND_HALF_UP, Decimal

_TENTH = Decimal("0.1")


@dataclass(frozen=True)
class Held:
    """A certificate: its number and its enterprise's in their tables, its rung's id, first and last day; None where one is not known."""

    pk: int
    enterprise: int
    kind: str
    since: date | None
    until: date | None


@dataclass(frozen=True)
class Counted:
    """Certificates by number: those counted, and those of which nobody can say because a day is missing."""

    members: tuple[int, ...]
    undated: tuple[int, ...] = ()


@dataclass(frozen=True)
class Year:
    """A rung in a year: what ran on its last day (today, where it still runs), what began in it, and of that the enterprise's first of the kind."""

    kind: str
    year: int
    valid: Counted
    begun: Counted
    first: Counted


@dataclass(frozen=True)
class Reached:
    """A plan against what came of it (倍增计划), of those of which both are told: sums in yuan, or counts."""

    planned: Decimal
    actual: Decimal

    @property
    def share(self) -> Decimal | None:
        """What came of it in a hundred of the plan, one decimal; None of a plan of nothing."""
        return (self.actual * 100 / self.planned).quantize(_TENTH, ROUND_HALF_UP) if self.planned > 0 else None


def valid(rows: Iterable[Held], on: date, *, today: date) -> Counted:
    """The certificates that run on a day, one an enterprise and kind: that which runs longest."""
    running, undated = dict[tuple[int, str], Held](), list[Held]()
    for row in rows:
        runs = _runs(row, on, today=today)
        if runs is None:
            undated.append(row)
        elif runs:
            other = running.get((row.enterprise, row.kind))
            running[row.enterprise, row.kind] = row if other is None or _last(row) > _last(other) else other
    doubtful = (each for each in undated if (each.enterprise, each.kind) not in running)
    return Counted(tuple(each.pk for each in running.values()), tuple(each.pk for each in doubtful))


def begun(rows: Iterable[Held], year: int) -> Counted:
    """The certificates that begin in a year (当年新认定), renewals among them, one an enterprise, kind and first day; undated are those without one."""
    found = tuple(rows)
    members = dict[tuple[int, str, date], int]()
    for each in found:
        if each.since is not None and each.since.year == year:
            members.setdefault((each.enterprise, each.kind, each.since), each.pk)
    return Counted(tuple(members.values()), tuple(each.pk for each in found if each.since is None))


def first(rows: Iterable[Held], year: int) -> Counted:
    """Of those that begin in a year, the enterprise's first of the kind (首次认定); undated where another of the kind has no first day."""
    held = defaultdict[tuple[int, str], list[Held]](list)
    for row in rows:
        held[row.enterprise, row.kind].append(row)
    members, undated = list[int](), list[int]()
    for each in held.values():
        dated = sorted((row.since, row.pk) for row in each if row.since is not None)
        if dated and dated[0][0].year == year:
            (members if len(dated) == len(each) else undated).append(dated[0][1])
    return Counted(tuple(members), tuple(undated))


def years(rows: Iterable[Held], kinds: Sequence[str], wanted: Iterable[int], *, today: date) -> tuple[Year, ...]:
    """Each rung in each year that has begun, by rung and year."""
    sorted_out = defaultdict[str, list[Held]](list)
    for row in rows:
        sorted_out[row.kind].append(row)
    begun_years = [each for each in wanted if each <= today.year]
    return tuple(_year(sorted_out[kind], kind, year, today=today) for kind in kinds for year in begun_years)


def expiring(rows: Iterable[Held], *, today: date, days: int) -> tuple[Held, ...]:
    """The certificates that run today and end within so many days, the first to end first; not where another of its enterprise and kind runs on longer."""
    found = tuple(rows)
    running = set(valid(found, today, today=today).members)
    last = today + timedelta(days=days)
    longest = {(row.enterprise, row.kind): _last(row) for row in sorted((each for each in found if each.until is not None), key=_last)}
    ends = [row for row in found if row.pk in running and _last(row) <= last and longest[row.enterprise, row.kind] == _last(row)]
    return tuple(sorted(ends, key=lambda row: (_last(row), row.kind, row.pk)))


def lapsed(rows: Iterable[Held], *, today: date) -> tuple[Held, ...]:
    """The last certificate of each enterprise and kind where none runs any more, the last to end first; not where one has no last day."""
    latest, open_ended = dict[tuple[int, str], Held](), set[tuple[int, str]]()
    for row in rows:
        key = row.enterprise, row.kind
        if row.until is None:
            open_ended.add(key)
        elif key not in latest or _last(row) > _last(latest[key]):
            latest[key] = row
    over = (row for key, row in latest.items() if _last(row) < today and key not in open_ended)
    return tuple(sorted(over, key=lambda row: (_last(row), row.pk), reverse=True))


def _year(rows: Sequence[Held], kind: str, year: int, *, today: date) -> Year:
    return Year(kind, year, valid(rows, min(date(year, 12, 31), today), today=today), begun(rows, year), first(rows, year))


def _runs(row: Held, on: date, *, today: date) -> bool | None:
    """Whether it runs on a day; None where a day is missing to say so."""
    if (row.until is not None and row.until < on) or (row.since is not None and row.since > on):
        return False
    if row.until is None:
        return None
    return True if row.since is not None or on >= today else None


def _last(row: Held) -> date:
    return row.until or date.min
