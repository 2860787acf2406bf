"""Reads tables of states (状态表) from TOML: one file may hold several tables that share their states and differ in some rows (`only`).

>>> table("registration").initial, table_for("sole_trader_registration").id
('draft', 'registration')
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from functools import cache
from importlib.resources import files
from typing import Any, TypeVar

from gaoxing.casework.table import Act, ClockAct, Guard, Limit, Pause, ReasonKind, Running, State, Table, Term, Transition
from gaoxing.casework.validation import problems

Row = Mapping[str, Any]
Made = TypeVar("Made", bound=Term | Guard)

SAME = "same"
"""As `to`: the case stays in the state it is in."""

_LISTS = ("roles", "guards", "effects", "limits")
_ROW = {"from", "act", "to", "only", "clock", "why", "reason", *_LISTS}
_SECTIONS = {"tables", "states", "acts", "roles", "guards", "effects", "pauses", "reasons", "limits", "transitions"}


def load(text: str, origin: str) -> tuple[Table, ...]:
    """The tables of a TOML text, checked. `origin` names the text in errors.

    Raises ValueError that lists every fault at once, each with where it stands: broken TOML, unknown or missing keys, and all that `problems` finds.
    """
    try:
        tables = tuple(_tables(tomllib.loads(text)))
    except KeyError as fault:
        raise ValueError(f"{origin}: missing key {fault}") from fault
    except (TypeError, ValueError, AttributeError) as fault:
        raise ValueError(f"{origin}: {fault}") from fault
    faults = [f"{origin}: {table.id}: {problem}" for table in tables for problem in problems(table)]
    if faults:
        raise ValueError("\n".join(faults))
    return tables


@cache
def shipped() -> Mapping[str, Table]:
    """Every table that lies in this folder, by its id."""
    sources = sorted((each for each in files("gaoxing.casework").iterdir() if each.name.endswith(".toml")), key=lambda each: each.name)
    return {each.id: each for source in sources for each in load(source.read_text(encoding="utf-8"), source.name)}


def table(name: str) -> Table:
    """The table of that id. Raises KeyError where there is none."""
    return shipped()[name]


def table_for(matter: str) -> Table:
    """The table that a matter (its id) runs by. Raises KeyError where no table names it."""
    found = {name: each for each in shipped().values() for name in each.matters}
    return found[matter]


def _tables(source: Row) -> Iterator[Table]:
    _only_known(source, _SECTIONS, "the file")
    reasons = {name: _reason(name, row) for name, row in source.get("reasons", {}).items()}
    states = {name: _made(State, "states", name, {**row, "clock": Running(row["clock"])}) for name, row in source["states"].items()}
    for name, row in source["tables"].items():
        _only_known(row, {"term", "english", "matters"}, f"tables.{name}")
        yield Table(
            id=name,
            term=row["term"],
            english=row["english"],
            matters=tuple(row["matters"]),
            states=states,
            acts=_section(Act, source, "acts"),
            roles=_section(Term, source, "roles"),
            guards=_section(Guard, source, "guards"),
            effects=_section(Term, source, "effects"),
            pauses=_section(Pause, source, "pauses"),
            reasons=reasons,
            limits=_section(Limit, source, "limits"),
            transitions=tuple(_transitions(source, name)),
        )


def _transitions(source: Row, table_name: str) -> Iterator[Transition]:
    for number, row in enumerate(source["transitions"], 1):
        _only_known(row, _ROW, f"transitions row {number}")
        unknown = [name for name in row.get("only", ()) if name not in source["tables"]]
        if unknown:
            raise ValueError(f"transitions row {number}: `only` names no table: {', '.join(unknown)}")
        if table_name in row.get("only", source["tables"]):
            yield from _spread(row)


def _spread(row: Row) -> Iterator[Transition]:
    """One transition for each state that a row starts from."""
    clock = ClockAct(row["clock"]) if "clock" in row else None
    lists = {key: tuple(row.get(key, ())) for key in _LISTS}
    for state in row["from"]:
        target = state if row["to"] == SAME else row["to"]
        yield Transition(state, row["act"], target, clock=clock, why=row.get("why", ""), reason=row.get("reason", ""), **lists)


def _section(kind: type[Made], source: Row, section: str) -> dict[str, Made]:
    return {name: _made(kind, section, name, row) for name, row in source.get(section, {}).items()}


def _made(kind: type[Made], section: str, name: str, row: Row) -> Made:
    try:
        return kind(**{"id": name, **row})
    except TypeError as fault:
        raise ValueError(f"{section}.{name}: {str(fault).partition(') ')[2] or fault}") from fault


def _reason(name: str, row: Row) -> ReasonKind:
    choices = tuple(_made(Term, f"reasons.{name}", each.get("id", "?"), each) for each in row["choices"])
    return _made(ReasonKind, "reasons", name, {**row, "choices": choices})


def _only_known(row: Row, known: set[str], where: str) -> None:
    if unknown := sorted(set(row) - known):
        raise ValueError(f"{where}: unknown keys: {', '.join(unknown)}")
