"""A funnel (漏斗图): its stages one below the other, each as wide as its number, with what share of the stage before it is; tight: one line a stage."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from gaoxing.documents.charts.chart import Chart
from gaoxing.documents.charts.frame import block, framed, text, told
from gaoxing.documents.charts.measures import SIZE, SMALL, WIDTH, fitted, wide
from gaoxing.documents.charts.numbers import CHINESE, ENGLISH, UNKNOWN, exact, percent, short

HEAD, BAR, GAP = 20, 20, 8
_OF_BEFORE = {CHINESE: "占上一步 {share}", ENGLISH: "{share} of the step before"}


TIGHT = 26
"""The height of a stage in a tight funnel."""

_NAME, _TOLD = 112, 92
"""What a tight funnel leaves at most for the names at the left, and for number and share at the right."""


def funnel(chart: Chart, name: str, language: str) -> str:
    """The picture."""
    most = max(chart.values)
    if chart.tight:
        stages = (part for number in range(len(chart.labels)) for part in _line(chart, name, language, number, Decimal(most)))
        return framed(chart, name, language, len(chart.labels) * TIGHT, stages)
    marks = (part for number in range(len(chart.labels)) for part in _stage(chart, name, language, number, Decimal(most)))
    return framed(chart, name, language, len(chart.labels) * (HEAD + BAR + GAP), marks)


def conversions(chart: Chart) -> tuple[str, ...]:
    """Of every stage its share of the one before; unknown of the first, and where either number is."""
    values = chart.series[0].values
    pairs = zip((None, *values), values, strict=False)
    return tuple(UNKNOWN if before is None or value is None else percent(value, before) for before, value in pairs)


def _stage(chart: Chart, name: str, language: str, number: int, most: Decimal) -> Iterator[str]:
    y, value, share = number * (HEAD + BAR + GAP), chart.series[0].values[number], conversions(chart)[number]
    words = short(value, language, chart.unit)
    if share != UNKNOWN:
        yield text(WIDTH, y + SIZE, _OF_BEFORE[language].format(share=share), anchor="end", size=SMALL, kind="chart-quiet")
    room = WIDTH - wide(words) - 12 - (wide(_OF_BEFORE[language].format(share=share), SMALL) + 8 if share != UNKNOWN else 0)
    stage = fitted(chart.labels[number], room)
    yield text(0, y + SIZE, stage)
    yield text(wide(stage) + 10, y + SIZE, words, kind="chart-number")
    if value is not None:
        width = round(float(Decimal(value) / most) * WIDTH, 2) if most else 0.0
        words = told(chart, chart.labels[number], chart.series[0], exact(value, chart.unit))
        yield block(name, 0, (round((WIDTH - width) / 2, 2), y + HEAD), (width, BAR), words)


def _line(chart: Chart, name: str, language: str, number: int, most: Decimal) -> Iterator[str]:
    """A stage of a tight funnel: name, bar around the middle, number with its share of the stage before."""
    y, value, share = number * TIGHT, chart.series[0].values[number], conversions(chart)[number]
    left = min(_NAME, max(wide(each) for each in chart.labels) + 8)
    room = WIDTH - left - _TOLD
    words = short(value, language, chart.unit)
    yield text(0, y + SIZE + 2, fitted(chart.labels[number], left - 8))
    yield text(WIDTH - 52, y + SIZE + 2, words, anchor="end", kind="chart-number")
    if share != UNKNOWN:
        yield text(WIDTH, y + SIZE + 2, share, anchor="end", size=SMALL, kind="chart-quiet")
    if value is not None:
        width = round(float(Decimal(value) / most) * room, 2) if most else 0.0
        words = told(chart, chart.labels[number], chart.series[0], exact(value, chart.unit))
        yield block(name, 0, (round(left + (room - width) / 2, 2), y + 2), (width, TIGHT - 6), words)
