"""The conversation (一问一答): which question is next, what can be tapped instead of typed, what was put off, and when 都对 confirms.

Pure: it is given the words and what was read from them, and stores nothing.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from itertools import takewhile
from typing import Any

from django.utils.translation import gettext as _

from gaoxing.catalogue import Matter
from gaoxing.forms import Field, Form, Kind, Question, Source
from gaoxing.forms.field import Lack
from gaoxing.forms.parties import parties
from gaoxing.intake import Taken
from gaoxing.office.cases.words import STATEMENT, Entry, Words
from gaoxing.office.frontdesk.addresses import editor
from gaoxing.office.frontdesk.addresses import question as to_question
from gaoxing.office.frontdesk.shown import value_text
from gaoxing.office.frontdesk.wording import question as in_words
from gaoxing.office.frontdesk.wording import spoken, told

MOST_CHOICES = 8
"""Buttons under one question; more are no help."""

LONGEST_PATH = 120
"""Characters of a blank's path."""

_NOBODY = {"supervisor": "不设监事"}
"""Offices that may stay empty, and how one says so; 《公司法》第八十三条."""

_ALL_RIGHT = re.compile(
    r"(?:嗯|好|对)?(?:全都?|都|全部|通通|统统)(?:是)?(?:对|没错|没有错|没问题|正确)(?:的|了)?|没有?错|没问题|(?:核对|确认)(?:过了|无误|没错)"
)
_RIGHT = re.compile(r"对|对的|对了|是的|正确|确认|ok|okay|yes", re.IGNORECASE)
_NOT_LETTERS = re.compile(r"[\W_]+")
_SENTENCE_ENDS = re.compile(r"(?:了|啊|呀|吧|哦|哈|嘛|的呀|的啊)$")


@dataclass(frozen=True)
class Choice:
    """A button under a question: its label, and what it says when it is pressed."""

    label: str
    said: str


@dataclass(frozen=True)
class Asked:
    """The question that is asked now.

    `tries` answers were given and did not settle it; `put_off` says that it was skipped before; `again` that its blank is filled and the
    applicant came back to it, with the value it has `now`; `back` is the path of the question answered before it.
    """

    question: Question
    choices: tuple[Choice, ...] = ()
    tries: int = 0
    put_off: bool = False
    again: bool = False
    now: str = ""
    back: str = ""

    @property
    def slug(self) -> str:
        """The blank's path as an element's id may hold it."""
        return self.question.field.replace(".", "-")

    @property
    def readings(self) -> tuple[str, ...]:
        """What the buttons say back, where the words were heard in several ways."""
        return tuple(each.said for each in self.choices) if self.question.readings else ()

    @property
    def editor(self) -> str:
        """Where the blank is filled by hand."""
        return editor(self.question.field)

    @property
    def back_to(self) -> str:
        """Where the question before this one is asked again; empty where there was none."""
        return to_question(self.back) if self.back else ""


@dataclass(frozen=True)
class Line:
    """The open questions in the order in which they come: `first` those not put off, then those put off, `later`."""

    first: tuple[Question, ...] = ()
    later: tuple[Question, ...] = ()

    @property
    def every(self) -> tuple[Question, ...]:
        """All of them, those put off at the end."""
        return self.first + self.later


def line(taken: Taken, words: Words) -> Line:
    """The questions as the page asks them: in its language, those put off behind the others in the order in which they were put off."""
    if taken.matter is None or taken.form is None:
        return Line()
    asked = {each.field: _explained(taken.matter, each) for each in told(taken).questions}
    later = tuple(asked[path] for path in words.skipped if path in asked)
    return Line(tuple(each for path, each in asked.items() if path not in words.skipped), later)


def asked_now(taken: Taken, words: Words, wanted: str = "") -> Asked | None:
    """The question about the blank `wanted` where there is one, even an answered one; else the next; None where nothing is left."""
    matter, form = taken.matter, taken.form
    if matter is None or form is None:
        return None
    waiting = line(taken, words)
    found = next((each for each in waiting.every if each.field == wanted), None)
    again = None if found else _asked_again(matter, form, wanted)
    question = found or again or next(iter(waiting.every), None)
    if question is None:
        return None
    now = _value_now(matter, form, question.field) if again else ""
    return Asked(
        question,
        choices(matter, form, question),
        tries(taken, words, question.field),
        question in waiting.later,
        again is not None,
        now,
        before(matter, words, question.field),
    )


def tries(taken: Taken, words: Words, path: str) -> int:
    """How many answers to this question, the last ones, gave nothing; none where the blank was then filled by hand."""
    answer = taken.form.answers.get(path) if taken.form else None
    if answer is not None and answer.source is Source.TYPED:
        return 0
    fruitful = _fruitful(taken.form)
    given = [place in fruitful for place, entry in enumerate(words.entries) if entry.asked == path and entry.said.strip()]
    return len(list(takewhile(lambda gave: not gave, reversed(given))))


def unsettled(taken: Taken, words: Words, path: str) -> bool:
    """Whether the question is still open, or its last answer gave nothing."""
    return any(each.field == path for each in taken.questions) or tries(taken, words, path) > 0


def before(matter: Matter, words: Words, path: str) -> str:
    """The path of the question answered before this one; empty where there was none."""
    answered = list(dict.fromkeys(entry.asked for entry in reversed(words.entries) if _answers(matter, entry)))
    following = answered[answered.index(path) + 1 :] if path in answered else answered
    return next((each for each in following if each), "")


