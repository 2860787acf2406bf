"""Forms for the rules' tests, written row by row. All persons and numbers are made up."""

from __future__ import annotations

from datetime import date
from typing import Any

from gaoxing.checks.parameters import SHARED, in_force
from gaoxing.checks.rule import Finding, Rule
from gaoxing.facts.fact import Evidence
from gaoxing.forms.form import Answer, Form, Source

DAY = date(2026, 11, 24)
ADULT, WOMAN, YOUTH, CHILD = "320583199001010010", "320583199202020020", "320583200912010017", "320583201305050038"
ENTERPRISE = "91320583MA0000007R"


def application(*rows: dict[str, Any], capital: str | None = None, currency: str = "CNY", words: str = "", **blanks: Any) -> Form:
    """A company's form: `rows` are parties (`amount` for `contribution.amount`), `blanks` further answers."""
    answers: dict[str, Any] = dict(blanks)
    if capital is not None:
        answers["registered_capital"] = {"amount": capital, "currency": currency}
    for number, row in enumerate(rows):
        answers |= {f"parties.{number}.{_column(key)}": value for key, value in row.items()}
    evidence = (Evidence(0, 0, len(words), words),) if words else ()
    return Form("company_registration", "2026", {path: Answer(value, Source.SAID, evidence) for path, value in answers.items()})


def limited(*rows: dict[str, Any], **blanks: Any) -> Form:
    return application(*rows, company_type="limited_liability", **blanks)


def joint_stock(*rows: dict[str, Any], **blanks: Any) -> Form:
    return application(*rows, company_type="joint_stock", **blanks)


def holder(name: str = "张三", **columns: Any) -> dict[str, Any]:
    return {"name": name, "kind": "person", "roles": ("shareholder",), **columns}


def officer(name: str, *roles: str, **columns: Any) -> dict[str, Any]:
    return {"name": name, "kind": "person", "roles": roles, **columns}


def trader(**operator: Any) -> Form:
    answers = {f"operator.{column}": Answer(value, Source.TYPED) for column, value in operator.items()}
    return Form("sole_trader_registration", "2026", answers)


def finding(rule: Rule, form: Form, on: date = DAY) -> Finding | None:
    return rule.apply(form, on, in_force(SHARED, on))


def message(rule: Rule, form: Form, on: date = DAY) -> str:
    found = finding(rule, form, on)
    return "" if found is None else found.message


def _column(key: str) -> str:
    return f"contribution.{key}" if key in {"amount", "percent", "method", "due"} else key
