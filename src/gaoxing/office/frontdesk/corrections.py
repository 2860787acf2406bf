"""Corrections by hand as the page sends them (手工更正): which blank is meant, whose row it is in, and what the words give there.

A row is named as the words name it and never by its number: the number may be another one by the time the page is sent.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from django.utils.translation import gettext as _

from gaoxing.facts.fact import Certainty, Value
from gaoxing.forms import Field, Form
from gaoxing.forms.correction import NEW, Correction, next_row, pattern, rows
from gaoxing.forms.form import Ask
from gaoxing.forms.shape import blank
from gaoxing.forms.typing import typed_value
from gaoxing.forms.written import currency_of
from gaoxing.intake import Taken
from gaoxing.office.cases import queries
from gaoxing.office.cases.words import Words
from gaoxing.office.frontdesk.actions import Hand, read
from gaoxing.office.frontdesk.beside import sent
from gaoxing.office.refusal import NotAllowed

MOST_CORRECTIONS = 2_000
"""Corrections of one draft; more is no form."""


@dataclass(frozen=True)
class Place:
    """One blank of a draft as it stands: its path now, the name of its row (empty outside lists), and all that was said and set right."""

    words: Words
    taken: Taken
    path: str
    row: str
    field: Field

    @property
    def form(self) -> Form:
        """The form as it is shown."""
        return self.taken.form or Form("", "")

    @property
    def key(self) -> tuple[str, str]:
        """What tells this blank from every other in the corrections."""
        return pattern(self.path), self.row

    @property
    def said(self) -> Value | None:
        """What the words alone give here."""
        return self.taken.by_hand.heard.value(self.path) if self.taken.by_hand else None

    @property
    def placed(self) -> Correction | None:
        """The correction that stands here, or None."""
        return self.taken.by_hand.placed.get(self.path) if self.taken.by_hand else None

    @property
    def settled(self) -> bool:
        """Whether the value stands for sure and by the words: saved unchanged there is nothing to correct."""
        answer = self.form.answers.get(self.path)
        return self.placed is None and self.doubt is None and (answer is None or answer.certainty is Certainty.CERTAIN)

    @property
    def doubt(self) -> Ask | None:
        """The question that stands here, or None."""
        return next((ask for ask in self.form.asks if ask.field == self.path), None)


def place(reference: str, path: str, row: str = "", *, now: datetime) -> Place | None:
    """The blank at this path, or, where `row` is given, that column of the row of that name; None where there is no such blank.

    Raises NotAllowed where the row is no longer in the form, and a Fault where the draft does not open.
    """
    case = queries.draft(reference)
    words = queries.words_of(case) if case else Words()
    taken = read(words, now=now)
    stands = blank(taken.matter.fields, path) if taken.matter else None
    field = stands.at(path, taken.form) if stands and taken.form else None
    if field is None or taken.by_hand is None:
        return None
    if not _in_list(path):
        return Place(words, taken, path, "", field)
    head, number, column = path.split(".", 2)
    known = rows(taken.by_hand.heard, words.corrections, head)
    if not row:
        name = known.get(f"{head}.{number}")
        return Place(words, taken, path, name, field) if name else None
    found = next((each for each, name in known.items() if name == row), None)
    if found is None:
        raise NotAllowed(_("这一位已经不在表上，这一处没有保存。请看一看最新的表再改。"))
    return Place(words, taken, f"{found}.{column}", row, field)


def row_place(reference: str, path: str, row: str, *, now: datetime) -> Place | None:
    """The blank by which the row of this path and name is known; None where there is no such row. Raises like `place`."""
    case = queries.draft(reference)
    chosen = read(queries.words_of(case), now=now).matter if case else None
    listed = chosen.blank(path.partition(".")[0]) if chosen else None
    return place(reference, f"{path}.{listed.head.id}", row, now=now) if listed is not None and listed.columns else None


def current(at: Place) -> Any:
    """The value as it stands."""
    return at.form.value(at.path)


def correction(at: Place, value: Value | None, hand: Hand) -> Correction:
    """The correction that puts this value there, None for an empty blank. Raises NotAllowed past 2 000 corrections."""
    if len(at.words.corrections) >= MOST_CORRECTIONS:
        raise NotAllowed(_("这份草稿的手工更正太多，这一处没有保存。请改左边的话，或重新开始。"))
    return Correction(*at.key, value=value, said=at.said, after=_last(at.words), author=hand.author)


def typed(at: Place, text: str) -> Value:
    """What was typed as a value of the blank. Raises `forms.typing.Unfit` with a sentence."""
    return typed_value(at.field, text, at.path, currency=currency_of(at.form))


def chosen(at: Place, given: str) -> Value:
    """The reading that was sent back from a question in the blank. Raises NotAllowed where it is not among them any more."""
    found = next((each for each in (at.doubt.readings if at.doubt else ()) if sent(each) == given), None)
    if found is None:
        raise NotAllowed(_("这一处已经不是这样问的了，没有保存。请看一看最新的表再选。"))
    return found


def kept(at: Place, hand: Hand) -> Correction | None:
    """The correction that stands here once more, in the knowledge of what the words say now; None where there is none."""
    return replace(at.placed, said=at.said, after=_last(at.words), author=hand.author) if at.placed else None


def added(reference: str, prefix: str, row: str, name: str, hand: Hand, *, now: datetime) -> Correction | None:
    """The correction that adds a row of this name; None where the form has no such list.

    `row` is the name that the page kept for the new row: sent twice it is added once. Raises `forms.typing.Unfit` for a name that is none.
    """
    case = queries.draft(reference)
    words = queries.words_of(case) if case else Words()
    taken = read(words, now=now)
    listed = taken.matter.blank(prefix) if taken.matter and taken.form else None
    if listed is None or not listed.columns or taken.by_hand is None:
        return None
    field, at_first, path = listed.head, f"{prefix}.0.{listed.head.id}", f"{prefix}.*.{listed.head.id}"
    before = {each.row: each.value for each in words.corrections if each.path == path}
    value = typed_value(field, name, at_first)
    free = row.startswith(NEW) and row[1:].isdecimal() and row[1:].isascii() and before.get(row, value) == value and not _taken_out(words, prefix, row)
    at = Place(words, taken, at_first, row if free else next_row(words.corrections, prefix), field)
    return replace(correction(at, value, hand), said=None)


def removed(at: Place, hand: Hand) -> Correction:
    """The correction that takes out the row in which the blank stands."""
    return replace(correction(at, None, hand), path=f"{at.path.split('.')[0]}.*", said=None)


def _in_list(path: str) -> bool:
    return "." in path and path.split(".")[1].isdecimal()


def _taken_out(words: Words, prefix: str, row: str) -> bool:
    return any(each.place == (f"{prefix}.*", row) for each in words.corrections)


def _last(words: Words) -> int:
    """The number of the last turn heard by now."""
    return max((entry.number for entry in words.entries), default=0)
