"""The parties (股东、董监高等): who holds posts and shares, with numbers, ways and dates of paying in, as facts with their words.

Members without a name stay out, and nobody inherits their share; someone whose only post was taken away again is no party.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import Any

from gaoxing.facts.appointment import appoint
from gaoxing.facts.division import divide
from gaoxing.facts.fact import Certainty, Fact, Value
from gaoxing.facts.holding import read_holdings
from gaoxing.facts.mentions import Member, Spot
from gaoxing.facts.owner import Owned, belongs, number_fact, owned_codes
from gaoxing.facts.payment import Payments, read_payments
from gaoxing.facts.posts import Appointments
from gaoxing.facts.stake import Holdings, Stake
from gaoxing.facts.statement import Statement

HELPERS = frozenset(["agent", "liaison", "finance_officer"])
"""Posts that say nothing of a share: their holders are not among «we two»."""


@dataclass(frozen=True)
class Affairs:
    """Posts, shares, payments and numbers of one statement."""

    appointments: Appointments
    holdings: Holdings
    payments: Payments
    codes: tuple[Owned, ...]


def read_affairs(statement: Statement) -> Affairs:
    """Walk over all turns once for each of the four."""
    affairs = Affairs(Appointments(), Holdings(), Payments(), owned_codes(statement))
    for heard in statement.turns:
        appoint(heard.tokens, heard.turn, affairs.appointments, heard.asked)
        read_holdings(heard.tokens, heard.text, heard.turn, affairs.holdings, heard.asked, heard.wording.pauses)
        read_payments(heard.tokens, heard.text, heard.turn, affairs.payments, heard.asked)
    return affairs


def capital_facts(statement: Statement, affairs: Affairs, field: str = "registered_capital") -> Iterator[Fact]:
    """The registered capital: a value, a question where two readings are open, nothing where it was vague."""
    capital = affairs.holdings.capital
    if capital is None:
        return
    evidence = statement.evidence(*capital.spots)
    currency = capital.currency or "CNY"
    if capital.amount is not None:
        yield Fact(field, _money(capital.amount, currency), evidence)
    elif capital.readings:
        readings = tuple(_money(each, currency) for each in capital.readings)
        yield Fact(field, readings[0], evidence, Certainty.UNSURE, readings)


def _money(amount: Decimal, currency: str) -> dict[str, object]:
    return {"amount": plain(amount), "currency": currency}


def plain(number: Decimal) -> str:
    """A decimal without exponent or trailing zeros."""
    return format(number.normalize(), "f") if number else "0"


def party_facts(statement: Statement, affairs: Affairs) -> Iterator[Fact]:
    """Every blank of every party's row; rows in order of first mention."""
    eligible = _eligible(statement, affairs)
    speaker = next((member.number for member in statement.roster.members if member.speaker and member.number in eligible), None)
    stakes = divide(affairs.holdings, eligible, speaker if speaker is not None else eligible[0] if len(eligible) == 1 else None, _named(statement))
    number = 0
    for member in statement.roster.members:
        roles = _roles(member, affairs, stakes)
        if member.name and roles:
            yield from _row(f"parties.{number}", member, roles, statement, affairs, stakes)
            number += 1
    yield from _open_posts(statement, affairs)


def _named(statement: Statement) -> list[int]:
    return [member.number for member in statement.roster.members if member.name and member.kind == "person"]


def _open_posts(statement: Statement, affairs: Affairs) -> Iterator[Fact]:
    """A post given to «他» where that may be two: a question with both names."""
    for member in statement.roster.members:
        names = tuple(statement.member(each).name for each in member.either)
        if len(names) > 1 and all(names):
            for role in affairs.appointments.roles_of(member.number):
                yield Fact(f"parties.{role}", names[0], statement.evidence(*affairs.appointments.spots_of(member.number)), Certainty.UNSURE, names)


def _eligible(statement: Statement, affairs: Affairs) -> list[int]:
    return [member.number for member in statement.roster.members if member.name and _may_share(member, affairs)]


