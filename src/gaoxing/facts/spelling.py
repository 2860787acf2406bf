"""Which name a character cue spells (提示的归属): each cue goes to one mention of one name, before it is settled who that name is.

Nearest first, in three degrees: what the cue stands right beside (or right behind the cue before it), a name that holds the very character, a name
with its sound. So two people who sound alike keep each their own cues.

>>> from gaoxing.facts.cue import find_cues
>>> from gaoxing.facts.person import Name
>>> text = "何伟伟大的伟，何维"
>>> tokens = (Token("name", 0, 2, "何伟", Name(0, 2, "何伟")), Token("name", 7, 9, "何维", Name(7, 9, "何维")))
>>> {place: [cue.character for cue in cues] for place, cues in spell(text, tokens, find_cues(text)).items()}
{0: ['伟']}
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from gaoxing.facts.cue import Cue, fits, mend
from gaoxing.facts.name_frame import surnames
from gaoxing.facts.sound import same
from gaoxing.facts.token import Token
from gaoxing.standards.expression import expression

BOTH = expression("两个字?都是|两个字一样|都是这个字")
SHOP_NAME = expression("店名|公司名|名称|字号|招牌")
FIXED = expression("不对|不是|错|哦不|应该|改")
DENIED = expression("(?:不是|不要|别写|没有)(?:那个|这个)?$")
GLUE = expression("(?:[，。、]|就是|也就是|是)*")
CUE_REACH = 70
"""Characters between a name and a cue that may still mean it."""
INSTEAD = 6
"""Characters between a cue denied and the one that puts it right."""
NEAR = 4
"""Names before a cue that are looked at."""

Spelt = dict[int, list[Cue]]
"""The cues of each mention, by its token's place."""


def spell(text: str, tokens: Sequence[Token], cues: Sequence[Cue]) -> Spelt:
    """The cues of each name token of one turn; «两个字都是» counts one cue twice, a cue denied («不是草字头的芳») not at all."""
    spelt: Spelt = {}
    last: tuple[int, int] = (-1, -9)
    within = set[int]().union(*(range(token.start, token.end) for token in tokens if token.kind == "enterprise"))
    plain = _without_cues(text, cues)
    for cue in effective(text, cues):
        if cue.start in within and cue.end - 1 in within:
            continue
        meant = (place for place in _meant(text, plain, tokens, cue, last) if _adds(text, str(tokens[place].mention.name), spelt.get(place, ()), cue))
        place = next(meant, None)
        if place is not None:
            spelt.setdefault(place, []).extend([cue, cue] if BOTH.match(text, cue.end) else [cue])
            last = (place, cue.end)
    return spelt


def _without_cues(text: str, cues: Sequence[Cue]) -> str:
    """The text with the cues blotted out, character for character, and what leads up to them (云是白云的云)."""
    for cue in cues:
        led = re.search(f"{re.escape(cue.character)}字?(?:就?是|呢?，?)$", text[: cue.start])
        start = led.start() if led else cue.start
        text = text[:start] + "，" * (cue.end - start) + text[cue.end :]
    return text


def _adds(text: str, name: str, cues: Sequence[Cue], cue: Cue) -> bool:
    """Whether a further cue spells a further character; one for a character already spelt counts only where it corrects."""
    if not cues or mend(name, [*cues, cue])[1] > mend(name, cues)[1]:
        return True
    return FIXED.search(text[cues[-1].end : cue.start]) is not None


def effective(text: str, cues: Sequence[Cue]) -> tuple[Cue, ...]:
    """The cues without those denied; one right behind a cue denied says what stands in the place of that character."""
    kept: list[Cue] = []
    denied: Cue | None = None
    for cue in cues:
        if DENIED.search(text, max(0, cue.start - 4), cue.start):
            denied = cue
            continue
        follows = denied is not None and cue.start - denied.end <= INSTEAD
        kept.append(replace(cue, instead=denied.character) if follows and denied is not None else cue)
        denied = None
    return tuple(kept)


def unplaced(text: str, cues: Sequence[Cue], spelt: Spelt) -> tuple[Cue, ...]:
    """The cues that mean no name of this turn: they may mend one of an earlier turn."""
    placed = [cue for each in spelt.values() for cue in each]
    return tuple(cue for cue in effective(text, cues) if cue not in placed)


def _meant(text: str, plain: str, tokens: Sequence[Token], cue: Cue, last: tuple[int, int]) -> Iterator[int]:
    """The names that the cue may spell, the likeliest first; where its very character stands between in the `plain` text, it spells that."""
    near = list(_before(tokens, cue))
    beside = [place for place in near if GLUE.fullmatch(text, tokens[place].end, cue.start)]
    if SHOP_NAME.search(text[max(0, cue.start - 4) : cue.start]):
        near.sort(key=lambda place: tokens[place].kind != "enterprise")
    elif cue.start - last[1] <= 2:
        beside = [last[0], *beside]
    free = [place for place in near if cue.character not in plain[tokens[place].end : cue.start]]
    degrees: tuple[tuple[Sequence[int], Callable[[Token, Cue], bool]], ...] = (
        (beside, _sounds),
        (near[:NEAR], _holds),
        ([place for place in near[:NEAR] if place in free], _sounds),
        ((*beside, *(place for place in near[:2] if place in free)), _like),
    )
    yield from (place for places, close in degrees for place in places if close(tokens[place], cue))


def _before(tokens: Sequence[Token], cue: Cue) -> Iterator[int]:
    for place in range(bisect_right(tokens, cue.start, key=lambda token: token.end) - 1, -1, -1):
        token = tokens[place]
        if token.end + CUE_REACH < cue.start:
            return
        if token.kind in {"name", "enterprise"} and token.end <= cue.start <= token.end + CUE_REACH:
            yield place


def _holds(token: Token, cue: Cue) -> bool:
    return cue.character in str(token.mention.name)


def _sounds(token: Token, cue: Cue) -> bool:
    """By sound; what is no surname is looked for in a person's given name only."""
    name = str(token.mention.name)
    given = token.kind == "name" and cue.character not in surnames()[0]
    return any(same(character, cue.character) for character in (name[1:] if given else name))


def _like(token: Token, cue: Cue) -> bool:
    return fits(str(token.mention.name), cue)
