"""Which period the cockpit shows (看哪一期): a month, a quarter or a year, this year where none is named; and what may be chosen."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from django.utils.translation import gettext as _

from gaoxing.office.indicators.periods import MONTH, QUARTER, YEAR, Period, newest, read

OFFERED: Mapping[str, int] = {MONTH: 13, QUARTER: 8, YEAR: 5}
"""How many of each kind are offered."""


def asked(given: Mapping[str, str], *, on: date) -> tuple[Period, str]:
    """The period that an address names, and a sentence where it is none; this year then, and where none is named."""
    written = given.get("period", "").strip()
    if not written:
        return Period.of(YEAR, on), ""
    found = read(written)
    if found is None:
        return Period.of(YEAR, on), _("网址里的期间看不懂，现在按今年显示。请在下面重新选。")
    if not found.begun(on=on):
        return Period.of(YEAR, on), _("这一期还没有开始，现在按今年显示。请在下面重新选。")
    return found, ""


def offered(*, on: date) -> tuple[tuple[str, tuple[Period, ...]], ...]:
    """What may be chosen, the newest first, by kind."""
    words = {MONTH: _("按月"), QUARTER: _("按季度"), YEAR: _("按年")}
    return tuple((words[kind], newest(kind, on=on, count=count)) for kind, count in OFFERED.items())