def _may_share(member: Member, affairs: Affairs) -> bool:
    if member.number in affairs.holdings.partners or member.number in affairs.holdings.named:
        return True
    roles = affairs.appointments.roles_of(member.number)
    return member.kind == "person" and not (roles and set(roles) <= HELPERS)


def _roles(member: Member, affairs: Affairs, stakes: dict[int, Stake]) -> tuple[str, ...]:
    roles = affairs.appointments.roles_of(member.number) if member.kind == "person" else ()
    holds = member.number in stakes or (member.number in affairs.holdings.named and member.number not in affairs.holdings.left)
    return tuple(each for each in roles if each != "operator") + (("shareholder",) if holds else ())


def _row(row: str, member: Member, roles: tuple[str, ...], statement: Statement, affairs: Affairs, stakes: dict[int, Stake]) -> Iterator[Fact]:
    name = name_evidence(statement, member)
    stake = stakes.get(member.number)
    yield Fact(f"{row}.kind", member.kind, name, derived=True)
    if member.variants:
        yield Fact(f"{row}.name", member.name, name, Certainty.UNSURE, (member.name, *member.variants))
    else:
        yield Fact(f"{row}.name", member.name, name)
    post_spots = affairs.appointments.spots_of(member.number) + (stake.spots[:1] if stake else ())
    yield Fact(f"{row}.roles", roles, statement.evidence(*post_spots) or name)
    yield from _numbers(row, member, statement, affairs)
    if stake is not None:
        yield from _contribution(row, member.number, stake, statement, affairs, list(stakes))


def name_evidence(statement: Statement, member: Member) -> tuple[Any, ...]:
    """Where the name was said first, and the cues that spell it."""
    said = [spot for spot in member.spots if _words(statement, spot) == member.heard] or [
        spot for spot in member.spots if _words(statement, spot) in member.heard
    ]
    return statement.evidence(*(said or member.spots)[:1], *member.cue_spots)


def _words(statement: Statement, spot: Spot) -> str:
    return statement.turns[spot.turn].text[spot.start : spot.end]


def _numbers(row: str, member: Member, statement: Statement, affairs: Affairs) -> Iterator[Fact]:
    kinds = {"id_number": ("uscc",) if member.kind == "enterprise" else ("id_number",), "mobile": ("mobile", "landline")}
    for field, wanted in kinds.items():
        owned = belongs(affairs.codes, member.number, wanted)
        if owned is not None:
            yield number_fact(f"{row}.{field}", owned, statement)


def _contribution(row: str, who: int, stake: Stake, statement: Statement, affairs: Affairs, holders: Sequence[int]) -> Iterator[Fact]:
    evidence = statement.evidence(*stake.spots)
    if stake.amount is not None:
        yield Fact(f"{row}.contribution.amount", plain(stake.amount), evidence, derived=stake.worked_out)
    if stake.part is not None and (percent(stake.part) != "0" or not stake.worked_out):
        yield Fact(f"{row}.contribution.percent", percent(stake.part), evidence, derived=stake.worked_out)
    for what in ("method", "due"):
        payment = affairs.payments.of(what, who, holders)
        if payment is not None:
            unsure = isinstance(payment.value, tuple)
            value, readings = (payment.value[0], payment.value) if unsure else (_frozen(payment.value), ())
            certainty = Certainty.UNSURE if unsure else Certainty.CERTAIN
            yield Fact(f"{row}.contribution.{what}", value, statement.evidence(payment.spot), certainty, readings)


def percent(part: Fraction) -> str:
    """A fraction of the whole as a percent: exact to four decimals where it comes out (0.001, 99.999), else rounded to two (1/3 is 33.33)."""
    exact = part * 1_000_000
    return plain(Decimal(exact.numerator) / 10_000) if exact.denominator == 1 else plain(Decimal(round(part * 10_000)) / 100)


def _frozen(value: Any) -> Value:
    return dict(value) if isinstance(value, dict) else value
