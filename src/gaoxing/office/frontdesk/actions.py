"""What an applicant does at the front desk (前台操作): say, amend, take back, begin again. Each is told the time."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from django.utils.timezone import localdate

from gaoxing.engines.fault import Fault
from gaoxing.forms import Form
from gaoxing.intake import Taken, receive
from gaoxing.office.cases import actions, queries
from gaoxing.office.cases.models import Case
from gaoxing.office.cases.words import Words
from gaoxing.office.refusal import NotAllowed
from gaoxing.speech.transcript import LONGEST_TURN, Transcript, Turn

MOST_ENTRIES = 200
"""Entries of one draft; more is no conversation."""

_ATTEMPTS = 8


@dataclass(frozen=True)
class Change:
    """What came of it: the reference of the draft, the words, what was read, and the form as it was before."""

    reference: str
    words: Words
    taken: Taken
    before: Form | None


def say(reference: str, statement: str | None, *, answer: str = "", asked: str = "", addition: str = "", now: datetime) -> Change:
    """Set the free statement and add an answer or an addition where there is one; opens a draft where there is none yet.

    Raises NotAllowed past 200 entries, and a Fault where the draft does not open or is being changed elsewhere all the while.
    """

    def edit(words: Words) -> Words:
        stated = words if statement is None else words.state(statement)
        answered = stated.add(answer, asked or None) if answer.strip() else stated
        return answered.add(addition) if addition.strip() else answered

    return _change(reference, edit, now=now)


def amend(reference: str, number: int, said: str, *, now: datetime) -> Change:
    """Put another wording in place of one entry; nothing changes where it is gone."""
    return _change(reference, lambda words: words.amend(number, said), now=now)


def remove(reference: str, number: int, *, now: datetime) -> Change:
    """Take one entry back; nothing changes where it is gone."""
    return _change(reference, lambda words: words.remove(number), now=now)


def restart(reference: str) -> None:
    """Delete the draft and all that was said."""
    actions.discard(reference)


def read(words: Words, *, now: datetime) -> Taken:
    """What the words come to on this day; of each entry the first 20 000 characters are read."""
    turns = tuple(Turn(entry.said[:LONGEST_TURN], entry.asked) for entry in words.entries)
    return receive(Transcript(turns), on=localdate(now))


def _change(reference: str, edit: Callable[[Words], Words], *, now: datetime) -> Change:
    for _ in range(_ATTEMPTS):
        case = queries.draft(reference) or actions.open_draft(now=now)
        change = _changed(case, edit, now=now)
        if change is not None:
            return change
        reference = case.reference
    raise Fault("同一份草稿正在别处更改，这一次没有保存。请稍等片刻再试。", permanent=False)


def _changed(case: Case, edit: Callable[[Words], Words], *, now: datetime) -> Change | None:
    words = edit(queries.words_of(case))
    if len(words.entries) > MOST_ENTRIES:
        raise NotAllowed(f"一份草稿最多 {MOST_ENTRIES} 句话，这一句没有保存。请删去几句，或重新开始。")
    taken = read(words, now=now)
    stored = actions.rewrite(case, words, taken.form, matter=taken.matter.id if taken.matter else "", now=now)
    return Change(case.reference, words, taken, queries.form_of(case)) if stored else None
