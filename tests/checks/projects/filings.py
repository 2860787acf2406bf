"""A filed project for the tests of its rules: every name and number is made up."""

from __future__ import annotations

from datetime import date
from typing import Any

from gaoxing.checks import parameters, project
from gaoxing.checks.rule import Finding, Rule
from gaoxing.forms.form import Answer, Form, Source

DAY = date(2026, 11, 25)
FIGURES = parameters.in_force(project.FIGURES, DAY)
WHOLE: dict[str, Any] = {
    "enterprise": "昆山示例精密科技有限公司",
    "uscc": "91320583MA0000007R",
    "project_name": "精密零件生产线扩建项目",
    "location": "昆山市玉山镇示例路1号",
    "nature": "expansion",
    "total_investment": {"amount": "120000000", "currency": "CNY"},
    "floor_area": "12000",
    "start": "2027-03",
    "finish": "2028-06",
    "content": "新建厂房一栋，购置加工设备二十台，年产零件一百万件",
    "policy_conformity": True,
    "contact.name": "魏大墨",
    "contact.mobile": "19800001234",
}


def form(**blanks: Any) -> Form:
    """A form with these blanks alone; `__` in a name is a dot."""
    answers = {path.replace("__", "."): Answer(value, Source.TYPED) for path, value in blanks.items()}
    return Form("project_filing", "2017", answers)


def filed(**blanks: Any) -> Form:
    """The whole filing with some blanks otherwise; None empties one."""
    told = {**WHOLE, **{path.replace("__", "."): value for path, value in blanks.items()}}
    return Form("project_filing", "2017", {path: Answer(value, Source.TYPED) for path, value in told.items() if value is not None})


def cny(amount: str, currency: str = "CNY") -> dict[str, str]:
    """A sum as it is stored."""
    return {"amount": amount, "currency": currency}


def found(rule: Rule, **blanks: Any) -> Finding | None:
    """What the rule says of a form with these blanks alone."""
    return rule.apply(form(**blanks), DAY, FIGURES)
