"""Names of a register for the tests: made up, split by the stage itself; and an oracle that imports nothing from it."""

from __future__ import annotations

from datetime import date

from gaoxing.names.composition import split
from gaoxing.names.judgement import Judgement
from gaoxing.names.neighbour import Neighbour, State
from gaoxing.names.verdict import judge

ON = date(2026, 11, 24)


def registered(
    text: str,
    state: State = State.ACTIVE,
    since: date = date(2024, 3, 4),
    *,
    until: date | None = None,
    sole_trader: bool | None = None,
    prefecture: str = "3205",
) -> Neighbour:
    name = split(text)
    return Neighbour(name.text, name.region, name.trade_name, name.trade, name.form, state, since, prefecture, until, sole_trader)


def judged(text: str, *pool: Neighbour | str, on: date = ON, sole_trader: bool = False) -> Judgement:
    neighbours = [registered(each) if isinstance(each, str) else each for each in pool]
    return judge(split(text), neighbours, on, sole_trader=sole_trader)


def told(text: str, *pool: Neighbour | str, on: date = ON, sole_trader: bool = False) -> tuple[str, list[str]]:
    """The verdict and the rules of hits and findings that weigh."""
    judgement = judged(text, *pool, on=on, sole_trader=sole_trader)
    return str(judgement.verdict), [each.rule for each in (*judgement.hits, *judgement.findings)]
