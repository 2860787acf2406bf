"""The charts of the figures (图表): each with its table, each label leading to its records."""

from __future__ import annotations

from decimal import Decimal

from django.utils.translation import gettext as _

from gaoxing.documents.charts.chart import Chart, Kind, Series, Value
from gaoxing.office.aftercare.figures.page import Line, Page

MOST_CAUSES = 10
"""Causes that the chart shows; the table below it has all."""


def charts(page: Page) -> tuple[Chart, ...]:
    """What there is to draw; none of a period in which nothing came."""
    if not page.whole.of("received").found.of:
        return ()
    made = (_months(page), _categories(page), _ratings(page), _in_time(page), _causes(page))
    return tuple(each for each in made if each is not None)


def _months(page: Page) -> Chart | None:
    if not page.months:
        return None
    labels, links = tuple(_short(each) for each in page.months), tuple(each.of("received").members for each in page.months)
    series = tuple(Series(name, tuple(len(each.of(figure).found.members) for each in page.months)) for name, figure in _course())
    return Chart(Kind.COLUMNS, _("各月收到、办结和解决"), labels, series, unit=_("件"), links=links, note=_("按提交的月份数；办结、解决看的是到现在为止。"))


def _categories(page: Page) -> Chart:
    links = tuple(each.of("received").members for each in page.categories)
    series = tuple(Series(name, tuple(len(each.of(figure).found.members) for each in page.categories)) for name, figure in _course())
    labels = tuple(each.name for each in page.categories)
    note = _("一件诉求有几个类别的，每个类别都算一次，所以各类相加可以多于总数。")
    return Chart(Kind.BARS, _("各类诉求收到、办结和解决"), labels, series, unit=_("件"), links=links, note=note)


def _ratings(page: Page) -> Chart:
    rated, satisfied = page.whole.of("rated"), page.whole.of("satisfied")
    numbers = (len(satisfied.found.members), len(satisfied.found.missed), len(rated.found.missed))
    links = (satisfied.members, satisfied.missed, rated.missed)
    labels = (_("满意"), _("不满意"), _("未评价"))
    return Chart(Kind.SHARE, _("办结的怎么评价"), labels, (Series(_("件数"), numbers),), unit=_("件"), links=links, note=_("未评价的从不算满意。"))


def _in_time(page: Page) -> Chart | None:
    rows = [each for each in page.units if each.of("in_time").found.of]
    if not rows:
        return None
    shares: tuple[Value, ...] = tuple(Decimal(each.of("in_time").found.share or 0) for each in rows)
    links = tuple(each.of("in_time").counted for each in rows)
    return Chart(Kind.BARS, _("各单位按时办结率"), tuple(each.name for each in rows), (Series(_("按时办结"), shares),), unit="%", links=links)


def _causes(page: Page) -> Chart | None:
    rows = page.causes[:MOST_CAUSES]
    if not rows:
        return None
    series = (Series(_("件数"), tuple(each.count for each in rows)),)
    return Chart(Kind.BARS, _("主要原因"), tuple(each.name for each in rows), series, unit=_("件"), links=tuple(each.address for each in rows))


def _course() -> tuple[tuple[str, str], ...]:
    return (_("收到"), "received"), (_("办结"), "closed"), (_("解决"), "solved")


def _short(month: Line) -> str:
    """A month below its columns, as figures: its year and number, or the day on which it begins where it is cut short."""
    return month.key or month.cells[0].asked["since"]
