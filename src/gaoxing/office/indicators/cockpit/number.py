"""A number of the cockpit (驾驶舱的数): its value with unit, source and day, what it was a year before, where its records are; unknown is never nothing.

>>> from datetime import date
>>> Number("signed", "新签约", Decimal(11), "个", before=Decimal(10)).change, Number("rate", "满意率", Decimal("99.4"), "%", before=Decimal(98)).change
(Decimal('10.0'), Decimal('1.4'))
>>> Number("signed", "新签约", None, "个", before=Decimal(10)).change is None
True
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from django.utils.translation import gettext as _

from gaoxing.documents.charts.chart import Chart
from gaoxing.documents.charts.numbers import CHINESE, ENGLISH, exact, short
from gaoxing.office.indicators.figures import Stated, change
from gaoxing.office.indicators.models import Value
from gaoxing.office.indicators.showing import of_stated, unit_word
from gaoxing.office.indicators.units import PERCENT
from gaoxing.office.language import in_english


class Mark(StrEnum):
    """What somebody should look at: several sources that differ, a number that is overdue, one that was something else before, a period that still runs."""

    CONFLICT = "conflict"
    STALE = "stale"
    RESTATED = "restated"
    RUNNING = "running"

    @property
    def word(self) -> str:
        """The mark in the language of the page."""
        return {Mark.CONFLICT: _("来源不一"), Mark.STALE: _("过期"), Mark.RESTATED: _("更正过"), Mark.RUNNING: _("没有满期")}[self]


@dataclass(frozen=True)
class Number:
    """A number. `value` None: nobody knows it; then `missing` says what is missing and `enter` where it can be entered.

    `records` is where its records or its source are, empty where they are not this person's to open; `about` the page of its definition. `before` is what
    it was a year before, `given` the change as its source states it. `beside`: what others published of what is reckoned here, with source and day;
    `conflicts` what other sources say of what was entered, `former` what it was before it was restated, the newest first.
    """

    id: str
    name: str
    value: Decimal | None
    unit: str
    told: str = ""
    source: str = ""
    dated: date | None = None
    computed: bool = True
    records: str = ""
    about: str = ""
    before: Decimal | None = None
    given: Decimal | None = None
    qualifier: str = ""
    period: str = ""
    missing: str = ""
    enter: str = ""
    marks: tuple[Mark, ...] = ()
    beside: tuple[Stated, ...] = ()
    conflicts: tuple[Stated, ...] = ()
    former: tuple[Stated, ...] = ()

    @property
    def shown(self) -> str:
        """The value, short enough for a tile; a dash where nobody knows it."""
        return short(self.value, ENGLISH if in_english() else CHINESE)

    @property
    def exact(self) -> str:
        """Every digit of it."""
        return exact(self.value)

    @property
    def written_unit(self) -> str:
        """The unit as it stands behind the value."""
        word = unit_word(self.unit)
        return word if self.unit == PERCENT else f" {word}" if word else ""

    @property
    def limit(self) -> str:
        """What its source says of its exactness, before the value."""
        return f"{Value.Qualifier(self.qualifier).label} " if self.qualifier else ""

    @property
    def published(self) -> tuple[str, ...]:
        """What others published of it, in words: beside it, never in its place."""
        return tuple(_stated(each) for each in self.beside)

    @property
    def open(self) -> str:
        """Where one gets by the number: its records, else its source."""
        return self.records or self.about

    @property
    def change(self) -> Decimal | None:
        """The change on the year, in percent, of a share in points; None unless both numbers are known."""
        if self.value is None or self.qualifier:
            return None
        return self.given if self.given is not None else self.since(self.before)

    def since(self, earlier: Decimal | None) -> Decimal | None:
        """The change from an earlier value, in percent, of a share in points; None where either is unknown or this one is not exact."""
        return None if self.value is None or earlier is None or self.qualifier else change(self.value, earlier, unit=self.unit)

    @property
    def compared(self) -> str:
        """The change in words: up, down or level; empty where nothing can be compared."""
        moved = self.change
        if moved is None:
            return ""
        told = {"count": abs(moved), "unit": _("个百分点") if self.unit == PERCENT else "%"}
        return _("同比持平") if not moved else (_("同比 ▲ %(count)s%(unit)s") if moved > 0 else _("同比 ▼ %(count)s%(unit)s")) % told


def _stated(each: Stated) -> str:
    return _("公布的是 %(value)s（%(source)s，%(dated)s）") % {"value": of_stated(each), "source": each.source, "dated": each.dated}


@dataclass(frozen=True)
class Picture:
    """A chart on the page with the name by which its parts are known, and whether its colours are those of the lights."""

    name: str
    chart: Chart
    lights: bool = False


@dataclass(frozen=True)
class Block:
    """A part of the page: its numbers and pictures, where it is read more closely, what is to be said of it. `now`: it tells of now, whatever the
    period; `empty`: what is missing and where it is entered, where nothing of it is known.
    """

    id: str
    title: str
    numbers: tuple[Number, ...] = ()
    pictures: tuple[Picture, ...] = ()
    address: str = ""
    notes: tuple[str, ...] = ()
    now: bool = False
    empty: str = ""

    @property
    def known(self) -> bool:
        """Whether it has anything to show at all."""
        return any(each.value is not None or each.beside for each in self.numbers) or any(not each.chart.empty for each in self.pictures)
