"""Check your answers (核对): everything on the form with where it came from, and what still stands in the way."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime

from django.utils.crypto import salted_hmac
from django.utils.translation import gettext as _

from gaoxing.checks.rule import Level
from gaoxing.facts.fact import Certainty
from gaoxing.forms import Answer
from gaoxing.intake import Taken
from gaoxing.office.cases.words import APPLICANT, Words
from gaoxing.office.frontdesk.addresses import editor
from gaoxing.office.frontdesk.aloud import Aloud, aloud
from gaoxing.office.frontdesk.beside import Clash
from gaoxing.office.frontdesk.dialogue import Asked, asked_now
from gaoxing.office.frontdesk.marks import origins
from gaoxing.office.frontdesk.origin import clerks
from gaoxing.office.frontdesk.queries import Desk, Shown, desk
from gaoxing.office.frontdesk.sheet import Blank, label_at
from gaoxing.office.frontdesk.wording import spoken

_DIGEST = 10
"""Hex digits by which a page remembers one answer."""


@dataclass(frozen=True)
class Item:
    """One answer as listed, its label with the person's name and `short` without.

    `quote` are the words it rests on, `source` says where it came from else; `author` is the clerk who put it there. `asked` is the question of two
    readings that is open here, `clash` what the words say against a hand; `changed` that the page showed another value before. `unsearched` says why
    the register was not searched for a name.
    """

    path: str
    label: str
    short: str
    text: str
    quote: str = ""
    source: str = ""
    author: str = ""
    change: str = ""
    required: bool = False
    likely: bool = False
    changed: bool = False
    asked: Asked | None = None
    clash: Clash | None = None
    findings: tuple[Shown, ...] = ()
    unsearched: str = ""

    @property
    def slug(self) -> str:
        """The blank's path as an element's id may hold it."""
        return self.path.replace(".", "-")


@dataclass(frozen=True)
class Group:
    """A part of the form, or one person."""

    title: str
    items: tuple[Item, ...]


@dataclass(frozen=True)
class Trouble:
    """A line of the summary at the head: what is the matter, and the element it leads to; `level` as a finding has it, empty for an open question."""

    text: str
    target: str
    level: str = ""


@dataclass(frozen=True)
class Check:
    """The page: the answers as grouped on the form, those a clerk put there once more at the head, and the summary of what is wrong or open."""

    desk: Desk
    groups: tuple[Group, ...]
    by_clerk: tuple[Item, ...]
    troubles: tuple[Trouble, ...]
    loose: tuple[Shown, ...] = ()
    elsewhere: tuple[Asked, ...] = ()
    seen: str = ""
    changed: tuple[str, ...] = ()
    aloud: Aloud = field(default_factory=Aloud)

    @property
    def grave(self) -> bool:
        """Whether something must be chosen or mended, beside blanks that are merely empty."""
        return any(each.level in {"ask", "clash", str(Level.REJECT)} for each in self.troubles)

    @property
    def confirmable(self) -> bool:
        """Whether 都对 can be said: nothing with two readings is open."""
        return self.desk.form is not None and not self.desk.form.asks


def check(reference: str, *, now: datetime, seen: str = "", wanted: str = "") -> Check | None:
    """The page for a draft; None where there is no form yet. `seen` is what an earlier page showed, so that what changed since can be marked.

    `wanted` says how the form is read aloud (`aloud.aloud`).
    """
    shown = desk(reference, now=now)
    return check_of(shown, seen=seen, wanted=wanted) if shown.form is not None and shown.matter is not None else None


def check_of(shown: Desk, *, seen: str = "", wanted: str = "") -> Check:
    """The same for a desk that has a form."""
    taken, words = shown.taken, shown.words
    asks = taken.form.asks if taken.form else ()
    asked = {each.field: found for each in asks if (found := asked_now(taken, words, each.field)) is not None}
    groups = tuple(_grouped(shown, _Sources.of(taken, words), asked, _remembered(seen)))
    listed = {item.path for group in groups for item in group.items}
    return Check(
        shown,
        groups,
        tuple(item for group in groups for item in group.items if item.author),
        (*_clashes(groups), *_troubles(shown, asked, listed)),
        tuple(each for each in shown.findings if each.path not in listed),
        tuple(each for path, each in asked.items() if path not in listed),
        _digests(taken),
        (*(item.label for group in groups for item in group.items if item.changed), *_gone(shown, _remembered(seen))),
        aloud(taken, wanted),
    )


@dataclass(frozen=True)
class _Sources:
    """Where each answer came from: the words quoted, and the clerk who put it there."""

    taken: Taken
    words: Words
    quoted: Mapping[str, str]

    @classmethod
    def of(cls, taken: Taken, words: Words) -> _Sources:
        quoted = origins(spoken(taken.matter), taken.form, words) if taken.matter and taken.form else {}
        return cls(taken, words, quoted)

    def author(self, path: str, answer: Answer) -> str:
        """The clerk whose hand or words gave the value; empty where it was the applicant."""
        by_hand = self.taken.by_hand.placed.get(path) if self.taken.by_hand else None
        if by_hand is not None:
            return by_hand.author
        return next(iter(clerks(answer, self.words)), APPLICANT)


def _grouped(shown: Desk, sources: _Sources, asked: Mapping[str, Asked], seen: Mapping[str, str]) -> Iterator[Group]:
    now = _remembered(_digests(shown.taken))
    for section in shown.sections:
        parts = ((row.heading, row.blanks) for row in section.rows) if section.path else ((section.title, section.blanks),)
        for title, blanks in parts:
            items = tuple(_item(blank, shown, sources, asked) for blank in blanks if _worth(blank, shown, asked))
            marked = tuple(replace(item, changed=bool(seen) and seen.get(item.path) != now.get(item.path)) for item in items)
            if marked:
                yield Group(title, marked)


def _worth(blank: Blank, shown: Desk, asked: Mapping[str, Asked]) -> bool:
    """Blanks that nobody has to fill and nobody filled are not listed."""
    return bool(blank.text) or blank.required or blank.path in asked or any(each.path == blank.path for each in shown.findings)


def _item(blank: Blank, shown: Desk, sources: _Sources, asked: Mapping[str, Asked]) -> Item:
    answer = shown.form.answers.get(blank.path) if shown.form else None
    quote = sources.quoted.get(blank.path, "")
    return Item(
        blank.path,
        _label(blank, shown),
        blank.label,
        blank.text,
        quote,
        blank.note,
        sources.author(blank.path, answer) if answer else "",
        editor(blank.path, onward="check"),
        blank.required,
        answer is not None and answer.certainty is Certainty.LIKELY,
        asked=asked.get(blank.path),
        clash=blank.clash,
        findings=tuple(each for each in shown.findings if each.path == blank.path),
        unsearched=blank.name.standing if blank.name else "",
    )


def _label(blank: Blank, shown: Desk) -> str:
    return label_at(shown.matter, shown.form, blank.path) if shown.matter and shown.form else blank.label


def _troubles(shown: Desk, asked: Mapping[str, Asked], listed: set[str]) -> Iterator[Trouble]:
    """What stands in the way first: two readings, then findings by level, then how many questions are open."""
    for path, each in asked.items():
        yield Trouble(each.question.text, f"item-{path.replace('.', '-')}", "ask")
    for level in Level:
        for found in (each for each in shown.findings if each.level is level):
            text = _("%(word)s：%(message)s") % {"word": found.word, "message": found.english or found.message}
            yield Trouble(text, f"item-{found.slug}" if found.path in listed else "loose", str(level))
    missing = len(shown.questions) - sum(each.field in asked for each in shown.questions)
    if missing:
        yield Trouble(_("还有 %(count)s 项没填") % {"count": missing}, "open")


def _clashes(groups: tuple[Group, ...]) -> Iterator[Trouble]:
    for item in (each for group in groups for each in group.items if each.clash):
        yield Trouble(_("%(label)s：手工填的和话里说的不一样") % {"label": item.label}, f"item-{item.slug}", "clash")


def _digests(taken: Taken) -> str:
    """What a page showed, for telling later what changed: path and keyed digest of each answer."""
    answers = taken.form.answers if taken.form else {}
    return " ".join(f"{path}:{_digest(path, answer)}" for path, answer in answers.items())


def _gone(shown: Desk, seen: Mapping[str, str]) -> Iterator[str]:
    """The labels of the answers that a page showed and that are no longer there."""
    if shown.matter and shown.form:
        yield from (label_at(shown.matter, shown.form, path) for path in seen if path not in shown.form.answers)


def _digest(path: str, answer: Answer) -> str:
    return salted_hmac("seen", f"{path} {answer.value!r}", algorithm="sha256").hexdigest()[:_DIGEST]


def _remembered(seen: str) -> dict[str, str]:
    """The inverse of `_digests`; what has another shape is left out."""
    return {path: value for path, mark, value in (each.rpartition(":") for each in seen.split()) if mark}
