"""What the API answers (应答的结构). Times are ISO 8601 with their offset; states and matters are told by their word and as people call them."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from pydantic import BaseModel, ConfigDict, Field


class Shape(BaseModel):
    """An answer; never changed once made."""

    model_config = ConfigDict(frozen=True)


class WrongShape(Shape):
    """One value that is wrong: where, why in a word of the code, and a sentence."""

    path: str
    code: str
    detail: str


class ProblemShape(Shape):
    """A problem document (RFC 9457)."""

    type: str
    title: str
    status: int
    detail: str
    errors: list[WrongShape] = Field(default_factory=list)


class CaseRow(Shape):
    """A case in the list; nothing of its form."""

    number: str
    matter: str
    matter_name: str
    state: str
    state_name: str
    revision: int
    filed: datetime | None
    changed: datetime
    due: datetime | None
    paused_days: int
    unit: str | None


class CasePage(Shape):
    """A page of cases, the newest first; `after` goes on, null on the last."""

    cases: list[CaseRow]
    after: str | None


class ClockShape(Shape):
    """The clock of a case: its light, and the sentence from which anybody can count it again."""

    light: str
    sentence: str
    note: str


class ReasonShape(Shape):
    """A typed reason with its words."""

    id: str
    words: str
    about: str


class EventShape(Shape):
    """Something that happened to a case."""

    number: int
    act: str
    act_name: str
    state: str
    role: str
    at: datetime
    reasons: list[ReasonShape]


class ActShape(Shape):
    """An act that stands open to the caller: `reason` is the kind of typed reason it demands with the ids to choose from, `rests` why it cannot be done now."""

    act: str
    name: str
    reason: str | None
    reasons: list[str]
    rests: list[str]


class AskShape(Shape):
    """A question that is open: about a value not said, or one said in two ways."""

    field: str
    question: str
    readings: list[Any]


class FindingShape(Shape):
    """A finding: its rule, the blanks it is about, its level (reject, manual, warn, inform), message and basis in Chinese, as the rules have them."""

    rule: str
    fields: list[str]
    level: str
    message: str
    basis: str


class PointShape(Shape):
    """A point of the correction list."""

    number: int
    kind: str
    words: str
    about: str
    answer: str


class CaseShape(CaseRow):
    """A case: its form as last submitted, numbers of people masked; what was found; what happened; what the caller may do."""

    form: dict[str, Any]
    findings: list[FindingShape]
    clock: ClockShape | None
    events: list[EventShape]
    acts: list[ActShape]
    points: list[PointShape]


class DraftRow(Shape):
    """A draft in the list, or a case that is to be corrected."""

    id: str
    number: str | None
    matter: str
    state: str
    revision: int
    changed: datetime


class DraftPage(Shape):
    """The caller's drafts, the one changed last first; `after` goes on, null on the last."""

    drafts: list[DraftRow]
    after: str | None


class EntryShape(Shape):
    """One thing said: its number, the words with numbers of people masked, and the blank that had been asked about."""

    number: int
    said: str
    asked: str | None


class DraftShape(DraftRow):
    """A draft: what was said, the contract's form, what is asked and found; numbers of people masked."""

    entries: list[EntryShape]
    form: dict[str, Any]
    asks: list[AskShape]
    findings: list[FindingShape]


class SubmittedShape(Shape):
    """The receipt of a submission: the case's number, which submission it was, and when."""

    number: str
    submission: int
    at: datetime
    revision: int


class RecognisedShape(Shape):
    """The contract's answer: matter, form, asks, and beside them what is missing, evidence and findings."""

    model_config = ConfigDict(frozen=True, extra="allow")

    matter: str | None
    form: dict[str, Any]
    asks: list[dict[str, Any]]


class CheckedShape(Shape):
    """What the rules find about a form, and what it lacks."""

    matter: str
    on: str
    findings: list[FindingShape]
    missing: list[AskShape]


class MatterRow(Shape):
    """A matter: whether it can be filled in, and submitted, here."""

    id: str
    name: str
    fillable: bool
    submittable: bool


class MatterList(Shape):
    """Every matter."""

    matters: list[MatterRow]


class FieldShape(Shape):
    """A blank of a matter's form; a list's blanks stand in `columns`."""

    id: str
    label: str
    kind: str
    private: bool
    columns: list[FieldShape]


class MatterShape(MatterRow):
    """A matter with its blanks."""

    fields: list[FieldShape]


class HitShape(Shape):
    """A name that stands in the way, and the rule under which it does."""

    name: str
    rule: str
    verdict: str
    message: str


class NameShape(Shape):
    """The judgement of a name; `coverage` says how far the pool was searched: unless it is `searched`, the verdict is of the name's own words alone."""

    name: str
    verdict: str
    coverage: str
    hits: list[HitShape]
    suggestions: list[str]


class EnterpriseShape(Shape):
    """An enterprise as the register has it."""

    enterprise: dict[str, Any]


class AttachmentShape(Shape):
    """An attachment without its content."""

    id: int
    name: str
    material: str
    media_type: str
    size: int
    sha256: str
    state: str
    added: datetime


class AttachmentList(Shape):
    """The attachments of a draft or a case, oldest first."""

    attachments: list[AttachmentShape]
