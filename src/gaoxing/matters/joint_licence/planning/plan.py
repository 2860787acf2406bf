"""The plan from the day of applying to the day of opening (办理计划): days by the calendar, visits, commitments verified later, duties after opening.

>>> from datetime import date
>>> made = plan(("business_licence", "seal_filing", "food_operation", "signboard"), {}, date(2026, 11, 25))
>>> made.opening.isoformat(), made.latest.isoformat(), [each.critical for each in made.steps]
('2026-12-09', '2026-12-28', [False, False, False, True])
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from gaoxing.matters.joint_licence.permits.conditions import holds
from gaoxing.matters.joint_licence.permits.entries import Answers, Catalogue
from gaoxing.matters.joint_licence.permits.loading import shipped
from gaoxing.matters.joint_licence.planning.choices import Choices, to_apply
from gaoxing.matters.joint_licence.planning.schedule import OPENING, Span, opening, schedule
from gaoxing.matters.joint_licence.planning.visits import Visit, visits
from gaoxing.standards import working_days

JOINT_CAP, JOINT_EXTENSION = 45, 15
CAP_BASIS = "《行政许可法》第四十二条第二款"
"""The longest that licences handled together may take, in working days, and what may be added."""


@dataclass(frozen=True)
class Step:
    """A licence in the plan: its span, first and last day, whether the day of opening hangs on it, when a commitment is verified, when a duty is due."""

    span: Span
    first: date
    last: date
    critical: bool
    by_commitment: bool
    verified_by: date | None
    due: date | None

    def to_json(self) -> dict[str, Any]:
        """Licence, working days, days, phases, what it waits for, notes."""
        row = self.span.licence
        return {
            "id": row.id,
            "name": row.name,
            "document": row.result,
            "authority": row.authority,
            "begin": self.span.begin,
            "end": self.span.end,
            "first": self.first.isoformat(),
            "last": self.last.isoformat(),
            "phases": [vars(each) for each in self.span.phases],
            "waits_for": list(self.span.waits_for),
            "critical": self.critical,
            "by_commitment": self.by_commitment,
            "verified_by": self.verified_by and self.verified_by.isoformat(),
            "due": self.due and self.due.isoformat(),
            "after_opening": self.span.after_opening,
            "hearing": row.hearing.words if row.hearing else "",
            "verified": row.verified,
        }


@dataclass(frozen=True)
class Plan:
    """Steps in the order of their ends, appointments with their days, the day of opening by the law's (or the promised) times and at the latest.

    `latest`: with every extension and time for delivery. `counted`: working days on the longest way without those on which a clock stood still.
    `reach`: the working days that its picture spans at least, so that two plans can be drawn to one scale.
    """

    start: date
    steps: tuple[Step, ...]
    visits: tuple[tuple[Visit, date, date], ...]
    opening: date
    latest: date
    working_days: int
    counted: int
    gaps: tuple[str, ...]
    warnings: tuple[str, ...]
    reach: int = 0

    @property
    def longest(self) -> int:
        """The working days that its picture spans."""
        return max([1, self.reach, *(each.span.end for each in self.steps)])

    @property
    def beyond_cap(self) -> bool:
        """Whether it takes longer than licences handled together may."""
        return self.counted > JOINT_CAP

    def to_json(self) -> dict[str, Any]:
        """Start, opening, latest, steps, visits, cap, gaps, warnings."""
        return {
            "start": self.start.isoformat(),
            "opening": self.opening.isoformat(),
            "latest": self.latest.isoformat(),
            "working_days": self.working_days,
            "cap": {"days": JOINT_CAP, "extension": JOINT_EXTENSION, "beyond": self.beyond_cap, "basis": CAP_BASIS},
            "steps": [each.to_json() for each in self.steps],
            "visits": [{"licences": list(each.licences), "first": first.isoformat(), "last": last.isoformat()} for each, first, last in self.visits],
            "gaps": list(self.gaps),
            "warnings": list(self.warnings),
        }


def plan(licences: Sequence[str], answers: Answers, on: date, choices: Choices | None = None, known: Catalogue | None = None) -> Plan:
    """The plan for these licences, applied for on the day (on a day off: on the next working day)."""
    known, choices = known or shipped(), choices or Choices()
    wanted = to_apply(licences, existing=choices.existing)
    start = working_days.add(on - timedelta(days=1), 1).day
    spans = schedule(wanted, known, choices)
    last = opening(spans)
    slow = schedule(wanted, known, choices, further={each: known.licences[each].extension + known.licences[each].issue_days for each in wanted})
    critical = _critical(spans, last)
    steps = [_step(each, start, last, choices, spans, critical=each.licence.id in critical) for each in spans]
    stood = sum(choices.stops.get(each, 0) for each in critical)
    reckoned = [working_days.add(start, days) for days in (last, opening(slow))]
    return Plan(
        start,
        tuple(sorted(steps, key=lambda each: (each.span.after_opening, each.span.end, wanted.index(each.span.licence.id)))),
        tuple((each, _day(start, each.first), _day(start, each.last)) for each in visits(spans, choices)),
        reckoned[0].day,
        reckoned[1].day,
        last,
        last - stood,
        tuple(_gaps(wanted, answers, known, choices)),
        tuple(dict.fromkeys(each.warning for each in reckoned if each.warning)),
    )


def _step(span: Span, start: date, last: int, choices: Choices, spans: Sequence[Span], *, critical: bool) -> Step:
    row, ended = span.licence, _day(start, span.end)
    by_commitment = choices.by_commitment(row)
    verify = row.commitment.verify if by_commitment and row.commitment else None
    due = None
    if row.duty is not None:
        ends = {each.licence.id: each.end for each in spans}
        event = last if row.duty.event == OPENING else ends.get(row.duty.event, 0)
        due = _day(start, event) + timedelta(days=row.duty.days)
    return Step(span, _day(start, span.begin), ended, critical, by_commitment, working_days.add(ended, verify).day if verify else None, due)


def _critical(spans: Sequence[Span], last: int) -> set[str]:
    """The licences that take time and on which the last day hangs: from the end backwards along what each had to wait for."""
    by_id = {each.licence.id: each for each in spans}
    waiting = [each.licence.id for each in spans if each.end == last and not each.after_opening]
    found: set[str] = set()
    while waiting:
        each = by_id[waiting.pop()]
        if each.licence.id not in found:
            found.add(each.licence.id)
            waiting += [other for other in (*each.waits_for, *each.licence.supplement) if other in by_id and _holds_up(by_id[other], each)]
    return {each for each in found if by_id[each].end > by_id[each].begin}


def _holds_up(other: Span, span: Span) -> bool:
    """Whether the span could not begin, go on or end before the other one ended."""
    edges = {span.end} if other.licence.id in span.licence.supplement else {span.begin, *(phase.begin for phase in span.phases if phase.counts)}
    return other.end in edges


def _gaps(licences: Sequence[str], answers: Answers, known: Catalogue, choices: Choices) -> list[str]:
    """What a licence needs of another one that is not in the set."""
    had, told, found = {*licences, *(("business_licence",) if choices.existing else ())}, known.answered(answers), []
    for each in licences:
        row = known.licences[each]
        for material in row.materials:
            giver = known.materials[material].output_of
            if giver and giver not in had and holds(row.conditions.get(material, {}), told, known.conditions, unknown=False):
                found.append(f"{row.name}要交“{known.materials[material].name}”，这次要办的里没有它。已经有的请带来，没有的请先问窗口要不要办。")
    return found


def _day(start: date, offset: int) -> date:
    return working_days.add(start, offset).day
