"""What somebody who comes to the counter means (真意): the values as the form should hold them in the end, whatever words they choose.

Paths are those of the matter's form; a person's are written with the name in place of the row's number (`parties.丁大宝.mobile`), for the order of rows is
the reader's.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from random import Random
from typing import Any

from gaoxing.office.simulation.invented import firms, persons, places
from gaoxing.office.simulation.invented.persons import Person

CAPITALS = (100_000, 200_000, 300_000, 500_000, 800_000, 1_000_000, 1_500_000, 2_000_000, 3_000_000, 3_600_000, 5_000_000, 8_000_000, 10_000_000)
FUNDS = (20_000, 30_000, 50_000, 60_000, 80_000, 100_000, 150_000, 200_000)
SHARES: tuple[tuple[int, ...], ...] = (
    (100,),
    (100,),
    (100,),
    (60, 40),
    (70, 30),
    (50, 50),
    (51, 49),
    (80, 20),
    (50, 30, 20),
    (40, 40, 20),
    (60, 25, 15),
    (40, 30, 20, 10),
)
YEARS = (10, 20, 30, 50)
CHANGES = ("domicile", "domicile", "legal_representative", "registered_capital", "business_scope")
SHOP_CHANGES = ("domicile", "business_scope")
DUE = 5
"""Years within which every share is paid in."""

_INDEFINITE, _POSTCODE = 0.6, "215300"


@dataclass(frozen=True)
class Party:
    """Somebody of a company: who, what share of it in per cent (0: none), and the posts they hold."""

    person: Person
    percent: int
    roles: tuple[str, ...]


@dataclass(frozen=True)
class Truth:
    """What is meant: the matter, the values by path, everybody in it, and the line of business."""

    matter: str
    values: Mapping[str, Any]
    parties: tuple[Party, ...] = ()
    line: firms.Line = field(default=firms.COMPANIES[0])

    @property
    def head(self) -> Person:
        """Who speaks: the legal representative or the operator."""
        return self.parties[0].person


def money(amount: int) -> dict[str, str]:
    """A sum as a form holds it."""
    return {"amount": str(amount), "currency": "CNY"}


def company(chance: Random) -> Truth:
    """A limited company that is to be set up."""
    line, capital, shares = chance.choice(firms.COMPANIES), chance.choice(CAPITALS), chance.choice(SHARES)
    parties = _parties(chance, shares)
    term: Any = "indefinite" if chance.random() < _INDEFINITE else {"years": chance.choice(YEARS)}
    head = parties[0].person
    values: dict[str, Any] = {
        "name": firms.company(chance, line),
        "company_type": "limited_liability",
        "registered_capital": money(capital),
        "domicile": places.place(chance),
        "business_scope": line.scope,
        "operating_term": term,
        "telephone": head.mobile,
        "postcode": _POSTCODE,
        "paper_licence": "yes" if chance.random() < 0.3 else "no",
    }
    for each in parties:
        values |= _of_party(each, capital)
    return Truth("company_registration", values, parties, line)


def shop(chance: Random) -> Truth:
    """A sole trader's shop that is to be set up."""
    line, town, person = chance.choice(firms.SHOPS), chance.choice(places.TOWNS), persons.person(chance)
    values = {
        "operator.name": person.name,
        "operator.id_number": person.identity,
        "operator.mobile": person.mobile,
        "operator.sex": "female" if person.woman else "male",
        "operator.ethnicity": "汉族",
        "operator.education": chance.choice(("初中", "高中", "大专", "本科")),
        "operator.political_status": "群众",
        "operator.occupation": chance.choice(("务工", "个体经营", "待业")),
        "operator.address": places.place(chance),
        "premises": places.place(chance),
        "business_scope": line.scope,
        "composition": "individual",
        "funds": money(chance.choice(FUNDS)),
        "name": firms.shop(chance, line, town),
        "e_commerce": "no",
        "telephone": person.mobile,
        "postcode": _POSTCODE,
        "paper_licence": "no",
        "employees": chance.randrange(1, 9),
    }
    return Truth("sole_trader_registration", values, (Party(person, 100, ("operator",)),), line)


@dataclass(frozen=True)
class Registered:
    """An enterprise of the register that somebody comes back for: what it is called, its code, whether it is a company, and of one shareholder."""

    name: str
    code: str
    company: bool
    sole: bool = False


def change(chance: Random, firm: Registered, decided: date) -> Truth:
    """One thing about an enterprise that is to be changed."""
    item = chance.choice(
        ("domicile", "domicile", "legal_representative", "registered_capital", "business_scope") if firm.company else ("domicile", "business_scope")
    )
    person, line = persons.person(chance), chance.choice(firms.COMPANIES if firm.company else firms.SHOPS)
    ways: dict[str, dict[str, Any]] = {
        "domicile": {"to": places.place(chance)},
        "legal_representative": {"to": person.name},
        "registered_capital": {"to": money(12_000_000 + 1_000_000 * chance.randrange(9))},
        "business_scope": {"add": line.scope[:1]},
    }
    values = {
        "enterprise": firm.name,
        "uscc": firm.code,
        "resolved": decided.isoformat(),
        "sole_shareholder": "yes" if firm.sole else "no",
        "increase_due": {"years": DUE},
    }
    values |= {f"changes.{item}.item": item, **{f"changes.{item}.{column}": value for column, value in ways[item].items()}}
    return Truth("registration_change", values, (Party(person, 0, ()),), line)


def closing(chance: Random, firm: Registered) -> Truth:
    """An enterprise that is to be closed down."""
    simplified = not firm.company or chance.random() < 0.6
    values = {
        "enterprise": firm.name,
        "uscc": firm.code,
        "reason": chance.choice(("经营不善", "不想做了", "股东决定解散" if firm.company else "要回老家")),
        "procedure": "simplified" if simplified else "ordinary",
        "sole_shareholder": "yes" if firm.sole else "no",
        "debts": chance.choice(("none", "settled")),
        "tax_clearance": "cleared",
        "announced": "yes",
        "barred": "no",
    }
    return Truth("deregistration", values, (Party(persons.person(chance), 0, ()),))


def _parties(chance: Random, shares: tuple[int, ...]) -> tuple[Party, ...]:
    """The shareholders, the first of whom leads; of several the second supervises, the last or an outsider keeps the books."""
    found: dict[str, Person] = {}
    while len(found) < len(shares) + 1:
        made = persons.person(chance)
        if made.name not in found:
            found[made.name] = made
    everybody = list(found.values())
    posts = [("shareholder", "legal_representative", "director", "manager", "finance_officer", "liaison"), ("shareholder", "supervisor")]
    posts += [("shareholder",)] * len(shares)
    if len(shares) == 1:
        return (Party(everybody[0], 100, posts[0]), Party(everybody[1], 0, ("supervisor",)))
    return tuple(Party(person, percent, roles) for person, percent, roles in zip(everybody, shares, posts, strict=False))


def _of_party(party: Party, capital: int) -> dict[str, Any]:
    row = f"parties.{party.person.name}"
    held = {"kind": "person", "name": party.person.name, "roles": party.roles, "id_number": party.person.identity, "mobile": party.person.mobile}
    stake = {
        "contribution.amount": str(capital * party.percent // 100),
        "contribution.percent": str(party.percent),
        "contribution.method": "cash",
        "contribution.due": {"years": DUE},
    }
    mail = {"email": f"{party.person.mobile}@example.cn"} if "liaison" in party.roles else {}
    return {f"{row}.{column}": value for column, value in {**held, **(stake if party.percent else {}), **mail}.items()}
