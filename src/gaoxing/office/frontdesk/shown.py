"""Values on the screen (显示): as people read them, masked where the blank is private; and as one would type them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from gaoxing.forms import Field, Form, Kind
from gaoxing.forms.written import amount_text, currency_of, term, written
from gaoxing.office.frontdesk.masking import mask


def value_text(field: Field, value: Any, form: Form) -> str:
    """The value of a blank in plain Chinese, masked where the blank is private. A value of an unknown shape shows as its text."""
    text = written(field, value, form)
    return mask(text) if field.private else text


def typed_text(field: Field, value: Any, form: Form) -> str:
    """The value as one would type it, whole and unmasked: typed back it gives the same value. Lists have one item a line."""
    if value is None:
        return ""
    if isinstance(value, list | tuple):
        return "\n".join(str(each) for each in value)
    if field.kind is Kind.OPEN_CHOICE:
        return field.label_of(value)
    written = _TYPED.get(field.kind)
    return written(value, form) if written else str(value)


def _typed_money(value: Any, form: Form) -> str:
    amount, currency = (str(value.get("amount", "")), str(value.get("currency", "CNY"))) if isinstance(value, Mapping) else (str(value), currency_of(form))
    return amount_text(amount, currency) if currency == "CNY" else f"{amount} {currency}"


def _typed_day(value: Any, form: Form) -> str:
    return f"{value.get('years', '')}年" if isinstance(value, Mapping) else str(value)


_TYPED: Mapping[Kind, Callable[[Any, Form], str]] = {
    Kind.MONEY: _typed_money,
    Kind.PERCENT: lambda value, form: f"{value}%",
    Kind.TERM: lambda value, form: term(value),
    Kind.DATE: _typed_day,
}
