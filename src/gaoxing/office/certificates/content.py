"""What a licence and a notice show (证照内容): the items of 《市场主体登记管理条例实施细则》 art. 23 from the register's record, as plain text.

Nothing is made up: a licence that would lack an item is not issued, and `lacking` says what it is.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.utils.translation import gettext_noop

from gaoxing.documents.amount import in_capitals
from gaoxing.documents.printable import printable
from gaoxing.forms.register import KINDS, Registered
from gaoxing.forms.written import amount_text
from gaoxing.standards.business_scope import licence_text

Content = dict[str, Any]

COMPANY = {
    "name": gettext_noop("名称"),
    "type": gettext_noop("类型"),
    "head": gettext_noop("法定代表人"),
    "capital": gettext_noop("注册资本"),
    "established": gettext_noop("成立日期"),
    "address": gettext_noop("住所"),
    "scope": gettext_noop("经营范围"),
}
"""The items of a company's licence beside its code, in the order in which they are read."""

TRADER = {
    "name": gettext_noop("名称"),
    "type": gettext_noop("类型"),
    "head": gettext_noop("经营者"),
    "composition": gettext_noop("组成形式"),
    "established": gettext_noop("注册日期"),
    "address": gettext_noop("经营场所"),
    "scope": gettext_noop("经营范围"),
}
"""The items of a sole trader's licence."""

COMPOSITIONS = {"individual": "个人经营", "family": "家庭经营"}
"""How a sole trader runs the business (组成形式)."""

ON_THE_LICENCE = frozenset({"name", "kind", "company_type", "legal_representative", "capital", "domicile", "scope"})
"""The registered items whose change brings a new licence; shareholders do not stand on it."""

_TRADER = "sole_trader"
_OTHER = "other"
_ITEMS = {
    "name": "名称",
    "kind": "公司类型",
    "domicile": "住所",
    "legal_representative": "法定代表人",
    "capital": "注册资本",
    "scope": "经营范围",
    "shareholders": "股东",
}


def licence(registered: Registered, *, authority: str, issued: date, composition: str = "") -> Content:
    """What the licence of an enterprise shows; an item that is not known is empty."""
    plain = {
        "form": _TRADER if registered.kind == _TRADER else "company",
        "code": registered.uscc,
        "name": registered.name,
        "type": _type(registered),
        "head": registered.legal_representative,
        "capital": _capital(registered.capital),
        "composition": COMPOSITIONS.get(composition, composition),
        "established": day(registered.established),
        "address": registered.domicile,
        "scope": _scope(registered.scope, issued),
        "authority": authority,
        "issued": day(issued),
    }
    return {key: printable(value) for key, value in plain.items()}


def items(content: Mapping[str, str]) -> tuple[tuple[str, str], ...]:
    """Label and text of every item that this licence shows beside the code."""
    return tuple((label, content[key]) for key, label in labels(content).items())


def labels(content: Mapping[str, str]) -> Mapping[str, str]:
    """The labels of this licence's items by their keys."""
    return TRADER if content["form"] == _TRADER else COMPANY


def lacking(content: Mapping[str, str]) -> tuple[str, ...]:
    """The labels of the items without which no licence is issued."""
    return tuple(label for label, text in items(content) if not text)


def differences(before: Registered, after: Registered) -> tuple[tuple[str, str, str], ...]:
    """Label, text before and text after of every registered item that differs, for a notice of change."""
    return tuple((label, _said(before, key), _said(after, key)) for key, label in _ITEMS.items() if getattr(before, key) != getattr(after, key))


def touches_licence(before: Registered, after: Registered) -> bool:
    """Whether something changed that stands on the licence."""
    return any(getattr(before, key) != getattr(after, key) for key in ON_THE_LICENCE)


def day(on: date | None) -> str:
    """A day as papers write it; empty for none.

    >>> day(date(2026, 11, 5))
    '2026年11月05日'
    """
    return f"{on.year}年{on.month:02}月{on.day:02}日" if on else ""


def _type(registered: Registered) -> str:
    return registered.company_type or ("" if registered.kind == _OTHER else KINDS[registered.kind])


def _capital(capital: Mapping[str, str] | None) -> str:
    """In capitals where it is renminbi, as the licence has it: 壹佰万元整."""
    if not capital:
        return ""
    amount, currency = str(capital.get("amount", "")), str(capital.get("currency", "CNY"))
    return in_capitals(amount) if currency == "CNY" else amount_text(amount, currency)


def _scope(names: tuple[str, ...], on: date) -> str:
    """As the licence groups it; items that the catalogue does not know are given as they are written."""
    try:
        return licence_text(names, on)
    except KeyError:
        return "；".join(names)


def _said(registered: Registered, key: str) -> str:
    value = getattr(registered, key)
    if key == "shareholders":
        return "、".join(each.name for each in value)
    if key == "kind":
        return _type(registered)
    if key == "capital":
        return amount_text(str(value.get("amount", "")), str(value.get("currency", "CNY"))) if value else ""
    return printable("；".join(value) if key == "scope" else value)
