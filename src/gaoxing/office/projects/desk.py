"""The list of filed projects (备案项目台账): what is to be looked at, what must be explained, by state and words, page by page; one's own for an enterprise."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Q, QuerySet
from django.utils.timezone import localdate

from gaoxing.checks.deadline import months_later
from gaoxing.office.language import said
from gaoxing.office.people.models import Person
from gaoxing.office.projects.models import Project
from gaoxing.office.projects.permissions import visible_to
from gaoxing.office.projects.queries import figures
from gaoxing.office.projects.wording import money_words, state_of

PAGE = 50
"""Rows of one page."""

ALL, LOOK, SILENT = "all", "look", "silent"
"""What may be looked at alone, beside the states: everything, what waits to be looked at, what is two years old and silent."""

_LONGEST_WORDS = 100


@dataclass(frozen=True)
class Row:
    """A project as listed: its state and total in words."""

    row: Project
    state: str
    total: str


@dataclass(frozen=True)
class Listed:
    """A page of the list: its rows, what it shows, the words searched for, how many there are of each kind, how many were found, and behind which record
    the next page begins (0: there is none).
    """

    rows: tuple[Row, ...]
    show: str
    words: str
    counts: dict[str, int]
    found: int
    onward: int


def listed(person: Person, *, show: str, words: str, before: int, now: datetime) -> Listed:
    """One page of what somebody sees, the newest first."""
    kinds = _kinds(visible_to(person, on=localdate(now)), localdate(now))
    show, words, matching = _narrowed(kinds, show, words)
    rows = list((matching.filter(pk__lt=before) if before else matching).order_by("-pk")[: PAGE + 1])
    onward = rows[PAGE - 1].pk if len(rows) > PAGE else 0
    counts = {name: each.count() for name, each in kinds.items()}
    return Listed(tuple(map(shown, rows[:PAGE])), show, words, counts, matching.count() if words else counts[show], onward)


def everything(person: Person, *, show: str, words: str, now: datetime) -> tuple[str, str, QuerySet[Project]]:
    """All that the list would show page by page, the newest first, with the kind and the words by which it is narrowed."""
    show, words, found = _narrowed(_kinds(visible_to(person, on=localdate(now)), localdate(now)), show, words)
    return show, words, found.order_by("-pk")


def own_of(person: Person, *, now: datetime) -> tuple[Row, ...]:
    """The newest that an enterprise's account sees as its own."""
    return tuple(map(shown, visible_to(person, on=localdate(now)).exclude(number=None).order_by("-pk")[:PAGE]))


def shown(row: Project) -> Row:
    """A project as listed."""
    return Row(row, said(state_of(row)), money_words(row.total, row.currency))


def _narrowed(kinds: dict[str, QuerySet[Project]], show: str, words: str) -> tuple[str, str, QuerySet[Project]]:
    """The kind and the words as they are understood, and what they leave."""
    show, words = show if show in kinds else ALL, words.replace("\0", "").strip()[:_LONGEST_WORDS]
    return show, words, kinds[show].filter(_matches(words)) if words else kinds[show]


def _kinds(seen: QuerySet[Project], on: date) -> dict[str, QuerySet[Project]]:
    seen = seen.exclude(number=None)
    old = months_later(on, -12 * int(figures(on)["unused_filing_years"]))
    silent = seen.filter(state=Project.State.FILED, filed__lte=old, procedure=None).filter(Q(explained=None) | Q(explained__lte=old))
    states = {each: seen.filter(state=each) for each in Project.State.values if each != Project.State.DRAFT}
    return {ALL: seen, LOOK: seen.filter(to_look=True), SILENT: silent, **states}


def _matches(words: str) -> Q:
    exact = Q(number=words) | Q(uscc=words) | Q(code=words) | Q(filing_number=words)
    return exact | Q(enterprise__contains=words) | Q(name__contains=words) | Q(place__contains=words)
