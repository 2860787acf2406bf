"""A case as a clerk sees it (办件页): form beside words, findings as submitted and by today's rules, names, files, and the acts that stand open.

Everything is read from the last submission: what the applicant writes meanwhile, while correcting, is theirs until they send it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime

from django.db.models import Q
from django.utils.timezone import localdate

from gaoxing.casework.acting import Choice, choices
from gaoxing.casework.table import Facts, ReasonKind
from gaoxing.casework.tables import table_for
from gaoxing.catalogue import matter
from gaoxing.checks.rule import Finding, Level
from gaoxing.documents.document import Layout
from gaoxing.forms import Form
from gaoxing.intake import Taken
from gaoxing.office.attachments import queries as attachments
from gaoxing.office.attachments.models import Attachment
from gaoxing.office.cases import story
from gaoxing.office.cases.facts import Look, facts
from gaoxing.office.cases.issued import types_code
from gaoxing.office.cases.models import Case, Submission
from gaoxing.office.cases.permissions import visible_to
from gaoxing.office.cases.queue import OPEN
from gaoxing.office.cases.roles import HANDLE, roles_on
from gaoxing.office.cases.rule_changes import changes_between
from gaoxing.office.cases.words import Words
from gaoxing.office.frontdesk import papers
from gaoxing.office.frontdesk.case_words import Clock, clock_of, matter_of, state_of, title_of
from gaoxing.office.frontdesk.differing import Answered, Difference, answered, difference, typed_by
from gaoxing.office.frontdesk.helped import masked_heard
from gaoxing.office.frontdesk.marks import Piece
from gaoxing.office.frontdesk.name_check import checked_names
from gaoxing.office.frontdesk.name_shown import NameShown, name_shown
from gaoxing.office.frontdesk.queries import Desk, Shown, desk_of, shown_finding
from gaoxing.office.frontdesk.revealing import said_path
from gaoxing.office.language import said
from gaoxing.office.people.models import Person

APPLICANTS = frozenset({"submit", "correct", "withdraw"})
"""The acts that no clerk does on this page."""

_ON_THE_PAGE: Facts = {"open_questions": 0, "rejections": 0, "rules_changed": False, "uncorrected": 0, "open_findings": 0}
"""Facts that a page cannot know before its post."""


@dataclass(frozen=True)
class Button:
    """An act that stands open: its word, the kind of reason it demands, and why it rests, where a guard does not hold."""

    act: str
    word: str
    reason: ReasonKind | None = None
    rests: tuple[str, ...] = ()


@dataclass(frozen=True)
class Opened:
    """A submission as it is read again: its form, words and findings, none of it changed since."""

    submission: Submission
    form: Form
    words: Words
    findings: tuple[Finding, ...]

    @property
    def manual(self) -> tuple[Finding, ...]:
        """What a person must look at before the case is decided."""
        return tuple(each for each in self.findings if each.level is Level.MANUAL)


@dataclass(frozen=True)
class Said:
    """An entry of the words: the question it answered, its pieces masked, the path under which it is shown whole, and whether anything of it is masked."""

    question: str
    pieces: list[Piece]
    path: str
    private: bool
    author: str = ""


@dataclass(frozen=True)
class Page:
    """Everything on the page."""

    case: Case
    title: str
    matter: str
    state: str
    clock: Clock | None
    opened: Opened
    desk: Desk
    findings: tuple[Shown, ...]
    names: tuple[NameShown, ...]
    changes: tuple[str, ...]
    files: tuple[tuple[Attachment, str], ...]
    papers: tuple[Layout, ...]
    buttons: tuple[Button, ...]
    sets_up: bool
    heard: tuple[Said, ...] = ()
    difference: Difference | None = None
    asked: tuple[Answered, ...] = ()
    typed: Mapping[str, str] = field(default_factory=dict)
    """Path → the clerk or agent who wrote the value, where one did."""


def opened(case: Case) -> Opened:
    """The last submission of a case. Raises a Fault where it does not open."""
    last = story.submissions(case)[-1]
    return Opened(last, story.form_of(last), story.words_of(last), story.findings_of(last))


def page(case: Case, person: Person, *, now: datetime, since: int = 0) -> Page:
    """The page for a clerk; `since` is the submission with which the last is compared. Raises a Fault where a submission does not open."""
    read, on = opened(case), localdate(now)
    desk, changed = _desk(case, read), difference(case, since)
    taken = Taken(matter(read.form.matter), read.form, (), (), read.findings)
    return Page(
        case,
        title_of(read.form),
        matter_of(case),
        said(state_of(case)),
        clock_of(case, now=now, to_staff=True),
        read,
        desk,
        tuple(shown_finding(each, taken) for each in read.findings),
        _names(case, read, on),
        changes_between(read.form.matter, read.submission.rules_on, on),
        tuple((each, attachments.name_of(each)) for each in attachments.of_case(case.pk)),
        drawn(read.form, read.submission.rules_on),
        buttons(case, person, now=now),
        read.form.matter.endswith("_registration") and read.form.matter != "deregistration" and types_code(),
        _said(desk),
        changed,
        answered(case, story.points(case), difference(case)),
        {path: author for path in read.form.answers if (author := typed_by(read.form, read.words, path))},
    )


def _names(case: Case, read: Opened, on: date) -> tuple[NameShown, ...]:
    """How its names stand today; nothing once it is decided, for then the name is its own."""
    return tuple(name_shown(each) for each in checked_names(read.form, on, held=case.holds_name)) if case.state in OPEN else ()


def neighbours(case: Case, person: Person, *, now: datetime) -> tuple[str, str]:
    """The numbers of the cases before and after this one in the person's queue; empty at its ends."""
    if case.rank is None:
        return "", ""
    waiting = visible_to(person, on=localdate(now), act=HANDLE).filter(state__in=OPEN, rank__isnull=False)
    before = waiting.filter(Q(rank__lt=case.rank) | Q(rank=case.rank, pk__lt=case.pk)).order_by("-rank", "-pk")
    after = waiting.filter(Q(rank__gt=case.rank) | Q(rank=case.rank, pk__gt=case.pk)).order_by("rank", "pk")
    former, following = (each.values_list("number", flat=True).first() for each in (before, after))
    return former or "", following or ""


