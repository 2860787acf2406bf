"""What the front desk shows (前台页面): everything on the page, made ready so that the templates only print."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from gaoxing.catalogue import Matter
from gaoxing.checks.rule import Finding, Level
from gaoxing.facts.abuse import angry
from gaoxing.forms import Form, Question
from gaoxing.intake import Taken
from gaoxing.office.cases import queries
from gaoxing.office.cases.spoken import chosen as written_otherwise
from gaoxing.office.cases.words import STATEMENT, Entry, Words
from gaoxing.office.frontdesk import orders, wording
from gaoxing.office.frontdesk.addresses import editor
from gaoxing.office.frontdesk.beside import level_word
from gaoxing.office.frontdesk.card import Card, card
from gaoxing.office.frontdesk.case_words import submittable
from gaoxing.office.frontdesk.dialogue import Asked, Line, asked_now, line
from gaoxing.office.frontdesk.handing_on import route_of
from gaoxing.office.frontdesk.marks import Piece, hues, marked, rewritten, spans
from gaoxing.office.frontdesk.masking import mask_contacts, mask_numbers
from gaoxing.office.frontdesk.name_check import CheckedName, checked_names
from gaoxing.office.frontdesk.name_findings import with_names
from gaoxing.office.frontdesk.name_shown import name_shown, spoken_verdict
from gaoxing.office.frontdesk.naming import about
from gaoxing.office.frontdesk.offering import in_order
from gaoxing.office.frontdesk.orders import Way
from gaoxing.office.frontdesk.reading import taken_from
from gaoxing.office.frontdesk.registering import beside_the_register, register_note
from gaoxing.office.frontdesk.sheet import Section, filled, label_at, sections
from gaoxing.office.frontdesk.standing import Standing, standing_of
from gaoxing.office.frontdesk.wording import spoken
from gaoxing.office.projects.policies import by_own_lists
from gaoxing.speech.transcript import LONGEST_TURN

MOST_TOLD = 5
"""Labels that are read aloud at once."""


@dataclass(frozen=True)
class Heard:
    """One entry as listed: its number, the question it answered, its words in pieces and as they are for editing."""

    number: int
    question: str
    pieces: list[Piece]
    said: str

    @property
    def masked(self) -> str:
        """The words as staff see them before they give a reason."""
        return mask_contacts("".join(piece.text for piece in self.pieces))

    @property
    def key(self) -> str:
        """The number as a path names it."""
        return str(self.number)

    @property
    def private(self) -> bool:
        """Whether something of them is masked."""
        return self.masked != self.said


@dataclass(frozen=True)
class Rewrite:
    """What was heard otherwise at first, as told: the entry's number, the two ways, masked, and the whole stretch as it stands, to be taken back."""

    number: int
    was: str
    now: str
    text: str


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

    @property
    def slug(self) -> str:
        """The blank's path as an element's id may hold it."""
        return self.path.replace(".", "-")

    @property
    def editor(self) -> str:
        """Where its blank is changed; empty where it is about none."""
        return editor(self.path) if self.path else ""


