"""A bar of shares (占比条): one bar cut into parts that make up a whole, and below it every part's pattern, name, number and share."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from gaoxing.documents.charts.chart import Chart
from gaoxing.documents.charts.frame import block, framed, text, told
from gaoxing.documents.charts.measures import SIZE, WIDTH, fitted, wide
from gaoxing.documents.charts.numbers import UNKNOWN, exact, percent, short

BAR, LINE = 32, 24
_NUMBERS = WIDTH - 64
"""Where the numbers end, left of the shares."""


def share(chart: Chart, name: str, language: str) -> str:
    """The picture."""
    height = BAR + 8 + LINE * len(chart.labels)
    return framed(chart, name, language, height, [*_bar(chart, name), *_list(chart, name, language)])


def shares(chart: Chart) -> tuple[str, ...]:
    """Every part's share of the whole, each rounded by itself; unknown of a part that nobody knows."""
    return tuple(UNKNOWN if value is None else percent(value, sum(chart.values)) for value in chart.series[0].values)


def _bar(chart: Chart, name: str) -> Iterator[str]:
    whole, before = Decimal(sum(chart.values)), Decimal(0)
    for number, value in enumerate(chart.series[0].values):
        if value is None:
            continue
        begin, end = (round(float(each / whole) * WIDTH, 2) for each in (before, before + value))
        words = told(chart, chart.labels[number], chart.series[0], exact(value, chart.unit))
        yield block(name, number, (begin, 0), (end - begin, BAR), words)
        before += value


def _list(chart: Chart, name: str, language: str) -> Iterator[str]:
    for number, (label, value) in enumerate(zip(chart.labels, chart.series[0].values, strict=True)):
        y = BAR + 8 + number * LINE
        words = short(value, language, chart.unit)
        yield block(name, number, (0, y + 4), (14, 12))
        yield text(22, y + SIZE, fitted(label, _NUMBERS - 22 - wide(words) - 12))
        yield text(_NUMBERS, y + SIZE, words, anchor="end", kind="chart-number")
        yield text(WIDTH, y + SIZE, shares(chart)[number], anchor="end", kind="chart-quiet")
