"""Pauses of raw speech as commas (停顿): «四百零二万 人的话是七十一个人» has no stop, and 万人 would run together.

Every character keeps its place in the raw words: a comma that was put in stands at the place of what follows it.
"""

from __future__ import annotations

from dataclasses import replace

from gaoxing.facts.statement import Heard, Statement
from gaoxing.facts.wording import PUNCTUATED, Wording

FIGURES = frozenset("0123456789.零〇一二两三四五六七八九十百千点")
UNITS = frozenset("万亿千百十元块个人名位项件年月日号轮成%％点")
SHORTEST = 12
"""Characters: a shorter turn is an answer, whose blanks mean nothing."""


def paused(statement: Statement) -> Statement:
    """The statement, its unpunctuated turns with commas where the speaker paused."""
    return replace(statement, turns=tuple(_paused(heard) for heard in statement.turns))


def _paused(heard: Heard) -> Heard:
    wording = heard.wording
    if not wording.pauses or len(wording.text) < SHORTEST or PUNCTUATED.search(wording.text):
        return heard
    text, places = list[str](), list[int]()
    for place, character in enumerate(wording.text):
        if place in wording.pauses and not _holds_together(wording.text, place):
            text.append("，")
            places.append(wording.places[place])
        text.append(character)
        places.append(wording.places[place])
    return replace(heard, wording=Wording(wording.said, "".join(text), tuple(places), frozenset()), tokens=(), cues=(), scope=())


def _holds_together(text: str, place: int) -> bool:
    """Whether a figure and its unit, or two halves of a figure, stand at the two sides."""
    if text[place - 1] not in FIGURES or (text[place] not in UNITS and text[place] not in FIGURES):
        return False
    begin = place
    while begin and text[begin - 1] in FIGURES:
        begin -= 1
    return not text.startswith(text[begin : begin + 2], place)
