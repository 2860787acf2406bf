"""The sentences of the monthly report (月报文字): figures with their changes and nothing besides; what nobody knows is not said.

>>> moved(Decimal("12.5"), "家"), moved(Decimal("-1.5"), "%"), moved(Decimal(0), "家")
('增长 12.5%', '下降 1.5 个百分点', '持平')
"""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

from django.utils.translation import gettext as _

from gaoxing.documents.charts.numbers import UNKNOWN, exact, short
from gaoxing.office.indicators.cockpit.number import Number
from gaoxing.office.indicators.units import PERCENT
from gaoxing.office.language import in_english


def paragraph(known: Iterable[tuple[Number, Number | None]]) -> str:
    """The figures in a sentence, each with the one of the month before where there is one; empty where none is known."""
    said = [_clause(each, old) for each, old in known if each.value is not None]
    return ("; ".join(said) + "." if in_english() else "；".join(said) + "。") if said else ""


def figure_of(each: Number, value: Decimal | None, *, exactly: bool = False) -> str:
    """A value of a figure with its unit; `exactly`: every digit, with what its source says of its exactness."""
    if value is None:
        return UNKNOWN
    written = exact(value) if exactly else short(value, "en" if in_english() else "zh")
    return f"{each.limit if exactly else ''}{written}{each.written_unit}"


def moved(change: Decimal, unit: str) -> str:
    """A change in words: grown, fallen or level."""
    if not change:
        return _("持平")
    told = {"count": abs(change), "unit": _(" 个百分点") if unit == PERCENT else "%"}
    return (_("增长 %(count)s%(unit)s") if change > 0 else _("下降 %(count)s%(unit)s")) % told


def bracketed(words: str) -> str:
    """Words in brackets behind others, as the language of the page has them; nothing of none."""
    if not words:
        return ""
    return f" ({words})" if in_english() else f"（{words}）"


def _clause(each: Number, old: Number | None) -> str:
    since, year = each.since(old.value if old is not None else None), each.change
    changes = [_("比上月%(moved)s") % {"moved": moved(since, each.unit)}] if since is not None else []
    changes += [_("比去年同月%(moved)s") % {"moved": moved(year, each.unit)}] if year is not None and not each.period else []
    changes += [_("同比%(moved)s") % {"moved": moved(year, each.unit)}] if year is not None and each.period else []
    beside = (", " if in_english() else "，") + (", " if in_english() else "，").join(changes) if changes else ""
    return f"{each.name}{bracketed(each.period)} {figure_of(each, each.value, exactly=True)}{beside}"
