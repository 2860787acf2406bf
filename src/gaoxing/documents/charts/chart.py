"""What a chart shows (图表数据): a title, labels, and one series of numbers or several; a number that nobody knows is None, never 0.

>>> Chart(Kind.BARS, "各类诉求", ("政策", "用工"), (Series("件数", (3, None)),)).empty
False
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

Value = Decimal | int | None

MOST_SERIES = 8
"""As many series, or parts of a whole, as there are patterns to tell them apart without colour."""


class Kind(StrEnum):
    """The shape of a chart: bars lying or standing, lines over months, a funnel (漏斗), a bar of shares (占比), a small line (走势)."""

    BARS = "bars"
    COLUMNS = "columns"
    LINES = "lines"
    FUNNEL = "funnel"
    SHARE = "share"
    SPARK = "spark"


_SINGLE = {Kind.FUNNEL, Kind.SHARE, Kind.SPARK}
_NOT_BELOW_ZERO = {Kind.FUNNEL, Kind.SHARE}


@dataclass(frozen=True)
class Series:
    """Numbers of one kind, one a label of the chart: whole numbers or Decimal, None where nobody knows."""

    name: str
    values: tuple[Value, ...]


@dataclass(frozen=True)
class Chart:
    """A chart. `unit` stands beside the numbers (件, %, 万元); `stacked` lays a label's numbers end to end; `note` is said below the table.

    `links`: where each label's records are, for the table; empty, or one a label. A plan is drawn as a second series of lines. `tight`: a funnel has a line a
    stage, as a page of many pictures wants it.
    Raises ValueError where series and labels do not fit each other, a number is none, or the shape cannot show it.
    """

    kind: Kind
    title: str
    labels: tuple[str, ...]
    series: tuple[Series, ...]
    unit: str = ""
    stacked: bool = False
    note: str = ""
    links: tuple[str, ...] = ()
    tight: bool = False

    def __post_init__(self) -> None:
        """Refuse what cannot be drawn."""
        if fault := _fault(self):
            raise ValueError(f"chart {self.title!r}: {fault}")

    @property
    def values(self) -> tuple[Decimal | int, ...]:
        """Every number that is known."""
        return tuple(value for each in self.series for value in each.values if value is not None)

    @property
    def empty(self) -> bool:
        """Whether there is nothing to draw: no number at all, or shares of nothing."""
        return not self.values or (self.kind is Kind.SHARE and not sum(self.values))


def _fault(chart: Chart) -> str:
    """What is wrong with a chart; empty where nothing is."""
    if any(len(each.values) != len(chart.labels) for each in chart.series) or (chart.links and len(chart.links) != len(chart.labels)):
        return "as many numbers and links as labels are needed"
    if any(type(value) not in (int, Decimal) or not Decimal(value).is_finite() for value in chart.values):
        return "numbers must be whole ones or finite Decimals"
    if len(chart.series) > MOST_SERIES or (chart.kind is Kind.SHARE and len(chart.labels) > MOST_SERIES):
        return f"at most {MOST_SERIES} can be told apart; put the rest together"
    if chart.kind in _SINGLE and len(chart.series) != 1:
        return f"a {chart.kind} has one series"
    if chart.kind in _NOT_BELOW_ZERO and any(value < 0 for value in chart.values):
        return f"a {chart.kind} has no number below zero"
    return "only bars and columns are stacked" if chart.stacked and chart.kind not in (Kind.BARS, Kind.COLUMNS) else ""
