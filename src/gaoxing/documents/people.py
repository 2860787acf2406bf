"""The people of a form as their rows on paper (人员、股东): the offices in words, the paper that proves who they are, what they pay in.

>>> posts({"roles": ["legal_representative", "chair", "director"]}, OFFICES)
'董事长'
>>> person({"name": "张三", "roles": ["manager"], "appointed_by": "engaged"})["posts"]
'经理'
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from typing import Any

from gaoxing.documents.amount import percent, ten_thousands
from gaoxing.documents.dates import pay_in
from gaoxing.documents.identity import implied
from gaoxing.documents.printable import printable
from gaoxing.documents.ticks import ticks
from gaoxing.forms.person import APPOINTMENTS, IDENTITY_PAPERS, METHODS, ROLES

Party = Mapping[str, Any]
"""One row of the form's parties, nested as the contract has it."""

OFFICES = ("chair", "director", "manager", "supervisor", "finance_officer")
"""Directors, supervisors and senior officers (董事、监事、高级管理人员); the finance officer is one by 《公司法》第二百六十五条."""

_PAPERS = dict(IDENTITY_PAPERS)
EVERY_ROLE = tuple(role for role, _ in ROLES)


def holders(parties: Sequence[Party], *roles: str) -> list[Party]:
    """The parties who hold one of the roles, in the form's order."""
    return [party for party in parties if set(roles) & set(party.get("roles", ()))]


def posts(party: Party, among: Collection[str] = EVERY_ROLE) -> str:
    """The party's roles in official words; a chair is not called a director besides."""
    held = set(party.get("roles", ())) & set(among)
    if "chair" in held:
        held.discard("director")
    return "、".join(label for role, label in ROLES if role in held)


MARKS = (
    ("employee_representative", "职工代表", {"chair", "director", "supervisor"}),
    ("audit_committee", "审计委员会成员", {"chair", "director"}),
)
"""Blank, its words, and the seats beside which it means something."""


def marks(party: Party) -> str:
    """What is marked beside a seat on a board: 职工代表 (《公司法》第六十八条、第七十六条), 审计委员会成员 (《公司登记管理实施办法》第十三条)."""
    held = set(party.get("roles", ()))
    return "、".join(label for blank, label, seats in MARKS if party.get(blank) == "yes" and held & seats)


def person(party: Party, among: Collection[str] = OFFICES) -> dict[str, Any]:
    """A row of person's blanks: texts, and ticks for how the office came about. What was not said, and does not follow from the number, is empty."""
    plain = {key: printable(party.get(key)) for key in ("name", "nationality", "id_number", "mobile", "landline", "email", "address")}
    number = implied(printable(party.get("kind")), plain["id_number"])
    paper = printable(party.get("id_type"))
    return {
        **plain,
        "nationality": plain["nationality"] or ("" if paper and _PAPERS.get(paper) != number.id_type else number.nationality),
        "id_type": _PAPERS.get(paper, paper) or number.id_type,
        "posts": posts(party, among),
        "marks": marks(party),
        "appointed_by": ticks(APPOINTMENTS, party.get("appointed_by")),
    }


def shareholder(party: Party) -> dict[str, Any]:
    """A row of the contributions (出资情况): the person's blanks, amount in 万元, share, method and date."""
    paid = party.get("contribution", {})
    method = printable(paid.get("method"))
    return {
        **person(party),
        "amount": ten_thousands(paid.get("amount")),
        "percent": percent(paid.get("percent")),
        "method": dict(METHODS).get(method, method),
        "due": pay_in(paid.get("due")),
    }