@dataclass(frozen=True)
class WorkedOut:
    """What was worked out and never asked (推算), with the reason; `value` is empty where the form does not decide it yet."""

    label: str
    value: str
    reason: str


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
    line: Line = field(default_factory=Line)
    findings: tuple[Shown, ...] = ()
    informed: tuple[Shown, ...] = ()
    """What only informs, beside the findings to look at."""
    notes: tuple[str, ...] = ()
    register: str = ""
    """What came of asking the register of enterprises, in a sentence."""
    derived: tuple[WorkedOut, ...] = ()
    told: str = ""
    reply: str = ""
    ways: tuple[Way, ...] = ()
    card: Card | None = None
    standing: Standing = field(default_factory=Standing)
    words: Words = field(default_factory=Words)
    taken: Taken = field(default_factory=lambda: Taken(None, None))
    veiled: bool = False
    """Whether a clerk who helps sees it, masked (helped.py)."""
    offers: tuple[Matter, ...] = field(default_factory=lambda: in_order())

    @property
    def heard_only(self) -> bool:
        """Whether a matter on offer is only heard, not yet filled in here."""
        return any(not each.fillable for each in self.offers)

    @property
    def questions(self) -> tuple[Question, ...]:
        """The open questions in the order in which they come."""
        return self.line.every

    @property
    def answered(self) -> int:
        """How many blanks are filled."""
        return len(self.form.answers) if self.form else 0

    @property
    def whole(self) -> int:
        """How many blanks there are, filled and asked for."""
        return self.answered + len(self.questions)

    @property
    def listed(self) -> tuple[Heard, ...]:
        """The entries after the free statement."""
        return tuple(each for each in self.heard if each.number != STATEMENT)

    @property
    def stated(self) -> Heard | None:
        """The free statement, where it says anything."""
        return next((each for each in self.heard if each.number == STATEMENT and each.said.strip()), None)

    @property
    def rewrites(self) -> tuple[Rewrite, ...]:
        """Every place where another way to write what was heard was taken."""
        every = ((entry.number, each) for entry in self.words.entries for each in written_otherwise(entry.said, entry.spoken))
        shown = ((number, each) for number, each in every if not self.veiled or mask_contacts(each.text) == each.text)
        return tuple(Rewrite(number, mask_numbers(each.was), mask_numbers(each.now), each.text) for number, each in shown)

    @property
    def silent(self) -> bool:
        """Whether nothing has been said yet."""
        return not any(each.said.strip() for each in self.heard)

    @property
    def submittable(self) -> bool:
        """Whether the matter can be submitted here, as a case or handed on."""
        return self.matter is not None and (submittable(self.matter.id) or bool(route_of(self.matter.id)))

    @property
    def rejected(self) -> int:
        """How many findings stand in the way of handing the form in."""
        return sum(each.level is Level.REJECT for each in self.findings)


def desk(reference: str, *, now: datetime, asked: str = "", told: str = "", about: str = "") -> Desk:
    """The page as the draft stands, its words read afresh; `asked` is the blank to ask about first, `told` and `about` as for `desk_of`.

    Raises a Fault where the draft does not open.
    """
    case = queries.draft(reference)
    if case is None:
        return Desk(reply=orders.reply(told, Taken(None, None)))
    words, on = queries.words_of(case), localdate(now)
    taken = by_own_lists(beside_the_register(taken_from(words, on=on), on=on), on=on)
    return desk_of(words, taken, on=on, asked=asked, told=told, about=about, standing=standing_of(case, words), held=case.holds_name)


def desk_of(
    words: Words,
    taken: Taken,
    *,
    on: date,
    before: Form | None = None,
    asked: str = "",
    told: str = "",
    about: str = "",
    standing: Standing | None = None,
    held: bool = False,
) -> Desk:
    """The page for these words and what was read from them. `before` is the form as last shown; `asked` the blank to ask about first.

    `told` names the sentence that replies to a command; where it asks what to amend, `about` are the words that were said for it; `held` as for the names.
    """
    reply = orders.reply(told, taken)
    form, chosen = taken.form, spoken(taken.matter) if taken.matter else None
    waiting, question = line(taken, words), asked_now(taken, words, asked)
    fresh, judged = _fresh(before, form), checked_names(form, on, held=held)
    found = with_names(taken.findings, judged)
    return Desk(
        statement=words.statement,
        heard=tuple(_heard(number, entry, chosen, form) for number, entry in enumerate(words.entries)),
        matter=chosen,
        form=form,
        title=_title(chosen, form) if chosen and form else "",
        sections=_sections(chosen, taken, words, fresh, judged) if chosen else (),
        asked=question,
        line=waiting,
        findings=tuple(shown_finding(each, taken) for each in found if not each.informs),
        informed=tuple(shown_finding(each, taken) for each in found if each.informs),
        notes=_notes(words),
        register=register_note(taken),
        derived=_derived(taken),
        told=_told(chosen, form, fresh, waiting, question, reply, _judged(judged, fresh)),
        reply=reply,
        ways=orders.ways(about, taken) if told in orders.ASKING else (),
        card=card(taken.matter, words, form) if taken.matter else None,
        standing=standing or Standing(),
        words=words,
        taken=taken,
    )


