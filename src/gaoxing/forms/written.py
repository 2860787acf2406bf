"""Values as people read them (写法): money in 万元, terms in years, days in words, choices by their official label. Nothing is masked here.

>>> money({"amount": "1000000", "currency": "CNY"})
'100万元（人民币）'
>>> money({"amount": "5000", "currency": "USD"})
'5000美元'
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from decimal import Decimal, InvalidOperation
from typing import Any

from gaoxing.forms.field import FOUNDING, Field, Kind
from gaoxing.forms.form import Form

CURRENCIES = {"CNY": "元", "USD": "美元", "EUR": "欧元", "HKD": "港元", "JPY": "日元", "GBP": "英镑", "SGD": "新加坡元", "TWD": "新台币元", "KRW": "韩元"}
"""What a currency's unit is called (币种); others show their ISO 4217 letters."""

TEN_THOUSAND = Decimal(10_000)


def written(field: Field, value: Any, form: Form) -> str:
    """The value of a blank in plain Chinese, whole. A value of an unknown shape shows as its text.

    >>> written(Field("start", "开工", Kind.DATE), "2027-03", Form("project_filing", "1"))
    '2027年3月'
    """
    return _WORDING.get(field.kind, _plain)(field, value, form)


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


def day(value: Any, since: str = FOUNDING) -> str:
    """A date as far as it was said, or a time counted from the founding, or whatever else it counts `since`.

    >>> day("2029-06"), day({"years": 5})
    ('2029年6月', '自成立之日起5年内')
    """
    if isinstance(value, Mapping):
        return f"自{since}之日起{value.get('years', '')}年内"
    steps = str(value).split("-")
    if not all(step.isdecimal() for step in steps):
        return str(value)
    return "".join(f"{int(step)}{unit}" for step, unit in zip(steps, "年月日", strict=False))


def currency_of(form: Form) -> str:
    """The currency of the capital; renminbi where none is known.

    >>> currency_of(Form("company_registration", "2026"))
    'CNY'
    """
    capital = form.value("registered_capital")
    return str(capital.get("currency", "CNY")) if isinstance(capital, Mapping) else "CNY"


def _trimmed(number: Decimal) -> str:
    text = f"{number:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def _plain(field: Field, value: Any, form: Form) -> str:
    if isinstance(value, Mapping) and {"amount", "currency"} <= value.keys():
        return money(value)
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
    Kind.AREA: lambda field, value, form: f"{value}平方米",
    Kind.TERM: lambda field, value, form: term(value),
    Kind.DATE: lambda field, value, form: day(value, field.since),
    Kind.CHOICE: _choices,
    Kind.CHOICES: _choices,
    Kind.BOOLEAN: _choices,
    Kind.OPEN_CHOICE: _choices,
    Kind.SCOPE: _scope,
}
