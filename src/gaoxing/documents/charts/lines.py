"""Lines over months (折线图): every series with a mark and a stroke of its own, a gap where nobody knows the number, the last number at the right."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from html import escape

from gaoxing.documents.charts.chart import Chart, Value
from gaoxing.documents.charts.frame import LEGEND, framed, text, told
from gaoxing.documents.charts.measures import SIZE, SMALL, WIDTH, apart, fitted, span, wide
from gaoxing.documents.charts.numbers import exact, short
from gaoxing.documents.charts.plot import Plot, axes, plotted

_STROKES = ("", "6 4", "2 3", "10 3 2 3", "4 2", "1 4", "8 2", "12 4")
_SAMPLE = 26
"""How long a piece of a line the legend shows."""

Point = tuple[float, float]


def lines(chart: Chart, name: str, language: str) -> str:
    """The picture; a plan, as the second series, is broken and marked with squares."""
    head, top = _legend(chart)
    last = [(number, *found) for number, each in enumerate(chart.series) if (found := _last(each.values)) is not None]
    beside = max(wide(short(value, language, chart.unit), SMALL) for _, _, value in last) + 18
    plot = plotted(chart, language, span(chart.values), top, beside=beside)
    heights = apart([plot.scale.at(value) for _, _, value in last], SIZE, plot.scale.end, plot.scale.start)
    ends = [
        part
        for (number, _, value), y in zip(last, heights, strict=True)
        for part in (_mark(number, (plot.right + 6, y)), text(plot.right + 14, y + 4, short(value, language, chart.unit), size=SMALL, kind="chart-number"))
    ]
    drawn = (part for number in reversed(range(len(chart.series))) for part in _series(chart, number, plot))
    return framed(chart, name, language, plot.height, [*head, *axes(chart, language, plot), *drawn, *ends])


def stroke(number: int, points: list[list[Point]]) -> str:
    """A line through points, broken where a list of them ends."""
    way = "".join(f"{'M' if not place else 'L'}{x:.2f} {y:.2f}" for run in points for place, (x, y) in enumerate(run) if len(run) > 1)
    dashes = f' stroke-dasharray="{_STROKES[number]}"' if _STROKES[number] else ""
    return f'<path class="chart-line chart-ink-{number}" d="{way}" fill="none" stroke="currentColor" stroke-width="2"{dashes}/>' if way else ""


def runs(values: tuple[Value, ...]) -> Iterator[list[int]]:
    """The stretches of places whose number is known."""
    run: list[int] = []
    for place, value in enumerate(values):
        if value is None:
            yield run
            run = []
        else:
            run.append(place)
    yield run


def _series(chart: Chart, number: int, plot: Plot) -> Iterator[str]:
    series = chart.series[number]
    at = {place: (plot.middle(place), plot.scale.at(value)) for place, value in enumerate(series.values) if value is not None}
    yield stroke(number, [[at[place] for place in run] for run in runs(series.values)])
    for place, point in at.items():
        yield _mark(number, point, told(chart, chart.labels[place], series, exact(series.values[place], chart.unit)))


def _mark(number: int, at: Point, words: str = "") -> str:
    """A dot, a square, a triangle, a diamond; from the fifth on hollow."""
    x, y = at
    dot, square = f"M{x - 3.5:.2f} {y:.2f}a3.5 3.5 0 1 0 7 0a3.5 3.5 0 1 0 -7 0z", f"M{x - 3:.2f} {y - 3:.2f}h6v6h-6z"
    shapes = (dot, square, f"M{x:.2f} {y - 4:.2f}l4 7h-8z", f"M{x:.2f} {y - 4:.2f}l4 4l-4 4l-4 -4z")
    fill = "currentColor" if number < len(shapes) else "none"
    title = f"<title>{escape(words)}</title>" if words else ""
    kind = f"{'chart-mark' if words else 'chart-sample'} chart-ink-{number}"
    return f'<path class="{kind}" d="{shapes[number % len(shapes)]}" fill="{fill}" stroke="currentColor">{title}</path>'


def _last(values: tuple[Value, ...]) -> tuple[int, Decimal | int] | None:
    known = [(place, value) for place, value in enumerate(values) if value is not None]
    return known[-1] if known else None


def _legend(chart: Chart) -> tuple[list[str], float]:
    """A piece of every line with its mark and its name; nothing for one series."""
    if len(chart.series) < 2:
        return [], 0
    parts, x, y = list[str](), 0.0, 10.0
    for number, each in enumerate(chart.series):
        words = fitted(each.name, WIDTH - _SAMPLE - 6, SMALL)
        if x and x + _SAMPLE + 6 + wide(words, SMALL) > WIDTH:
            x, y = 0.0, y + LEGEND
        parts += [stroke(number, [[(x, y), (x + _SAMPLE, y)]]), _mark(number, (x + _SAMPLE / 2, y)), text(x + _SAMPLE + 6, y + 4, words, size=SMALL)]
        x += _SAMPLE + 6 + wide(words, SMALL) + 16
    return parts, y + LEGEND - 10
