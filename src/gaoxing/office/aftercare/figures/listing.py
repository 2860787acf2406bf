"""The records of a figure (数字的明细): exactly those that the number counts, a page at a time by keyset."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime

from django.utils.translation import gettext as _

from gaoxing.engines.workbook import Written
from gaoxing.office.aftercare import wording
from gaoxing.office.aftercare.figures.causes import causes
from gaoxing.office.aftercare.figures.definitions import BY_ID, Figure, Which, chosen, of_unit
from gaoxing.office.aftercare.figures.page import CAUSE, fetched, moment, narrowed
from gaoxing.office.aftercare.figures.periods import Period
from gaoxing.office.aftercare.models import Part, Request
from gaoxing.office.language import said
from gaoxing.office.people.models import Person, Unit

PAGE = 50

_DIGITS = 19


@dataclass(frozen=True)
class Asked:
    """Which records are asked for: of which figure (`cause`: of which act's reason), which of them, of which category and unit; `period` in which made."""

    period: Period
    figure: Figure | None
    which: Which = Which.MEMBERS
    category: str = ""
    unit: str = ""
    act: str = ""
    reason: str = ""

    @property
    def address(self) -> dict[str, str]:
        """As an address holds it."""
        told = {"figure": self.figure.id, "which": str(self.which)} if self.figure else {"figure": CAUSE, "act": self.act, "reason": self.reason}
        narrow = {"category": self.category, "unit": self.unit}
        return {**self.period.asked, **told, **{name: value for name, value in narrow.items() if value}}


@dataclass(frozen=True)
class Row:
    """A record as the list shows it; `part` 0 where it is the request as a whole, `days` None where the figure counts none."""

    number: str
    part: int
    enterprise: str
    categories: str
    units: str
    state: str
    made: datetime
    rating: str
    days: int | None


@dataclass(frozen=True)
class Found:
    """The records of a figure: what they are called, their numbers in the table, whether these are parts, and the days of each where it is an average."""

    title: str
    members: tuple[int, ...]
    parts: bool
    days: Mapping[int, int]
    narrowed: str = ""


def read(given: Mapping[str, str], period: Period) -> Asked | None:
    """What an address asks for; None where it names no figure, or none of its records."""
    category, unit, act, reason = (given.get(name, "")[:48] for name in ("category", "unit", "act", "reason"))
    if given.get("figure") == CAUSE:
        return Asked(period, None, Which.MEMBERS, category, unit, act, reason)
    figure, which = BY_ID.get(given.get("figure", "")), given.get("which", "")
    return Asked(period, figure, Which(which), category, unit) if figure and which in tuple(Which) else None


def found(person: Person, asked: Asked, *, now: datetime) -> Found:
    """The records that are asked for, of those that a person sees."""
    whole = narrowed(fetched(person, asked.period, now=now), category=asked.category)
    rows = narrowed(whole, unit=asked.unit)
    among = "、".join(each for each in (wording.category_of(asked.category) if asked.category else "", _unit(asked.unit)) if each)
    if asked.figure is None:
        cause = next((each for each in causes(rows) if (each.act, each.reason) == (asked.act, asked.reason)), None)
        return Found(cause.name, cause.members, cause.parts, {}, among) if cause else Found(_("主要原因"), (), parts=False, days={}, narrowed=among)
    counted = of_unit(asked.figure, whole, _number(asked.unit), moment(now)) if asked.unit else asked.figure.count(rows, moment(now))
    return Found(_title(asked.figure, asked.which), chosen(counted, asked.which), asked.figure.parts, counted.days or {}, among)


def listed(wanted: Found, *, after: str = "") -> tuple[tuple[Row, ...], str]:
    """A page of the records, and after which the next goes on (empty on the last); `after` an earlier page's, anything else begins anew."""
    begin = wanted.members.index(int(after)) + 1 if after.isdecimal() and len(after) < _DIGITS and int(after) in wanted.members else 0
    numbers = wanted.members[begin : begin + PAGE]
    onward = str(numbers[-1]) if begin + PAGE < len(wanted.members) else ""
    return tuple(_rows(wanted, numbers)), onward


def every(wanted: Found, *, most: int) -> Iterator[tuple[Written, ...]]:
    """The records as a spreadsheet has them, a row each, no more than so many."""
    for begin in range(0, min(most, len(wanted.members)), PAGE * 10):
        for row in _rows(wanted, wanted.members[begin : begin + PAGE * 10]):
            part: tuple[Written, ...] = (row.part,) if wanted.parts else ()
            days: tuple[Written, ...] = (row.days,) if wanted.days else ()
            yield (row.number, *part, row.enterprise, row.categories, row.units, row.state, f"{row.made:%Y-%m-%d %H:%M}", row.rating, *days)


def headings(wanted: Found) -> tuple[str, ...]:
    """The headings of that spreadsheet."""
    part, days = (_("第几件事"),) if wanted.parts else (), (_("工作日"),) if wanted.days else ()
    return (_("编号"), *part, _("企业"), _("类别"), _("主办单位"), _("状态"), _("提交时间"), _("评价"), *days)


def _title(figure: Figure, which: Which) -> str:
    """What the records of a figure are called: by its name, by what those are called that fell short, or all that were counted."""
    if which is Which.MISSED:
        return str(figure.missed or figure.name)
    return _("%(figure)s：算在里面的全部") % {"figure": figure.name} if which is Which.COUNTED and not (figure.plain or figure.days) else str(figure.name)


def _unit(number: str) -> str:
    if not number:
        return ""
    row = Unit.objects.filter(pk=_number(number)).first()
    return row.name if row else _("还没有主办单位")


def _number(text: str) -> int:
    """A number of the table; one that there is not where it is none."""
    return int(text) if text.isascii() and text.isdecimal() and len(text) < _DIGITS else -1


def _rows(wanted: Found, numbers: tuple[int, ...]) -> Iterator[Row]:
    return _of_parts(wanted, numbers) if wanted.parts else _of_requests(wanted, numbers)


def _of_requests(wanted: Found, numbers: tuple[int, ...]) -> Iterator[Row]:
    rows = {each.pk: each for each in Request.objects.filter(pk__in=numbers).prefetch_related("parts__lead")}
    for each in (rows[number] for number in numbers if number in rows):
        parts = list(each.parts.all())
        yield _row(each, 0, parts, said(wording.state_of(each)), wanted.days.get(each.pk))


def _of_parts(wanted: Found, numbers: tuple[int, ...]) -> Iterator[Row]:
    rows = {each.pk: each for each in Part.objects.filter(pk__in=numbers).select_related("request", "lead")}
    for each in (rows[number] for number in numbers if number in rows):
        yield _row(each.request, each.number, [each], said(wording.state_of(each)), wanted.days.get(each.pk))


def _row(request: Request, part: int, parts: list[Part], state: str, days: int | None) -> Row:
    categories = dict.fromkeys(wording.category_of(each.category) for each in parts)
    units = dict.fromkeys(each.lead.name for each in parts if each.lead)
    rating = _("未评价") if request.unrated else _("%(rating)s 分") % {"rating": request.rating} if request.rating else ""
    return Row(request.number or "", part, request.enterprise, "、".join(categories), "、".join(units), state, request.made, rating, days)
