"""Rules on age and capacity to act (行为能力): 《民法典》 articles 17 and 18 (in force 2021-01-01), 《公司法》 article 178.

Whether somebody of sixteen or seventeen lives on their own labour, no form shows: a clerk asks.

>>> child_in_office.level.value, youth_in_office.level.value
('reject', 'manual')
"""

from __future__ import annotations

from datetime import date

from gaoxing.checks.person import age, in_office
from gaoxing.checks.rule import Figures, Level, Told, rule
from gaoxing.checks.sentence import names
from gaoxing.forms.form import Form
from gaoxing.forms.parties import Party, everyone

CIVIL_CODE = date(2021, 1, 1)
COMPANY_LAW = date(2024, 7, 1)
TRADERS = date(2022, 11, 1)


@rule("GOV-13", basis="《公司法》第一百七十八条，《民法典》第十八条", level=Level.REJECT, since=COMPANY_LAW)
def child_in_office(form: Form, on: date, figures: Figures) -> Told | None:
    """Nobody under sixteen is a director, supervisor, officer or legal representative."""
    young = [each for each in in_office(form) if _between(each, on, 0, figures["working_age"])]
    if not young:
        return None
    return f"{names(young)}还没满{figures['working_age']}周岁，不能担任法定代表人、董事、监事或高级管理人员。请换一位。", *(
        each.at("id_number") for each in young
    )


@rule("GOV-13B", basis="《公司法》第一百七十八条，《民法典》第十八条", level=Level.MANUAL, since=COMPANY_LAW)
def youth_in_office(form: Form, on: date, figures: Figures) -> Told | None:
    """Somebody of sixteen or seventeen has full capacity only where they live on their own labour."""
    young = [each for each in in_office(form) if _between(each, on, figures["working_age"], figures["full_age"])]
    if not young:
        return None
    return f"{names(young)}还没满{figures['full_age']}周岁，要以自己的劳动收入为主要生活来源才能任职。请准备收入证明，由工作人员核对。", *(
        each.at("id_number") for each in young
    )


@rule("IND-01", basis="《促进个体工商户发展条例》第二条，《民法典》第十八条", level=Level.REJECT, since=TRADERS)
def child_operator(form: Form, on: date, figures: Figures) -> Told | None:
    """A sole trader is a citizen who is able to carry on a business: not a child."""
    young = [each for each in _operator(form) if _between(each, on, 0, figures["working_age"])]
    if not young:
        return None
    return f"经营者{names(young)}还没满{figures['working_age']}周岁，不能登记为个体工商户。请换一位成年的家人当经营者。", young[0].at("id_number")


@rule("IND-01B", basis="《促进个体工商户发展条例》第二条，《民法典》第十八条", level=Level.MANUAL, since=TRADERS)
def youth_operator(form: Form, on: date, figures: Figures) -> Told | None:
    """An operator of sixteen or seventeen must live on their own labour; a clerk asks."""
    young = [each for each in _operator(form) if _between(each, on, figures["working_age"], figures["full_age"])]
    if not young:
        return None
    return f"经营者{names(young)}还没满{figures['full_age']}周岁，要以自己的劳动收入为主要生活来源。请准备收入证明，由工作人员核对。", young[0].at("id_number")


COMPANY_RULES = (child_in_office, youth_in_office)
TRADER_RULES = (child_operator, youth_operator)


def _operator(form: Form) -> tuple[Party, ...]:
    return tuple(each for each in everyone(form) if each.path == "operator")


def _between(person: Party, on: date, least: int, under: int) -> bool:
    years = age(person, on)
    return years is not None and least <= years < under
