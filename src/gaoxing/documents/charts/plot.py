"""The field of columns and lines (坐标): a scale with its marks at the left, the labels below, each in its place."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from gaoxing.documents.charts.chart import Chart
from gaoxing.documents.charts.frame import line, text
from gaoxing.documents.charts.measures import SMALL, WIDTH, Scale, thinned, ticks, wide
from gaoxing.documents.charts.numbers import short

FIELD, ABOVE, BELOW = 168, 18, 24
"""How high the field is, and what is above it (a number) and below (a label)."""


@dataclass(frozen=True)
class Plot:
    """A field: its scale, the marks of it, its left and right edge, how wide a label's place is, and the height of the whole picture."""

    scale: Scale
    marks: tuple[Decimal, ...]
    left: float
    right: float
    place: float
    height: float

    def middle(self, label: int) -> float:
        """The middle of a label's place."""
        return self.left + (label + 0.5) * self.place


def plotted(chart: Chart, language: str, extent: tuple[Decimal, Decimal], top: float, *, beside: float = 0) -> Plot:
    """The field below `top`, with `beside` left free at the right; a number below nothing gets room for its words."""
    marks = ticks(*extent, whole=all(value == int(value) for value in chart.values))
    left = max(wide(short(each, language, chart.unit), SMALL) for each in marks) + 6
    begin = top + ABOVE
    end = begin + FIELD
    right = WIDTH - beside
    height = end + BELOW + (SMALL if extent[0] < 0 else 0)
    return Plot(Scale(marks[0], marks[-1], end, begin), marks, left, right, (right - left) / max(len(chart.labels), 1), height)


def axes(chart: Chart, language: str, plot: Plot) -> Iterator[str]:
    """The marks of the scale, the line of nothing, the labels below; and the unit where it is no per cent sign."""
    for each in plot.marks:
        y = plot.scale.at(each)
        yield line((plot.left, y), (plot.right, y), "chart-axis" if each == 0 else "chart-grid")
        yield text(plot.left - 6, y + 4, short(each, language, chart.unit), anchor="end", size=SMALL, kind="chart-quiet")
    middles = [plot.middle(number) for number in range(len(chart.labels))]
    for placed in thinned(chart.labels, middles, plot.left - 6, plot.right):
        yield text(placed.x, plot.height - 6, placed.words, anchor="middle", size=SMALL)
