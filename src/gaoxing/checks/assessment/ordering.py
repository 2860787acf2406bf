"""Which rung to look at first (先看哪一级): of each line the lowest that is not reached, the nearest before the other; then those above; what is reached last.

>>> from gaoxing.checks.assessment.rung import Rung
>>> from datetime import date
>>> rungs = [Standing(Rung(name, name, "high_tech", place, ()), date(2026, 11, 25), ()) for name, place in (("b", 2), ("a", 1))]
>>> [each.rung.id for each in next_first(rungs, held={"a"})]
['b', 'a']
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import date

from gaoxing.checks.assessment.inputs import Inputs
from gaoxing.checks.assessment.rung import Standing
from gaoxing.checks.assessment.verdict import Gap, Verdict

NEARNESS = (Verdict.MET, Verdict.EXPERT, Verdict.MISSING, Verdict.UNMET)
"""The nearer first: what only experts are left to judge, what only wants data, what is not met."""


def next_first(standings: Sequence[Standing], *, held: Collection[str] = ()) -> tuple[Standing, ...]:
    """The rungs in the order to look at them. `held` are those whose certificate it has: without one a rung that is met is still the next."""
    following = next_rungs(standings, held=held)
    above = [each for each in standings if each not in following and each.rung.id not in held]
    return (*following, *sorted(above, key=lambda each: (each.rung.place, each.rung.line)), *(each for each in standings if each.rung.id in held))


def next_rungs(standings: Sequence[Standing], *, held: Collection[str] = ()) -> tuple[Standing, ...]:
    """The next rung of each line, the nearest first: the lowest above the highest that is held."""
    found = []
    for line in dict.fromkeys(each.rung.line for each in standings):
        reached = max((each.rung.place for each in standings if each.rung.line == line and each.rung.id in held), default=0)
        above = [each for each in standings if each.rung.line == line and each.rung.place > reached]
        found += sorted(above, key=lambda each: each.rung.place)[:1]
    return tuple(sorted(found, key=nearness))


def held_on(inputs: Inputs, on: date) -> frozenset[str]:
    """The rungs whose certificate runs on the day."""
    rows = () if inputs.yes("holds_certificates") is False else inputs.rows("certificates") or ()
    return frozenset(str(each.get("kind")) for each in rows if len(str(each.get("until") or "")) == len("2027-11-30") and str(each["until"]) >= on.isoformat())


def nearness(standing: Standing) -> tuple[int, int, int]:
    """How near a rung is: its verdict, how many conditions are not met, how much is not told; the smaller the nearer."""
    return NEARNESS.index(standing.verdict), len(standing.unmet), len(standing.wants)


def one_step(standing: Standing) -> Gap | None:
    """The one thing that is lacking where everything else is there; None where more lacks, nothing does, it cannot be counted, or no effort closes it."""
    failing = [each for each in (*standing.criteria, *standing.scored) if each.outcome.verdict is Verdict.UNMET]
    if standing.wants or standing.doubts or standing.verdict is not Verdict.UNMET or len(failing) > 1:
        return None
    if failing:
        gap = failing[0].outcome.gap
        return gap if gap and gap.closable else None
    steps = [each.outcome.step for each in standing.items if each.outcome.step and standing.worst + each.outcome.step.points >= (standing.mark or 0)]
    return min((each.gap for each in steps), key=lambda gap: gap.effort, default=None)
