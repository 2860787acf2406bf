"""What every picture has (图框): title and description for screen readers, patterns, legend, words; one sentence where there is nothing to draw.

Classes alone carry colour, so that the page's one stylesheet rules dark mode and print; without it all is drawn in one colour and told apart by patterns.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from html import escape

from gaoxing.documents.charts.chart import Chart, Series
from gaoxing.documents.charts.measures import SIZE, SMALL, WIDTH, fitted, wide
from gaoxing.documents.charts.numbers import CHINESE, ENGLISH, short

LEGEND = 24
"""The height of a line of the legend."""

_TILE = {
    1: '<path d="M-2 2L2 -2M0 8L8 0M6 10L10 6" stroke-width="2"/>',
    2: '<circle cx="2" cy="2" r="1.5" stroke="none" fill="currentColor"/><circle cx="6" cy="6" r="1.5" stroke="none" fill="currentColor"/>',
    3: "",
    4: '<path d="M0 2H8M0 6H8" stroke-width="1.5"/>',
    5: '<path d="M0 4H8M4 0V8" stroke-width="1.2"/>',
    6: '<path d="M2 0V8M6 0V8" stroke-width="1.5"/>',
    7: '<path d="M-2 6L2 10M0 0L8 8M6 -2L10 2" stroke-width="2"/>',
}
"""A tile of eight units for every series but the first, which is solid, and the fourth, which is blank."""

_WORDS = {
    "nothing": {CHINESE: "这里还没有数据。", ENGLISH: "There are no figures here yet."},
    "summary": {CHINESE: "{name}：最多 {most}（{at}），最少 {least}（{below}）", ENGLISH: "{name}: most {most} ({at}), least {least} ({below})"},
    "count": {CHINESE: "共 {count} 项。", ENGLISH: "{count} entries. "},
    "beside": {CHINESE: "。每个数字见旁边的表。", ENGLISH: ". Every number stands in the table beside it."},
}


def framed(chart: Chart, name: str, language: str, height: float, body: Iterable[str], *, width: int = WIDTH) -> str:
    """The picture around its marks. `name` begins its ids, so that several stand on one page."""
    own = escape(name)
    patterns = "".join(_patterns(chart, own))
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" class="chart chart-{chart.kind}" viewBox="0 0 {width} {_neat(height)}" role="img" '
        f'aria-labelledby="{own}-title {own}-desc" font-size="{SIZE}" fill="currentColor">'
        f'<title id="{own}-title">{escape(chart.title)}</title><desc id="{own}-desc">{escape(described(chart, language))}</desc>'
        f"{f'<defs>{patterns}</defs>' if patterns else ''}{''.join(body)}</svg>"
    )


def nothing(chart: Chart, name: str, language: str) -> str:
    """The picture of no figures: a sentence."""
    return framed(chart, name, language, SIZE * 2, [text(0, SIZE * 1.4, word("nothing", language), kind="chart-quiet")])


def described(chart: Chart, language: str) -> str:
    """A chart in a sentence: how many entries, and the most and the least of every series."""
    if chart.empty:
        return word("nothing", language)
    told = [_summary(chart, each, language) for each in chart.series if any(value is not None for value in each.values)]
    joined = ("；" if language == CHINESE else "; ").join(told)
    return word("count", language).format(count=len(chart.labels)) + joined + word("beside", language)


def word(name: str, language: str) -> str:
    """One of the few words of a picture."""
    return _WORDS[name][language]


def text(x: float, y: float, words: str, *, anchor: str = "start", size: int = SIZE, kind: str = "") -> str:
    """Words at a place, escaped."""
    more = "".join(
        (f' text-anchor="{anchor}"' if anchor != "start" else "", f' font-size="{size}"' if size != SIZE else "", f' class="{kind}"' if kind else "")
    )
    return f'<text x="{_neat(x)}" y="{_neat(y)}"{more}>{escape(words)}</text>'


def block(name: str, series: int, corner: tuple[float, float], size: tuple[float, float], told: str = "") -> str:
    """A filled block in the pattern of a series, with its words for whoever points at it; where none are told it is only a sample of the pattern."""
    (x, y), (width, height) = corner, size
    fill = f"url(#{escape(name)}-{series})" if series else "currentColor"
    own = f'class="{"chart-mark" if told else "chart-sample"} chart-ink-{series}" x="{_neat(x)}" y="{_neat(y)}" width="{_neat(width)}" height="{_neat(height)}"'
    return f'<rect {own} fill="{fill}" stroke="currentColor">{f"<title>{escape(told)}</title>" if told else ""}</rect>'


def line(start: tuple[float, float], end: tuple[float, float], kind: str) -> str:
    """A straight thin line: an axis or a mark of the scale."""
    ends = f'x1="{_neat(start[0])}" y1="{_neat(start[1])}" x2="{_neat(end[0])}" y2="{_neat(end[1])}"'
    return f'<line class="{kind}" {ends} stroke="currentColor" stroke-opacity="{0.25 if kind == "chart-grid" else 0.8}"/>'


def told(chart: Chart, label: str, series: Series, value: str) -> str:
    """A mark in words: its label, its series where there are several, its number with the unit."""
    unit = "" if chart.unit == "%" else chart.unit
    return f"{label}{f' {series.name}' if len(chart.series) > 1 else ''} {value}{unit}"


def legend(chart: Chart, name: str) -> tuple[list[str], float]:
    """Which pattern is which series, in as many lines as it needs, and how high that is; nothing for one series."""
    if len(chart.series) < 2:
        return [], 0
    parts, x, y = list[str](), 0.0, 4.0
    for number, each in enumerate(chart.series):
        words = fitted(each.name, WIDTH - 20, SMALL)
        if x and x + 20 + wide(words, SMALL) > WIDTH:
            x, y = 0.0, y + LEGEND
        parts += [block(name, number, (x, y), (14, 12)), text(x + 20, y + 11, words, size=SMALL)]
        x += 20 + wide(words, SMALL) + 16
    return parts, y + LEGEND


def _summary(chart: Chart, series: Series, language: str) -> str:
    known = [(value, label) for value, label in zip(series.values, chart.labels, strict=True) if value is not None]
    (most, at), (least, below) = max(known, key=lambda each: each[0]), min(known, key=lambda each: each[0])
    unit = "" if chart.unit == "%" else chart.unit
    said = {"most": short(most, language, chart.unit) + unit, "least": short(least, language, chart.unit) + unit}
    return word("summary", language).format(name=series.name, at=at, below=below, **said)


def _patterns(chart: Chart, name: str) -> Iterator[str]:
    many = len(chart.labels) if chart.kind == "share" else len(chart.series)
    for number in range(1, many):
        tile = f'<g stroke="currentColor" fill="none">{_TILE[number]}</g>'
        ground = '<rect class="chart-ground" width="8" height="8" fill="#ffffff"/>'
        yield f'<pattern id="{name}-{number}" class="chart-ink-{number}" width="8" height="8" patternUnits="userSpaceOnUse">{ground}{tile}</pattern>'


def _neat(number: float) -> str:
    """A measure without needless zeros."""
    return f"{number:.2f}".rstrip("0").rstrip(".")
