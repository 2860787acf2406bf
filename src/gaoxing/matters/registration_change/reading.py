"""Reading a statement for 变更登记: whose registration it is, and everything that changes in it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from gaoxing.facts.alteration import MOVES, Alteration, Topic, alterations
from gaoxing.facts.answer import answered
from gaoxing.facts.fact import Fact
from gaoxing.facts.filer import enterprise_facts, uscc_facts
from gaoxing.facts.name_slot import find_slots
from gaoxing.facts.scope_change import ScopeChange, scope_change
from gaoxing.facts.shareholder_count import sole_shareholder_facts
from gaoxing.facts.statement import Statement, hear
from gaoxing.facts.succession import LEGAL, Succession, successions
from gaoxing.facts.transfer import Transfer, transfers
from gaoxing.facts.withdrawal import withdrawals
from gaoxing.forms.answering import kinds
from gaoxing.matters.registration_change import dues, occasions
from gaoxing.matters.registration_change.fields import FIELDS
from gaoxing.matters.registration_change.operators import OPERATORS, trades_alone
from gaoxing.matters.registration_change.renaming import former_name, name_change
from gaoxing.matters.registration_change.row import Row, row
from gaoxing.matters.registration_change.wishes import ITEMS, OTHER_THAN_LEGAL, wished
from gaoxing.speech.transcript import Transcript

TYPES = ((r"股份有限公司(?!的)|股份公司|股份制", "joint_stock"), (r"(?<!股份)有限责任公司|(?<=由|从)有限公司|有限责任(?!公司)", "limited_liability"))
TOPICS = (
    Topic("domicile", "住所|经营场所|注册地址|经营地址|地址|搬[到去往至家迁了地场]|迁[到至往址]|注册地|登记地", "address"),
    Topic("registered_capital", "注册资本|注册资金|增资|减资|资本", "money"),
    Topic("company_type", "公司类型|企业类型|股改|改制|类型", "words", TYPES),
)
KINDS = kinds((each for each in FIELDS if not each.contract), without=(*occasions.BLANKS, *dues.BLANKS))


def read(transcript: Transcript, on: date | None = None) -> tuple[Fact, ...]:
    """Every fact of the statement for this matter's form; `on` is the day from which 明年 counts."""
    statement = hear(transcript, on, find_slots)
    return (*_enterprise(statement), *uscc_facts(statement), *_changes(statement), *answered(statement, KINDS), *_circumstances(statement, on))


def _circumstances(statement: Statement, on: date | None) -> Iterator[Fact]:
    """What the form asks beyond the changes themselves: the days they hang on, how many own the company, until when is paid in."""
    yield from occasions.occasions(statement, on)
    yield from sole_shareholder_facts(statement)
    yield from dues.dues(statement)


def _enterprise(statement: Statement) -> Iterator[Fact]:
    """The enterprise: as it is called, else as it was called until its new name; no name that a move runs through."""
    told = list(enterprise_facts(statement)) or list(former_name(statement))
    yield from (fact for fact in told if not MOVES.search(str(fact.value)))


def _changes(statement: Statement) -> Iterator[Fact]:
    gone = withdrawals(statement, ITEMS)
    found = [each for each in _rows(statement) if each.latest > gone.get(each.item, (-1, 0))]
    for number, change in enumerate(sorted(found, key=lambda each: each.spot)):
        for column, (value, evidence) in change.columns.items():
            yield Fact(f"changes.{number}.{column}", value, evidence)


def _rows(statement: Statement) -> tuple[Row, ...]:
    """Every change as a row, taken back or not; an item of which nothing but the wish was said comes as a bare row."""
    sold, trader = transfers(statement), trades_alone(statement)
    told = (
        *name_change(statement),
        *map(_altered, _real(statement, sold)),
        *map(_followed, successions(statement, OPERATORS if trader else LEGAL, OTHER_THAN_LEGAL)),
        *map(_scope, scope_change(statement)),
        *map(_sold, sold),
    )
    known = {each.item for each in told}
    return (*told, *(each for each in wished(statement, trader=trader) if each.item not in known))


def _real(statement: Statement, sold: tuple[Transfer, ...]) -> Iterator[Alteration]:
    """The alterations: no amount that was the price or the size of a share sold is a capital, and a type that stays within its kind is none."""
    shares = {spot for one in sold for spot in one.amounts}
    yield from (each for each in alterations(statement, TOPICS, shares) if not (each.old and each.new and each.old.value == each.new.value))


def _altered(each: Alteration) -> Row:
    sides = {"from": each.old, "to": each.new}
    evidence = tuple(one for side in (each.old, each.new, each.step) if side for one in side.evidence)
    columns = {column: (side.value, side.evidence) for column, side in sides.items() if side}
    return row(each.item, columns, evidence, spot=min((side.turn, side.start) for side in (each.old, each.new, each.step) if side), latest=each.latest)


def _followed(each: Succession) -> Row:
    columns = {"from": (each.old, each.old_words), "to": (each.new, each.new_words)}
    return row("legal_representative", columns, (*each.old_words, *each.new_words), spot=each.spot, latest=each.latest)


def _scope(each: ScopeChange) -> Row:
    sides = {"add": each.added, "remove": each.removed}
    columns = {column: (tuple(side), tuple(dict.fromkeys(side.values()))) for column, side in sides.items()}
    evidence = tuple(dict.fromkeys(one for side in sides.values() for one in side.values()))
    return row("business_scope", columns, evidence, spot=each.spot, latest=each.latest)


def _sold(each: Transfer) -> Row:
    columns = {"transferor": each.giver, "transferee": each.taker, "percent": each.percent, "amount": each.amount}
    return row("shareholders", {column: (value, each.evidence) for column, value in columns.items()}, each.evidence, spot=each.spot)
