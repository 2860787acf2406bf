"""A statement as it is read (陈述): every turn cleaned, its pieces found, its people known. All matters read from this one structure."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from gaoxing.facts.cue import Cue
from gaoxing.facts.fact import Evidence
from gaoxing.facts.mentions import Member, Roster, Spot, identify
from gaoxing.facts.pieces import Pieces, Slots, spans
from gaoxing.facts.scope import ScopeMention, find_scope
from gaoxing.facts.short_name import find_short_names
from gaoxing.facts.spelling import spell, unplaced
from gaoxing.facts.token import Token, tokenise
from gaoxing.facts.wording import Wording
from gaoxing.speech.transcript import Transcript


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
    return Statement(tuple(_resolved(heard, roster) for heard in turns) if roster.same else turns, roster)


def _resolved(heard: Heard, roster: Roster) -> Heard:
    """The turn with every token meaning the member that was found in the end."""
    return replace(heard, tokens=tuple(replace(token, who=roster.resolved(token.who)) for token in heard.tokens))


def _hear_turn(number: int, asked: str | None, pieces: Pieces, roster: Roster) -> Heard:
    text = pieces.wording.text
    names = pieces.names([*roster.known, *(member.heard for member in roster.members if member.kind == "person" and member.heard)])
    scope = find_scope(text, barred=(*pieces.barred, *spans(names)), answering=(asked or "").startswith("business_scope"))
    enterprises = [each.name for each in pieces.firm["enterprise"]] + [member.heard for member in roster.members if member.kind == "enterprise"]
    shortened = [("enterprise", each) for each in find_short_names(text, enterprises)]
    tokens = tokenise(text, [*pieces.mentions(names), *shortened])
    spelt = spell(text, tokens, pieces.cues)
    tokens = identify(tokens, roster, number, spelt)
    for cue in unplaced(text, pieces.cues, spelt):
        roster.respell(cue, number)
    return Heard(number, asked, pieces.wording, tokens, pieces.cues, scope)
