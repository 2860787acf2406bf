"""A chart with its table (图表和表) on any page: `{% load charted %}{% chart figure name="received" %}`; `{% spark … %}` for the small line."""

from __future__ import annotations

from typing import Any

from django import template
from django.utils.safestring import SafeString, mark_safe

from gaoxing.documents.charts.chart import Chart
from gaoxing.documents.charts.drawing import svg
from gaoxing.documents.charts.numbers import CHINESE, ENGLISH
from gaoxing.documents.charts.rows import table
from gaoxing.office.language import in_english

register = template.Library()


@register.inclusion_tag("frontdesk/chart.html")
def chart(shown: Chart, name: str, *, level: int = 3, folded: bool = False) -> dict[str, Any]:
    """The picture in a figure, its numbers in a table below. `name` must differ on one page; `level` is the heading's; `folded`: the table opens on a click."""
    language = _language()
    picture = _safe(svg(shown, name=name, language=language))
    return {"chart": shown, "level": level, "folded": folded, "picture": picture, "table": table(shown, language)}


@register.simple_tag
def spark(shown: Chart, name: str) -> SafeString:
    """The small line alone; its numbers stand elsewhere."""
    return _safe(svg(shown, name=name, language=_language()))


def _language() -> str:
    return ENGLISH if in_english() else CHINESE


def _safe(picture: str) -> SafeString:
    """The drawing's own SVG, in which every word is escaped."""
    return mark_safe(picture)  # noqa: S308 (made by documents/charts, every word escaped there)
