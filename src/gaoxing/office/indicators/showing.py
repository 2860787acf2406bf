"""How figures are written on a page (数的写法): with qualifier, unit and thousands, the change on the year with its sign, and marks in words."""

from __future__ import annotations

from decimal import Decimal

from django.utils.translation import gettext as _

from gaoxing.office.indicators.figures import POINTS, Figure, Stated
from gaoxing.office.indicators.models import Value
from gaoxing.office.indicators.units import PERCENT
from gaoxing.office.language import in_english

_UNITS = {
    "元": "yuan",
    "万元": "ten thousand yuan",
    "亿元": "hundred million yuan",
    "平方米": "m²",
    "万平方米": "ten thousand m²",
    "工作日": "working days",
    "件/万人": "per 10,000 people",
    "位": "(rank)",
    "倍": "times",
    POINTS: "points",
}


def unit_word(unit: str) -> str:
    """A unit in the language of the page; counts need no word in English."""
    if not in_english() or unit == PERCENT:
        return unit
    return _UNITS.get(unit, "")


def number(value: Decimal) -> str:
    """A number with thousands parted.

    >>> number(Decimal("1853000")), number(Decimal("185.30"))
    ('1,853,000', '185.30')
    """
    return f"{value:,f}"


def amount(value: Decimal, unit: str, qualifier: str = "") -> str:
    """A value as it is read: more than 40 亿元."""
    words = {Value.Qualifier.MORE: _("超过"), Value.Qualifier.ABOUT: _("约"), Value.Qualifier.LESS: _("不到")}
    word = words.get(Value.Qualifier(qualifier), "")
    return " ".join(each for each in (word, number(value), unit_word(unit)) if each)


def of_figure(found: Figure) -> str:
    """A figure's value as it is read."""
    return amount(found.value, found.unit, found.qualifier)


def of_stated(told: Stated) -> str:
    """A held value as it is read."""
    return amount(told.value, told.unit, told.qualifier)


def change(found: Figure) -> str:
    """The change on the year with its sign, empty where there is none."""
    return "" if found.year_on_year is None else f"{found.year_on_year:+f} {unit_word(found.change_unit)}"


def marks(found: Figure, *, stale: bool) -> tuple[str, ...]:
    """What is to be known of a figure at a glance, in words; `stale`: also whether a newer one is overdue, where it stands as the newest."""
    told = (
        (bool(found.conflicts) and not found.settled, _("来源不一致，没有定")),
        (bool(found.conflicts) and found.settled, _("来源不一致，已经定了")),
        (bool(found.restated), _("更正过")),
        (stale and found.stale, _("该更新了")),
    )
    return tuple(word for holds, word in told if holds)