def _desk(case: Case, read: Opened) -> Desk:
    taken = Taken(matter(read.form.matter), read.form, (), (), read.findings)
    return desk_of(read.words, taken, on=read.submission.rules_on, held=case.holds_name)


def _said(desk: Desk) -> tuple[Said, ...]:
    authors = {each.number: each.author for each in desk.words.entries}
    heard = [(each, masked_heard(each)) for each in desk.heard if each.said]
    return tuple(Said(each.question, shown.pieces, said_path(each.number), each.private, authors.get(each.number, "")) for each, shown in heard)


def drawn(form: Form, on: date) -> tuple[Layout, ...]:
    """The papers of a form as they were on the day; none where a question of two readings is open."""
    return papers.layouts(form, on=on) if not form.asks else ()


def buttons(case: Case, person: Person, *, now: datetime) -> tuple[Button, ...]:
    """The acts that stand open to the person, each once, in the table's order."""
    table = table_for(case.matter)
    known = facts(Look(case, person, now, _ON_THE_PAGE), table.facts(case.state))
    found: dict[str, Button] = {}
    for role in roles_on(case, person, now=now):
        for choice in choices(table, case.state, known, role):
            if choice.act.id not in APPLICANTS:
                found.setdefault(choice.act.id, _button(choice, table.reasons.get(choice.transition.reason)))
    order = [row.act for row in table.leaving(case.state)]
    return tuple(sorted(found.values(), key=lambda each: order.index(each.act)))


def _button(choice: Choice, reason: ReasonKind | None) -> Button:
    english = said(choice.act) == choice.act.english
    return Button(choice.act.id, said(choice.act), reason, tuple(each.english if english else each.sentence for each in choice.unmet))
