"""What happened to a case, to be told (办件经过): its events, its submissions as they were, the corrections asked, and what changed between two of them."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from gaoxing.casework.acting import Reason
from gaoxing.casework.tables import table_for
from gaoxing.checks.rule import Finding, Level
from gaoxing.forms import Form
from gaoxing.office.cases.firing import note_of
from gaoxing.office.cases.models import Case, CaseEvent, Submission
from gaoxing.office.cases.submitted import form_of as form_of
from gaoxing.office.cases.submitted import place as place
from gaoxing.office.cases.vault import unseal
from gaoxing.office.cases.words import Words

ASKED = "ask_correction"


@dataclass(frozen=True)
class Point:
    """One point of a correction list (一处要补正的地方): its number, the typed kind in both languages, what it is, what it is about, the answer, and the
    path of the blank where it is mended (empty: about none).
    """

    number: int
    kind: str
    english: str
    words: str
    about: str = ""
    answer: str = ""
    at: str = ""


@dataclass(frozen=True)
class Told:
    """An event as it is told: what was done, in which state it ended, when, by whom (the role), and why."""

    number: int
    act: str
    state: str
    role: str
    at: datetime
    reasons: tuple[Reason, ...] = ()
    note: str = ""


@dataclass(frozen=True)
class Difference:
    """A blank whose value differs between two submissions; None where one of them has none."""

    path: str
    before: Any
    after: Any


def told(case: Case) -> tuple[Told, ...]:
    """Everything that happened, oldest first. Raises a Fault where a note does not open."""
    return tuple(_told(each) for each in case.events.all())


def submissions(case: Case) -> tuple[Submission, ...]:
    """Every submission, oldest first."""
    return tuple(case.submissions.all())


def points(case: Case) -> tuple[Point, ...]:
    """The correction list with what the applicant answered to each point; none where no correction was asked."""
    events = list(case.events.all())
    asked = next((each for each in reversed(events) if each.act == ASKED), None)
    if asked is None:
        return ()
    corrected = next((each for each in events if each.number > asked.number and each.act == "correct"), None)
    answers = note_of(corrected).get("answers", {}) if corrected else {}
    kinds = {choice.id: choice for choice in table_for(case.matter).reasons["defect"].choices}
    return tuple(
        Point(number, kinds[each.id].term, kinds[each.id].english, each.words, each.about, answers.get(str(number), ""), each.at)
        for number, each in enumerate(_reasons(asked), 1)
    )


def words_of(submission: Submission) -> Words:
    """The words as they were submitted. Raises a Fault where they do not open."""
    return Words.from_bytes(unseal(submission.words, case=submission.case_id, column=place(submission, "words")))


def findings_of(submission: Submission) -> tuple[Finding, ...]:
    """What the rules of its day found. Raises a Fault where it does not open."""
    return tuple(_finding(each) for each in _opened(submission, "findings"))


def papers_of(submission: Submission) -> dict[str, Any]:
    """The digests of papers and attachments as submitted. Raises a Fault where they do not open."""
    found: dict[str, Any] = _opened(submission, "papers")
    return found


def differences(before: Form, after: Form) -> tuple[Difference, ...]:
    """Every blank that two forms fill differently, in the order of the later form, what it lost at the end."""
    paths = dict.fromkeys((*after.answers, *before.answers))
    pairs = ((path, before.value(path), after.value(path)) for path in paths)
    return tuple(Difference(path, one, other) for path, one, other in pairs if one != other)


def _told(event: CaseEvent) -> Told:
    note = note_of(event)
    return Told(event.number, event.act, event.target, event.role, event.at, tuple(_reasons(event)), note.get("note", ""))


def _reasons(event: CaseEvent) -> Iterator[Reason]:
    return (Reason(**each) for each in note_of(event).get("reasons", ()))


def _opened(submission: Submission, column: str) -> Any:
    return json.loads(unseal(getattr(submission, column), case=submission.case_id, column=place(submission, column)))


def _finding(stored: dict[str, Any]) -> Finding:
    return Finding(stored["rule"], tuple(stored["fields"]), Level(stored["level"]), stored["message"], stored["basis"])
