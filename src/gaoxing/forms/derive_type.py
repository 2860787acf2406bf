"""The type of company that is printed (公司类型), worked out from the table of shareholders. Never asked.

The labels follow licences in use; none was seen in an official list of 2026. Where the form does not decide, no label is given and the reason
says what a clerk must look at.

>>> from gaoxing.forms.form import Answer, Form, Source
>>> answers = {"company_type": "limited_liability", "parties.0.kind": "person", "parties.0.contribution.percent": "100"}
>>> printed_type(Form("company_registration", "2026", {path: Answer(value, Source.SAID) for path, value in answers.items()})).label
'有限责任公司(自然人独资)'
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from gaoxing.forms.form import Form
from gaoxing.forms.parties import Party, shareholders
from gaoxing.forms.shares import exact_shares

LIMITED = "有限责任公司"
JOINT_STOCK = "股份有限公司"


@dataclass(frozen=True)
class Derived:
    """A worked-out label (推出的内容) and why; `label` is None where the form does not decide."""

    label: str | None
    reason: str


def printed_type(form: Form) -> Derived:
    """The printed type of a company and why; undecided until the shareholders' table is complete."""
    owners, kind = shareholders(form), form.value("company_type")
    undecided = _undecided(form, owners, kind)
    if undecided:
        return Derived(None, undecided)
    by_persons = sum((share for path, share in exact_shares(form).items() if _of_person(owners, path)), Fraction(0))
    if kind == "joint_stock":
        return _joint_stock(by_persons)
    return _sole(owners[0]) if len(owners) == 1 else _several(by_persons)


def kind_of_name(name: str) -> str:
    """The form of company that a registered name shows (《公司法》第七条): `limited_liability`, `joint_stock`, or empty where it shows neither.

    >>> kind_of_name("昆山某某五金有限公司"), kind_of_name("昆山某某股份有限公司"), kind_of_name("某某小吃店")
    ('limited_liability', 'joint_stock', '')
    """
    if name.endswith(("股份有限公司", "股份公司")):
        return "joint_stock"
    return "limited_liability" if name.endswith(("有限公司", "有限责任公司")) else ""


def _undecided(form: Form, owners: tuple[Party, ...], kind: object) -> str:
    if kind not in {"limited_liability", "joint_stock"}:
        return "还不知道办哪种公司"
    if not owners or any(not each.is_person and not each.is_enterprise for each in owners):
        return "还不知道每位股东是个人还是单位"
    if any(each.text("nationality") not in {"", "中国"} for each in owners) or _foreign_money(form):
        return "有境外股东或外币出资，类型由登记机关按外商投资核定"
    shares = exact_shares(form)
    return "" if len(shares) == len(owners) and sum(shares.values()) == 1 else "股东的出资比例还没有凑满100%"


def _foreign_money(form: Form) -> bool:
    money = form.value("registered_capital")
    return isinstance(money, dict) and money.get("currency") != "CNY"


def _of_person(owners: tuple[Party, ...], path: str) -> bool:
    return any(each.path == path and each.is_person for each in owners)


def _sole(owner: Party) -> Derived:
    if owner.is_person:
        return Derived(f"{LIMITED}(自然人独资)", "只有一位股东，是自然人")
    return Derived(None, f"唯一股东{owner.called}是单位，要看它是不是由自然人投资或控股")


def _several(by_persons: Fraction) -> Derived:
    if by_persons > Fraction(1, 2):
        return Derived(f"{LIMITED}(自然人投资或控股)", "两位以上股东，自然人合计占一半以上")
    return Derived(f"其他{LIMITED}", "两位以上股东，自然人合计没有超过一半")


def _joint_stock(by_persons: Fraction) -> Derived:
    if by_persons > Fraction(1, 2):
        return Derived(f"{JOINT_STOCK}(非上市、自然人投资或控股)", "未上市，自然人合计占一半以上")
    return Derived(f"其他{JOINT_STOCK}(非上市)", "未上市，自然人合计没有超过一半")
