"""A small line (走势线): how a number went, beside the number itself; its last place is marked."""

from __future__ import annotations

from gaoxing.documents.charts.chart import Chart
from gaoxing.documents.charts.frame import framed, line
from gaoxing.documents.charts.lines import runs, stroke
from gaoxing.documents.charts.measures import Scale, span

ACROSS, HIGH, EDGE = 120, 28, 4


def spark(chart: Chart, name: str, language: str) -> str:
    """The picture, from nothing to the most; a place whose neighbours are unknown is a dot."""
    values = chart.series[0].values
    scale = Scale(*span(chart.values), HIGH - EDGE, EDGE)
    step = (ACROSS - 2 * EDGE) / max(len(values) - 1, 1)
    at = {place: (EDGE + place * step, scale.at(value)) for place, value in enumerate(values) if value is not None}
    stretches = list(runs(values))
    alone = [run[0] for run in stretches if len(run) == 1]
    dots = [f'<circle class="chart-mark" cx="{at[each][0]:.2f}" cy="{at[each][1]:.2f}" r="3"/>' for each in dict.fromkeys((*alone, max(at)))]
    way = stroke(0, [[at[place] for place in run] for run in stretches])
    ground = line((EDGE, scale.at(0)), (ACROSS - EDGE, scale.at(0)), "chart-grid")
    return framed(chart, name, language, HIGH, [ground, way, *dots], width=ACROSS)