def choices(matter: Matter, form: Form, question: Question) -> tuple[Choice, ...]:
    """What can be tapped: the two readings, the choices of the blank, or the people who may hold the office asked about."""
    if question.readings:
        heard = dict.fromkeys(reading(matter, form, question.field, each) for each in question.readings)
        neither = (Choice(_("不是"), "不是"),) if len(question.readings) == 1 else ()
        return (*(Choice(text, text) for text in heard), *neither)
    known = matter.blank(question.field, form)
    if known is None:
        return ()
    if known.kind is Kind.ROWS:
        return _people(form, known, question.field)
    if known.kind is Kind.TERM:
        return (Choice(_("长期"), "长期"),)
    listed = known.choices if known.kind in {Kind.CHOICE, Kind.BOOLEAN} and len(known.choices) <= MOST_CHOICES else ()
    shown = dict(_shown(matter, question.field).choices)
    tail = "出资" if question.field.endswith("contribution.method") else ""
    return tuple(Choice(shown.get(stored, label), f"{label}{tail}") for stored, label in listed)


def reading(matter: Matter, form: Form, path: str, value: Any) -> str:
    """A reading as a button shows it and as it is said back: whole, for it is to be chosen."""
    known = matter.blank(path, form)
    if known is None or known.private:
        return str(value)
    return value_text(known, value, form).removesuffix("（人民币）")


def confirms(said: str, matter: Matter | None = None, asked: str = "") -> bool:
    """Whether these words only say that all is right; a bare 对 to a question of yes or no is its answer.

    >>> [confirms(said) for said in ("都对。", "没错", "全对啊", "对，改成两百万")]
    [True, True, True, False]
    """
    bare = _SENTENCE_ENDS.sub("", _NOT_LETTERS.sub("", said))
    if not bare:
        return False
    if _ALL_RIGHT.fullmatch(bare):
        return True
    known = matter.blank(asked) if matter and asked else None
    return bool(_RIGHT.fullmatch(bare)) and not (known and any(stored in {"yes", "true"} for stored, _label in known.choices))


def not_yet(taken: Taken, *, at_check: bool = False) -> str:
    """Why 都对 cannot be said now, as a sentence; empty where it can."""
    if taken.matter is None or taken.form is None:
        return _("还没有可以核对的内容。请先说要办什么事。")
    if taken.form.asks:
        return _("还有 %(count)s 处听着有两种意思，请先各选一个，再说“都对”。") % {"count": len(taken.form.asks)}
    if not at_check and taken.questions:
        return _("“都对”记不进这一题：它还空着。请说出具体内容，或点“跳过”；已经填的可以到核对页去核对。")
    return ""


def _asked_again(matter: Matter, form: Form, path: str) -> Question | None:
    """The question about a blank that is filled, or that nobody has to fill; None where no such question is known."""
    known = matter.blank(path) if path else None
    if known is None or len(path) > LONGEST_PATH:
        return None
    found = next((each for each in known.lacks if path == f"{known.id}.{each.topic}"), None)
    source: Field | Lack = found or known
    name = next((row.called for row in parties(form, path.partition(".")[0]) if path.startswith(f"{row.path}.")), None)
    if not source.question or (found is None and name is None and known.id != path):
        return None
    return in_words(matter, form, Question(path, source.question.replace("{name}", name or ""), source.why, source.example))


def _explained(matter: Matter, question: Question) -> Question:
    """A question of two readings with the example of its blank, and why it is asked."""
    if not question.readings:
        return question
    known = matter.blank(question.field)
    several = len(question.readings) > 1
    why = _("您的话有几种听法，请选一个，免得填错。") if several else _("这一处没有十分把握，请您说是不是，免得填错。")
    return replace(question, text=question.text or (known.label if known else question.field), why=why, example=known.example if known else "")


def _people(form: Form, known: Field, path: str) -> tuple[Choice, ...]:
    """Everybody named, for the office asked about."""
    topic = path.partition(".")[2]
    roles = next((each for each in known.columns if each.id == "roles"), None)
    if not topic or roles is None or topic not in dict(roles.choices):
        return ()
    names = dict.fromkeys(row.name for row in parties(form, known.id) if row.name and not row.is_enterprise)
    held = tuple(Choice(name, f"{roles.label_of(topic)}是{name}") for name in names)
    nobody = (Choice(_("不设监事"), _NOBODY[topic]),) if topic in _NOBODY else ()
    return (*held[:MOST_CHOICES], *nobody)


def _value_now(matter: Matter, form: Form, path: str) -> str:
    answer = form.answers.get(path)
    return value_text(_shown(matter, path).at(path, form), answer.value, form) if answer else ""


def _fruitful(form: Form | None) -> set[int]:
    """The turns from which anything was read."""
    if form is None:
        return set()
    read = [each.turn for answer in form.answers.values() for each in answer.evidence]
    return {*read, *(each.turn for ask in form.asks for each in ask.evidence)}


def _answers(matter: Matter, entry: Entry) -> bool:
    return entry.number != STATEMENT and bool(entry.asked) and matter.blank(entry.asked or "") is not None


def _shown(matter: Matter, path: str) -> Field:
    """The blank in the language of the page."""
    return spoken(matter).field(path)
