"""What the monthly report says (月报内容), before it is laid out: one source for the PDF, the Word document and both languages.

Of a month that is over the same is said whenever it is asked for, but for the moment, as long as no figure changed.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal

from django.utils.timezone import localtime
from django.utils.translation import gettext as _

from gaoxing.documents.charts.chart import Chart
from gaoxing.office.indicators.cockpit.number import Block, Mark, Number
from gaoxing.office.indicators.cockpit.page import blocks, looked_at
from gaoxing.office.indicators.cockpit.reading import numbers
from gaoxing.office.indicators.cockpit.report.sentences import bracketed, figure_of, moved, paragraph
from gaoxing.office.indicators.definitions import Indicator, indicator
from gaoxing.office.indicators.periods import Period
from gaoxing.office.indicators.permissions import Reader
from gaoxing.office.zone.queries import profile

OF_THE_MONTH = ("classes", "requests", "licences")
"""The pictures that tell of the month; the others tell of now."""

ORDER = ("service", "requests", "licences", "stuck", "ladder", "projects", "zone", "evaluation")
"""The blocks in the order of the report."""

NONE = "—"


@dataclass(frozen=True)
class Row:
    """A figure of the table: its name, the month, the month before and the same month of the year before with the changes, definition and source."""

    name: str
    value: str
    last: str
    year: str
    source: str


@dataclass(frozen=True)
class Part:
    """A part of the report: its title, its figures in a paragraph and in a table, its charts; `empty` says what is missing where nothing is known."""

    title: str
    said: str
    rows: tuple[Row, ...]
    charts: tuple[Chart, ...]
    empty: str = ""


@dataclass(frozen=True)
class Report:
    """The report of a month; `problems` are the figures that contradict each other, are overdue or were restated, `missing` those that nobody knows."""

    title: str
    span: str
    as_of: str
    parts: tuple[Part, ...]
    problems: tuple[str, ...]
    missing: tuple[str, ...]
    definitions: tuple[Indicator, ...]


def report(month: Period, *, person: Reader, now: datetime, told: Callable[[int, int], None] = lambda done, whole: None) -> Report:
    """The report of a month as it stands at a moment. `told` hears how many of how many parts are done."""
    looked, made = looked_at(person, month, now=now), list[tuple[Block, Mapping[str, Number]]]()
    before = looked_at(person, month.before, now=now)
    wanted = blocks()
    for done, build in enumerate(wanted, 1):
        block = build(looked)
        earlier = numbers(before, (each.id for each in block.numbers), compared=False)
        made.append((block, {each.id: each for each in earlier if not each.period}))
        told(done, len(wanted))
    made.sort(key=lambda each: ORDER.index(each[0].id))
    every = [each for block, _earlier in made for each in block.numbers]
    return Report(
        _("%(zone)s %(month)s月报") % {"zone": profile().name, "month": month.told},
        _("%(since)s 到 %(until)s") % {"since": month.first, "until": looked.until} + (_("（没有满月）") if looked.running else ""),
        f"{localtime(now):%Y-%m-%d %H:%M}",
        tuple(_part(block, earlier) for block, earlier in made),
        (*(problem for each in every for problem in _problems(each)), *_stale(every)),
        tuple(each.name for each in every if each.value is None),
        tuple(indicator(each.id) for each in every),
    )


def _part(block: Block, earlier: Mapping[str, Number]) -> Part:
    known = [(each, None if Mark.RUNNING in each.marks else earlier.get(each.id)) for each in block.numbers]
    charts = tuple(each.chart for each in block.pictures if each.name in OF_THE_MONTH and not each.chart.empty)
    return Part(block.title, paragraph(known), tuple(_row(each, old) for each, old in known), charts, block.empty)


def _row(each: Number, old: Number | None) -> Row:
    last = old.value if old is not None else None
    source = "" if each.computed else f"{each.source}，{each.dated}" if each.value is not None else each.missing
    return Row(
        each.name + bracketed(each.period),
        figure_of(each, each.value, exactly=True),
        _beside(each, last, each.since(last)),
        _beside(each, each.before, each.change),
        f"{each.told}{source}",
    )


def _beside(each: Number, value: Decimal | None, change: Decimal | None) -> str:
    """An earlier value with the change from it."""
    known = figure_of(each, value) if value is not None else NONE
    return known + bracketed(moved(change, each.unit) if change is not None else "")


def _problems(each: Number) -> tuple[str, ...]:
    named = {"name": each.name, "value": figure_of(each, each.value, exactly=True), "source": each.source}
    found = list[str]()
    for other in each.conflicts:
        told = {**named, "other": figure_of(each, other.value), "from": other.source, "dated": other.dated}
        found.append(_("%(name)s：%(source)s说是 %(value)s，%(from)s（%(dated)s）说是 %(other)s，还没有定用哪个。") % told)
    for former in each.former:
        told = {**named, "former": figure_of(each, former.value), "at": f"{localtime(former.at):%Y-%m-%d}"}
        found.append(_("%(name)s：更正过，%(at)s 留存的是 %(former)s，现在是 %(value)s。") % told)
    return tuple(found)


def _stale(every: Sequence[Number]) -> tuple[str, ...]:
    """Those that are overdue, in one sentence."""
    names = [each.name for each in every if Mark.STALE in each.marks]
    return (_("过了更新的时间、还是以前的数的 %(count)s 个：%(names)s。") % {"count": len(names), "names": _("、").join(names)},) if names else ()
