"""What was said, with the words that filled a blank marked (依据).

>>> marked("资本一百万", [Span(2, 5, "注册资本", "registered_capital")])[1]
Piece(text='一百万', label='注册资本', path='registered_capital')
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from gaoxing.catalogue import Matter
from gaoxing.forms import Form
from gaoxing.office.frontdesk.masking import mask, mask_numbers
from gaoxing.office.frontdesk.sheet import label_at


@dataclass(frozen=True)
class Span:
    """Words from `start` to `end` that yielded the blank at `path`; `private` words are masked."""

    start: int
    end: int
    label: str
    path: str
    private: bool = False


@dataclass(frozen=True)
class Piece:
    """A stretch of what was said; `label` is empty where it filled nothing."""

    text: str
    label: str = ""
    path: str = ""


def spans(matter: Matter, form: Form, turn: int, said: str) -> list[Span]:
    """Every stretch of this turn that an answer rests on; evidence that no longer fits the words is left out."""
    return [
        Span(each.start, each.end, label_at(matter, form, path), path, _private(matter, path))
        for path, answer in form.answers.items()
        for each in answer.evidence
        if each.turn == turn and each.words and said[each.start : each.end] == each.words
    ]


def marked(said: str, found: Iterable[Span]) -> list[Piece]:
    """The words in pieces, in order and complete; of overlapping stretches the earlier and shorter keep their mark."""
    pieces, at = [], 0
    for span in sorted(found, key=lambda each: (each.start, each.end)):
        if span.start < at:
            continue
        pieces.append(Piece(mask_numbers(said[at : span.start])))
        words = said[span.start : span.end]
        pieces.append(Piece(mask(words) if span.private else mask_numbers(words), span.label, span.path))
        at = span.end
    pieces.append(Piece(mask_numbers(said[at:])))
    return [piece for piece in pieces if piece.text]


def _private(matter: Matter, path: str) -> bool:
    try:
        return matter.field(path).private
    except KeyError:
        return False
