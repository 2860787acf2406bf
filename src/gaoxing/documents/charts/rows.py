"""The table twin of a chart (图表旁的表): the same numbers, every digit of them, a row a label.

>>> from gaoxing.documents.charts.chart import Series
>>> found = table(Chart(Kind.SHARE, "评价", ("满意", "未评价"), (Series("件数", (3, 1)),)))
>>> found.head, [each.cells for each in found.rows]
(('', '件数', '占比'), [('3', '75.0%'), ('1', '25.0%')])
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from gaoxing.documents.charts.bars import sums
from gaoxing.documents.charts.chart import Chart, Kind
from gaoxing.documents.charts.funnel import conversions
from gaoxing.documents.charts.numbers import CHINESE, ENGLISH, exact
from gaoxing.documents.charts.share import shares

_MORE = {
    "share": {CHINESE: "占比", ENGLISH: "share"},
    "before": {CHINESE: "占上一步", ENGLISH: "of the step before"},
    "sum": {CHINESE: "合计", ENGLISH: "total"},
}


@dataclass(frozen=True)
class Row:
    """A label, its cells, and where its records are; empty where nowhere."""

    label: str
    cells: tuple[str, ...]
    link: str = ""


@dataclass(frozen=True)
class Table:
    """A caption, the head (first the column of labels) and the rows."""

    caption: str
    head: tuple[str, ...]
    rows: tuple[Row, ...]


def table(chart: Chart, language: str = CHINESE) -> Table:
    """The numbers of a chart as rows. Names in the head carry the unit; a per cent sign stands with its number."""
    unit = f"（{chart.unit}）" if language == CHINESE else f" ({chart.unit})"
    named = tuple(each.name + (unit if chart.unit and chart.unit != "%" else "") for each in chart.series)
    more, column = _further(chart, language)
    links = chart.links or ("",) * len(chart.labels)
    cells = (tuple(exact(each.values[row], chart.unit) for each in chart.series) for row in range(len(chart.labels)))
    rows = tuple(
        Row(label, (*own, *extra), link) for label, own, extra, link in zip(chart.labels, cells, column or [()] * len(chart.labels), links, strict=True)
    )
    return Table(chart.title, ("", *named, *more), rows)


def _further(chart: Chart, language: str) -> tuple[tuple[str, ...], Sequence[tuple[str, ...]]]:
    """What the picture says besides: shares, conversions, sums."""
    if chart.kind is Kind.SHARE:
        return (_MORE["share"][language],), [(each,) for each in shares(chart)]
    if chart.kind is Kind.FUNNEL:
        return (_MORE["before"][language],), [(each,) for each in conversions(chart)]
    if chart.stacked:
        return (_MORE["sum"][language],), [(exact(each, chart.unit),) for each in sums(chart)]
    return (), ()
