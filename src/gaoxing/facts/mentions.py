"""The discourse model (篇章模型): who is meant by each name, relation, pronoun and «我», over all turns of a statement.

A `Member` is one person or enterprise of the talk. A name joins the member it stands beside («我老婆李静», «舅舅叫于国», «X,就是我»); a name of the same
sound is the same person heard twice, unless the two stand side by side or are spelt differently; «老顾», «凌总» and «志远» lead to the one so called; a
pronoun is the last third person that it fits. Where it fits two alike («甲和乙……法人是他») it is nobody, and is asked. Members without a name stay out of
every form.

The model is explicit and small: `identify` gives each token its member's number; all further readers speak of numbers, never of characters.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from gaoxing.facts.cue import Cue
from gaoxing.facts.naming import named, relation
from gaoxing.facts.pronoun import own_firm, pronoun
from gaoxing.facts.roster import DIVISION, PERSONS, WHO, Look, Member, Roster, Spot
from gaoxing.facts.token import Token

__all__ = ["DIVISION", "PERSONS", "WHO", "Member", "Roster", "Spot", "identify"]


def identify(tokens: Sequence[Token], roster: Roster, turn: int, spelt: Mapping[int, Sequence[Cue]] | None = None) -> tuple[Token, ...]:
    """The tokens of one turn with `who` filled in; new members enter the roster. `spelt` holds the cues of each name token by its place."""
    known: list[Token] = []
    for place, token in enumerate(tokens):
        if token.kind not in WHO:
            known.append(token)
            continue
        if token.words.startswith("我们") and token.kind == "pronoun" and own_firm([*roster.trail, *known]) is None:
            known.append(replace(token, kind="text"))
            continue
        look = Look(tokens, place, known, roster, tuple((spelt or {}).get(place, ())))
        others = tuple(each.number for each in roster.thirds(token.words[0])) if token.kind == "pronoun" else ()
        member = _member(look)
        member.spots.append(Spot(turn, token.start, token.end))
        member.cues += look.own
        member.cue_spots += dict.fromkeys(Spot(turn, cue.start, cue.end) for cue in look.own)
        known.append(replace(token, who=member.number, others=tuple(each for each in others if each != member.number)))
    roster.trail += [*known, Token("stop", -1, -1, "")]
    return tuple(known)


def _member(look: Look) -> Member:
    if look.token.kind == "self":
        return _speaker(look)
    readers = {"enterprise": _enterprise, "pronoun": pronoun, "relation": relation, "name": named}
    return readers[look.token.kind](look)


def _speaker(look: Look) -> Member:
    """Who says «我»; with «老三也就是我» the one so called."""
    speaker, known = look.roster.speaker(), look.known
    if len(known) > 1 and known[-1].words in {"就是", "也就是"} and known[-2].kind == "relation" and known[-2].words[0] not in "我他她":
        called = look.roster.members[known[-2].who]
        if not called.heard and called is not speaker:
            return look.roster.join(speaker, called)
    return speaker


def _enterprise(look: Look) -> Member:
    """The enterprise of that name; «中文名叫» gives the one before its name."""
    name, roster = look.token.mention.name, look.roster
    found = roster.called(name, "enterprise")
    before = next((token.who for token in reversed(look.known) if token.kind == "enterprise"), -1)
    if found is None and before >= 0 and look.words_before().endswith(("中文名叫", "中文名是", "中文叫", "中文名字叫")):
        found = roster.members[before]
        found.heard = name
    found = found or roster.new("enterprise")
    found.heard = found.heard or name
    return found
