"""What is typed into the form of a value (录入表): read into an entry, or the sentences of what cannot be read; nothing typed is lost."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal

from django.utils.translation import gettext as _

from gaoxing.office.indicators.definitions import Indicator
from gaoxing.office.indicators.importing import period_of
from gaoxing.office.indicators.models import Value
from gaoxing.office.indicators.weighing import Entry
from gaoxing.standards.expression import expression

BLANKS = ("period", "value", "unit", "qualifier", "growth", "source", "dated", "scope", "note", "reason", "sure")
"""The blanks of the form."""

_NUMBER = expression(r"[+-]?(?:[0-9]{1,18}|[0-9]{1,3}(?:,[0-9]{3}){1,5})(?:\.[0-9]{1,9})?")


def entry(wanted: Indicator, given: Mapping[str, str]) -> tuple[Entry | None, tuple[str, ...]]:
    """The entry that was typed, or None and every sentence of what cannot be read."""
    period, value, dated = period_of(given["period"]), _number(given["value"]), _day(given["dated"])
    growth = _number(given["growth"].rstrip("%％ ")) if given["growth"] else None
    told = {
        _("期间“%(text)s”看不懂。请写成 2024、2024-11 或者 2024Q4。") % {"text": given["period"][:20]}: period is None,
        _("数值“%(text)s”不是数字。请只写数字，单位另外选。") % {"text": given["value"][:30]}: value is None,
        _("来源日期“%(text)s”看不懂。请写成 2026-03-20 这样。") % {"text": given["dated"][:20]}: dated is None,
        _("同比“%(text)s”不是数字。请只写百分之几的数，例如 5.6。") % {"text": given["growth"][:20]}: bool(given["growth"]) and growth is None,
        _("限定只能从列出的里面选。"): given["qualifier"] not in Value.Qualifier.values,
    }
    wrong = tuple(sentence for sentence, holds in told.items() if holds)
    if wrong or period is None or value is None or dated is None:
        return None, wrong
    words = {name: given[name] for name in ("unit", "source", "scope", "note", "reason", "qualifier")}
    return Entry(wanted.id, period, value, dated=dated, growth=growth, sure=bool(given["sure"]), **words), ()


def _number(text: str) -> Decimal | None:
    word = text.strip().replace("，", ",")
    return Decimal(word.replace(",", "")) if _NUMBER.fullmatch(word) else None


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text.strip())
    except ValueError:
        return None
