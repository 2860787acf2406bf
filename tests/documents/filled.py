"""Filled forms for the tests of papers: made-up people, computed numbers."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from gaoxing.forms.form import Answer, Form, Source

IDENTITY = "11010519491231002X"
USCC = "91320583MA0000007R"
MOBILE = "13800138000"
HOSTILE = "<b>粗</b> #let x=1 $x^2$ *a* _b_ \\ `c` @d <e> // f /* g */ [h] = i - j #panic()"


def form(matter: str, data: dict[str, Any]) -> Form:
    """A form of edition 2026 from the contract's nested values."""
    return Form(matter, "2026", {path: Answer(value, Source.TYPED) for path, value in _leaves("", data)})


def company(**changes: Any) -> Form:
    """A limited company with a board; `changes` replace top-level values, None takes one away."""
    return form("company_registration", {key: value for key, value in {**COMPANY, **changes}.items() if value is not None})


def trader(**changes: Any) -> Form:
    """A sole trader; `changes` as above."""
    return form("sole_trader_registration", {key: value for key, value in {**TRADER, **changes}.items() if value is not None})


def party(name: str, *roles: str, amount: str = "", percent: str = "", **more: Any) -> dict[str, Any]:
    """One person; with an amount, a shareholder too."""
    paid = {"contribution": {"amount": amount, "percent": percent, "method": "cash", "due": "2029-06-30"}} if amount else {}
    held = [*roles, *(["shareholder"] if amount else [])]
    return {"kind": "person", "name": name, "id_number": IDENTITY, "mobile": MOBILE, "roles": held, **paid, **more}


def _leaves(prefix: str, value: Any) -> Iterator[tuple[str, Any]]:
    nested = isinstance(value, dict) and not {"currency", "years"} & set(value)
    if nested:
        for key, inner in value.items():
            yield from _leaves(f"{prefix}.{key}".lstrip("."), inner)
    elif isinstance(value, list) and value and isinstance(value[0], dict):
        for number, inner in enumerate(value):
            yield from _leaves(f"{prefix}.{number}", inner)
    else:
        yield prefix, tuple(value) if isinstance(value, list) else value


COMPANY: dict[str, Any] = {
    "name": "昆山甲乙丙智能装备有限公司",
    "company_type": "limited_liability",
    "registered_capital": {"amount": "5000000", "currency": "CNY"},
    "domicile": "江苏省苏州市昆山市玉山镇前进西路1888号3幢502室",
    "business_scope": ["工业机器人制造", "五金产品零售"],
    "operating_term": {"years": 20},
    "employees": 35,
    "telephone": "0512-57300000",
    "postcode": "215300",
    "paper_licence": "yes",
    "licence_copies": 2,
    "parties": [
        party("甲一", "legal_representative", "chair", "director", amount="3000000", percent="60", appointed_by="elected"),
        party("乙二", "director", "manager", amount="1500000", percent="30"),
        party("丙三", "director"),
        party("丁四", "supervisor"),
        party("戊五", "finance_officer"),
        party("己六", "liaison", email="liaison@example.cn"),
        party("庚七", "agent"),
        {
            "kind": "enterprise",
            "name": "苏州甲乙创业投资合伙企业（有限合伙）",
            "id_number": USCC,
            "roles": ["shareholder"],
            "contribution": {"amount": "500000", "percent": "10", "method": "intellectual_property", "due": {"years": 5}},
        },
    ],
}

TRADER: dict[str, Any] = {
    "name": "昆山市玉山镇甲乙小吃店",
    "operator": {"name": "甲一", "id_number": IDENTITY, "mobile": MOBILE, "sex": "male", "ethnicity": "汉族", "address": "昆山市玉山镇某某路12号"},
    "composition": "family",
    "family_members": [{"name": "乙二", "id_number": "110105194912310011"}],
    "funds": {"amount": "52000", "currency": "CNY"},
    "premises": "昆山市玉山镇前进西路1888号",
    "business_scope": ["小餐饮", "食品销售"],
    "e_commerce": "no",
}
