"""The records of a number (数字的明细): exactly those that it counts, a page at a time by keyset."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.db.models import Model
from django.utils.translation import gettext as _

from gaoxing.engines.workbook import Written
from gaoxing.office.cultivation.models import Assessed, AssessedRung, GrowthYear, Qualification
from gaoxing.office.cultivation.zone import counting, rows, wording
from gaoxing.office.cultivation.zone.counting import CERTIFICATES, PLANS, STANDINGS, Which
from gaoxing.office.people.models import Person

PAGE = 50
FIRST_YEAR, LAST_YEAR = 2000, 2100

_DIGITS, _LONGEST = 19, 60
_TABLES: Mapping[type[Model], tuple[Which, ...]] = {Qualification: CERTIFICATES, AssessedRung: tuple(STANDINGS), GrowthYear: PLANS}


@dataclass(frozen=True)
class Asked:
    """Which records are asked for: of which number, of which rung (empty: all) and year, and narrowed to what is lacking."""

    which: Which
    rung: str = ""
    year: int | None = None
    by: str = ""

    @property
    def address(self) -> dict[str, str]:
        """As an address holds it."""
        told = {"which": str(self.which), "rung": self.rung, "year": str(self.year or ""), "by": self.by}
        return {name: value for name, value in told.items() if value}

    @property
    def title(self) -> str:
        """What they are called."""
        return wording.title_of(self.which, self.rung, self.year, self.by)

    @property
    def definition(self) -> str:
        """How they are counted."""
        return str(wording.DEFINITIONS[self.which])


@dataclass(frozen=True)
class Row:
    """A record as the list shows it: the number of its enterprise's own page and its name, the rung or year, days and number of a certificate, what to say."""

    ladder: str
    enterprise: str
    of: str
    number: str
    since: date | None
    until: date | None
    told: str


def read(given: Mapping[str, str]) -> Asked | None:
    """What an address asks for; None where it names no number, no rung or no year."""
    which, rung, year, by = (given.get(name, "").strip()[:_LONGEST] for name in ("which", "rung", "year", "by"))
    sound = not year or (year.isascii() and year.isdecimal() and FIRST_YEAR <= int(year) <= LAST_YEAR)
    if which not in tuple(Which) or (rung and rung not in wording.NAMES) or not sound:
        return None
    return Asked(Which(which), rung, int(year) if year else None, by)


def members(person: Person, asked: Asked, *, today: date) -> tuple[int, ...]:
    """The numbers of the records in their table, among those that the person sees."""
    among = rows.scope(person, on=today)
    if asked.which in CERTIFICATES:
        held = [each for each in rows.held(among) if asked.rung in ("", each.kind)]
        return counting.certificates(held, asked.which, asked.year or today.year, today=today)
    if asked.which in STANDINGS:
        return counting.standing((each for each in rows.stood(among) if asked.rung in ("", each.rung)), asked.which, by=asked.by)
    years = counting.growth(rows.planned(among))
    return tuple(pk for each in years if asked.year in (None, each.year) for pk in each.of(asked.which))


def listed(asked: Asked, found: tuple[int, ...], *, after: str = "") -> tuple[tuple[Row, ...], str]:
    """A page of the records, and after which the next goes on (empty on the last); `after` an earlier page's, anything else begins anew."""
    begin = found.index(int(after)) + 1 if after.isdecimal() and len(after) < _DIGITS and int(after) in found else 0
    numbers = found[begin : begin + PAGE]
    return tuple(_rows(asked, numbers)), str(numbers[-1]) if begin + PAGE < len(found) else ""


def every(asked: Asked, found: tuple[int, ...], *, most: int) -> Iterator[tuple[Written, ...]]:
    """The records as a spreadsheet has them, no more than so many."""
    for begin in range(0, min(most, len(found)), PAGE * 10):
        for row in _rows(asked, found[begin : begin + PAGE * 10]):
            days = (each.isoformat() if each else "" for each in (row.since, row.until))
            yield (row.enterprise, row.of, *((row.number, *days) if asked.which in CERTIFICATES else (row.told,)))


def headings(asked: Asked) -> tuple[str, ...]:
    """The headings of that spreadsheet."""
    if asked.which in CERTIFICATES:
        return _("企业"), _("资质"), _("证书编号"), _("发证日期"), _("有效期至")
    return (_("企业"), _("年度"), _("计划和实际")) if asked.which in PLANS else (_("企业"), _("资质"), _("说明"))


def name_of(row: Assessed) -> str:
    """What an enterprise is called: by the zone's own record of it, else as it was typed."""
    return row.client.name if row.client else row.enterprise


def _rows(asked: Asked, numbers: tuple[int, ...]) -> Iterator[Row]:
    table = next(each for each, held in _TABLES.items() if asked.which in held)
    found = {each.pk: each for each in table._default_manager.filter(pk__in=numbers).select_related("assessed__client")}
    for each in (found[number] for number in numbers if number in found):
        yield _row(each)


def _row(record: Model) -> Row:
    if isinstance(record, Qualification):
        return Row(*_enterprise(record.assessed), wording.rung_of(record.rung), record.number, record.since, record.until, "")
    if isinstance(record, AssessedRung):
        return Row(*_enterprise(record.assessed), wording.rung_of(record.rung), "", None, None, record.gap or record.step)
    assert isinstance(record, GrowthYear)
    return Row(*_enterprise(record.assessed), str(record.year), "", None, None, _sums(record.planned, record.actual))


def _enterprise(row: Assessed) -> tuple[str, str]:
    return row.number or "", name_of(row)


def _sums(planned: Decimal | None, actual: Decimal | None) -> str:
    told = {"planned": wording.in_ten_thousands(planned), "actual": wording.in_ten_thousands(actual)}
    return _("计划 %(planned)s 万元，实际 %(actual)s 万元") % told
