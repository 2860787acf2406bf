"""What was said, with the words that filled a blank marked and coloured (依据). One stretch may serve several blanks, one blank several stretches.

>>> marked("资本一百万", [Span(2, 5, "注册资本", "registered_capital")])[1]
Piece(text='一百万', labels=('注册资本',), paths=('registered_capital',), hue=0, unsure=False, rewritten=False)
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from gaoxing.catalogue import Matter
from gaoxing.facts.fact import Evidence
from gaoxing.forms import Form
from gaoxing.office.cases.spoken import chosen
from gaoxing.office.cases.words import Entry, Words
from gaoxing.office.frontdesk.masking import mask, mask_numbers
from gaoxing.office.frontdesk.sheet import label_at

HUES = 8
"""Tints that words and values share (色); after the last comes the first again."""

_MOST_QUOTED = 3
"""Stretches of words that are said of one value."""


@dataclass(frozen=True)
class Span:
    """Words from `start` to `end` that yielded the blank at `path`, or a question about it (`unsure`); `private` words are masked.

    Without a path: words that the microphone's recogniser had written otherwise, and that were written so because it makes more sense.
    """

    start: int
    end: int
    label: str
    path: str
    private: bool = False
    hue: int = 0
    unsure: bool = False


@dataclass(frozen=True)
class Piece:
    """A stretch of what was said, with the labels and paths of the blanks it filled; both are empty where it filled nothing.

    `rewritten`: heard otherwise at first.
    """

    text: str
    labels: tuple[str, ...] = ()
    paths: tuple[str, ...] = ()
    hue: int = 0
    unsure: bool = False
    rewritten: bool = False


def spans(matter: Matter, form: Form, turn: int, said: str) -> list[Span]:
    """Every stretch of this turn that an answer or a question rests on; evidence that no longer fits the words is left out."""
    coloured = _coloured(form)
    return [
        Span(each.start, each.end, label_at(matter, form, path), path, is_private(matter, path), coloured.get(path, 0), path not in form.answers)
        for path, evidence in _evidence(form)
        for each in evidence
        if each.turn == turn and _fits(each, said)
    ]


def rewritten(entry: Entry) -> list[Span]:
    """Every stretch of an entry that was heard otherwise at first."""
    return [Span(each.start, each.end, "", "") for each in chosen(entry.said, entry.spoken) if each.start < each.end]


def hues(form: Form, words: Words) -> dict[str, int]:
    """The tint (0–7) of every blank whose words still stand, the same as that of its words: in the order in which they were said."""
    said = [entry.said for entry in words.entries]
    coloured = _coloured(form)
    return {path: coloured[path] for path, evidence in _evidence(form) if any(_stands(each, said) for each in evidence) and path in coloured}


def origins(matter: Matter, form: Form, words: Words) -> dict[str, str]:
    """The words that each value rests on as a sentence quotes them, private ones masked: `“一百万”、“占六成”`."""
    said = [entry.said for entry in words.entries]
    quoted = {}
    for path, answer in form.answers.items():
        found = [each.words for each in answer.evidence if _stands(each, said)]
        shown = dict.fromkeys(mask(each) if is_private(matter, path) else mask_numbers(each) for each in found)
        if shown:
            quoted[path] = "、".join(f"“{each}”" for each in list(shown)[:_MOST_QUOTED])
    return quoted


def marked(said: str, found: Iterable[Span], *, masked: bool = True) -> list[Piece]:
    """The words in pieces, in order and complete, cut wherever a stretch begins or ends; `masked` hides the middle of people's numbers."""
    every = sorted(found, key=lambda each: (each.start, each.end))
    text = _masked(said, every) if masked else said
    cuts = sorted({0, len(said), *(each.start for each in every), *(each.end for each in every)})
    pieces = [_piece(text[start:end], [each for each in every if each.start <= start and end <= each.end]) for start, end in pairwise(cuts)]
    return [piece for piece in pieces if piece.text]


def _piece(text: str, over: Sequence[Span]) -> Piece:
    """The shortest stretch over these words gives the tint; a question shows where nothing was filled."""
    filling = [each for each in over if each.path]
    rewrites = len(filling) < len(over)
    if not filling:
        return Piece(text, rewritten=rewrites)
    nearest = min(filling, key=lambda each: (each.unsure, each.end - each.start))
    labels, paths = dict.fromkeys(each.label for each in filling), dict.fromkeys(each.path for each in filling)
    return Piece(text, tuple(labels), tuple(paths), nearest.hue, nearest.unsure, rewrites)


def _masked(said: str, found: Iterable[Span]) -> str:
    """The text with private stretches and people's numbers masked, of the same length."""
    text = mask_numbers(said)
    for span in found:
        words = said[span.start : span.end]
        text = text[: span.start] + (mask(words) if span.private else mask_numbers(text[span.start : span.end])) + text[span.end :]
    return text


def _coloured(form: Form) -> dict[str, int]:
    """The tint of every blank that rests on words: the same words, the same tint; the next words, the next one."""
    first = {path: min(evidence, key=lambda each: (each.turn, each.start, each.end)) for path, evidence in _evidence(form) if evidence}
    places = sorted({(each.turn, each.start, each.end) for each in first.values()})
    return {path: places.index((each.turn, each.start, each.end)) % HUES for path, each in first.items()}


def _evidence(form: Form) -> Iterator[tuple[str, tuple[Evidence, ...]]]:
    """Path and evidence of every answer, then of every question that has some."""
    yield from ((path, tuple(each for each in answer.evidence if each.words)) for path, answer in form.answers.items())
    yield from ((ask.field, tuple(each for each in ask.evidence if each.words)) for ask in form.asks if ask.field not in form.answers)


def _fits(evidence: Evidence, said: str) -> bool:
    return said[evidence.start : evidence.end] == evidence.words


def _stands(evidence: Evidence, said: Sequence[str]) -> bool:
    return evidence.turn < len(said) and bool(evidence.words) and _fits(evidence, said[evidence.turn])


def is_private(matter: Matter, path: str) -> bool:
    """Whether the blank at a path is masked on the screen."""
    known = matter.blank(path)
    return known is not None and known.private
