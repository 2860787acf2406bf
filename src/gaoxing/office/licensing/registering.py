"""The registration within a joint case (联办里的设立登记): with the grant of its business licence the enterprise stands in the register, its name in the pool,
and its licence is issued; all in the transaction of the grant, so that a refusal of any of it leaves nothing behind.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal, InvalidOperation
from typing import Any

from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.utils.translation import gettext as translated

from gaoxing.forms import Answer, Form, Source
from gaoxing.forms.derive_type import kind_of_name
from gaoxing.forms.recorded import established
from gaoxing.forms.register import Registered
from gaoxing.office.audit.entry import Actor
from gaoxing.office.cases import issued, name_pool
from gaoxing.office.cases.models import Case
from gaoxing.office.cases.queries import form_of
from gaoxing.office.cases.submitted import last_form
from gaoxing.office.certificates import content
from gaoxing.office.enterprises import actions as enterprises
from gaoxing.office.enterprises.queries import OfficeRegister
from gaoxing.office.licensing import further, owners
from gaoxing.office.licensing.models import Item
from gaoxing.office.refusal import NotAllowed
from gaoxing.office.zone.queries import profile
from gaoxing.standards import credit_code
from gaoxing.standards.invalid import Invalid

BUSINESS_LICENCE = "business_licence"
SOLE_TRADER, COMPANY = "sole_trader", "company"
MATTERS: Mapping[str, str] = {COMPANY: "company_registration", SOLE_TRADER: "sole_trader_registration"}
"""Whose form the registration follows, by what the applicant sets up."""

LINES = ("scope", "composition", "capital", "owners", "officers")
"""What the register says and the joint application does not ask: typed by the unit with the grant; `capital` in ten thousand yuan (万元), see `owners`."""

LONGEST = 2_000
_MOST = Decimal(10) ** 9
_TEN_THOUSAND = 10_000
_EDITION = "joint"


@dataclass(frozen=True)
class Asked:
    """What the unit is asked with the grant: the entity, whether a code is to be typed, and the scope, capital and owners that the applicant wrote."""

    entity: str
    types_code: bool
    scope: str
    capital: str = ""
    owners: str = ""


def asked(item: Item) -> Asked | None:
    """What the page of the business licence asks with its grant; None for every other licence. Raises a Fault where the form does not open."""
    if item.licence != BUSINESS_LICENCE:
        return None
    form, had = form_of(item.case), further.filled(item.case)
    told = {"scope": had.get("business_scope", ""), "capital": had.get("registered_capital", ""), "owners": had.get("investors", "")}
    return Asked(str(form.value("entity") or "") if form else "", issued.types_code(), **told)


def set_up(item: Item, typed: Mapping[str, Any], *, actor: Actor, now: datetime) -> str:
    """Register the enterprise of a case and issue its licence; its code. Raises NotAllowed where it cannot be: then nothing of the grant may be kept."""
    on, case, composition = localdate(now), item.case, str(typed.get("composition") or "")
    form = _form(item, typed)
    if name_pool.taken(case, form, now=now):
        raise NotAllowed(_("这个名称已经有企业用了，没有登记。请告知申请人换一个名称。"))
    _complete(established(form, "", on), composition, on)
    code = str(typed.get("number") or "").strip()
    made = issued.set_up(form, case, typed=code, on=on, actor=actor, now=now) or established(form, _free(code), on)
    enterprises.record(made, now=now)
    name_pool.enter(form, now=now, actor=actor)
    Case.objects.filter(pk=case.pk).update(holds_name=False)
    issued.issue_licence(case, form, None, made, actor=actor, now=now)
    return made.uscc


def free_name(item: Item, *, actor: Actor, now: datetime) -> None:
    """The name that was held for the enterprise is free again: its business licence comes to nothing."""
    case = Case.objects.get(pk=item.case_id)
    if item.licence == BUSINESS_LICENCE and case.holds_name:
        name_pool.release(case, last_form(case) or form_of(case), now=now, actor=actor)
        Case.objects.filter(pk=case.pk).update(holds_name=False)


def _form(item: Item, typed: Mapping[str, Any]) -> Form:
    """The joint application as a form of the registration that it contains. Raises NotAllowed where it does not say what is set up."""
    said = form_of(item.case)
    entity = str(said.value("entity") or "") if said else ""
    if said is None or entity not in MATTERS:
        raise NotAllowed(_("申请里没有写是公司还是个体户，不能发营业执照。请写成要补正的地方，让申请人补上。"))
    place, scope = said.value("premises"), str(typed.get("scope") or further.filled(item.case).get("business_scope", ""))
    told: dict[str, Any] = {
        "name": said.value("name"),
        "operator.name": said.value("operator.name"),
        "premises" if entity == SOLE_TRADER else "domicile": place,
        "business_scope": tuple(each.strip() for each in scope.replace(";", "；").replace("\n", "；").split("；") if each.strip()),
    }
    if entity == SOLE_TRADER:
        told["composition"] = typed.get("composition")
    else:
        told |= _company(said, typed, str(told["name"] or ""))
    return Form(MATTERS[entity], _EDITION, {path: Answer(value, Source.SAID) for path, value in told.items() if value})


def _company(said: Form, typed: Mapping[str, Any], name: str) -> dict[str, Any]:
    """What a company's form says besides: its kind, its capital, who owns and runs it. Raises NotAllowed where the owners do not make up its capital."""
    capital, shares = _capital(typed) or said.value("capital"), owners.owners(str(typed.get("owners") or ""))
    owners.require_whole(shares, capital)
    people = owners.parties(shares, owners.officers(str(typed.get("officers") or "")), str(said.value("operator.name") or ""))
    return {"company_type": kind_of_name(name), "registered_capital": capital, **people}


def _capital(typed: Mapping[str, Any]) -> dict[str, str] | None:
    """The capital as typed, in yuan; None where nothing was. Raises NotAllowed for what is no amount."""
    given = str(typed.get("capital") or "").strip()
    if not given:
        return None
    try:
        amount = Decimal(given)
    except InvalidOperation:
        amount = Decimal(0)
    if not amount.is_finite() or not 0 < amount < _MOST:
        raise NotAllowed(_("注册资本要写成万元的数字，例如 50。"))
    return {"amount": f"{(amount * _TEN_THOUSAND).normalize():f}", "currency": "CNY"}


def _complete(made: Registered, composition: str, on: date) -> None:
    """Raises NotAllowed, naming what is missing, where the licence would lack an item."""
    shown = content.licence(made, authority=profile().authority, issued=on, composition=composition)
    if missing := content.lacking(shown):
        told = {"what": "、".join(translated(each) for each in missing)}
        raise NotAllowed(_("营业执照上还缺：%(what)s。没有登记；能在准予时填的请填上，申请人没有写的请写成要补正的地方。") % told)


def _free(typed: str) -> str:
    """The code that the unit typed, where the system gives none. Raises NotAllowed where it is none, or another enterprise has it."""
    try:
        code = credit_code.validate(typed)
    except Invalid as wrong:
        raise NotAllowed(_("统一社会信用代码不对，没有登记：%(why)s。") % {"why": wrong}) from None
    if OfficeRegister().find(uscc=code):
        raise NotAllowed(_("登记簿里已经有企业用这个统一社会信用代码，没有登记。请核对代码再填。"))
    return code
