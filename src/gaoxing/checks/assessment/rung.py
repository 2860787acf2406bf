"""A rung of the ladder (梯队) and where an enterprise stands before it: its criteria, its scored items, the mark to reach.

The whole is met only where nothing is missing and nothing is left to experts; it is unmet only where a confirmed condition fails for certain.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any, Generic, TypeVar

from gaoxing.checks.assessment.inputs import Inputs
from gaoxing.checks.assessment.plausible import Doubt
from gaoxing.checks.assessment.verdict import TERMS, Gap, Judged, Scored, Verdict
from gaoxing.checks.rule import Figures

Outcome = TypeVar("Outcome", Judged, Scored)

UNCONFIRMED = "[K]"
"""What a basis holds that was not confirmed: such a condition alone never ends an assessment."""


@dataclass(frozen=True)
class Condition(Generic[Outcome]):
    """A condition or a scored item of a rung (条件、评分项): its number, title, instrument and article, days in force, how it is judged, what proves it."""

    id: str
    title: str
    basis: str
    since: date
    judge: Callable[[Inputs, date, Figures], Outcome]
    evidence: tuple[str, ...] = ()
    until: date | None = None

    @property
    def confirmed(self) -> bool:
        """Whether its text was seen in a source."""
        return UNCONFIRMED not in self.basis

    def in_force(self, on: date) -> bool:
        """Whether it holds on that day."""
        return self.since <= on and (self.until is None or on < self.until)


@dataclass(frozen=True)
class Rung:
    """A rung (梯队层级): its place on the ladder, its criteria, its items with the mark to reach, the ways past the score, and the certificate's years.

    `direct` are criteria of which one is enough instead of the score, `scored` those that go with the score. The two `line`s climb beside each other.
    """

    id: str
    name: str
    line: str
    place: int
    criteria: tuple[Condition[Judged], ...]
    items: tuple[Condition[Scored], ...] = ()
    scored: tuple[Condition[Judged], ...] = ()
    direct: tuple[Condition[Judged], ...] = ()
    mark: str = ""
    """The figure that holds the mark to reach; empty where nothing is scored."""

    years: int | None = None
    """How many years a certificate holds; None: to the end of its year, or not told."""

    batch: str = ""
    """The figure that says of which round the figures are; empty where they stand until changed."""


@dataclass(frozen=True)
class Line(Generic[Outcome]):
    """A condition or a scored item with what came of it."""

    condition: Condition[Outcome]
    outcome: Outcome

    def to_json(self) -> dict[str, Any]:
        """What came of it with `id`, `title`, `basis`, `confirmed`, `evidence`."""
        each = self.condition
        told = {"id": each.id, "title": each.title, "basis": each.basis, "confirmed": each.confirmed, "evidence": list(each.evidence)}
        return {**told, **self.outcome.to_json()}


@dataclass(frozen=True)
class Standing:
    """Where an enterprise stands before a rung on a day (自评结果)."""

    rung: Rung
    on: date
    criteria: tuple[Line[Judged], ...]
    items: tuple[Line[Scored], ...] = ()
    scored: tuple[Line[Judged], ...] = ()
    direct: tuple[Line[Judged], ...] = ()
    mark: Decimal | None = None
    batch: str = ""
    doubts: tuple[Doubt, ...] = ()
    """Figures that cannot be so: while one stands, nothing is met."""

    @property
    def worst(self) -> Decimal:
        """The points that are certain."""
        return sum((each.outcome.worst for each in self.items), Decimal(0))

    @property
    def best(self) -> Decimal:
        """The points that are possible."""
        return sum((each.outcome.best for each in self.items), Decimal(0))

    @property
    def score_verdict(self) -> Verdict:
        """Whether the mark is reached, or a direct way leads past it; bands that were not confirmed neither reach it nor miss it by themselves."""
        if self.mark is None or any(_way(each) is Verdict.MET for each in self.direct):
            return Verdict.MET
        ways = (self._by_score(), *(_way(each) for each in self.direct))
        return next(each for each in (Verdict.MET, Verdict.MISSING, Verdict.EXPERT, Verdict.UNMET) if each in ways)

    def _by_score(self) -> Verdict:
        mark = self.mark or Decimal(0)
        certain = sum((each.outcome.worst for each in self.items if each.condition.confirmed), Decimal(0))
        possible = sum((each.outcome.best if each.condition.confirmed else each.outcome.most for each in self.items), Decimal(0))
        missing = any(each.outcome.wants for each in self.items)
        points = Verdict.MET if certain >= mark else Verdict.UNMET if possible < mark else Verdict.MISSING if missing else Verdict.EXPERT
        return _first((points, *(_sure(each) for each in self.scored)))

    @property
    def verdict(self) -> Verdict:
        """The whole: unmet where a confirmed condition fails; met only where everything is and no figure is in doubt; missing before expert between."""
        doubted = (Verdict.MISSING,) if self.doubts else ()
        return _first((*(_sure(each) for each in self.criteria), self.score_verdict, *doubted))

    @property
    def gaps(self) -> tuple[Gap, ...]:
        """What is missing to every condition that is not met."""
        return tuple(each.outcome.gap for each in (*self.criteria, *self.scored) if each.outcome.verdict is Verdict.UNMET and each.outcome.gap)

    @property
    def unmet(self) -> tuple[Line[Judged], ...]:
        """The conditions that are not met."""
        return tuple(each for each in self.criteria if each.outcome.verdict is Verdict.UNMET)

    @property
    def wants(self) -> tuple[str, ...]:
        """Every input that is missing, once, in the order of the conditions; those of the ways past the score only where the score does not reach."""
        ways = self.direct if self.score_verdict is not Verdict.MET else ()
        judged = [want for each in (*self.criteria, *self.scored) for want in each.outcome.wants]
        scored = [want for each in self.items for want in each.outcome.wants]
        return tuple(dict.fromkeys((*judged, *scored, *(want for each in ways for want in each.outcome.wants))))

    @property
    def step(self) -> Line[Scored] | None:
        """The cheapest way to more points: of the items with a step that which takes least beside what there is; None where there is none."""
        steps = [(each.outcome.step.gap.effort, place) for place, each in enumerate(self.items) if each.outcome.step]
        return self.items[min(steps)[1]] if steps else None

    def to_json(self) -> dict[str, Any]:
        """Everything of the assessment: verdict with its term, score between worst and best, conditions, items, gaps, missing inputs, next step."""
        told = {"rung": self.rung.id, "name": self.rung.name, "on": self.on.isoformat(), "verdict": str(self.verdict), "term": TERMS[self.verdict]}
        score = None if self.mark is None else {"worst": str(self.worst), "best": str(self.best), "mark": str(self.mark)}
        lists = {"criteria": self.criteria, "items": self.items, "scored": self.scored, "direct": self.direct, "gaps": self.gaps}
        shown = {name: [each.to_json() for each in found] for name, found in lists.items()}  # type: ignore[attr-defined]
        step = self.step.condition.id if self.step else None
        return {
            **told,
            "batch": self.batch,
            "score": score,
            **shown,
            "wants": list(self.wants),
            "step": step,
            "doubts": [each.to_json() for each in self.doubts],
        }


def assess(rung: Rung, inputs: Inputs, on: date, figures: Figures, doubts: tuple[Doubt, ...] = ()) -> Standing:
    """Where the inputs put an enterprise before a rung on a day, by the figures in force. Raises KeyError where a figure is missing from its table.

    Of `doubts` the inputs must be taken out before (`plausible.undoubted`).
    """
    criteria, scored, direct = (_told(found, inputs, on, figures) for found in (rung.criteria, rung.scored, rung.direct))
    mark = Decimal(figures[rung.mark]) if rung.mark else None
    batch = str(figures[rung.batch]) if rung.batch else ""
    return Standing(rung, on, criteria, _told(rung.items, inputs, on, figures), scored, direct, mark, batch, doubts)


def condition(
    condition_id: str, title: str, *, basis: str, since: date, until: date | None = None, evidence: tuple[str, ...] = ()
) -> Callable[[Callable[[Inputs, date, Figures], Outcome]], Condition[Outcome]]:
    """Make a condition, or a scored item, of a function; its docstring is the condition in plain words."""

    def made(judge: Callable[[Inputs, date, Figures], Outcome]) -> Condition[Outcome]:
        return Condition(condition_id, title, basis, since, judge, evidence, until)

    return made


def _told(conditions: Iterable[Condition[Outcome]], inputs: Inputs, on: date, figures: Figures) -> tuple[Line[Outcome], ...]:
    return tuple(Line(each, each.judge(inputs, on, figures)) for each in conditions if each.in_force(on))


def _sure(line: Line[Judged]) -> Verdict:
    """What a condition comes to: one that was not confirmed neither fails anybody nor clears them; people look at it."""
    decided = line.outcome.verdict in (Verdict.UNMET, Verdict.MET)
    return Verdict.EXPERT if decided and not line.condition.confirmed else line.outcome.verdict


def _way(line: Line[Judged]) -> Verdict:
    """What a way past the score comes to: one that was not confirmed opens only before people; one that does not hold closes nothing."""
    held = line.outcome.verdict is Verdict.MET
    return Verdict.EXPERT if held and not line.condition.confirmed else line.outcome.verdict


def _first(verdicts: tuple[Verdict, ...]) -> Verdict:
    """The verdict of conditions that must all hold: unmet goes before missing, missing before what experts judge."""
    return next((each for each in (Verdict.UNMET, Verdict.MISSING, Verdict.EXPERT) if each in verdicts), Verdict.MET)
