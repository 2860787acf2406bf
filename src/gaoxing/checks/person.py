"""What a person's identity number tells the rules (身份证信息): which numbers are resident numbers, and the age on a day.

>>> age(Party("parties.0", {"id_number": "11010519491231002X"}), date(2026, 11, 24))
76
"""

from __future__ import annotations

from datetime import date

from gaoxing.forms.form import Form
from gaoxing.forms.parties import Party, everyone
from gaoxing.standards import resident_id

COMPANY_POSTS = frozenset({"legal_representative", "director", "chair", "supervisor", "manager", "finance_officer"})
"""Offices for which the law asks full capacity, 《公司法》第一百七十八条."""


def residents(form: Form) -> tuple[Party, ...]:
    """Everybody with a number that is meant as a resident's: not an enterprise, and no other paper named."""
    return tuple(each for each in everyone(form) if each.text("id_number") and _resident(each))


def enterprises(form: Form) -> tuple[Party, ...]:
    """The organisations of this country with a number (统一社会信用代码)."""
    return tuple(each for each in everyone(form) if each.is_enterprise and each.text("id_number") and each.text("nationality") in {"", "中国"})


def age(person: Party, on: date) -> int | None:
    """Full years by the identity number; None where there is no valid one."""
    number = person.text("id_number")
    if person.is_enterprise or not resident_id.is_valid(number, on=on):
        return None
    return resident_id.age(number, on)


def in_office(form: Form) -> tuple[Party, ...]:
    """The persons who hold an office in the company."""
    return tuple(each for each in everyone(form) if COMPANY_POSTS.intersection(each.roles))


def _resident(person: Party) -> bool:
    return not person.is_enterprise and person.text("id_type") in {"", "resident_id"} and person.text("nationality") in {"", "中国"}
