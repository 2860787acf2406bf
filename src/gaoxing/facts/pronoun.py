"""Whom 他 or 她 means (代词所指): the last third person that it fits; a question where it fits two alike.

Two fit alike where they stand in one list («甲和乙……法人是他») or where each was given a share, one after the other, and then «他» a post.
"""

from __future__ import annotations

from collections.abc import Sequence

from gaoxing.facts.roster import PERSONS, Look, Member
from gaoxing.facts.token import Token


def pronoun(look: Look) -> Member:
    """The last third person that fits; with «他叫» the last one without a name; a question where two fit alike."""
    fitting = look.roster.thirds(look.token.words[0])
    after = look.after()
    if after is not None and after.words.endswith("叫"):
        return next((each for each in fitting if not each.heard), None) or (fitting[0] if fitting else look.roster.new())
    alike = _alike([*look.roster.trail, *look.known], [each.number for each in fitting])
    if len(alike) > 1:
        question = look.roster.new()
        question.either = alike
        return question
    return fitting[0] if fitting else look.roster.new()


def _alike(before: Sequence[Token], fitting: Sequence[int]) -> tuple[int, ...]:
    """Two or more persons whom nothing tells apart: they stand in one list, and nobody of them was spoken of alone since.

    Also where a post is given to «他» right after two persons whose shares were said one after the other.
    """
    last = next((place for place in range(len(before) - 1, -1, -1) if before[place].who in fitting), None)
    if last is None:
        return ()
    listed = [before[last].who]
    place = _first_mention(before, last)
    while place >= 2 and before[place - 1].kind == "and" and before[place - 2].kind in PERSONS:
        place = _first_mention(before, place - 2)
        if before[place].who in fitting:
            listed.append(before[place].who)
    if len(set(listed)) > 1:
        return tuple(dict.fromkeys(reversed(listed)))
    return _parallel(before, fitting, last)


def _first_mention(before: Sequence[Token], place: int) -> int:
    """Back over «我妹妹某某»: several words for one person."""
    while place > 0 and before[place - 1].who == before[place].who:
        place -= 1
    return place


def _parallel(before: Sequence[Token], fitting: Sequence[int], last: int) -> tuple[int, ...]:
    """«甲六十万,乙四十万,法人是»: the two before a post that «他» is given."""
    if not before or before[-1].kind not in {"put", "role"} or not any(token.kind == "role" for token in before[last + 1 :]):
        return ()
    holders: list[int] = []
    for place in range(last, -1, -1):
        token = before[place]
        if token.kind == "stop":
            break
        if token.who in fitting:
            after = next((each for each in before[place + 1 : place + 4] if each.kind not in {"comma", "code", "cue", "text"}), None)
            if after is None or after.kind not in {"hold", "percent", "money"}:
                break
            holders.append(token.who)
    return tuple(dict.fromkeys(reversed(holders))) if len(set(holders)) > 1 else ()
