"""Cases and drafts as they are answered (办件详情、草稿): from what was submitted, numbers of people masked."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from gaoxing.casework.explanation import explain
from gaoxing.casework.tables import table_for
from gaoxing.checks.rule import Finding
from gaoxing.forms import Question
from gaoxing.office.api.acting import open_acts
from gaoxing.office.api.cases import row_of
from gaoxing.office.api.drafting import read
from gaoxing.office.api.masked import form_shape, texts
from gaoxing.office.api.shapes import (
    AskShape,
    CaseShape,
    ClockShape,
    DraftRow,
    DraftShape,
    EntryShape,
    EventShape,
    FindingShape,
    PointShape,
    ReasonShape,
)
from gaoxing.office.cases import clocking, story
from gaoxing.office.cases.models import Case
from gaoxing.office.cases.queries import words_of
from gaoxing.office.language import in_english, said
from gaoxing.office.masking import mask_contacts
from gaoxing.office.people.models import Person


def case_shape(case: Case, person: Person, *, now: datetime) -> CaseShape:
    """A submitted case. Raises a Fault where it does not open."""
    last = story.submissions(case)[-1]
    return CaseShape(
        **row_of(case).model_dump(),
        form=form_shape(story.form_of(last)),
        findings=finding_shapes(story.findings_of(last)),
        clock=_clock(case, person, now),
        events=[_event(case, each) for each in story.told(case)],
        acts=open_acts(case, person, now=now),
        points=[
            PointShape(number=each.number, kind=each.kind, words=texts(each.words), about=texts(each.about), answer=texts(each.answer))
            for each in story.points(case)
        ],
    )


def draft_row(case: Case) -> DraftRow:
    """A draft in the list."""
    return DraftRow(id=case.reference, number=case.number, matter=case.matter, state=case.state, revision=case.revision, changed=case.changed)


def draft_shape(case: Case, *, now: datetime) -> DraftShape:
    """A draft, its words read by the rules of the day. Raises a Fault where it does not open."""
    words = words_of(case)
    taken = read(words, now=now)
    return DraftShape(
        **draft_row(case).model_dump(),
        entries=[EntryShape(number=each.number, said=mask_contacts(each.said), asked=each.asked) for each in words.entries],
        form=form_shape(taken.form),
        asks=ask_shapes(taken.questions),
        findings=finding_shapes(taken.findings),
    )


def finding_shapes(findings: Iterable[Finding]) -> list[FindingShape]:
    """Findings, the numbers of people in them masked."""
    told = ((each, mask_contacts(each.message)) for each in findings)
    return [FindingShape(rule=each.rule, fields=list(each.fields), level=str(each.level), message=message, basis=each.basis) for each, message in told]


def ask_shapes(questions: Iterable[Question]) -> list[AskShape]:
    """What is still asked, the numbers of people in it masked."""
    return [AskShape(field=each.field, question=texts(each.text), readings=texts(list(each.to_json()["readings"]))) for each in questions]


def _clock(case: Case, person: Person, now: datetime) -> ClockShape | None:
    found = clocking.reading(case, now=now)
    if found is None:
        return None
    told = explain(found, clocking.calendar(), table_for(case.matter).pauses, to_staff=person.is_staff_member)
    english = in_english()
    return ClockShape(light=str(found.light), sentence=told.english if english else told.chinese, note=told.english_note if english else told.note)


def _event(case: Case, told: story.Told) -> EventShape:
    table = table_for(case.matter)
    name = said(table.acts[told.act]) if told.act in table.acts else told.act
    reasons = [ReasonShape(id=each.id, words=texts(each.words), about=texts(each.about)) for each in told.reasons]
    return EventShape(number=told.number, act=told.act, act_name=name, state=told.state, role=told.role, at=told.at, reasons=reasons)
