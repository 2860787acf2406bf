"""The applicant's own cases (我的办件): the list with what is asked of them, one case with all that happened, and the receipt."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Q
from django.utils.timezone import localdate

from gaoxing.casework.tables import table_for
from gaoxing.catalogue import matter
from gaoxing.forms import Form
from gaoxing.office.cases import story
from gaoxing.office.cases.models import Case, Submission
from gaoxing.office.cases.permissions import visible_to
from gaoxing.office.cases.story import Point
from gaoxing.office.frontdesk.case_words import Clock, clock_of, matter_of, plainly, role_word, state_of, submittable, title
from gaoxing.office.frontdesk.keeping import when
from gaoxing.office.frontdesk.masking import mask_numbers
from gaoxing.office.frontdesk.sheet import label_at
from gaoxing.office.frontdesk.shown import value_text
from gaoxing.office.frontdesk.wording import spoken
from gaoxing.office.language import said
from gaoxing.office.people.accounts import name_of
from gaoxing.office.people.models import Person

MOST = 200
"""Cases that are listed; an applicant has a handful."""

OVER = frozenset({"not_accepted", "registered", "refused", "completed", "withdrawn", "archived"})
"""The states in which nothing more is asked of anybody."""


@dataclass(frozen=True)
class Mine:
    """A case as listed: its number (empty: a draft), what it is about, its state in plain words, what is asked of the applicant, its clock, and for
    whom an agent sees it (empty: it is their own).
    """

    pk: int
    number: str
    title: str
    matter: str
    state: str
    plain: str
    asked: int
    changed: str
    clock: Clock | None = None
    over: bool = False
    principal: str = ""


@dataclass(frozen=True)
class Happened:
    """An event as told: what was done, in which role, when, the reasons in words and a note."""

    act: str
    role: str
    at: datetime
    reasons: tuple[tuple[str, str], ...] = ()
    note: str = ""


@dataclass(frozen=True)
class Changed:
    """A blank that two submissions fill differently, in words."""

    label: str
    before: str
    after: str


@dataclass(frozen=True)
class Sent:
    """A submission as told: which it is, when, under which edition, and what it changed against the one before."""

    number: int
    at: datetime
    edition: str
    changes: tuple[Changed, ...] = ()


def listed(person: Person, *, now: datetime) -> tuple[Mine, ...]:
    """The person's drafts and cases, and those of the people they act for: what asks something of them first, then what was changed last."""
    kept = visible_to(person, on=localdate(now)).filter(Q(state__in=Case.WRITABLE) | Q(number__isnull=False))
    rows = kept.select_related("owner").prefetch_related("events").order_by("-changed", "-pk")[:MOST]
    return tuple(sorted((_mine(each, person, now) for each in rows), key=lambda each: (not each.asked, each.over)))


def one(person: Person, number: str, *, now: datetime) -> Case | None:
    """The case of a number where the person may see it as its applicant or agent; None else, whether there is one or not."""
    return visible_to(person, on=localdate(now)).filter(number=number).first()


def happened(case: Case) -> tuple[Happened, ...]:
    """Everything that happened to a case, oldest first, in words. Raises a Fault where a note does not open."""
    table = table_for(case.matter)
    kinds = {choice.id: choice for kind in table.reasons.values() for choice in kind.choices}
    return tuple(
        Happened(
            said(table.acts[each.act]),
            role_word(case.matter, each.role),
            each.at,
            tuple((said(kinds[reason.id]), reason.words) for reason in each.reasons if reason.id in kinds),
            each.note,
        )
        for each in story.told(case)
        if each.act in table.acts
    )


def sent(case: Case) -> tuple[Sent, ...]:
    """Every submission with what it changed. Raises a Fault where one does not open."""
    found, former = [], None
    for each in story.submissions(case):
        form = story.form_of(each)
        found.append(Sent(each.number, each.at, each.edition, changes(former, form) if former else ()))
        former = form
    return tuple(found)


def changes(before: Form, after: Form) -> tuple[Changed, ...]:
    """What differs between two forms, by label and in words, private numbers masked."""
    return tuple(Changed(_label(after, each.path), text_at(before, each.path), text_at(after, each.path)) for each in story.differences(before, after))


def points(case: Case) -> tuple[Point, ...]:
    """The correction list while it is asked for."""
    return story.points(case) if case.state == Case.State.CORRECTION_ASKED else ()


def papers(submission: Submission) -> tuple[Mapping[str, str], ...]:
    """The papers of a submission: names and digests."""
    return tuple(story.papers_of(submission)["papers"])


def _mine(case: Case, person: Person, now: datetime) -> Mine:
    known = submittable(case.matter)
    state = state_of(case) if known else None
    return Mine(
        case.pk,
        case.number or "",
        title(case),
        matter_of(case),
        said(state) if state else str(case.get_state_display()),
        plainly(state) if state else "",
        len(points(case)),
        when(case.changed, now=now),
        clock_of(case, now=now) if known and case.number else None,
        case.state in OVER,
        name_of(case.owner) if case.owner is not None and case.owner_id != person.pk else "",
    )


def _label(form: Form, path: str) -> str:
    return label_at(spoken(matter(form.matter)), form, path)


def text_at(form: Form, path: str) -> str:
    """The value at a path in words, masked where it is private; empty where there is none."""
    value, field = form.value(path), matter(form.matter).blank(path, form)
    if value is None:
        return ""
    return value_text(field, value, form) if field else mask_numbers(str(value))
