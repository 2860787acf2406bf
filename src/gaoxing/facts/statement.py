"""A statement as it is read (陈述): every turn cleaned, its pieces found, its people known. All matters read from this one structure.

The order in which pieces are found is the order of trust: codes and names of enterprises first, then addresses, days, amounts, persons.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from gaoxing.facts.address import find_addresses
from gaoxing.facts.amount import find_money
from gaoxing.facts.cue import Cue, find_cues, fits
from gaoxing.facts.day import find_days, find_terms
from gaoxing.facts.enterprise import find_enterprises
from gaoxing.facts.fact import Evidence
from gaoxing.facts.mentions import Member, Roster, Spot, identify
from gaoxing.facts.number_code import find_codes
from gaoxing.facts.payment import find_methods
from gaoxing.facts.percent import find_percents
from gaoxing.facts.person import find_names
from gaoxing.facts.reference import find_references
from gaoxing.facts.role import find_roles
from gaoxing.facts.scope import ScopeMention, find_scope
from gaoxing.facts.sound import same
from gaoxing.facts.token import Token, tokenise
from gaoxing.facts.wording import Wording
from gaoxing.speech.transcript import Transcript, Turn

BOTH = re.compile("两个字?都是|两个字一样|都是这个字")
SHOP_NAME = re.compile("店名|公司名|名称|字号|招牌")
CUE_REACH = 70
"""Characters between a name and a cue that may still mean it."""


@dataclass(frozen=True)
class Heard:
    """One turn: its number, the field asked about, its cleaned words, its tokens, cues and activities."""

    turn: int
    asked: str | None
    wording: Wording
    tokens: tuple[Token, ...]
    cues: tuple[Cue, ...]
    scope: tuple[ScopeMention, ...]

    @property
    def text(self) -> str:
        """The cleaned words."""
        return self.wording.text


@dataclass(frozen=True)
class Statement:
    """All turns as heard, and everybody mentioned."""

    turns: tuple[Heard, ...]
    roster: Roster

    def evidence(self, *spots: Spot) -> tuple[Evidence, ...]:
        """The raw words behind some spots, each once, in order of speech."""
        ordered = sorted(set(spots), key=lambda spot: (spot.turn, spot.start))
        return tuple(self.turns[spot.turn].wording.evidence(spot.turn, spot.start, spot.end) for spot in ordered if spot.start < spot.end)

    def member(self, number: int) -> Member:
        """The member of that number."""
        return self.roster.members[number]


def hear(transcript: Transcript, on: date | None = None) -> Statement:
    """Clean, find and identify, turn by turn; `on` is the day from which 明年 counts."""
    roster = Roster()
    if len(transcript.turns) > 1:
        roster = Roster(known=tuple(name for turn in transcript.turns for name in _names_in(turn, on)))
    turns = tuple(_hear_turn(number, turn, roster, on) for number, turn in enumerate(transcript.turns))
    return Statement(turns, roster)


def _names_in(turn: Turn, on: date | None) -> tuple[str, ...]:
    """Names that stand clear in one turn are known in all."""
    wording = Wording.of(turn.said)
    barred = _barred(wording.text, on)
    return tuple(each.name for each in find_names(wording.text, barred=barred, pauses=wording.pauses) if each.name == wording.text[each.start : each.end])


def _barred(text: str, on: date | None) -> list[tuple[int, int]]:
    """Where no person's name stands: codes, enterprises, addresses, days, terms, amounts and shares."""
    held = _spans(find_codes(text), find_enterprises(text))
    held += _spans([each for each in find_addresses(text) if not _overlaps(each, held)])
    amounts = [each for each in find_money(text) if each.unit_said and each.amount is not None]
    return [*held, *_spans(find_terms(text), find_days(text, on), amounts, find_percents(text))]


def _hear_turn(number: int, turn: Turn, roster: Roster, on: date | None) -> Heard:
    wording = Wording.of(turn.said)
    cues = find_cues(wording.text)
    mentions, scope = _mentions(wording, cues, roster, on, about_scope=(turn.asked or "").startswith("business_scope"))
    tokens = identify(tokenise(wording.text, mentions), roster, number)
    _assign_cues(wording.text, tokens, cues, roster, number)
    return Heard(number, turn.asked, wording, tokens, cues, scope)


def _mentions(
    wording: Wording, cues: Sequence[Cue], roster: Roster, on: date | None, *, about_scope: bool
) -> tuple[list[tuple[str, Any]], tuple[ScopeMention, ...]]:
    text = wording.text
    codes, enterprises = find_codes(text), find_enterprises(text)
    barred = _spans(codes, enterprises)
    addresses = [each for each in find_addresses(text) if not _overlaps(each, barred)]
    barred += _spans(addresses)
    known = [*roster.known, *(member.heard for member in roster.members if member.kind == "person" and member.heard)]
    firm = _barred(text, on)
    names = find_names(text, barred=firm, pauses=wording.pauses, known=known, cues=cues)
    scope = find_scope(text, barred=(*barred, *_spans(names)), answering=about_scope)
    firmly = {"code": codes, "enterprise": enterprises, "address": addresses, "name": names, "cue": cues}
    loosely = {
        "day": find_days(text, on),
        "term": find_terms(text),
        "money": find_money(text),
        "percent": find_percents(text),
        "role": find_roles(text),
        "method": find_methods(text),
    }
    mentions: list[tuple[str, Any]] = [(kind, each) for kind, every in firmly.items() for each in every]
    mentions += [(kind, each) for kind, every in loosely.items() for each in every if not _overlaps(each, barred)]
    mentions += [(each.kind, each) for each in find_references(text)]
    return mentions, scope


def _spans(*groups: Sequence[Any]) -> list[tuple[int, int]]:
    return [(each.start, each.end) for group in groups for each in group]


def _overlaps(mention: Any, spans: Sequence[tuple[int, int]]) -> bool:
    return any(start < mention.end and mention.start < end for start, end in spans)


def _assign_cues(text: str, tokens: Sequence[Token], cues: Sequence[Cue], roster: Roster, turn: int) -> None:
    """Give each cue to the nearest name before it that has a character of its sound; one cue after another stays with the same name."""
    last: tuple[int, int] = (-1, -9)
    for cue in cues:
        candidates = list(_before(tokens, cue))
        if SHOP_NAME.search(text[max(0, cue.start - 4) : cue.start]):
            candidates.sort(key=lambda token: token.kind != "enterprise")
        elif cue.start - last[1] <= 2:
            candidates.sort(key=lambda token: token.who != last[0])
        target = next((each for each in candidates[:4] if _exact(each, cue)), None) or next(
            (each for each in candidates[:2] if fits(_sayable(each), cue)), None
        )
        if target is not None:
            roster.members[target.who].cues += [cue, cue] if BOTH.match(text, cue.end) else [cue]
            roster.members[target.who].cue_spots.append(Spot(turn, cue.start, cue.end))
            last = (target.who, cue.end)


def _before(tokens: Sequence[Token], cue: Cue) -> Iterator[Token]:
    for token in reversed(tokens):
        if token.kind in {"name", "enterprise"} and token.end <= cue.start <= token.end + CUE_REACH:
            yield token


def _sayable(token: Token) -> str:
    return str(token.mention.name)


def _exact(token: Token, cue: Cue) -> bool:
    return any(same(character, cue.character) for character in _sayable(token))