def stored_form(reference: str) -> Form | None:
    """The draft's form, or None. Raises a Fault where it does not open."""
    case = queries.draft(reference)
    return queries.form_of(case) if case else None


def shown_finding(finding: Finding, taken: Taken) -> Shown:
    """A finding as listed, its message masked, with the label of its blank."""
    chosen = spoken(taken.matter) if taken.matter else None
    label = label_at(chosen, taken.form, finding.field) if chosen and taken.form and finding.field else ""
    english = wording.finding(taken.matter, finding.rule) if taken.matter else ""
    return Shown(finding.level, level_word(finding.level), mask_numbers(finding.message), finding.basis, finding.field, label, english)


def _fresh(before: Form | None, form: Form | None) -> set[str]:
    known: dict[str, Any] = {path: answer.value for path, answer in before.answers.items()} if before else {}
    return {path for path, answer in form.answers.items() if known.get(path) != answer.value} if form else set()


def _sections(matter: Matter, taken: Taken, words: Words, fresh: Collection[str], judged: Collection[CheckedName]) -> tuple[Section, ...]:
    if taken.form is None:
        return ()
    names = {each.path: name_shown(each) for each in judged}
    return sections(matter, taken.form, fresh, words=words, by_hand=taken.by_hand, findings=taken.findings, hues=hues(taken.form, words), names=names)


def _judged(judged: Collection[CheckedName], fresh: Collection[str]) -> str:
    """The verdicts on names that were filled in just now, for those who hear the page."""
    return "".join(spoken_verdict(each) for each in judged if each.path in fresh)


def _derived(taken: Taken) -> tuple[WorkedOut, ...]:
    found = taken.matter.derived(taken.form) if taken.matter and taken.form else ()
    return tuple(WorkedOut(label, each.label or "", each.reason) for label, each in found)


def _title(chosen: Matter, form: Form) -> str:
    """What the official form is called."""
    return wording.paper(chosen, chosen.title(form)) if chosen.title else _("%(matter)s申请书") % {"matter": chosen.name}


def _heard(number: int, entry: Entry, chosen: Matter | None, form: Form | None) -> Heard:
    found = spans(chosen, form, number, entry.said) if chosen and form else []
    question = about(chosen, form, entry.asked) if chosen and form and entry.asked else ""
    return Heard(entry.number, question, marked(entry.said, [*found, *rewritten(entry)]), entry.said)


def _notes(words: Words) -> tuple[str, ...]:
    calm = _("看得出您着急，给您添麻烦了。您说的话一句没丢，能填的都填上了；要是哪里办不成，可以直接说“办不成”，会有人跟到底。")
    long = _("这段话太长：全部保存了，但只读了前 %(count)s 字。请把要紧的放在前面，或分几次说。") % {"count": LONGEST_TURN}
    told = ((calm, any(angry(entry.said) for entry in words.entries)), (long, any(len(entry.said) > LONGEST_TURN for entry in words.entries)))
    return tuple(sentence for sentence, holds in told if holds)


def _told(matter: Matter | None, form: Form | None, fresh: Collection[str], waiting: Line, question: Asked | None, reply: str, verdicts: str) -> str:
    """The sentence for those who hear the page: the reply, what was filled, verdicts on names, how much is left, and what is asked."""
    if matter is None or form is None:
        return reply
    labels = [label for path, label in filled(matter, form).items() if path in fresh]
    named = _("、").join(labels[:MOST_TOLD])
    named = _("%(labels)s等") % {"labels": named} if len(labels) > MOST_TOLD else named
    done = _("填好 %(count)s 项：%(labels)s。") % {"count": len(labels), "labels": named} if labels else _("没有新填的栏目。")
    left = _("还差 %(count)s 项。") % {"count": len(waiting.every)}
    asked = _("请问：%(question)s") % {"question": question.question.text} if question else ""
    return f"{reply}{done}{verdicts}{left}{asked}"
