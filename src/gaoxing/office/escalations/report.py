"""The yearly report of why things did not get done (办不成事成因年报): every figure counts records, and opens the same records on the desk."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any
from urllib.parse import urlencode

from django.db.models import Count, Min, QuerySet
from django.urls import reverse
from django.utils.timezone import localdate, localtime
from django.utils.translation import gettext as _

from gaoxing.documents.charts.chart import Chart, Kind, Series
from gaoxing.office.escalations.models import Cause, Escalation
from gaoxing.office.escalations.narrowing import REASONED, Narrowed, choices_of, facts
from gaoxing.office.escalations.permissions import HANDLE, visible_to
from gaoxing.office.escalations.wording import kinds, outcomes, state_of
from gaoxing.office.importing.exporting import Listing
from gaoxing.office.language import said
from gaoxing.office.people.models import Person

TOP = 10
"""So many causes stand in the picture; the table below it has all."""

_COURSE = ("in_hand", "waiting", "confirmed", "referred", "withdrawn")
_PROMISES = ("contacted", "contacted_late", "result_in_time", "result_late", "not_done")


@dataclass(frozen=True)
class Figure:
    """A number, its word, and where its records are."""

    word: str
    count: int
    address: str


@dataclass(frozen=True)
class Group:
    """Figures that belong together; `share_of` is the number of which each is a share (0: shares say nothing here)."""

    title: str
    figures: tuple[Figure, ...]
    share_of: int = 0

    @property
    def shares(self) -> tuple[tuple[Figure, str], ...]:
        """Each figure with its share in percent, empty where it says nothing."""
        return tuple((each, f"{each.count * 100 / self.share_of:.1f} %" if self.share_of else "") for each in self.figures)


@dataclass(frozen=True)
class Held:
    """A cause in the year: how many things it held up, and where it stands now."""

    figure: Figure
    row: Cause
    kind: str
    state: str


@dataclass(frozen=True)
class Report:
    """The report of a year: how many came in, the figures by group, the causes, the pictures."""

    year: int
    received: Figure
    groups: tuple[Group, ...]
    causes: tuple[Held, ...]
    by_kind: Chart
    by_cause: Chart


def years(person: Person, *, now: datetime) -> tuple[int, ...]:
    """The years in which something was brought, this year first and always."""
    first = visible_to(person, on=localdate(now)).aggregate(first=Min("made"))["first"]
    this = localdate(now).year
    return tuple(range(this, (localtime(first).year if first else this) - 1, -1))


def report(person: Person, year: int, *, now: datetime) -> Report:
    """The report of a year as this person may see it."""
    wanted, seen = Narrowed(year=year), visible_to(person, on=localdate(now))
    rows = wanted.of(seen, now=now)
    received = Figure(_("收到"), rows.count(), address(wanted))
    causes = tuple(_causes(rows, wanted))
    return Report(year, received, tuple(_groups(seen, wanted, received.count, now)), causes, _by_kind(rows, wanted), _by_cause(causes))


def address(wanted: Narrowed) -> str:
    """Where the records are, of whatever state."""
    return f"{reverse('stuck_desk')}?{urlencode({'show': 'all', **wanted.asked})}"


def listing(made: Report, *, now: datetime) -> Listing:
    """The report as a spreadsheet: group, word, number, share; below the groups the causes with their state."""
    above = (_("%(year)s 年收到 %(count)s 件") % {"year": made.year, "count": made.received.count}, f"{localtime(now):%Y-%m-%d %H:%M}")
    rows = [(group.title, figure.word, "", figure.count, share) for group in made.groups for figure, share in group.shares]
    rows += [(_("成因"), each.figure.word, f"{each.kind} · {each.state}", each.figure.count, "") for each in made.causes]
    headings = (_("哪一组"), _("项目"), _("类别和状态"), _("件数"), _("占比"))
    return Listing(_("办不成事成因年报 %(year)s") % {"year": made.year}, "escalations.escalation", HANDLE, headings, rows, above)


def _groups(seen: QuerySet[Escalation], wanted: Narrowed, received: int, now: datetime) -> Iterator[Group]:
    words = facts()

    def figure(word: str, **more: Any) -> Figure:
        asked = replace(wanted, **more)
        return Figure(word, asked.of(seen, now=now).count(), address(asked))

    yield Group(_("办到哪一步"), tuple(figure(words[each], fact=each) for each in _COURSE), received)
    yield Group(_("说到做到没有"), tuple(figure(words[each], fact=each) for each in _PROMISES), received)
    results = replace(wanted, fact="result").of(seen, now=now).count()
    yield Group(_("结果"), tuple(figure(word, outcome=each) for each, word in outcomes().items()), results)
    caused = wanted.of(seen, now=now).exclude(cause=None).count()
    yield Group(_("成因类别"), tuple(figure(word, kind=each) for each, word in kinds().items()), caused)
    titles = {"refer": _("为什么不能在这里办"), "decline": _("为什么不能办"), "extend": _("为什么延长"), "reject": _("本人说哪里没有办成")}
    for act in REASONED:
        found = tuple(figure(word, reason=f"{act}:{chosen}") for chosen, word in choices_of(act))
        yield Group(titles[act], found)


def _causes(rows: QuerySet[Escalation], wanted: Narrowed) -> Iterator[Held]:
    """The causes of the year, those that held up most first."""
    counts = dict(rows.exclude(cause=None).values_list("cause").annotate(count=Count("pk")).order_by())
    known = Cause.objects.in_bulk(list(counts))
    for number, count in sorted(counts.items(), key=lambda each: (-each[1], each[0])):
        row = known[number]
        yield Held(Figure(row.name, count, address(replace(wanted, cause=number))), row, kinds()[row.kind], said(state_of(row)))


def _by_kind(rows: QuerySet[Escalation], wanted: Narrowed) -> Chart:
    """The kinds of causes by month of the year in which the matters were brought."""
    found: dict[tuple[str, int], int] = {}
    for kind, made in rows.exclude(cause=None).values_list("cause__kind", "made"):
        place = (kind, localtime(made).month)
        found[place] = found.get(place, 0) + 1
    months = tuple(_("%(month)s 月") % {"month": each} for each in range(1, 13))
    series = tuple(Series(word, tuple(found.get((kind, month), 0) for month in range(1, 13))) for kind, word in kinds().items())
    return Chart(Kind.COLUMNS, _("%(year)s 年各月提的，按成因类别") % {"year": wanted.year}, months, series, unit=_("件"), stacked=True)


def _by_cause(causes: tuple[Held, ...]) -> Chart:
    """What held up most."""
    top = causes[:TOP]
    counts = Series(_("件数"), tuple(each.figure.count for each in top))
    links = tuple(each.figure.address for each in top)
    return Chart(Kind.BARS, _("卡住最多的成因"), tuple(each.figure.word for each in top), (counts,), unit=_("件"), links=links)
