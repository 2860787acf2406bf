"""What a command said at the desk comes to (口令): 都对, 跳过, 不知道, 上一条不对, 改一下注册资本.

Pure: it is told the words and what was read from them, and stores nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from django.utils.translation import gettext as _

from gaoxing.catalogue import Matter
from gaoxing.facts.command import AMEND, RETRACT, SKIP, UNKNOWN, Command, command
from gaoxing.forms import Form, Source
from gaoxing.forms.calling import called
from gaoxing.forms.correction import Correction
from gaoxing.intake import Taken
from gaoxing.office.cases.words import STATEMENT, Entry, Words
from gaoxing.office.frontdesk.addresses import question
from gaoxing.office.frontdesk.dialogue import MOST_CHOICES, confirms, not_yet
from gaoxing.office.frontdesk.naming import about
from gaoxing.office.frontdesk.wording import spoken

ASKING = frozenset({"which", "nothing_back", "unknown_blank"})
"""Replies that ask which blank is meant."""


class Do(StrEnum):
    """What a command makes the desk do (动作)."""

    AGREE = "agree"
    SKIP = "skip"
    ASK = "ask"
    WHICH = "which"
    ANSWER = "answer"
    REMOVE = "remove"
    REPLACE = "replace"
    RESTORE = "restore"
    TELL = "tell"


@dataclass(frozen=True)
class Order:
    """What to do: `path` the blank concerned, `said` an answer to keep, `number` the entry or `place` the correction to take back, `told` what is replied."""

    do: Do
    path: str = ""
    said: str = ""
    number: int = STATEMENT
    place: tuple[str, str] = ("", "")
    told: str = ""
    subject: str = ""


@dataclass(frozen=True)
class Way:
    """A blank that may be meant: its label and where it is asked about."""

    label: str
    address: str


def reply(told: str, taken: Taken) -> str:
    """The sentence for what is replied; empty for none."""
    if told == "not_yet":
        return not_yet(taken)
    return _REPLIES[told]() if told in _REPLIES else ""


def order(said: str, asked: str, taken: Taken, words: Words) -> Order | None:
    """What these words come to as a command, said when the blank `asked` was asked about; None where they are words for the form."""
    heard = command(said)
    if confirms(said, taken.matter, asked):
        return None if _only_reading(taken, asked) else Order(Do.AGREE)
    if heard is None or taken.matter is None or taken.form is None:
        return None
    return _ORDERS[heard.kind](heard, asked, taken, words) if heard.kind in _ORDERS else None


def ways(subject: str, taken: Taken) -> tuple[Way, ...]:
    """The blanks that may be meant by these words; without words, those filled last."""
    if taken.matter is None or taken.form is None:
        return ()
    form, shown = taken.form, spoken(taken.matter)
    paths = called(subject, form, taken.matter.fields) or tuple(_latest(form))
    return tuple(Way(about(shown, form, path), question(path)) for path in paths[:MOST_CHOICES])


def _put_off(heard: Command, asked: str, taken: Taken, words: Words) -> Order | None:
    if any(each.field == asked for each in taken.questions):
        return Order(Do.SKIP, asked, told="put_off" if heard.kind == UNKNOWN else "")
    known = taken.form is not None and asked in taken.form.answers
    return None if known else Order(Do.TELL, told="nothing_asked")


def _take_back(heard: Command, asked: str, taken: Taken, words: Words) -> Order | None:
    last = _last(words)
    if last is None:
        return Order(Do.WHICH, told="nothing_back")
    if isinstance(last, Correction):
        path = next((each for each, placed in (taken.by_hand.placed if taken.by_hand else {}).items() if placed == last), "")
        return Order(Do.RESTORE, path, heard.rest, place=last.place, told="taken_back")
    if heard.rest and not last.asked:
        return None
    return Order(Do.REPLACE if heard.rest else Do.REMOVE, last.asked or "", heard.rest, last.number, told="" if heard.rest else "taken_back")


def _amend(heard: Command, asked: str, taken: Taken, words: Words) -> Order | None:
    matter, form = taken.matter, taken.form
    if matter is None or form is None:
        return None
    if not heard.subject:
        return None if _may_be_no(matter, asked) or _only_reading(taken, asked) else Order(Do.WHICH, told="which")
    paths = called(heard.subject, form, matter.fields)
    if len(paths) == 1:
        return Order(Do.ANSWER if heard.rest else Do.ASK, paths[0], heard.rest)
    if heard.rest:
        return None
    return Order(Do.WHICH, subject=heard.subject, told="which" if paths else "unknown_blank")


_ORDERS: Mapping[str, Callable[[Command, str, Taken, Words], Order | None]] = {SKIP: _put_off, UNKNOWN: _put_off, RETRACT: _take_back, AMEND: _amend}

_REPLIES: Mapping[str, Callable[[], str]] = {
    "model_found_nothing": lambda: _("语言模型读完了：空着的栏目，您话里没有别的能填的。"),
    "put_off": lambda: _("没关系，这一项先放着，别的问完再回来问。"),
    "nothing_asked": lambda: _("现在没有在问的一项，没有可以跳过的。"),
    "nothing_back": lambda: _("除了开头那段话，还没有别的可以收回。要改哪一项？"),
    "taken_back": lambda: _("上一条收回了，请再说一次。"),
    "which": lambda: _("要改哪一项？"),
    "unknown_blank": lambda: _("没听出要改哪一项。要改哪一项？"),
}


def _last(words: Words) -> Entry | Correction | None:
    """What was said or set by hand last, behind the free statement."""
    entry = next((each for each in reversed(words.entries) if each.number != STATEMENT and each.said.strip()), None)
    by_hand = words.corrections[-1] if words.corrections else None
    if by_hand is not None and (entry is None or by_hand.after >= entry.number):
        return by_hand
    return entry


def _only_reading(taken: Taken, asked: str) -> bool:
    """Whether a question with a single reading is open: 对 answers it."""
    return any(ask.field == asked and len(ask.readings) == 1 for ask in (taken.form.asks if taken.form else ()))


def _may_be_no(matter: Matter, asked: str) -> bool:
    """Whether 不对 is an answer to the question asked."""
    try:
        return any(stored in {"no", "false"} for stored, _label in matter.field(asked).choices)
    except KeyError:
        return False


def _latest(form: Form) -> Iterator[str]:
    """The blanks that words filled, the last said first; what was worked out and what nobody would call by itself is left out."""
    said = {path: answer.evidence for path, answer in form.answers.items() if answer.evidence and answer.source is not Source.DERIVED}
    for path in sorted(said, key=lambda each: max((word.turn, word.start) for word in said[each]), reverse=True):
        if "." not in path or path.rpartition(".")[2] not in {"kind", "roles", "name"}:
            yield path
