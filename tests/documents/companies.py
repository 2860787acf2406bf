"""Companies of every shape for the tests of their deeds: made-up people, one wish each."""

from __future__ import annotations

from typing import Any

from gaoxing.forms.form import Form
from tests.documents.filled import company, party

LONG_NAME = "阿" * 40
FEN = {"amount": "0.01", "currency": "CNY"}


def sole(**changes: Any) -> Form:
    """One shareholder who is director, manager and legal representative, and nobody who supervises."""
    people = [
        party("甲一", "shareholder", "legal_representative", "director", "manager", amount="5000000", percent="100"),
        party("乙二", "finance_officer", "liaison", email="liaison@example.cn"),
    ]
    return company(**{"parties": people, "no_supervisor": "yes", **changes})


def pair(**changes: Any) -> Form:
    """Two shareholders, one director, one supervisor, no manager, nobody who keeps the accounts."""
    people = [
        party("甲一", "shareholder", "legal_representative", "director", amount="3000000", percent="60"),
        party("乙二", "shareholder", "supervisor", amount="2000000", percent="40"),
    ]
    return company(**{"parties": people, **changes})


def promoters(**changes: Any) -> Form:
    """A company limited by shares of five promoters who are its board, three of them its audit committee."""
    offices = (("chair", "legal_representative"), ("manager",), (), (), ())
    people = [
        party(f"甲{row}", "shareholder", "director", *more, amount="1000000", percent="20", audit_committee="yes" if row > 1 else "no")
        for row, more in enumerate(offices)
    ]
    return company(**{"company_type": "joint_stock", "setup_mode": "promotion", "name": "昆山甲乙丙股份有限公司", "parties": people, **changes})


def supervised(**changes: Any) -> Form:
    """A board of three and a supervisory board of three, an employees' representative in each."""
    marks = {"employee_representative": "yes"}
    people = [
        party("甲一", "shareholder", "chair", "director", "legal_representative", amount="5000000", percent="100"),
        party("乙二", "director"),
        party("丙三", "director", **marks),
        party("丁四", "supervisor"),
        party("戊五", "supervisor"),
        party("己六", "supervisor", **marks),
        party("庚七", "shareholder", amount="1"),
    ]
    return company(**{"parties": people, **changes})


def fifty(name: str = LONG_NAME) -> Form:
    """Fifty shareholders of forty characters each, five of them directors, and a scope of two hundred items."""
    people = [party(f"{name[:38]}{row:02d}", "shareholder", *(["director"] if row < 5 else []), amount="100000", percent="2") for row in range(50)]
    return company(parties=people, business_scope=[f"某某设备制造{number}" for number in range(200)], no_supervisor="yes")
