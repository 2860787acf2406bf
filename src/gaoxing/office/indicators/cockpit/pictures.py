"""The charts of the cockpit (驾驶舱图表): lights, contact, months of the year, classes of requests, ladder and funnel; each with its table and its links."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from urllib.parse import urlencode

from django.db.models import Count
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext as translated

from gaoxing.checks.assessment import holding
from gaoxing.documents.charts.chart import Chart, Kind, Series, Value
from gaoxing.office.aftercare.clients.quarters import quarter_of
from gaoxing.office.aftercare.clients.standing import View, standings
from gaoxing.office.aftercare.models import Client
from gaoxing.office.aftercare.stewards import on_list
from gaoxing.office.cultivation.models import Assessed
from gaoxing.office.cultivation.zone import rows, wording
from gaoxing.office.cultivation.zone.counting import Which
from gaoxing.office.cultivation.zone.page import address as ladder_address
from gaoxing.office.indicators.cockpit.lights import SHOWN, Row, word
from gaoxing.office.indicators.periods import Period
from gaoxing.office.projects.funnel import STAGES, stages
from gaoxing.office.projects.models import Promotion

_SHARED, _SHORTENED = "专精特新", ("little_giant",)
"""What a long name may do without where it stands at a bar."""
_DECEMBER, _LAST = 12, 31


@dataclass(frozen=True)
class Line:
    """A series over the months of a year: its indicator, its name and its value by month."""

    id: str
    name: str
    values: tuple[Value, ...]


def lit(lights: Sequence[Row]) -> Chart:
    """The lights of every kind as one bar each."""
    series = tuple(Series(word(light), tuple(each.counts.get(light) for each in lights)) for light in SHOWN)
    note = _("双红只有企业诉求有；办件和证照没有这一档，不是 0。没有开始计时的不在里面。")
    return Chart(Kind.BARS, _("现在亮什么灯"), tuple(each.name for each in lights), series, unit=_("件"), stacked=True, note=note)


def contacted(until: date, *, now: datetime) -> Chart:
    """Enterprises and projects on the list: who was contacted in the quarter of a day and who is silent."""
    quarter = quarter_of(until)
    view = View.of(quarter, now=now)
    found = standings(on_list(on=view.on), view)
    kinds = tuple((str(kind.value), translated(str(kind.label))) for kind in Client.Kind)
    values = {key: [each for each in found if each.kind == key] for key, _name in kinds}
    spoken = Series(_("联系过"), tuple(sum(each.contacted for each in values[key]) for key, _name in kinds) if found else (None,) * len(kinds))
    silent = Series(_("还没联系"), tuple(sum(each.silent for each in values[key]) for key, _name in kinds) if found else (None,) * len(kinds))
    links = tuple(f"{reverse('clients')}?{urlencode({'kind': key, 'quarter': quarter.written})}" for key, _name in kinds)
    labels = tuple(name for _key, name in kinds)
    return Chart(Kind.BARS, _("%(quarter)s联系情况") % {"quarter": quarter.spoken}, labels, (spoken, silent), unit=_("家"), stacked=True, links=links)


def months(title: str, year: int, lines: Sequence[Line], unit: str) -> Chart:
    """A year month by month; what has not come has no number. A month leads to the records of the first line."""
    labels = tuple(_("%(number)s月") % {"number": month} for month in range(1, len(lines[0].values) + 1))
    series = tuple(Series(each.name, each.values) for each in lines)
    links = tuple(records_of(lines[0].id, Period.month(year, month)) for month in range(1, len(labels) + 1))
    return Chart(Kind.COLUMNS, _("%(title)s，%(year)s 年各月") % {"title": title, "year": year}, labels, series, unit=unit, links=links)


def records_of(id_: str, period: Period) -> str:
    """Where the records of an indicator are."""
    return f"{reverse('indicator_records', args=(id_,))}?{urlencode({'period': str(period)})}"


def classes(names: Sequence[str], received: Sequence[Value], closed: Sequence[Value], links: Sequence[str]) -> Chart:
    """The requests by class: how many came, how many of them are closed."""
    note = _("一件诉求有几个类别的，每个类别都算一次，所以各类相加可以多于总数。")
    series = (Series(_("收到"), tuple(received)), Series(_("办结"), tuple(closed)))
    return Chart(Kind.BARS, _("各类诉求"), tuple(names), series, unit=_("件"), note=note, links=tuple(links))


def ladder(until: date, *, today: date) -> Chart:
    """Certificates of every rung in force on a day. A rung leads to its records where the day is the one on which the ladder itself counts that year."""
    held = rows.held(Assessed.objects.all())
    known = Counter(each.kind for each in held)
    rungs = [rung for rung in wording.NAMES if known[rung]]
    valid = tuple(len(holding.valid([each for each in held if each.kind == rung], until, today=today).members) for rung in rungs)
    counted = until == min(date(until.year, _DECEMBER, _LAST), today)
    links = tuple(ladder_address(Which.VALID, rung=rung, year=until.year) for rung in rungs) if counted else ()
    names = tuple(wording.rung_of(rung).removeprefix(_SHARED) if rung in _SHORTENED else wording.rung_of(rung) for rung in rungs)
    note = _("%(day)s 有效的；没有写日期的证书不算在里面。") % {"day": until}
    return Chart(Kind.BARS, _("各级有效资质"), names, (Series(str(until), valid),), unit=_("家"), note=note, links=links)


def funnel() -> Chart:
    """How many projects in promotion reached each stage, those that were given up aside."""
    held: Mapping[str, int] = dict(Promotion.objects.exclude(state=Promotion.State.DROPPED).values_list("state").annotate(count=Count("pk")).order_by())
    reached = tuple(sum(held.get(each, 0) for each in STAGES[at:]) for at in range(len(STAGES))) if held else (None,) * len(STAGES)
    names = dict(stages())
    links = tuple(f"{reverse('promotions')}?{urlencode({'show': each})}" for each in STAGES)
    note = _("到过这一步的都算，已终止的不算；点开的是现在停在这一步的。")
    labels, series = tuple(names[each] for each in STAGES), (Series(_("项目"), reached),)
    return Chart(Kind.FUNNEL, _("招商项目到过每一步"), labels, series, unit=_("个"), note=note, links=links, tight=True)
