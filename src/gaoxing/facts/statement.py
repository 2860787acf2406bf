"""A statement as it is read (陈述): every turn cleaned, its pieces found, its people known. All matters read from this one structure."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from gaoxing.facts.cue import Cue, fits
from gaoxing.facts.fact import Evidence
from gaoxing.facts.mentions import Member, Roster, Spot, identify
from gaoxing.facts.pieces import Pieces, Slots, spans
from gaoxing.facts.scope import ScopeMention, find_scope
from gaoxing.facts.sound import same
from gaoxing.facts.token import Token, tokenise
from gaoxing.facts.wording import Wording
from gaoxing.speech.transcript import Transcript

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


def hear(transcript: Transcript, on: date | None = None, slots: Slots | None = None) -> Statement:
    """Clean, find and identify, turn by turn; `on` is the day from which 明年 counts, `slots` a matter's own grammar of persons' names."""
    pieces = [Pieces.of(turn.said, on, slots) for turn in transcript.turns]
    known = tuple(name for each in pieces for name in each.clear_names()) if len(pieces) > 1 else ()
    roster = Roster(known=known)
    turns = tuple(_hear_turn(number, turn.asked, found, roster) for number, (turn, found) in enumerate(zip(transcript.turns, pieces, strict=True)))
    return Statement(turns, roster)


def _hear_turn(number: int, asked: str | None, pieces: Pieces, roster: Roster) -> Heard:
    text = pieces.wording.text
    names = pieces.names([*roster.known, *(member.heard for member in roster.members if member.kind == "person" and member.heard)])
    scope = find_scope(text, barred=(*pieces.barred, *spans(names)), answering=(asked or "").startswith("business_scope"))
    tokens = identify(tokenise(text, pieces.mentions(names)), roster, number)
    _assign_cues(text, tokens, pieces.cues, roster, number)
    return Heard(number, asked, pieces.wording, tokens, pieces.cues, scope)


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
