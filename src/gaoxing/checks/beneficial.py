"""Beneficial owners (受益所有人): 《受益所有人信息管理办法》 (中国人民银行、国家市场监督管理总局令〔2024〕第3号), in force 2024-11-01.

Who has a quarter of a company or more, or controls it, is filed with the registration. A small company of natural persons promises instead that
nobody else does.

>>> beneficial_owners.id, beneficial_owners.since.isoformat()
('BO-01', '2024-11-01')
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from fractions import Fraction

from gaoxing.checks.rule import Figures, Level, Told, rule
from gaoxing.checks.sentence import names, yuan
from gaoxing.forms.form import Form
from gaoxing.forms.parties import Party, capital, shareholders
from gaoxing.forms.shares import exact_shares

MEASURES = date(2024, 11, 1)


@rule("BO-01", basis="《受益所有人信息管理办法》", level=Level.WARN, since=MEASURES)
def beneficial_owners(form: Form, on: date, figures: Figures) -> Told | None:
    """Who has a quarter or more is filed as beneficial owner, unless the company is small and of natural persons only."""
    owners, whole, free = shareholders(form), capital(form), exempt(form, figures)
    if free is None or free or whole is None:
        return None
    least = figures["beneficial_share_percent"]
    organised = [each for each in owners if each.is_enterprise]
    held = [each for each in owners_of(form, Fraction(least, 100)) if each.is_person]
    why = f"{names(organised)}是单位股东" if organised else f"注册资本{yuan(whole)}超过{yuan(Decimal(figures['beneficial_exempt_capital']))}"
    known = f"{names(held)}占{least}%以上，要填上；" if held else ""
    return (
        f"{why}，不能用承诺免报，登记时要备案受益所有人：直接或间接拥有{least}%以上股权、收益权或表决权的人，还有实际控制公司的人。"
        f"{known}单位股东背后的人也要查清。请准备他们的姓名、证件和联系方式。",
        *dict.fromkeys(each.at("name") for each in (*held, *organised) or owners),
    )


RULES = (beneficial_owners,)


def exempt(form: Form, figures: Figures) -> bool | None:
    """Whether the promise (承诺免报) may stand for the filing: a capital within the bound and natural persons only; None where the form does not show it yet.

    That nobody else controls the company or benefits from it, the shareholders themselves promise. Before the measures nobody filed, nor promised: None.
    """
    owners, whole, money = shareholders(form), capital(form), form.value("registered_capital")
    currency = money.get("currency") if isinstance(money, Mapping) else None
    bound = figures.get("beneficial_exempt_capital")
    if bound is None or whole is None or currency != "CNY" or not owners or any(not each.is_person and not each.is_enterprise for each in owners):
        return None
    return whole <= bound and all(each.is_person for each in owners)


def owners_of(form: Form, least: Fraction) -> tuple[Party, ...]:
    """The shareholders who hold at least this part of the company, as far as their shares are known."""
    shares = exact_shares(form)
    return tuple(each for each in shareholders(form) if shares.get(each.path, Fraction(0)) >= least)
