"""Which registration authority is in charge (登记管辖), worked out from the type of company, never asked: 《市场主体登记管理条例实施细则》第四条.

Whether state capital holds half of a company, no form shows; a clerk looks where an organisation holds as much.

>>> from gaoxing.forms.form import Answer, Source
>>> level(Form("company_registration", "2026", {"company_type": Answer("joint_stock", Source.SAID)})).label
'设区的市以上登记机关'
"""

from __future__ import annotations

from fractions import Fraction

from gaoxing.forms.derive_type import Derived
from gaoxing.forms.form import Form
from gaoxing.forms.parties import shareholders
from gaoxing.forms.shares import exact_shares

COUNTY = "县级登记机关"
PREFECTURE = "设区的市以上登记机关"
HALF = Fraction(1, 2)


def level(form: Form) -> Derived:
    """The level of the authority for a company's form, and why; no label where the type is not known or state capital may hold half."""
    kind = str(form.value("company_type") or "")
    if kind != "limited_liability":
        return of_kind(kind)
    shares = exact_shares(form)
    half = [each.called for each in shareholders(form) if each.is_enterprise and shares.get(each.path, Fraction(0)) >= HALF]
    if half:
        return Derived(None, f"{half[0]}占一半以上，它要是国有的，由省级登记机关登记；不是的，由县级登记机关登记")
    return of_kind(kind)


def of_kind(kind: str) -> Derived:
    """The level of the authority for a kind of company, `limited_liability` or `joint_stock`; no label for any other."""
    if kind == "joint_stock":
        return Derived(PREFECTURE, "股份有限公司由设区的市以上登记机关登记（《市场主体登记管理条例实施细则》第四条）")
    if kind == "limited_liability":
        return Derived(COUNTY, "有限责任公司由住所所在的县级登记机关登记（《市场主体登记管理条例实施细则》第四条）")
    return Derived(None, "还不知道办哪种公司")
