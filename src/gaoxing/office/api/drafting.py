"""Drafts by the API (草稿): the same words, reading and history as on the page; who changes one says which revision they saw."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import QuerySet
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from gaoxing.catalogue import matter
from gaoxing.forms import Form
from gaoxing.forms.correction import Correction, pattern, rows
from gaoxing.forms.shape import blank
from gaoxing.forms.typing import Unfit, typed_value
from gaoxing.forms.written import currency_of
from gaoxing.intake import Taken
from gaoxing.office.api.problems import Wrong, absent, unfit
from gaoxing.office.audit.entry import APPLICANT, Actor
from gaoxing.office.cases import actions
from gaoxing.office.cases.models import Case, Step
from gaoxing.office.cases.permissions import visible_to
from gaoxing.office.cases.queries import words_of
from gaoxing.office.cases.reading import taken_from
from gaoxing.office.cases.registering import beside_the_register
from gaoxing.office.cases.roles import roles_on
from gaoxing.office.cases.subject import subject_digest
from gaoxing.office.cases.words import Words
from gaoxing.office.people.accounts import name_of
from gaoxing.office.people.models import Person
from gaoxing.office.projects.policies import by_own_lists
from gaoxing.office.refusal import NotAllowed

CHANGE = "change_case"
MOST_ENTRIES, MOST_CORRECTIONS = 200, 2_000


@dataclass(frozen=True)
class Begun:
    """What a draft is begun with: the statement, the matter where it is chosen, and the version of the privacy page that was agreed to."""

    said: str
    matter: str
    consent: str


def drafts_of(person: Person, act: str, *, now: datetime) -> QuerySet[Case]:
    """The drafts, and cases to be corrected, on which a person may do an act."""
    return visible_to(person, on=localdate(now), act=act).filter(state__in=Case.WRITABLE)


def draft(person: Person, reference: str, act: str, *, now: datetime) -> Case:
    """One of them. Raises a Problem (404) for any other."""
    found = drafts_of(person, act, now=now).filter(reference=reference).first()
    if found is None:
        raise absent()
    return found


def begin(person: Person, begun: Begun, *, now: datetime) -> Case:
    """A new draft of an applicant's. Raises NotAllowed for one of the staff, and a Problem for an unknown matter."""
    if person.is_staff_member:
        raise NotAllowed(_("草稿要用申请人自己的账号新建。窗口代填请用取回码接手。"))
    if begun.matter:
        require_matter(begun.matter)
    case = actions.open_draft(now=now, consent=begun.consent, actor=Actor(person.pk, APPLICANT.role))
    return change(case, person, case.revision, lambda words: words.state(begun.said).choose(begun.matter), act=Step.Act.STATE, now=now)


def say(case: Case, person: Person, revision: int, said: str, asked: str, *, now: datetime) -> Case:
    """Add what was said, as the answer to a question where one had been `asked`."""
    act = Step.Act.ANSWER if asked else Step.Act.ADD
    return change(case, person, revision, lambda words: words.add(said, asked or None, author=_author(person)), act=act, now=now)


def correct(case: Case, person: Person, revision: int, path: str, value: str | None, *, now: datetime) -> Case:
    """Set a blank right by hand, written as people write it; None empties it. Raises a Problem where there is no such blank, or the value is none for it."""
    words = words_of(case)
    made = _correction(words, read(words, now=now), path, value, _author(person))
    if len(words.corrections) >= MOST_CORRECTIONS:
        raise NotAllowed(_("这份草稿的手工更正太多，这一处没有保存。"))
    return change(case, person, revision, lambda now_said: now_said.correct(made), act=Step.Act.CORRECT, now=now)


def change(case: Case, person: Person, revision: int, edit: Callable[[Words], Words], *, act: str, now: datetime) -> Case:
    """Store what was said and what it comes to, as a step. Raises NotAllowed where the draft is another revision by now, or full."""
    if case.revision != revision:
        raise _stale(case)
    words = edit(words_of(case))
    if len(words.entries) > MOST_ENTRIES:
        raise NotAllowed(_("一份草稿最多 %(most)s 句话，这一句没有保存。请删去几句，或重新开始。") % {"most": MOST_ENTRIES})
    taken = read(words, now=now)
    role = next(iter(roles_on(case, person, now=now)), APPLICANT.role)
    told: dict[str, Any] = {"matter": taken.matter.id if taken.matter else "", "subject": subject_digest(taken.form), "by_clerk": person.is_staff_member}
    if not actions.rewrite(case, words, taken.form, now=now, act=act, actor=Actor(person.pk, role), **told):
        raise _stale(case)
    case.refresh_from_db()
    return case


def read(words: Words, *, now: datetime) -> Taken:
    """What words come to on this day, beside the register and by the zone's own lists."""
    on = localdate(now)
    return by_own_lists(beside_the_register(taken_from(words, on=on), on=on), on=on)


def require_matter(matter_id: str) -> None:
    """Pass for a matter that there is. Raises a Problem."""
    try:
        matter(matter_id)
    except KeyError:
        raise unfit([Wrong("matter", "unknown", _("没有这件事项。事项见 /api/v1/matters。"))]) from None


def _correction(words: Words, taken: Taken, path: str, value: str | None, author: str) -> Correction:
    stands = blank(taken.matter.fields, path) if taken.matter and taken.form else None
    row = _row(words, taken, path)
    if stands is None or taken.form is None or taken.by_hand is None or row is None:
        raise unfit([Wrong("path", "unknown", _("这份表上没有这一栏。栏目见 /api/v1/matters/事项。"))])
    try:
        typed = None if value is None else typed_value(stands.at(path, taken.form), value, path, currency=currency_of(taken.form))
    except Unfit as why:
        raise unfit([Wrong("value", "unfit", str(why))]) from None
    last = max((entry.number for entry in words.entries), default=0)
    return Correction(pattern(path), row, value=typed, said=taken.by_hand.heard.value(path), after=last, author=author)


def _row(words: Words, taken: Taken, path: str) -> str | None:
    """The name of the row that a path's number means; empty outside lists, None where there is no such row."""
    head, _dot, rest = path.partition(".")
    number = rest.partition(".")[0]
    if not number.isdecimal():
        return ""
    heard = taken.by_hand.heard if taken.by_hand else Form("", "")
    return rows(heard, words.corrections, head).get(f"{head}.{number}")


def _author(person: Person) -> str:
    return name_of(person) if person.is_staff_member else ""


def _stale(case: Case) -> NotAllowed:
    return NotAllowed(_("这份草稿已经是第 %(revision)s 次修订，您看到的不是最新的，这一次没有保存。请重新读取再改。") % {"revision": case.revision})
