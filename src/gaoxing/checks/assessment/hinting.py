"""Who should apply, and why (申报提醒): of where an enterprise stands what is worth a steward's call, with the reason and the materials. Pure.

Nobody is told to apply where something fails for certain: there the one step is told, or what stands in the way of a renewal; what only wants data
is a hint to ask for them.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from fractions import Fraction

from gaoxing.checks.assessment.ordering import next_rungs, one_step
from gaoxing.checks.assessment.rung import Standing
from gaoxing.checks.assessment.verdict import Gap, Verdict

RENEW_WITHIN = 183
"""Days before a certificate's last day from which its renewal is hinted: half a year, the project's own choice."""


class Call(StrEnum):
    """What a hint calls for, the most urgent first: 到期重新申报, 可以申报, 差一步, 补数据."""

    RENEW = "renew"
    APPLY = "apply"
    NEARLY = "nearly"
    ASK = "ask"


@dataclass(frozen=True)
class Hint:
    """What a steward should speak about: the call, its rung, the verdict there, what decides, the gap of one step, the inputs to ask for, the materials.

    `until` is the last day of a certificate that is to be renewed; `batch` the round by whose figures it was judged, empty where they stand until changed,
    and `past` whether that round is of an earlier year: then the new notice must be looked at before anybody applies.
    """

    call: Call
    rung: str
    name: str
    verdict: Verdict
    gap: Gap | None = None
    unmet: tuple[str, ...] = ()
    wants: tuple[str, ...] = ()
    materials: tuple[str, ...] = ()
    until: date | None = None
    batch: str = ""
    past: bool = False

    @property
    def order(self) -> tuple[int, date, tuple[bool, Fraction], int]:
        """The more urgent first: the call, the day on which a certificate ends, the smaller gap, what is asked for."""
        return list(Call).index(self.call), self.until or date.max, self.gap.effort if self.gap else (False, Fraction(0)), len(self.wants)


def hints(standings: Sequence[Standing], held: Mapping[str, date], on: date, *, most_wants: int = 5) -> tuple[Hint, ...]:
    """What there is to say to an enterprise, the most urgent first. `held`: rung → last day of the certificate that runs.

    A rung is hinted at whose next it is, or whose certificate ends within `RENEW_WITHIN` days; data are asked for where no more than `most_wants` are missing.
    """
    following = next_rungs(standings, held=frozenset(held))
    ends = [each for each in standings if each.rung.id in held and held[each.rung.id] <= on + timedelta(days=RENEW_WITHIN)]
    found = [_hint(each, Call.RENEW, held[each.rung.id]) for each in ends]
    found += [_hint(each, call) for each in following if (call := _call(each, most_wants)) is not None]
    return tuple(sorted(found, key=lambda each: each.order))


def materials(standing: Standing) -> tuple[str, ...]:
    """What is to be brought: the evidence of every condition, then of every item, once; of the ways past the score that of those that hold."""
    ways = (each for each in standing.direct if each.outcome.verdict is Verdict.MET)
    judged = [*standing.criteria, *standing.scored, *ways]
    found = [*(each.condition.evidence for each in judged), *(each.condition.evidence for each in standing.items)]
    return tuple(dict.fromkeys(each for evidence in found for each in evidence))


def _call(standing: Standing, most_wants: int) -> Call | None:
    if standing.verdict in (Verdict.MET, Verdict.EXPERT):
        return Call.APPLY
    if one_step(standing) is not None:
        return Call.NEARLY
    return Call.ASK if standing.verdict is Verdict.MISSING and 0 < len(standing.wants) <= most_wants else None


def _hint(standing: Standing, call: Call, until: date | None = None) -> Hint:
    unmet = tuple(each.condition.title for each in standing.unmet)
    place = standing.rung.id, standing.rung.name, standing.verdict
    return Hint(call, *place, one_step(standing), unmet, standing.wants, materials(standing), until, standing.batch, _past(standing))


def _past(standing: Standing) -> bool:
    return standing.batch.isdecimal() and int(standing.batch) < standing.on.year
