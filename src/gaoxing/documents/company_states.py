"""What holds of a company that is being set up (公司的情形), as the conditions of its deeds name it: its kind, its bodies, who represents it.

A number of directors or supervisors that the law does not know (none yet, two) gives a draft that says so. 《公司法》 (2023, in force 2024-07-01).

>>> from gaoxing.forms.form import Answer, Source
>>> states(Form("company_registration", "2026", {"name": Answer("昆山某某股份有限公司", Source.SAID)}), date(2026, 11, 25))["joint_stock"]
True
"""

from __future__ import annotations

from datetime import date

from gaoxing.checks import beneficial, parameters
from gaoxing.documents.amount import capital
from gaoxing.documents.printable import printable
from gaoxing.forms.derive_type import kind_of_name
from gaoxing.forms.form import Form
from gaoxing.forms.parties import Party, holders, parties, shareholders

BOARD = 3
"""So many directors are a board, so many supervisors a supervisory board, 《公司法》第六十八条、第七十六条."""

REAL_NAME_SHEET = date(2026, 5, 1)
"""From when the forms have a sheet on which everybody confirms who he is (实名登记确认表), 国市监注发〔2026〕5号."""

POSTS = ("chair", "director", "manager")
"""Who may be legal representative, 《公司法》第十条; the first that the person holds is the one the charter names."""


def states(form: Form, on: date) -> dict[str, bool]:
    """Every condition by its name; `on` decides which figures of law apply."""
    return {**_kinds(form, on), **_seats(form), **_offices(form)}


def kind(form: Form) -> str:
    """`limited_liability`, `joint_stock`, or empty where neither was said nor shows in the name."""
    said = form.value("company_type")
    return said if said in {"limited_liability", "joint_stock"} else kind_of_name(printable(form.value("name")))


def post(form: Form) -> str:
    """The post in which the one legal representative is so; empty where it is not known."""
    legal = holders(form, "legal_representative")
    held = legal[0].roles if len(legal) == 1 else ()
    return next((each for each in POSTS if each in held), "")


def directors(form: Form) -> tuple[Party, ...]:
    """Who sits among the directors; the chair is one, whether both were said or not."""
    return tuple(each for each in parties(form) if {"director", "chair"}.intersection(each.roles))


def committee(form: Form) -> tuple[Party, ...]:
    """The directors who are marked as members of the audit committee (审计委员会)."""
    return tuple(each for each in directors(form) if each.text("audit_committee") == "yes")


def of_staff(persons: tuple[Party, ...]) -> tuple[Party, ...]:
    """Those who represent the employees (职工代表)."""
    return tuple(each for each in persons if each.text("employee_representative") == "yes")


def _kinds(form: Form, on: date) -> dict[str, bool]:
    owners, company, money = shareholders(form), kind(form), capital(form.value("registered_capital"))
    figures = parameters.merged((parameters.SHARED,), on)
    return {
        "limited": company == "limited_liability",
        "joint_stock": company == "joint_stock",
        "kind_known": bool(company),
        "one_shareholder": len(owners) == 1,
        "renminbi": not money["other"],
        "natural_persons": bool(owners) and all(each.is_person for each in owners),
        "in_kind": any(each.text("contribution.method") not in {"", "cash"} for each in owners),
        "subscription": form.value("setup_mode") == "subscription",
        "real_name_sheet": on >= REAL_NAME_SHEET,
        "beneficial_exempt": bool(beneficial.exempt(form, figures)),
    }


def _seats(form: Form) -> dict[str, bool]:
    seated, supervisors = directors(form), holders(form, "supervisor")
    board = len(seated) >= BOARD
    audits = board and not supervisors and bool(committee(form))
    none = kind(form) != "joint_stock" and not supervisors and not audits and form.value("no_supervisor") == "yes"
    return {
        "board": board,
        "directors_unsettled": len(seated) in {0, 2},
        "supervisory_board": len(supervisors) >= BOARD,
        "one_supervisor": len(supervisors) < BOARD and not audits and not none,
        "supervisors_unsettled": not audits and not none and len(supervisors) in {0, 2},
        "audit_committee": audits,
        "no_supervisor": none,
        "overseen": not none,
        "supervised": not none and not audits,
        "employee_directors": bool(of_staff(seated)),
        "employee_supervisors": bool(of_staff(supervisors)),
        "employees_elect": bool(of_staff((*seated, *supervisors))) or len(supervisors) >= BOARD,
    }


def _offices(form: Form) -> dict[str, bool]:
    manager, finance = bool(holders(form, "manager")), bool(holders(form, "finance_officer"))
    represents = post(form)
    return {
        "manager": manager or kind(form) == "joint_stock",
        "engages": manager or finance or kind(form) == "joint_stock",
        "finance_officer": finance,
        "represented_by_chair": represents == "chair",
        "represented_by_director": represents == "director",
        "represented_by_manager": represents == "manager",
        "representation_open": not represents,
        "has_agent": bool(holders(form, "agent")),
    }
