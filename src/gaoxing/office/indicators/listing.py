"""The list of all indicators with a figure each (指标总表): of one period that is asked for, else each with its newest."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime

from django.urls import reverse
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from gaoxing.engines.workbook import Written
from gaoxing.office.importing.exporting import Listing
from gaoxing.office.indicators import queries, showing
from gaoxing.office.indicators.definitions import Group, Indicator, groups, indicators
from gaoxing.office.indicators.figures import Figure, Stated
from gaoxing.office.indicators.periods import Period, newest
from gaoxing.office.indicators.permissions import SEE, Reader

YEARS = 6
"""So many years are offered."""


@dataclass(frozen=True)
class Row:
    """An indicator as it is listed: its figure, or None, and what others published of it; `newest`: it is shown as the newest there is."""

    indicator: Indicator
    figure: Figure | None
    published: tuple[Stated, ...]
    newest: bool

    @property
    def address(self) -> str:
        """Its own page."""
        return reverse("indicator", args=(self.indicator.id,))

    @property
    def value(self) -> str:
        """The figure as it is read."""
        return showing.of_figure(self.figure) if self.figure else ""

    @property
    def change(self) -> str:
        """The change on the year."""
        return showing.change(self.figure) if self.figure else ""

    @property
    def marks(self) -> tuple[str, ...]:
        """What is to be known of it."""
        return showing.marks(self.figure, stale=self.newest) if self.figure else ()

    @property
    def beside(self) -> tuple[tuple[str, Stated], ...]:
        """What others published of what is computed, as it is read."""
        return tuple((showing.of_stated(each), each) for each in self.published)


@dataclass(frozen=True)
class Section:
    """A group with its rows."""

    group: Group
    rows: tuple[Row, ...]

    @property
    def known(self) -> int:
        """How many of them have a figure, or something published."""
        return sum(each.figure is not None or bool(each.published) for each in self.rows)


def sections(person: Reader, period: Period | None, *, now: datetime) -> tuple[Section, ...]:
    """Every group; `period` None: each indicator with its newest figure."""
    found = queries.newest(indicators().values(), person=person, now=now) if period is None else queries.of_period(period, person=person, now=now)
    beside = queries.published_of(period, person=person, now=now)
    return tuple(
        Section(group, tuple(Row(each, found.get(each.id), _beside(each, found.get(each.id), beside), newest=period is None) for each in members))
        for group, members in groups()
    )


def listing(person: Reader, period: Period | None, *, now: datetime) -> Listing:
    """The whole as a spreadsheet: a row an indicator, with everything that defines it, and a row for each that stands beside its figure."""
    headings = (
        *(_("分组"), _("指标"), _("期间"), _("限定"), _("数值"), _("单位"), _("同比"), _("怎么来的"), _("数据来源"), _("来源日期"), _("口径")),
        *(_("标记"), _("定义"), _("算法"), _("负责单位"), _("编号")),
    )
    above = (_("期间：%(period)s") % {"period": period.told if period else _("每个指标最新的")}, _("时间：%(day)s") % {"day": localdate(now).isoformat()})
    rows = (row for section in sections(person, period, now=now) for each in section.rows for row in _written(section.group, each))
    return Listing(_("指标"), "indicators.value", SEE, headings, rows, above)


def offered(*, on: date) -> tuple[Period, ...]:
    """The years that may be chosen."""
    return newest("year", on=on, count=YEARS)


def how(wanted: Indicator) -> str:
    """How its figures come."""
    return _("系统计算") if wanted.computed else _("录入")


def _beside(wanted: Indicator, found: Figure | None, beside: Mapping[str, tuple[Stated, ...]]) -> tuple[Stated, ...]:
    """What was published for the figure's own period; where there is no figure, of the period that is looked at."""
    return found.published if found is not None else beside.get(wanted.id, ())


def _written(group: Group, row: Row) -> Iterator[tuple[Written, ...]]:
    wanted, found = row.indicator, row.figure
    defined = (wanted.definition, wanted.formula, wanted.owner, wanted.id)
    change = showing.change(found) if found else ""
    if found is None:
        yield (group.name, wanted.name, "", "", None, wanted.unit, "", how(wanted), wanted.source, None, wanted.scope, "", *defined)
    else:
        place = (group.name, wanted.name, str(found.period), found.qualifier, found.value, found.unit, change)
        yield (*place, how(wanted), found.source, found.dated.isoformat(), wanted.scope, "；".join(row.marks), *defined)
    beside = [(_("公布，不替代计算的数"), each) for each in row.published]
    beside += [(_("另一个来源"), each) for each in (found.conflicts if found else ())]
    for word, each in beside:
        growth = f"{each.growth:+f} %" if each.growth is not None else ""
        place = (group.name, wanted.name, str(found.period) if found else "", each.qualifier, each.value, each.unit, growth)
        yield (*place, word, each.source, each.dated.isoformat(), each.scope, "", *defined)
