"""What the front desk shows (前台页面): everything on the page, made ready so that the templates only print."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from gaoxing.catalogue import Matter, matter, matters
from gaoxing.checks.rule import Finding, Level
from gaoxing.forms import Form, Question
from gaoxing.intake import Taken, review
from gaoxing.office.cases import queries
from gaoxing.office.cases.words import STATEMENT, Entry, Words
from gaoxing.office.frontdesk import wording
from gaoxing.office.frontdesk.marks import Piece, marked, spans
from gaoxing.office.frontdesk.masking import mask_numbers
from gaoxing.office.frontdesk.sheet import Section, filled, label_at, sections
from gaoxing.office.frontdesk.shown import value_text
from gaoxing.speech.transcript import LONGEST_TURN

LEVELS = {Level.REJECT: gettext_lazy("必须改"), Level.MANUAL: gettext_lazy("人工核"), Level.WARN: gettext_lazy("请留意")}
"""How a finding's level is said (等级)."""

MOST_TOLD = 5
"""Labels that are read aloud at once."""


@dataclass(frozen=True)
class Heard:
    """One entry as listed: its number, the question it answered, its words in pieces and as they are for editing."""

    number: int
    question: str
    pieces: list[Piece]
    said: str


@dataclass(frozen=True)
class Asked:
    """The question that is asked now, with readings to choose from; `unread` where the last answer did not settle it."""

    question: Question
    position: int
    readings: tuple[str, ...]
    unread: bool

    @property
    def slug(self) -> str:
        """The blank's path as an element's id may hold it."""
        return self.question.field.replace(".", "-")


@dataclass(frozen=True)
class Shown:
    """A finding as listed (审查意见). `english` says on an English page what its rule is about; the message itself stays Chinese."""

    level: Level
    word: str
    message: str
    basis: str
    path: str
    label: str
    english: str = ""


@dataclass(frozen=True)
class Desk:
    """The page: left what was said, right the sheet, and between them what is asked and found."""

    statement: str = ""
    heard: tuple[Heard, ...] = ()
    matter: Matter | None = None
    form: Form | None = None
    title: str = ""
    sections: tuple[Section, ...] = ()
    asked: Asked | None = None
    questions: tuple[Question, ...] = ()
    findings: tuple[Shown, ...] = ()
    notes: tuple[str, ...] = ()
    told: str = ""
    offers: tuple[Matter, ...] = field(default_factory=lambda: matters())

    @property
    def listed(self) -> tuple[Heard, ...]:
        """The entries after the free statement."""
        return tuple(each for each in self.heard if each.number != STATEMENT)

    @property
    def stated(self) -> Heard | None:
        """The free statement, where it says anything."""
        return next((each for each in self.heard if each.number == STATEMENT and each.said.strip()), None)

    @property
    def silent(self) -> bool:
        """Whether nothing has been said yet."""
        return not any(each.said.strip() for each in self.heard)

    @property
    def rejected(self) -> int:
        """How many findings stand in the way of handing the form in."""
        return sum(each.level is Level.REJECT for each in self.findings)


def desk(reference: str, *, now: datetime, position: int = 0) -> Desk:
    """The page as the draft stands; `position` chooses among the open questions. Raises a Fault where the draft does not open."""
    case = queries.draft(reference)
    if case is None:
        return Desk()
    form = queries.form_of(case)
    taken = review(form, on=localdate(now)) if form else Taken(matter(case.matter) if case.matter else None, None)
    return desk_of(queries.words_of(case), taken, on=localdate(now), position=position)


def desk_of(words: Words, taken: Taken, *, on: date, before: Form | None = None, position: int = 0, answered: bool = False) -> Desk:
    """The page for these words and what was read from them. `before` is the form as last shown; `answered` says that a question was just answered."""
    taken = wording.told(taken)
    form, chosen = taken.form, taken.matter
    fresh = _fresh(before, form)
    return Desk(
        statement=words.statement,
        heard=tuple(_heard(number, entry, chosen, form) for number, entry in enumerate(words.entries)),
        matter=chosen,
        form=form,
        title=_title(chosen, form, on) if chosen and form else "",
        sections=sections(chosen, form, fresh) if chosen and form else (),
        asked=_asked(taken, position, unread=answered and not fresh),
        questions=taken.questions,
        findings=tuple(_shown(each, taken) for each in taken.findings),
        notes=_notes(words),
        told=_told(taken, fresh),
    )


def stored_form(reference: str) -> Form | None:
    """The draft's form, or None. Raises a Fault where it does not open."""
    case = queries.draft(reference)
    return queries.form_of(case) if case else None


def _fresh(before: Form | None, form: Form | None) -> set[str]:
    known: dict[str, Any] = {path: answer.value for path, answer in before.answers.items()} if before else {}
    return {path for path, answer in form.answers.items() if known.get(path) != answer.value} if form else set()


def _title(chosen: Matter, form: Form, on: date) -> str:
    """What the official form is called."""
    layouts = chosen.papers(form, on) if chosen.papers else ()
    return wording.paper(chosen, layouts[0].title) if layouts else _("%(matter)s申请书") % {"matter": chosen.name}


def _heard(number: int, entry: Entry, chosen: Matter | None, form: Form | None) -> Heard:
    found = spans(chosen, form, number, entry.said) if chosen and form else []
    question = label_at(chosen, form, entry.asked) if chosen and form and entry.asked else ""
    return Heard(entry.number, question, marked(entry.said, found), entry.said)


def _asked(taken: Taken, position: int, *, unread: bool) -> Asked | None:
    if not taken.questions or not taken.matter or not taken.form:
        return None
    place = position if 0 <= position < len(taken.questions) else 0
    question = taken.questions[place]
    readings = tuple(_reading(matter(taken.matter.id), taken.form, question.field, each) for each in question.readings)
    return Asked(question, place, readings, unread=unread)


def _reading(chosen: Matter, form: Form, path: str, value: Any) -> str:
    """A reading as a button shows it and as it is said back: whole, for it is to be chosen."""
    try:
        known = chosen.field(path)
    except KeyError:
        return str(value)
    return str(value) if known.private else value_text(known, value, form).removesuffix("（人民币）")


def _shown(finding: Finding, taken: Taken) -> Shown:
    label = label_at(taken.matter, taken.form, finding.field) if taken.matter and taken.form and finding.field else ""
    english = wording.finding(taken.matter, finding.rule) if taken.matter else ""
    return Shown(finding.level, str(LEVELS[finding.level]), mask_numbers(finding.message), finding.basis, finding.field, label, english)


def _notes(words: Words) -> tuple[str, ...]:
    long = any(len(entry.said) > LONGEST_TURN for entry in words.entries)
    return (_("这段话太长：全部保存了，但只读了前 %(count)s 字。请把要紧的放在前面，或分几次说。") % {"count": LONGEST_TURN},) if long else ()


def _told(taken: Taken, fresh: Collection[str]) -> str:
    """The sentence for those who hear the page: what was filled and how much is left."""
    if not taken.matter or not taken.form:
        return ""
    labels = [label for path, label in filled(taken.matter, taken.form).items() if path in fresh]
    named = _("、").join(labels[:MOST_TOLD])
    named = _("%(labels)s等") % {"labels": named} if len(labels) > MOST_TOLD else named
    done = _("填好 %(count)s 项：%(labels)s。") % {"count": len(labels), "labels": named} if labels else _("没有新填的栏目。")
    return done + _("还差 %(count)s 项。") % {"count": len(taken.questions)}
