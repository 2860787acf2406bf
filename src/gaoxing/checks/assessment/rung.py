"""A rung of the ladder (梯队) and where an enterprise stands before it: its criteria, its scored items, the mark to reach.

The whole is met only where nothing is missing and nothing is left to experts; it is unmet only where a confirmed condition fails for certain.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Any

from gaoxing.checks.assessment.inputs import Inputs
from gaoxing.checks.assessment.judging import nearest
from gaoxing.checks.assessment.verdict import TERMS, Gap, Judged, Scored, Verdict
from gaoxing.checks.rule import Figures

UNCONFIRMED = "[K]"
"""What a basis holds that was not confirmed: such a condition alone never ends an assessment."""


@dataclass(frozen=True)
class Criterion:
    """A condition of a rung (条件): its number, title, instrument and article, days in force, how it is judged, what proves it."""

    id: str
    title: str
    basis: str
    since: date
    judge: Callable[[Inputs, date, Figures], Judged]
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
class Item:
    """A scored item of a rung (评分项): as a criterion, but it gives points."""

    id: str
    title: str
    basis: str
    since: date
    score: Callable[[Inputs, date, Figures], Scored]
    evidence: tuple[str, ...] = ()
    until: date | None = None

    @property
    def confirmed(self) -> bool:
        """Whether its bands were seen in a source."""
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
    criteria: tuple[Criterion, ...]
    items: tuple[Item, ...] = ()
    scored: tuple[Criterion, ...] = ()
    direct: tuple[Criterion, ...] = ()
    mark: str = ""
    """The figure that holds the mark to reach; empty where nothing is scored."""

    years: int | None = None
    """How many years a certificate holds; None: to the end of its year, or not told."""

    batch: str = ""
    """The figure that says of which round the figures are; empty where they stand until changed."""


@dataclass(frozen=True)
class Line:
    """A criterion with what came of it."""

    criterion: Criterion
    judged: Judged

    def to_json(self) -> dict[str, Any]:
        """The judged values with `id`, `title`, `basis`, `confirmed`, `evidence`."""
        each = self.criterion
        told = {"id": each.id, "title": each.title, "basis": each.basis, "confirmed": each.confirmed, "evidence": list(each.evidence)}
        return {**told, **self.judged.to_json()}


@dataclass(frozen=True)
class Points:
    """A scored item with its points."""

    item: Item
    scored: Scored

    def to_json(self) -> dict[str, Any]:
        """The points with `id`, `title`, `basis`, `evidence`."""
        each = self.item
        told = {"id": each.id, "title": each.title, "basis": each.basis, "confirmed": each.confirmed, "evidence": list(each.evidence)}
        return {**told, **self.scored.to_json()}


@dataclass(frozen=True)
class Standing:
    """Where an enterprise stands before a rung on a day (自评结果)."""

    rung: Rung
    on: date
    criteria: tuple[Line, ...]
    items: tuple[Points, ...] = ()
    scored: tuple[Line, ...] = ()
    direct: tuple[Line, ...] = ()
    mark: Decimal | None = None
    batch: str = ""
    figures: Mapping[str, Any] = field(default_factory=dict, repr=False)

    @property
    def worst(self) -> Decimal:
        """The points that are certain."""
        return sum((each.scored.worst for each in self.items), Decimal(0))

    @property
    def best(self) -> Decimal:
        """The points that are possible."""
        return sum((each.scored.best for each in self.items), Decimal(0))

    @property
    def score_verdict(self) -> Verdict:
        """Whether the mark is reached, or a direct way leads past it; bands that were not confirmed neither reach it nor miss it by themselves."""
        if self.mark is None or any(_way(each) is Verdict.MET for each in self.direct):
            return Verdict.MET
        ways = (self._by_score(), *(_way(each) for each in self.direct))
        return next(each for each in (Verdict.MET, Verdict.MISSING, Verdict.EXPERT, Verdict.UNMET) if each in ways)

    def _by_score(self) -> Verdict:
        mark = self.mark or Decimal(0)
        certain = sum((each.scored.worst for each in self.items if each.item.confirmed), Decimal(0))
        possible = sum((each.scored.best if each.item.confirmed else each.scored.most for each in self.items), Decimal(0))
        missing = any(each.scored.wants for each in self.items)
        points = Verdict.MET if certain >= mark else Verdict.UNMET if possible < mark else Verdict.MISSING if missing else Verdict.EXPERT
        return _first((points, *(_sure(each) for each in self.scored)))

    @property
    def verdict(self) -> Verdict:
        """The whole: unmet where a confirmed condition fails; met only where everything is; missing before expert between."""
        return _first((*(_sure(each) for each in self.criteria), self.score_verdict))

    @property
    def gaps(self) -> tuple[Gap, ...]:
        """What is missing to every condition that is not met."""
        return tuple(each.judged.gap for each in (*self.criteria, *self.scored) if each.judged.verdict is Verdict.UNMET and each.judged.gap)

    @property
    def unmet(self) -> tuple[Line, ...]:
        """The conditions that are not met."""
        return tuple(each for each in self.criteria if each.judged.verdict is Verdict.UNMET)

    @property
    def wants(self) -> tuple[str, ...]:
        """Every input that is missing, once, in the order of the conditions."""
        told = [want for each in (*self.criteria, *self.scored) for want in each.judged.wants] + [want for each in self.items for want in each.scored.wants]
        return tuple(dict.fromkeys(told))

    @property
    def step(self) -> Points | None:
        """The cheapest way to more points: of the items with a step that which takes least beside what there is; None where there is none."""
        by_gap = {id(each.scored.step.gap): each for each in self.items if each.scored.step}
        found = nearest([each.scored.step.gap for each in by_gap.values() if each.scored.step])
        return by_gap[id(found)] if found else None

    def to_json(self) -> dict[str, Any]:
        """Everything of the assessment: verdict with its term, score between worst and best, conditions, items, gaps, missing inputs, next step."""
        told = {"rung": self.rung.id, "name": self.rung.name, "on": self.on.isoformat(), "verdict": str(self.verdict), "term": TERMS[self.verdict]}
        score = None if self.mark is None else {"worst": str(self.worst), "best": str(self.best), "mark": str(self.mark)}
        lists = {"criteria": self.criteria, "items": self.items, "scored": self.scored, "direct": self.direct, "gaps": self.gaps}
        shown = {name: [each.to_json() for each in found] for name, found in lists.items()}  # type: ignore[attr-defined]
        return {**told, "batch": self.batch, "score": score, **shown, "wants": list(self.wants), "step": self.step.item.id if self.step else None}


def assess(rung: Rung, inputs: Inputs, on: date, figures: Figures) -> Standing:
    """Where the inputs put an enterprise before a rung on a day, by the figures in force. Raises KeyError where a figure is missing from its table."""
    told = [[Line(each, each.judge(inputs, on, figures)) for each in found if each.in_force(on)] for found in (rung.criteria, rung.scored, rung.direct)]
    criteria, scored, direct = map(tuple, told)
    items = [Points(each, each.score(inputs, on, figures)) for each in rung.items if each.in_force(on)]
    mark = Decimal(figures[rung.mark]) if rung.mark else None
    batch = str(figures[rung.batch]) if rung.batch else ""
    return Standing(rung, on, criteria, tuple(items), scored, direct, mark, batch, figures)


def criterion(
    criterion_id: str, title: str, *, basis: str, since: date, until: date | None = None, evidence: tuple[str, ...] = ()
) -> Callable[[Callable[[Inputs, date, Figures], Judged]], Criterion]:
    """Make a criterion of a function; its docstring is the condition in plain words."""

    def made(judge: Callable[[Inputs, date, Figures], Judged]) -> Criterion:
        return Criterion(criterion_id, title, basis, since, judge, evidence, until)

    return made


def item(
    item_id: str, title: str, *, basis: str, since: date, until: date | None = None, evidence: tuple[str, ...] = ()
) -> Callable[[Callable[[Inputs, date, Figures], Scored]], Item]:
    """Make a scored item of a function; its docstring says what is scored."""

    def made(score: Callable[[Inputs, date, Figures], Scored]) -> Item:
        return Item(item_id, title, basis, since, score, evidence, until)

    return made


def _sure(line: Line) -> Verdict:
    """What a condition comes to: one that was not confirmed neither fails anybody nor clears them; people look at it."""
    decided = line.judged.verdict in (Verdict.UNMET, Verdict.MET)
    return Verdict.EXPERT if decided and not line.criterion.confirmed else line.judged.verdict


def _way(line: Line) -> Verdict:
    """What a way past the score comes to: one that was not confirmed opens only before people; one that does not hold closes nothing."""
    held = line.judged.verdict is Verdict.MET
    return Verdict.EXPERT if held and not line.criterion.confirmed else line.judged.verdict


def _first(verdicts: tuple[Verdict, ...]) -> Verdict:
    """The verdict of conditions that must all hold: unmet goes before missing, missing before what experts judge."""
    return next((each for each in (Verdict.UNMET, Verdict.MISSING, Verdict.EXPERT) if each in verdicts), Verdict.MET)
