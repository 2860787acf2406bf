"""Values as people read them (显示): money in 万元, terms in years, choices by their official label.

>>> money({"amount": "1000000", "currency": "CNY"})
'100万元（人民币）'
>>> money({"amount": "5000", "currency": "USD"})
'5000美元'
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from decimal import Decimal, InvalidOperation
from typing import Any

from gaoxing.forms import Field, Form, Kind
from gaoxing.office.frontdesk.masking import mask

CURRENCIES = {"CNY": "元", "USD": "美元", "EUR": "欧元", "HKD": "港元", "JPY": "日元", "GBP": "英镑", "SGD": "新加坡元", "TWD": "新台币元", "KRW": "韩元"}
"""What a currency's unit is called (币种); others show their ISO 4217 letters."""

TEN_THOUSAND = Decimal(10_000)


def value_text(field: Field, value: Any, form: Form) -> str:
    """The value of a blank in plain Chinese, masked where the blank is private. A value of an unknown shape shows as its text."""
    text = _WORDING.get(field.kind, _plain)(field, value, form)
    return mask(text) if field.private else text


def money(value: Mapping[str, Any]) -> str:
    """An amount with its unit; renminbi says so."""
    currency = str(value.get("currency", "CNY"))
    return amount_text(str(value.get("amount", "")), currency) + ("（人民币）" if currency == "CNY" else "")


def amount_text(amount: str, currency: str) -> str:
    """A decimal string in whole units as 万 where that is exact to the fen: never rounded."""
    unit = CURRENCIES.get(currency, currency)
    try:
        number = Decimal(amount)
    except InvalidOperation:
        return f"{amount}{unit}"
    return f"{_trimmed(number / TEN_THOUSAND)}万{unit}" if number >= TEN_THOUSAND else f"{_trimmed(number)}{unit}"


def term(value: Any) -> str:
    """长期, or so many years."""
    if isinstance(value, Mapping):
        return f"{value.get('years', '')}年"
    return "长期" if value == "indefinite" else str(value)


def day(value: Any) -> str:
    """A date as far as it was said, or a time counted from the founding.

    >>> day("2029-06"), day({"years": 5})
    ('2029年6月', '自成立之日起5年内')
    """
    if isinstance(value, Mapping):
        return f"自成立之日起{value.get('years', '')}年内"
    steps = str(value).split("-")
    if not all(step.isdecimal() for step in steps):
        return str(value)
    return "".join(f"{int(step)}{unit}" for step, unit in zip(steps, "年月日", strict=False))


def typed_text(field: Field, value: Any, form: Form) -> str:
    """The value as one would type it, whole and unmasked: typed back it gives the same value. Lists have one item a line."""
    if value is None:
        return ""
    if isinstance(value, list | tuple):
        return "\n".join(str(each) for each in value)
    written = _TYPED.get(field.kind)
    return written(value, form) if written else str(value)


def currency_of(form: Form) -> str:
    """The currency of the capital; renminbi where none is known.

    >>> currency_of(Form("company_registration", "2026"))
    'CNY'
    """
    capital = form.value("registered_capital")
    return str(capital.get("currency", "CNY")) if isinstance(capital, Mapping) else "CNY"


def _typed_money(value: Any, form: Form) -> str:
    amount, currency = (str(value.get("amount", "")), str(value.get("currency", "CNY"))) if isinstance(value, Mapping) else (str(value), currency_of(form))
    return amount_text(amount, currency) if currency == "CNY" else f"{amount} {currency}"


def _typed_day(value: Any, form: Form) -> str:
    return f"{value.get('years', '')}年" if isinstance(value, Mapping) else str(value)


def _trimmed(number: Decimal) -> str:
    text = f"{number:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def _plain(field: Field, value: Any, form: Form) -> str:
    if isinstance(value, list | tuple):
        return "、".join(str(each) for each in value)
    return str(value)


def _money(field: Field, value: Any, form: Form) -> str:
    if isinstance(value, Mapping):
        return money(value)
    return amount_text(str(value), currency_of(form))


def _choices(field: Field, value: Any, form: Form) -> str:
    values = value if isinstance(value, list | tuple) else (value,)
    return "、".join(field.label_of(each) for each in values)


def _scope(field: Field, value: Any, form: Form) -> str:
    return "；".join(str(each) for each in value) if isinstance(value, list | tuple) else str(value)


_WORDING: Mapping[Kind, Callable[[Field, Any, Form], str]] = {
    Kind.MONEY: _money,
    Kind.PERCENT: lambda field, value, form: f"{value}%",
    Kind.TERM: lambda field, value, form: term(value),
    Kind.DATE: lambda field, value, form: day(value),
    Kind.CHOICE: _choices,
    Kind.CHOICES: _choices,
    Kind.SCOPE: _scope,
}

_TYPED: Mapping[Kind, Callable[[Any, Form], str]] = {
    Kind.MONEY: _typed_money,
    Kind.PERCENT: lambda value, form: f"{value}%",
    Kind.TERM: lambda value, form: term(value),
    Kind.DATE: _typed_day,
}
