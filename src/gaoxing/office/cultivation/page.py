"""What the pages show of an enterprise on the ladder (自评页): its rungs with their conditions, what is asked, what waits for its year, what is doubted."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from gaoxing.checks.assessment.inputs import Inputs
from gaoxing.checks.assessment.ordering import held_on
from gaoxing.checks.assessment.rung import Line, Standing
from gaoxing.checks.assessment.verdict import Judged, Scored, Verdict
from gaoxing.documents.assessment_letter import confirmed
from gaoxing.office.cultivation.assessing import inputs_of, ordered
from gaoxing.office.cultivation.content import Content, content_of
from gaoxing.office.cultivation.keyed import UNTOLD
from gaoxing.office.cultivation.models import Assessed
from gaoxing.office.cultivation.wording import ICONS, label_of, slug, told_of, verdict_word


@dataclass(frozen=True)
class Want:
    """An input that is missing: its label, its year (empty: none), and the element that asks for it."""

    label: str
    year: str
    slug: str


@dataclass(frozen=True)
class Condition:
    """A condition as the page shows it; `sure` false where its text was not seen in a source."""

    title: str
    verdict: str
    icon: str
    value: str
    threshold: str
    gap: str
    note: str
    evidence: tuple[str, ...]
    basis: str
    sure: bool
    wants: tuple[Want, ...]


@dataclass(frozen=True)
class Item:
    """A scored item as the page shows it: points, what was judged, the next band."""

    title: str
    points: str
    most: str
    value: str
    step: str
    gain: str
    note: str
    evidence: tuple[str, ...]
    sure: bool
    wants: tuple[Want, ...]


@dataclass(frozen=True)
class Shown:
    """A rung as the page shows it; `next` where it is one to look at first."""

    found: Standing
    verdict: str
    icon: str
    held: bool
    score: str
    conditions: tuple[Condition, ...]
    direct: tuple[Condition, ...]
    items: tuple[Item, ...]
    wants: tuple[Want, ...]
    step: str
    gain: str

    @property
    def unmet(self) -> tuple[Condition, ...]:
        """The conditions that are not met."""
        return tuple(each for each in self.conditions if each.icon == ICONS[Verdict.UNMET])


@dataclass(frozen=True)
class Question:
    """Something that was told two ways: what is asked, the words, the readings."""

    key: str
    slug: str
    question: str
    words: str
    readings: tuple[str, ...]


@dataclass(frozen=True)
class Waiting:
    """Figures whose year nobody told."""

    row: str
    figures: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Whole:
    """Everything of an enterprise on a day."""

    row: Assessed
    content: Content
    inputs: Inputs
    rungs: tuple[Shown, ...]
    questions: tuple[Question, ...]
    waiting: tuple[Waiting, ...]

    @property
    def heard(self) -> tuple[tuple[str, str], ...]:
        """The last statement in pieces: words, and the label of the input that was read from them (empty: none was)."""
        return heard(self.content)

    @property
    def standings(self) -> tuple[Standing, ...]:
        """The standings, the next rung first."""
        return tuple(each.found for each in self.rungs)


def whole(row: Assessed, *, on: date, content: Content | None = None) -> Whole:
    """An enterprise as the pages show it. Raises a Fault where its figures do not open."""
    told = content or content_of(row)
    inputs = inputs_of(row, told)
    held = held_on(inputs, on)
    rungs = tuple(_rung(each, held=each.rung.id in held) for each in ordered(inputs, on, told.confirmed))
    return Whole(row, told, inputs, rungs, _questions(told), _waiting(told))


def heard(content: Content) -> tuple[tuple[str, str], ...]:
    """The last statement in pieces, each with the label of what was read from it or asked about it; all of them together are the statement."""
    said, found = content.said, content.keyed
    told = {**{key: each.evidence for key, each in found.answers.items()}, **{key: each.evidence for key, each in found.asks.items()}}
    spans = sorted((each.start, each.end, label_of(key)) for key, ones in told.items() for each in ones if said[each.start : each.end] == each.words)
    pieces, at = [], 0
    for start, end, label in spans:
        if start >= at:
            pieces += [(said[at:start], ""), (said[start:end], label)]
            at = end
    return tuple(each for each in (*pieces, (said[at:], "")) if each[0])


def _rung(found: Standing, *, held: bool) -> Shown:
    score = "" if found.mark is None else f"{found.worst}" if found.worst == found.best else f"{found.worst}–{found.best}"
    conditions = tuple(map(_condition, (*found.criteria, *found.scored)))
    step = found.step.outcome.step if found.step and found.verdict is not Verdict.MET else None
    told = (step.gap.sentence, f"{step.points}") if step else ("", "")
    direct = tuple(map(_condition, found.direct))
    icon = ICONS[found.verdict]
    return Shown(found, verdict_word(found.verdict), icon, held, score, conditions, direct, tuple(map(_item, found.items)), _wants(found.wants), *told)


def _condition(line: Line[Judged]) -> Condition:
    told, each = line.outcome, line.condition
    gap = told.gap.sentence if told.gap else ""
    shown = (verdict_word(told.verdict), ICONS[told.verdict], told.value, told.threshold)
    return Condition(each.title, *shown, gap, told.note, each.evidence, confirmed(each.basis), each.confirmed, _wants(told.wants))


def _item(line: Line[Scored]) -> Item:
    told, each = line.outcome, line.condition
    points = f"{told.worst}" if told.worst == told.best else f"{told.worst}–{told.best}"
    step, gain = (told.step.gap.sentence, f"{told.step.points}") if told.step else ("", "")
    return Item(each.title, points, f"{told.most}", told.value, step, gain, told.note, each.evidence, each.confirmed, _wants(told.wants))


def _wants(keys: tuple[str, ...]) -> tuple[Want, ...]:
    return tuple(Want(label_of(key), key.partition("@")[2], slug(key)) for key in keys)


def _questions(content: Content) -> tuple[Question, ...]:
    asks = {key: each for key, each in content.keyed.asks.items() if not key.startswith("year@")}
    return tuple(
        Question(key, slug(key), each.question, "……".join(one.words for one in each.evidence), tuple(told_of(key, one) for one in each.readings))
        for key, each in asks.items()
    )


def _waiting(content: Content) -> tuple[Waiting, ...]:
    found = content.keyed
    rows = (year for year in found.years if year.startswith(UNTOLD))
    return tuple(
        Waiting(row, tuple((label_of(key), told_of(key, each.value)) for key, each in found.answers.items() if key.endswith(f"@{row}"))) for row in rows
    )
