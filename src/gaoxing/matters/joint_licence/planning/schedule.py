"""When each licence begins and ends (进度), in working days after the day of applying: hard prerequisites, what comes before registration, two stages,
papers that may be handed in before the decision, clocks that stand still.

>>> from gaoxing.matters.joint_licence.permits.loading import shipped
>>> cafe = ("business_licence", "seal_filing", "ibar", "ibar_net_security", "fire_check")
>>> [(each.licence.id, each.begin, each.end) for each in schedule(cafe, shipped(), Choices())][2:]
[('ibar', 0, 45), ('ibar_net_security', 20, 20), ('fire_check', 20, 30)]
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from gaoxing.matters.joint_licence.permits.entries import Catalogue, Licence
from gaoxing.matters.joint_licence.planning.choices import Choices
from gaoxing.matters.joint_licence.planning.order import waits_for

EXAMINED, PREPARED, FINAL, STOPPED, BUILDING = "审查", "筹建审批", "最终审核", "停算", "筹建（办消防、安全承诺）"
OPENING = "opening"
Node = tuple[str, int]
"""A licence and its stage: 1 or, of two, 1 and 2."""


@dataclass(frozen=True)
class Phase:
    """A stretch of a step (阶段), from one working day to another; `counts`: the authority's clock runs."""

    label: str
    begin: int
    end: int
    counts: bool = True


@dataclass(frozen=True)
class Span:
    """A licence's stretch, what it waits for and its phases; `after_opening`: it is a duty once the shop is open."""

    licence: Licence
    begin: int
    end: int
    phases: tuple[Phase, ...]
    waits_for: tuple[str, ...] = ()
    after_opening: bool = False


def schedule(licences: Sequence[str], known: Catalogue, choices: Choices, *, further: Mapping[str, int] | None = None) -> tuple[Span, ...]:
    """The spans of these licences, in their order. `further`: working days that each may take on top (extension, delivery)."""
    reckoned = _Reckoned(licences, known, choices, further or {})
    return tuple(reckoned.span(each) for each in licences)


def opening(spans: Sequence[Span]) -> int:
    """The working day on which all is had that must be had before the shop opens."""
    return max((each.end for each in spans if not each.after_opening), default=0)


class _Reckoned:
    """Ends of stages, each reckoned once."""

    def __init__(self, licences: Sequence[str], known: Catalogue, choices: Choices, further: Mapping[str, int]) -> None:
        self.licences, self.known, self.choices, self.further = licences, known, choices, further
        self.ends: dict[Node, int] = {}
        self.staged = {each for each in licences if len(known.licences[each].stages) > 1}

    def span(self, licence: str) -> Span:
        """When it begins and ends, and its phases."""
        row = self.known.licences[licence]
        if row.duty is not None and row.duty.event == OPENING:
            last = max((self._end((each, self._last(each))) for each in self.licences if not self._is_duty(each)), default=0)
            return Span(row, last, last, (), waits_for(licence, self.licences, self.known), after_opening=True)
        begin, end = self._begin((licence, 1)), self._end((licence, self._last(licence)))
        return Span(row, begin, end, tuple(self._phases(licence, begin, end)), waits_for(licence, self.licences, self.known))

    def _phases(self, licence: str, begin: int, end: int) -> list[Phase]:
        row, stopped = self.known.licences[licence], self.choices.stops.get(licence, 0)
        if licence in self.staged:
            first, second = self._end((licence, 1)), self._begin((licence, 2))
            found = [Phase(PREPARED, begin, first), Phase(BUILDING, first, second, counts=False), Phase(FINAL, second, end - stopped)]
        else:
            found = [Phase(EXAMINED, begin, end - stopped)]
        reason = "听证停算" if row.hearing else STOPPED
        return [each for each in (*found, Phase(reason, end - stopped, end, counts=False)) if each.end > each.begin]

    def _begin(self, node: Node) -> int:
        licence, stage = node
        row = self.known.licences[licence]
        if stage == 2:
            return max([self._end((licence, 1)), *(self._end((each, self._last(each))) for each in row.stage2 if each in self.licences)])
        before = [each for each in waits_for(licence, self.licences, self.known) if each not in row.stage2 or licence not in self.staged]
        ends = [self._end((each, self._last(each))) for each in before]
        between = [self._end((each, 1)) for each in self.staged if licence in self.known.licences[each].stage2]
        together = [self._begin((each, 1)) for each in row.together if each in self.licences]
        return max([0, *ends, *between, *together])

    def _end(self, node: Node) -> int:
        if node not in self.ends:
            self.ends[node] = self._reckon(node)
        return self.ends[node]

    def _reckon(self, node: Node) -> int:
        licence, stage = node
        row, is_last = self.known.licences[licence], stage == self._last(licence)
        days = row.stages[stage - 1] if licence in self.staged else self.choices.days(row)
        added = self.further.get(licence, 0) + self.choices.stops.get(licence, 0) if is_last else 0
        handed_in = [self._end((each, self._last(each))) for each in row.supplement if each in self.licences] if is_last else []
        return max([self._begin(node) + days + added, *handed_in])

    def _last(self, licence: str) -> int:
        return 2 if licence in self.staged else 1

    def _is_duty(self, licence: str) -> bool:
        duty = self.known.licences[licence].duty
        return duty is not None and duty.event == OPENING
