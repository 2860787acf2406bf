"""The two voices in which a form is read back (念稿用语): Chinese as it is spoken, and English with Chinese names left as they are.

>>> CHINESE.line("注册资本", "一百万元", likely=False), ENGLISH.line("Registered capital (注册资本)", "1,000,000 yuan", likely=True)
('注册资本：一百万元。', 'Registered capital: 1,000,000 yuan. Please check this one.')
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal, InvalidOperation

from gaoxing.forms import speakable
from gaoxing.forms.field import FOUNDING, Field, Kind, stored
from gaoxing.forms.form import Form
from gaoxing.forms.written import currency_of
from gaoxing.standards.expression import expression
from gaoxing.standards.numeral_writing import write

CURRENCIES = {"CNY": "yuan", "USD": "US dollars", "EUR": "euros", "HKD": "Hong Kong dollars", "JPY": "yen", "GBP": "pounds", "SGD": "Singapore dollars"}
_BRACKETS = expression(r"\s*[（(][^（）()]*[）)]")
_DAY, _MONTH = 3, 2


class Chinese:
    """Chinese as it is spoken."""

    def value(self, field: Field, answer: object, form: Form, *, whole: bool) -> str:
        """As `speakable.value`."""
        return speakable.value(field, answer, form, whole=whole)

    def name(self, name: str) -> str:
        """The name, and how it is written."""
        return speakable.person(name)

    def line(self, label: str, value: str, *, likely: bool) -> str:
        """`注册资本：一百万元。`, and that it wants a look."""
        return f"{_bare(label)}：{value}。{'这一项请核对。' if likely else ''}"

    def row(self, label: str, number: int, name: str) -> str:
        """`第一位，丁大宝。`"""
        return f"第{write(number)}位，{name}。" if name else f"{_bare(label)}，第{write(number)}项。"

    def doubt(self, question: str) -> str:
        """The question as it is."""
        return f"还没定：{question}"

    def left(self, several: int) -> str:
        """`还有三项没有填。`"""
        return f"还有{'两' if several == 2 else write(several)}项没有填。"


class English:
    """English, for a screen that is English; names and addresses stay as they are."""

    def value(self, field: Field, answer: object, form: Form, *, whole: bool) -> str:
        """Amounts with their unit, numbers digit by digit in the same groups, days in words."""
        if field.kind in {Kind.ID_NUMBER, Kind.TELEPHONE} or field.private:
            return _digits(str(answer)) if whole else f"ending in {_digits(str(answer)[-4:])}"
        if field.kind is Kind.MONEY:
            return _money(answer, form)
        if field.kind is Kind.AREA:
            return f"{answer} square metres"
        if field.kind is Kind.PERCENT:
            return f"{answer} percent"
        if field.kind is Kind.DATE:
            return _day(answer, since="founding" if field.since == FOUNDING else "registration")
        if field.kind is Kind.TERM:
            return f"{answer.get('years')} years" if isinstance(answer, Mapping) else "indefinite" if answer == "indefinite" else str(answer)
        if field.choices:
            listed = answer if isinstance(answer, list | tuple) else (answer,)
            return ", ".join(_bare(field.label_of(stored(each))) for each in listed)
        return "; ".join(str(each) for each in answer) if isinstance(answer, list | tuple) else str(answer)

    def name(self, name: str) -> str:
        """The name as it is."""
        return name

    def line(self, label: str, value: str, *, likely: bool) -> str:
        """`Registered capital: 1,000,000 yuan.`, and that it wants a look."""
        return f"{_bare(label)}: {value}.{' Please check this one.' if likely else ''}"

    def row(self, label: str, number: int, name: str) -> str:
        """`Number 1: 丁大宝.`"""
        return f"Number {number}: {name}." if name else f"{_bare(label)}, number {number}."

    def doubt(self, question: str) -> str:
        """The question as it is."""
        return f"Not settled yet: {question}"

    def left(self, several: int) -> str:
        """`3 items are still empty.`"""
        return "1 item is still empty." if several == 1 else f"{several} items are still empty."


def _bare(label: str) -> str:
    """A label without what stands in brackets."""
    return _BRACKETS.sub("", label).strip() or label


def _digits(number: str) -> str:
    """Figures set apart, a comma between the groups of the Chinese reading."""
    groups = speakable.digits(number).split("，")
    ends = [sum(len(group) for group in groups[: place + 1]) for place in range(len(groups))]
    bare = number.replace("-", "")
    starts = [0, *ends[:-1]]
    return ", ".join(" ".join(bare[start:end]) for start, end in zip(starts, ends, strict=True))


def _money(answer: object, form: Form) -> str:
    figure, currency = (answer.get("amount"), str(answer.get("currency"))) if isinstance(answer, Mapping) else (answer, currency_of(form))
    try:
        return f"{Decimal(str(figure)):,} {CURRENCIES.get(currency, currency)}"
    except InvalidOperation:
        return f"{figure} {currency}"


def _day(answer: object, *, since: str) -> str:
    if isinstance(answer, Mapping):
        return f"within {answer.get('years')} years of the {since}"
    steps = str(answer).split("-")
    try:
        told = date.fromisoformat((str(answer) + "-01-01")[:10])
    except ValueError:
        return str(answer)
    return f"{told.day} {told:%B %Y}" if len(steps) == _DAY else f"{told:%B %Y}" if len(steps) == _MONTH else f"{told.year}"


CHINESE = Chinese()
ENGLISH = English()
