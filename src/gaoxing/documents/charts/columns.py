"""Standing bars (柱形图): a scale at the left, a column or a group of them a label; numbers above the columns where they have room, else in the table alone."""

from __future__ import annotations

from collections.abc import Iterator

from gaoxing.documents.charts.bars import extent, pieces, sums
from gaoxing.documents.charts.chart import Chart, Value
from gaoxing.documents.charts.frame import block, framed, legend, text, told
from gaoxing.documents.charts.measures import SMALL, wide
from gaoxing.documents.charts.numbers import exact, short
from gaoxing.documents.charts.plot import Plot, axes, plotted

_FILLED = 0.72
"""How much of its place a group of columns takes."""


def columns(chart: Chart, name: str, language: str) -> str:
    """The picture."""
    head, top = legend(chart, name)
    plot = plotted(chart, language, extent(chart), top)
    marks = (part for label in range(len(chart.labels)) for part in _column(chart, name, language, label, plot))
    return framed(chart, name, language, plot.height, [*head, *axes(chart, language, plot), *marks])


def _column(chart: Chart, name: str, language: str, label: int, plot: Plot) -> Iterator[str]:
    many = 1 if chart.stacked else len(chart.series)
    width = plot.place * _FILLED / many
    left = plot.middle(label) - plot.place * _FILLED / 2
    for number, begin, end in pieces(chart, label):
        high, low = sorted((plot.scale.at(begin), plot.scale.at(end)))
        words = told(chart, chart.labels[label], chart.series[number], exact(chart.series[number].values[label], chart.unit))
        yield block(name, number, (left + (0 if chart.stacked else number * width), high), (width, low - high), words)
    numbers = [sums(chart)[label]] if chart.stacked else [each.values[label] for each in chart.series]
    if _roomy(chart, language, plot, many):
        yield from (_number(chart, language, value, left + (place + 0.5) * width, plot) for place, value in enumerate(numbers))


def _roomy(chart: Chart, language: str, plot: Plot, many: int) -> bool:
    """Whether every number is narrower than its column's place."""
    numbers = sums(chart) if chart.stacked else [value for each in chart.series for value in each.values]
    return max(wide(short(each, language, chart.unit), SMALL) for each in numbers) + 2 <= plot.place / many * (_FILLED if many > 1 else 1)


def _number(chart: Chart, language: str, value: Value, x: float, plot: Plot) -> str:
    below = value is not None and value < 0
    top = _edge(chart, value, plot)
    return text(x, top + SMALL + 1 if below else top - 4, short(value, language, chart.unit), anchor="middle", size=SMALL, kind="chart-number")


def _edge(chart: Chart, value: Value, plot: Plot) -> float:
    """Where a column ends."""
    return plot.scale.at(0 if value is None else value)
