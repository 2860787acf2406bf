"""Lying bars (条形图): a label, its bar or bars, each number at its own bar's end; long labels stand above, so that nothing is in the way of another."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from gaoxing.documents.charts.chart import Chart, Value
from gaoxing.documents.charts.frame import block, framed, legend, line, text, told
from gaoxing.documents.charts.measures import SIZE, WIDTH, Scale, fitted, span, wide
from gaoxing.documents.charts.numbers import exact, short

BAR, GAP, HEAD = 18, 8, 20
_WIDEST_BESIDE = 112
"""Labels up to this wide stand beside their bars, wider ones above."""


@dataclass(frozen=True)
class _Plan:
    """Where things stand: the scale, whether labels are beside the bars, how high an entry and what is above them all are."""

    scale: Scale
    beside: bool
    entry: int
    top: float


def bars(chart: Chart, name: str, language: str) -> str:
    """The picture."""
    head, top = legend(chart, name)
    plan = _planned(chart, language, top)
    height = top + plan.entry * len(chart.labels)
    marks = (part for number in range(len(chart.labels)) for part in _entry(chart, name, language, number, plan))
    return framed(chart, name, language, height, [*head, *marks])


def sums(chart: Chart) -> tuple[Value, ...]:
    """Of every label the sum of what is known; None where nothing is."""
    columns = zip(*(each.values for each in chart.series), strict=True)
    return tuple(sum(known, start=Decimal(0)) if (known := [each for each in column if each is not None]) else None for column in columns)


def extent(chart: Chart) -> tuple[Decimal, Decimal]:
    """The least and the greatest that the scale must hold; of stacked ones the sums below and above nothing."""
    if not chart.stacked:
        return span(chart.values)
    columns = [[each for each in column if each is not None] for column in zip(*(each.values for each in chart.series), strict=True)]
    return span([sum((each for each in column if (each > 0) is above), start=Decimal(0)) for column in columns for above in (True, False)])


def pieces(chart: Chart, label: int) -> Iterator[tuple[int, Decimal, Decimal]]:
    """Of a label every series that has a number, with where it begins and ends: from nothing, or where the one stacked before it ends."""
    above = below = Decimal(0)
    for number, each in enumerate(chart.series):
        value = each.values[label]
        if value is None:
            continue
        begin = (above if value >= 0 else below) if chart.stacked else Decimal(0)
        yield number, begin, begin + value
        above, below = (above + value, below) if value >= 0 else (above, below + value)


def _planned(chart: Chart, language: str, top: float) -> _Plan:
    numbers = sums(chart) if chart.stacked else [value for each in chart.series for value in each.values]
    column = max(wide(short(each, language, chart.unit)) for each in numbers) + 8
    names = max(wide(each) for each in chart.labels)
    beside = names <= _WIDEST_BESIDE
    rows = 1 if chart.stacked else len(chart.series)
    low, high = extent(chart)
    scale = Scale(low, high, names + 8 if beside else 1, WIDTH - column)
    return _Plan(scale, beside, rows * BAR + GAP + (0 if beside else HEAD), top)


def _entry(chart: Chart, name: str, language: str, label: int, plan: _Plan) -> Iterator[str]:
    y = plan.top + label * plan.entry
    yield text(0, y + SIZE, chart.labels[label] if plan.beside else fitted(chart.labels[label], WIDTH))
    y += 0 if plan.beside else HEAD
    zero = plan.scale.at(0)
    numbers = [sums(chart)[label]] if chart.stacked else [each.values[label] for each in chart.series]
    ends = [zero] * len(numbers)
    for number, begin, end in pieces(chart, label):
        at, to = sorted((plan.scale.at(begin), plan.scale.at(end)))
        row = 0 if chart.stacked else number
        ends[row] = max(ends[row], to)
        value = chart.series[number].values[label]
        words = told(chart, chart.labels[label], chart.series[number], exact(value, chart.unit))
        yield block(name, number, (at, y + 2 + row * BAR), (to - at, BAR - 4), words)
    yield line((zero, y - (GAP / 2 if plan.beside else 0)), (zero, y + len(numbers) * BAR + (GAP / 2 if plan.beside else 0)), "chart-axis")
    for row, value in enumerate(numbers):
        yield text(ends[row] + 6, y + row * BAR + SIZE, short(value, language, chart.unit), kind="chart-number")
