"""Draws a chart of whatever shape as SVG (画图).

>>> from gaoxing.documents.charts.chart import Chart, Kind, Series
>>> picture = svg(Chart(Kind.BARS, "各类诉求", ("政策", "用工"), (Series("件数", (3, 12)),), unit="件"))
>>> picture[:4], picture.count("chart-mark"), "style" in picture
('<svg', 2, False)
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from gaoxing.documents.charts.bars import bars
from gaoxing.documents.charts.chart import Chart, Kind
from gaoxing.documents.charts.columns import columns
from gaoxing.documents.charts.frame import nothing
from gaoxing.documents.charts.funnel import funnel
from gaoxing.documents.charts.lines import lines
from gaoxing.documents.charts.numbers import CHINESE
from gaoxing.documents.charts.share import share
from gaoxing.documents.charts.spark import spark

_SHAPES: Mapping[Kind, Callable[[Chart, str, str], str]] = {
    Kind.BARS: bars,
    Kind.COLUMNS: columns,
    Kind.LINES: lines,
    Kind.FUNNEL: funnel,
    Kind.SHARE: share,
    Kind.SPARK: spark,
}


def svg(chart: Chart, *, name: str = "chart", language: str = CHINESE) -> str:
    """The picture; a sentence where there is no number. `name` begins its ids and must differ on one page, `language` is `zh` or `en`."""
    return nothing(chart, name, language) if chart.empty else _SHAPES[chart.kind](chart, name, language)
