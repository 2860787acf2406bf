"""Reading a statement for 变更登记: whose registration it is, and everything that changes in it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from gaoxing.facts.alteration import Alteration, Said, Topic, alterations
from gaoxing.facts.fact import Fact
from gaoxing.facts.filer import enterprise_facts, filer, uscc_facts
from gaoxing.facts.party import name_evidence
from gaoxing.facts.scope_change import ScopeChange, scope_change
from gaoxing.facts.statement import Statement, hear
from gaoxing.facts.succession import LEGAL, Succession, successions
from gaoxing.facts.transfer import Transfer, transfers
from gaoxing.speech.transcript import Transcript

TYPES = ((r"股份有限公司(?!的)|股份公司|股份制", "joint_stock"), (r"(?<!股份)有限责任公司|(?<=由|从)有限公司|有限责任(?!公司)", "limited_liability"))
TOPICS = (
    Topic("domicile", "住所|注册地址|经营地址|地址|搬到|迁到|迁至|搬家|搬迁|迁址|注册地|搬了|登记地", "address"),
    Topic("registered_capital", "注册资本|注册资金|增资|减资|资本", "money"),
    Topic("company_type", "公司类型|企业类型|股改|改制|类型", "words", TYPES),
)

RENAMED = re.compile(
    r"(?:改名|更名|名称|名字|公司名|改叫|名)[^，。；]{0,10}(?:改|换|变|更|叫)[^，。；]{0,6}$|(?:改名|更名|改叫|改成|改为|换成|变更为|变更成|变更到|更名为|新名[字称]?(?:是|叫|为)?|现在(?:叫|要叫)|以后叫)(?:叫|为|成|是|做)*$"
)

Change = dict[str, tuple[object, tuple[object, ...]]]


def read(transcript: Transcript, on: date | None = None) -> tuple[Fact, ...]:
    """Every fact of the statement for this matter's form; `on` is the day from which 明年 counts."""
    statement = hear(transcript, on)
    return (*enterprise_facts(statement), *uscc_facts(statement), *_changes(statement))


def _changes(statement: Statement) -> Iterator[Fact]:
    sold = transfers(statement)
    found = [
        *_name_change(statement),
        *((_place(each.new or each.old), _altered(each)) for each in _real(statement, sold)),
        *((_spot(each.new_words or each.old_words), _followed(each)) for each in successions(statement, LEGAL)),
        *((each.spot, _scope(each)) for each in scope_change(statement)),
        *((each.spot, _sold(each)) for each in sold),
    ]
    for number, (_, columns) in enumerate(sorted(found, key=lambda each: each[0])):
        for column, (value, evidence) in columns.items():
            yield Fact(f"changes.{number}.{column}", value, tuple(evidence))  # type: ignore[arg-type]


def _real(statement: Statement, sold: tuple[Transfer, ...]) -> Iterator[Alteration]:
    """The alterations but for amounts that were the price or the size of a share sold."""
    for each in alterations(statement, TOPICS):
        spots = {(side.turn, side.start) for side in (each.old, each.new) if side}
        if not spots & {spot for one in sold for spot in one.amounts}:
            yield each


def _name_change(statement: Statement) -> Iterator[tuple[tuple[int, int], Change]]:
    """The new name, the enterprise's own as the old one."""
    own = filer(statement)
    new = next(
        (token for heard in reversed(statement.turns) for token in reversed(heard.tokens) if token.kind == "enterprise" and _renamed(heard.text, token.start)),
        None,
    )
    if new is None or statement.member(new.who).name == own:
        return
    member = statement.member(new.who)
    old = next((each for each in enterprise_facts(statement)), None)
    change: Change = {"item": ("name", name_evidence(statement, member)), "to": (member.name, name_evidence(statement, member))}
    if old is not None:
        change["from"] = (old.value, old.evidence)
    yield (member.spots[0].turn, member.spots[0].start), change


def _renamed(text: str, start: int) -> bool:
    return bool(RENAMED.search(text[max(0, start - 16) : start]))


def _altered(each: Alteration) -> Change:
    sides = {"from": each.old, "to": each.new}
    evidence = tuple(one for side in sides.values() if side for one in side.evidence)
    return {"item": (each.item, evidence), **{column: (side.value, side.evidence) for column, side in sides.items() if side}}


def _followed(each: Succession) -> Change:
    sides = {"from": (each.old, each.old_words), "to": (each.new, each.new_words)}
    return {"item": ("legal_representative", (*each.old_words, *each.new_words)), **{column: side for column, side in sides.items() if side[0]}}


def _scope(each: ScopeChange) -> Change:
    sides = {"add": each.added, "remove": each.removed}
    evidence = tuple(dict.fromkeys(one for side in sides.values() for one in side.values()))
    return {"item": ("business_scope", evidence), **{column: (tuple(side), tuple(dict.fromkeys(side.values()))) for column, side in sides.items() if side}}


def _sold(each: Transfer) -> Change:
    columns = {"transferor": each.giver, "transferee": each.taker, "percent": each.percent, "amount": each.amount}
    return {"item": ("shareholders", each.evidence), **{column: (value, each.evidence) for column, value in columns.items() if value}}


def _place(said: Said | None) -> tuple[int, int]:
    return (said.turn, said.start) if said else (0, 0)


def _spot(words: tuple[object, ...]) -> tuple[int, int]:
    first = words[0] if words else None
    return (getattr(first, "turn", 0), getattr(first, "start", 0))
