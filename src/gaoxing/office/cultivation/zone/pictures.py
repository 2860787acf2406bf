"""The charts of the zone's ladder (梯队图表): each with its table, each label leading to its records."""

from __future__ import annotations

from django.utils.translation import gettext as _

from gaoxing.documents.charts.chart import Chart, Kind, Series
from gaoxing.office.cultivation.zone.counting import Which
from gaoxing.office.cultivation.zone.page import Page, address


def charts(page: Page) -> tuple[Chart, ...]:
    """What there is to draw; nothing where there is none."""
    return tuple(each for each in (_years(page), _near(page), _plans(page)) if each is not None)


def _years(page: Page) -> Chart | None:
    """The valid certificates of each rung, year by year."""
    lines = [each for each in page.lines if any(year.cells[0].count for year in each.years)]
    if not lines:
        return None
    series = tuple(Series(each.name, tuple(year.cells[0].count for year in each.years)) for each in lines)
    links = tuple(address(Which.VALID, year=year) for year in page.years)
    note = _("年末有效的，今年看今天。没有写日期的证书不算在里面。")
    return Chart(Kind.LINES, _("各级有效资质，按年"), tuple(map(str, page.years)), series, unit=_("个"), links=links, note=note)


def _near(page: Page) -> Chart | None:
    """How many are one step away from each rung."""
    lines = [(each, cell) for each in page.lines for cell in each.standings if cell.which is Which.ONE_STEP]
    if not any(cell.count for _line, cell in lines):
        return None
    labels, links = tuple(each.name for each, _cell in lines), tuple(cell.address for _line, cell in lines)
    return Chart(Kind.BARS, _("只差一步的企业"), labels, (Series(_("家数"), tuple(cell.count for _line, cell in lines)),), unit=_("家"), links=links)


def _plans(page: Page) -> Chart | None:
    """Planned and actual sums of the plans to double, year by year."""
    plans = [each for each in reversed(page.plans) if each.growth.sums.planned]
    if not plans:
        return None
    planned = tuple(round(each.growth.sums.planned / 10_000) for each in plans)
    actual = tuple(round(each.growth.sums.actual / 10_000) for each in plans)
    series, links = (Series(_("计划"), planned), Series(_("实际"), actual)), tuple(each.cells[0].address for each in plans)
    note = _("只加计划和实际都报了的企业。")
    labels = tuple(str(each.growth.year) for each in plans)
    return Chart(Kind.COLUMNS, _("倍增计划和实际（销售收入）"), labels, series, unit=_("万元"), links=links, note=note)
