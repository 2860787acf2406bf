"""Reading a statement for 备案变更: which project, and everything that changes in what was filed."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from gaoxing.facts.alteration import NEW_BEFORE, Alteration
from gaoxing.facts.fact import Evidence, Fact, Value
from gaoxing.facts.filer import enterprise_facts
from gaoxing.facts.party import name_evidence
from gaoxing.facts.project_alteration import project_alterations, taken_back
from gaoxing.facts.project_code import project_code_facts
from gaoxing.facts.project_handover import ContactChange, contact_changes, contact_slots, handed_over
from gaoxing.facts.project_name import ProjectName, find_project_names, in_project_names, named_project
from gaoxing.facts.statement import Statement, hear
from gaoxing.speech.transcript import Transcript
from gaoxing.standards.expression import expression

RENAMED = expression(
    r"(?:名称|名字|名|叫|项目|[”」])[^。；]{0,24}?(?:改|换|变|更|调)[^，。；]{0,8}[“「]?$|(?:现在|以后|今后)(?:就)?(?:叫|是)[“「]?$|"
    r"新(?:的)?(?:项目)?(?:名称|名字|名)(?:是|叫|为|：)*[“「]?$"
)

RIGHT_NAME = expression(r"(?:名称|名字|名)[^。；]{0,16}(?:错|不对)[^。；]{0,8}(?:应该|应当|应|其实|正确的)(?:是|叫|为)[“「]?$")
"""«名字打错了应该是…»: the name as it should have been filed."""
CALLED_NOW = expression(r"(?:现|新)(?:的)?(?:项目)?(?:名称|名字|名)(?:：|为|是|叫)*[“「]?$")

NO_ENTERPRISE = expression("项目(?!.*公司$)")
"""A project's name run together with a works (…项目老厂)."""
Change = dict[str, tuple[Value, tuple[Evidence, ...]]]
Row = tuple[tuple[int, int], Change]


def read(transcript: Transcript, on: date | None = None) -> tuple[Fact, ...]:
    """Every fact of the statement for this matter's form; `on` is the day from which 明年 counts."""
    statement = hear(transcript, on, contact_slots)
    return (
        *(fact for fact in enterprise_facts(statement, without=in_project_names(statement)) if not NO_ENTERPRISE.search(str(fact.value))),
        *_handed_on(statement),
        *_name_facts(statement),
        *project_code_facts(statement),
        *_changes(statement),
    )


def _changes(statement: Statement) -> Iterator[Fact]:
    found = [*_renamed(statement), *_moved(statement), *map(_altered, project_alterations(statement)), *map(_contact, contact_changes(statement))]
    for number, (_, columns) in enumerate(sorted(found, key=lambda each: each[0])):
        for column, (value, evidence) in columns.items():
            yield Fact(f"changes.{number}.{column}", value, evidence)


def _altered(each: Alteration) -> Row:
    sides = {column: side for column, side in (("from", each.old), ("to", each.new)) if side is not None}
    evidence = tuple(one for side in sides.values() for one in side.evidence)
    first = min((side.turn, side.start) for side in sides.values())
    return first, {"item": (each.item, evidence), **{column: (side.value, side.evidence) for column, side in sides.items()}}


def _names(statement: Statement) -> Iterator[tuple[int, ProjectName, bool]]:
    """Every project's name with its turn, and whether it is the new one."""
    for heard in statement.turns:
        for each in find_project_names(heard.text, answering=heard.asked == "project_name"):
            before = heard.text[max(0, each.start - 28) : each.start]
            righted = RIGHT_NAME.search(before) is not None
            renamed = RENAMED.search(before) is not None and NEW_BEFORE.search(before.rstrip("“「")) is not None
            yield heard.turn, each, renamed or righted or CALLED_NOW.search(before) is not None


def _name_facts(statement: Statement) -> Iterator[Fact]:
    """The project's name as filed, the old one."""
    new = {(turn, each.start) for turn, each, is_new in _names(statement) if is_new}
    turns = [(heard.text, heard.asked == "project_name") for heard in statement.turns]
    turn, found = named_project(turns, without=new)
    if found is not None:
        yield Fact("project_name", found.name, (statement.turns[turn].wording.evidence(turn, found.start, found.end),))


def _renamed(statement: Statement) -> Iterator[Row]:
    new = [(turn, each) for turn, each, is_new in _names(statement) if is_new]
    if not new or any(taken_back(heard.text, ["project_name"]) for heard in statement.turns if heard.turn > new[-1][0]):
        return
    turn, name = new[-1]
    words = (statement.turns[turn].wording.evidence(turn, name.start, name.end),)
    change: Change = {"item": ("project_name", words), "to": (name.name, words)}
    old = next(_name_facts(statement), None)
    if old is not None:
        change["from"] = (old.value, old.evidence)
    yield (turn, name.start), change


def _contact(each: ContactChange) -> Row:
    return each.first, {"item": ("contact", each.evidence), **each.columns}


def _handed_on(statement: Statement) -> Iterator[Fact]:
    """The enterprise as filed, where the project goes to another one."""
    old, _ = handed_over(statement)
    if old is not None:
        yield Fact("enterprise", old.name, name_evidence(statement, old))


def _moved(statement: Statement) -> Iterator[Row]:
    """«项目单位由甲公司变更为乙公司»."""
    old, new = handed_over(statement)
    if old is None or new is None:
        return
    words = {side: name_evidence(statement, member) for side, member in (("from", old), ("to", new))}
    spot = new.spots[0]
    yield (spot.turn, spot.start), {"item": ("enterprise", words["to"]), "from": (old.name, words["from"]), "to": (new.name, words["to"])}
