"""The monthly report laid out (月报版面): blocks as every deed has them; its charts are pictures in the PDF and tables in the Word document."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from gaoxing.documents.charts.chart import Chart
from gaoxing.documents.charts.drawing import svg
from gaoxing.documents.charts.frame import described
from gaoxing.documents.charts.numbers import CHINESE, ENGLISH
from gaoxing.documents.charts.rows import table
from gaoxing.documents.deed import TEMPLATE
from gaoxing.documents.document import Layout
from gaoxing.documents.printable import printable
from gaoxing.office.indicators.cockpit.report.content import Part, Report
from gaoxing.office.indicators.cockpit.report.sentences import bracketed
from gaoxing.office.indicators.definitions import Indicator
from gaoxing.office.language import in_english

FACE = "Noto Sans CJK SC"
"""The face of the words in a picture."""

Block = dict[str, Any]

_EMPTY: Block = {"number": "", "basis": "", "head": [], "rows": [], "widths": []}


def layout(report: Report, *, on: date, pictures: bool) -> Layout:
    """The report before it is drawn, with charts as pictures or as tables."""
    body = [
        _paragraph(_("期间：%(span)s。数据截至 %(as_of)s。") % {"span": report.span, "as_of": report.as_of}),
        _paragraph(
            _(
                "本报告的数没有写来源的，都从本系统的记录计算；其他的写明来源和日期；不知道的写“—”。环比是和上月比，同比是和去年同月比，两个数都有才比，没有满月的不和上月比。"
            )
        ),
        *(block for number, part in enumerate(report.parts, 1) for block in _part(part, number, pictures=pictures)),
        *_listed(_("要核对的数"), report.problems, _("没有说法不一、过期或者更正过的数。")),
        *_listed(_("没有数的指标"), (_("、").join(report.missing),) if report.missing else (), _("没有缺的。")),
        *_appendix(report.definitions),
    ]
    values = {"on": on.isoformat(), "title": report.title, "basis": "", "foot": report.title, "english": in_english(), "blocks": body}
    return Layout(report.title, report.title, TEMPLATE, values)


def _part(part: Part, number: int, *, pictures: bool) -> Iterator[Block]:
    yield _heading(f"{number}. {part.title}" if in_english() else _("%(number)s、%(title)s") % {"number": _NUMERALS[number - 1], "title": part.title})
    if part.empty:
        yield _paragraph(part.empty)
        return
    if part.said:
        yield _paragraph(part.said)
    head = (_("指标"), _("本月"), _("上月（环比）"), _("去年同月（同比）"), _("口径和来源"))
    yield _table(head, [(each.name, each.value, each.last, each.year, each.source) for each in part.rows], (4, 3, 4, 4, 8))
    for place, chart in enumerate(part.charts):
        yield _picture(chart, f"p{number}-{place}") if pictures else _numbers(chart)


def _listed(title: str, lines: Sequence[str], none: str) -> Iterator[Block]:
    yield _heading(title)
    yield from (_paragraph(each) for each in lines or (none,))


def _appendix(definitions: Sequence[Indicator]) -> Iterator[Block]:
    yield {**_EMPTY, "kind": "page", "runs": []}
    yield _heading(_("附：指标定义"))
    head = (_("指标"), _("定义"), _("算法"), _("单位"), _("负责"))
    rows = [(each.name + (_("（定义未核实）") if each.unconfirmed else ""), each.definition, each.formula, each.unit, each.owner) for each in definitions]
    yield _table(head, rows, (4, 7, 6, 2, 3))


def _picture(chart: Chart, name: str) -> Block:
    language = _language()
    drawn = svg(chart, name=name, language=language).replace("<svg ", f'<svg font-family="{FACE}" ', 1)
    return {**_EMPTY, "kind": "picture", "runs": _runs(_title(chart)), "svg": drawn, "alt": described(chart, language)}


def _numbers(chart: Chart) -> Block:
    """The chart as its table."""
    found = table(chart, _language())
    rows = [(row.label, *row.cells) for row in found.rows]
    return {**_table((chart.title, *found.head[1:]), rows, ()), "runs": _runs(_title(chart))}


def _title(chart: Chart) -> str:
    return chart.title + bracketed(chart.unit)


def _language() -> str:
    return ENGLISH if in_english() else CHINESE


def _heading(text: str) -> Block:
    return {**_EMPTY, "kind": "heading", "runs": _runs(text)}


def _paragraph(text: str) -> Block:
    return {**_EMPTY, "kind": "paragraph", "runs": _runs(text)}


def _table(head: Sequence[str], rows: Sequence[Sequence[str]], widths: Sequence[int]) -> Block:
    return {**_EMPTY, "kind": "table", "runs": [], "head": list(head), "rows": [[_runs(cell) for cell in row] for row in rows], "widths": list(widths)}


def _runs(text: str) -> list[dict[str, str]]:
    return [{"text": printable(text), "path": ""}]


_NUMERALS = "一二三四五六七八九十"
