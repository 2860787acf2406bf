"""What a decided form makes of the register (登记): a new enterprise, one with its changes, one that is closed. The inverse of the prefill.

What the form does not decide is left empty, never guessed: shareholders after a transfer whose size nobody knows are unknown.

>>> closed(Registered("91320583MA0000007R", "昆山样例五金有限公司", "limited_liability")).status
'cancelled'
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

from gaoxing.forms.derive_type import kind_of_name, printed_type
from gaoxing.forms.form import Form
from gaoxing.forms.parties import Party, number, parties, shareholders
from gaoxing.forms.prefill import CHANGES, CODE, NAME, step
from gaoxing.forms.register import KINDS, POSTS, Holding, Officer, Registered

CLOSED = "cancelled"

_OTHER = "other"


def established(form: Form, uscc: str, on: date) -> Registered:
    """The enterprise that a form of a registration sets up on a day, under the code it was given. Raises ValueError for a form of another matter."""
    if form.matter == "sole_trader_registration":
        return _trader(form, uscc, on)
    if form.matter == "company_registration":
        return _company(form, uscc, on)
    raise ValueError(f"{form.matter} sets up no enterprise")


def changed(before: Registered, form: Form) -> Registered:
    """The enterprise after every change that the form asks for, in the order of its rows."""
    after = before
    for row in parties(form, CHANGES):
        change = _CHANGES.get(row.text("item"))
        after = change(after, row) if change else after
    return after


def closed(before: Registered) -> Registered:
    """The enterprise after its deregistration (注销)."""
    return replace(before, status=CLOSED)


def unregistered(form: Form, uscc: str) -> Registered:
    """The enterprise of a form about one that the register does not hold: code and name alone. Raises ValueError where the form names none."""
    name = str(form.value(NAME) or "").strip()
    if not name:
        raise ValueError("the form names no enterprise")
    return Registered(uscc, name, kind_of_name(name) or _OTHER)


def code_of(form: Form) -> str:
    """The unified social credit code on the form; empty where there is none."""
    return str(form.value(CODE) or "").strip()


def _trader(form: Form, uscc: str, on: date) -> Registered:
    name = str(form.value("name") or form.value("operator.name") or "")
    return Registered(
        uscc,
        name,
        "sole_trader",
        domicile=str(form.value("premises") or ""),
        legal_representative=str(form.value("operator.name") or ""),
        capital=_money(form.value("funds")),
        scope=tuple(form.value("business_scope") or ()),
        established=on,
    )


def _company(form: Form, uscc: str, on: date) -> Registered:
    kind, rows = str(form.value("company_type") or ""), parties(form)
    name = str(form.value("name") or "")
    return Registered(
        uscc,
        name,
        kind if kind in KINDS else kind_of_name(name) or _OTHER,
        domicile=str(form.value("domicile") or ""),
        legal_representative=next((row.name for row in rows if "legal_representative" in row.roles), ""),
        capital=_money(form.value("registered_capital")),
        company_type=printed_type(form).label or "",
        scope=tuple(form.value("business_scope") or ()),
        shareholders=tuple(_holding(row) for row in shareholders(form)),
        officers=tuple(Officer(row.name, post) for row in rows if row.name for post in row.roles if post in POSTS),
        established=on,
    )


def _holding(row: Party) -> Holding:
    return Holding(row.name, _plain(row.amount), _plain(row.percent), row.text("contribution.method"), row.text("contribution.due"))


def _plain(value: Decimal | None) -> str:
    return "" if value is None else f"{value:f}"


def _money(value: Any) -> Mapping[str, str] | None:
    return {key: str(each) for key, each in value.items()} if isinstance(value, Mapping) else None


def _text(attribute: str) -> Callable[[Registered, Party], Registered]:
    def change(before: Registered, row: Party) -> Registered:
        told: dict[str, Any] = {attribute: row.text("to")} if row.text("to") else {}
        return replace(before, **told)

    return change


def _capital(before: Registered, row: Party) -> Registered:
    return replace(before, capital=_money(row.answers.get("to")) or before.capital)


def _type(before: Registered, row: Party) -> Registered:
    kind = row.text("to")
    return replace(before, kind=kind, company_type="") if kind in KINDS else before


def _scope(before: Registered, row: Party) -> Registered:
    if whole := row.answers.get("to"):
        return replace(before, scope=tuple(whole))
    gone, more = set(row.answers.get("remove") or ()), tuple(row.answers.get("add") or ())
    kept = tuple(each for each in before.scope if each not in gone)
    return replace(before, scope=(*kept, *(each for each in more if each not in kept)))


def _transfer(before: Registered, row: Party) -> Registered:
    """One transfer of a share; where its size or what the giver holds is not known, the shareholders are not known either."""
    held = {each.name: each for each in before.shareholders}
    giver, taker, moved = held.get(row.text("transferor")), row.text("transferee"), step(before, row)
    has = number(giver.amount) if giver else None
    if giver is None or not taker or moved is None or has is None or has < moved:
        return replace(before, shareholders=())
    receives = held.get(taker, Holding(taker, "0"))
    held[giver.name] = replace(giver, amount=_plain(has - moved), percent="")
    held[taker] = replace(receives, amount=_plain((number(receives.amount) or Decimal(0)) + moved), percent="")
    return replace(before, shareholders=tuple(each for each in held.values() if number(each.amount)))


_CHANGES: dict[str, Callable[[Registered, Party], Registered]] = {
    "name": _text("name"),
    "domicile": _text("domicile"),
    "legal_representative": _text("legal_representative"),
    "registered_capital": _capital,
    "company_type": _type,
    "business_scope": _scope,
    "shareholders": _transfer,
}
"""What becomes of the record, by the item changed (变更事项)."""
