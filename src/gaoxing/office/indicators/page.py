"""The page of one indicator (指标页): its definition, its figures by period as table and picture, what was restated, differs, was published."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from gaoxing.documents.charts.chart import Chart, Kind, Series
from gaoxing.office.indicators import derived, keeping, permissions, queries, showing
from gaoxing.office.indicators.definitions import Indicator
from gaoxing.office.indicators.derived import Checked
from gaoxing.office.indicators.figures import Figure, Stated
from gaoxing.office.indicators.models import Settlement, Value
from gaoxing.office.indicators.periods import KINDS, MONTH, QUARTER, YEAR, Period, newest, parts
from gaoxing.office.people.accounts import name_of
from gaoxing.office.people.models import Person
from gaoxing.office.people.remembering import remembered

YEARS = 6
"""So many years are shown by year."""


@dataclass(frozen=True)
class Told:
    """A held value as the page shows it: as it is read, and who entered it."""

    stated: Stated
    value: str
    by: str
    why: str

    @property
    def origin(self) -> str:
        """How it came here, in words."""
        return str(Value.Origin(self.stated.origin).label)


@dataclass(frozen=True)
class Line:
    """A period with its figure as it is read, the change on the year, the marks, and all that stands beside it or stood before."""

    period: Period
    figure: Figure | None
    value: str
    change: str
    marks: tuple[str, ...]
    own: Told | None
    conflicts: tuple[Told, ...]
    restated: tuple[Told, ...]
    published: tuple[Told, ...]
    others: tuple[Told, ...]
    checks: tuple[Checked, ...]
    settlement: Settlement | None
    settled_by: str

    @property
    def choices(self) -> tuple[Told, ...]:
        """The values of which the owner says which is used; none where there is one alone."""
        return (self.own, *self.conflicts) if self.own and self.conflicts else ()


@dataclass(frozen=True)
class Page:
    """Everything on the page. `kind` and `year` are what is shown, `kinds` may be chosen; `before` and `after` the years beside (0: none)."""

    indicator: Indicator
    kind: str
    year: int
    kinds: tuple[tuple[str, str], ...]
    lines: tuple[Line, ...]
    chart: Chart | None
    owns: bool
    before: int
    after: int


def page(wanted: Indicator, person: Person, *, kind: str, year: int, now: datetime) -> Page:
    """The page of an indicator: its figures by month, quarter or year, as far as it has such."""
    on = localdate(now)
    kind = kind if kind in wanted.kinds else (YEAR if wanted.computed else wanted.kinds[0])
    known = [each for each in queries.periods_of(wanted, person=person, now=now) if each.kind == kind]
    periods = _periods(kind, year, known, on=on)
    figures = queries.series(wanted.id, periods, person=person, now=now)
    beside = queries.published_series(wanted.id, periods, person=person, now=now)
    lines = tuple(_line(wanted, *each) for each in zip(periods, figures, beside, strict=True))
    words = {MONTH: _("按月"), QUARTER: _("按季度"), YEAR: _("按年")}
    kinds = tuple((each, words[each]) for each in reversed(KINDS) if each in wanted.kinds)
    before, after = (year - 1, year + 1 if year < on.year else 0) if kind != YEAR else (0, 0)
    return Page(wanted, kind, year, kinds, lines, _chart(wanted, lines), permissions.owns(person, wanted, on=on), before, after)


def _periods(kind: str, year: int, known: Iterable[Period], *, on: date) -> tuple[Period, ...]:
    """The periods that are shown, the oldest first: of a year its months or quarters, else the newest years and every year of which something is held."""
    if kind != YEAR:
        return tuple(each for each in parts(Period.year(year), kind) if each.begun(on=on))
    return tuple(sorted({*newest(YEAR, on=on, count=YEARS), *known}, key=lambda each: each.first))


def _line(wanted: Indicator, period: Period, found: Figure | None, beside: tuple[Stated, ...]) -> Line:
    choice = _choice(wanted, period) if found and found.conflicts else None
    return Line(
        period,
        found,
        showing.of_figure(found) if found else "",
        showing.change(found) if found else "",
        showing.marks(found, stale=False) if found else (),
        _told(found.stated) if found and found.stated else None,
        tuple(map(_told, found.conflicts)) if found else (),
        tuple(map(_told, found.restated)) if found else (),
        tuple(map(_told, beside)),
        tuple(map(_told, found.others)) if found else (),
        derived.checked(wanted, period) if found or beside else (),
        choice,
        name_of(choice.by) if choice and choice.by else "",
    )


def _choice(wanted: Indicator, period: Period) -> Settlement | None:
    return Settlement.objects.filter(indicator=wanted.id, period=str(period)).select_related("by").order_by("-pk").first()


def _told(stated: Stated) -> Told:
    why = _("复算与留存的数不同") if stated.reason == keeping.REASON else stated.reason
    return Told(stated, showing.of_stated(stated), remembered(("name", stated.by), lambda: _name(stated.by)), why)


def _name(number: int | None) -> str:
    by = Person.objects.filter(pk=number).first() if number else None
    return name_of(by) if by else ""


def _chart(wanted: Indicator, lines: tuple[Line, ...]) -> Chart | None:
    """The picture of the series; what others published is a series of its own beside it."""
    labels = tuple(str(each.period) for each in lines)
    series = [Series(_("计算的数") if wanted.computed else _("数值"), tuple(each.figure.value if each.figure else None for each in lines))]
    if any(each.published for each in lines):
        series.append(Series(_("公布的数"), tuple(each.published[0].stated.value if each.published else None for each in lines)))
    chart = Chart(Kind.COLUMNS, wanted.name, labels, tuple(series), unit=showing.unit_word(wanted.unit), note=_note(lines))
    return None if chart.empty else chart


def _note(lines: tuple[Line, ...]) -> str:
    """What the picture cannot show: that sources differ, that a number is more or less than drawn."""
    figures = [each.figure for each in lines if each.figure]
    beside = [told.stated for each in lines for told in each.published]
    told = (
        (any(not each.settled for each in figures), _("来源不一致、还没有定的期间，画的是日期最近的来源。")),
        (any(each.qualifier for each in figures) or any(each.qualifier for each in beside), _("“超过”“约”“不到”的数，画的是写明的那个数。")),
    )
    return "".join(sentence for holds, sentence in told if holds)
