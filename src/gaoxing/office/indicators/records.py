"""The records of a figure (数字的明细): exactly those that it counts, through their room's own permission, a page at a time."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime

from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from gaoxing.engines.workbook import Written
from gaoxing.office.importing.exporting import MOST, Listing
from gaoxing.office.indicators import permissions, showing
from gaoxing.office.indicators.computing.opening import KINDS, Row, opened, opens
from gaoxing.office.indicators.computing.registry import compute
from gaoxing.office.indicators.definitions import Indicator
from gaoxing.office.indicators.figures import plain
from gaoxing.office.indicators.periods import Period
from gaoxing.office.indicators.permissions import SEE
from gaoxing.office.people.models import Person
from gaoxing.office.refusal import NotAllowed

PAGE = 50
_CHUNK = 500


@dataclass(frozen=True)
class Found:
    """The records of a figure: the indicator and period, the value that they give, their kind and numbers; `whole`: all of which the members are some."""

    indicator: Indicator
    period: Period
    value: str
    kind: str
    numbers: tuple[int, ...]
    whole: bool
    share: bool

    @property
    def name(self) -> str:
        """What such a record is called."""
        return KINDS[self.kind].name()


def found(wanted: Indicator, period: Period, person: Person, *, whole: bool, now: datetime) -> Found:
    """The records. Raises NotAllowed where the system computes nothing of it, or the person does not see all of these records."""
    result = compute(wanted, period, now=now) if permissions.sees(person, on=localdate(now)) else None
    if result is None:
        raise NotAllowed(_("“%(name)s”在%(period)s没有系统里的记录：不是由系统计算的，或者那时还没有记录。") % {"name": wanted.name, "period": period.told})
    if not opens(result.kind, person, on=localdate(now)):
        raise NotAllowed(_("这些明细（%(kind)s）要有它自己的权限才能看。您看得到数字，看不到明细。") % {"kind": KINDS[result.kind].name()})
    value = showing.amount(plain(result.value), wanted.unit) if result.value is not None else ""
    return Found(wanted, period, value, result.kind, result.of if whole and result.of else result.members, whole and bool(result.of), bool(result.of))


def listed(wanted: Found, person: Person, *, after: int, on: date) -> tuple[tuple[Row, ...], int]:
    """A page of the records, and after which place the next goes on (0 on the last)."""
    begin = after if 0 < after < len(wanted.numbers) else 0
    rows = tuple(opened(wanted.kind, wanted.numbers[begin : begin + PAGE], person, on=on))
    return rows, begin + PAGE if begin + PAGE < len(wanted.numbers) else 0


def listing(wanted: Found, person: Person, *, on: date) -> Listing:
    """The records as a spreadsheet."""
    above = (wanted.indicator.name, wanted.period.told, wanted.indicator.definition)
    headings = (_("名称"), _("编号"), _("说明"), _("日期"))
    return Listing(_("指标明细"), "indicators.value", SEE, headings, _every(wanted, person, on), above)


def _every(wanted: Found, person: Person, on: date) -> Iterator[tuple[Written, ...]]:
    for begin in range(0, min(MOST + 1, len(wanted.numbers)), _CHUNK):
        for row in opened(wanted.kind, wanted.numbers[begin : begin + _CHUNK], person, on=on):
            yield (row.name, row.number, row.told, row.day.isoformat() if row.day else "")
