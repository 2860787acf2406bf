"""What is left and what is equal (其余与均分): «剩下的归他», «剩下两个人平分», «各一半», «我们三个平分».

Worked out at the end (`division.py`), when all shares are known; here only whose the rest is and that all have the same.
"""

from __future__ import annotations

import re
from fractions import Fraction

from gaoxing.facts.mentions import WHO
from gaoxing.facts.stake import OTHERS_REST, Stake
from gaoxing.facts.subject import Walk, give, goes_to, governs, is_near
from gaoxing.standards.expression import expression

REST_COUNT = expression("(两|二|三|四|俩)(?:个|位)?(?:人|股东|口)?(?:再|去|来)?$")
OTHERS = expression(r"(?:老两口|夫妻俩|两口子|我们俩|他们|她们|另外|剩下|其余|其他)(?:那|的)?(?:两|三|几|俩|仨)?个?(?:人)?$")
NUMBERS = {
    "两": 2, "二": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "2": 2, "3": 3, "4": 4, "5": 5,
    "夫妻": 2, "小两口": 2, "小两口子": 2, "两口": 2, "两口子": 2, "俩": 2, "兄弟俩": 2, "姐妹俩": 2,
}  # fmt: skip


def equal_parts(walk: Walk, place: int) -> None:
    """«各一半», «剩下的他们两个平分»: all have the same, or all who have no share yet."""
    if place - walk.taken_over <= 6 and walk.taken_over >= 0:
        return
    spot = walk.spot(place)[0]
    after = walk.tokens[place + 1] if place + 1 < len(walk.tokens) else None
    if walk.holdings.stakes and place and _others_before(walk, place):
        walk.holdings.rest, walk.holdings.rest_spots = OTHERS_REST, (spot,)
        told = REST_COUNT.search(walk.text[: walk.tokens[place].start])
        walk.holdings.rest_count = NUMBERS[told[1]] if told else 0
        return
    if after is not None and after.kind == "remainder" and len(walk.subject) > 1 and walk.holdings.stakes:
        walk.holdings.rest, walk.holdings.rest_spots = walk.subject, (spot,)
        return
    if walk.holdings.rest and walk.holdings.rest_spots and _since(walk, place, "remainder"):
        return
    if OTHERS.search(walk.text, max(0, walk.tokens[place].start - 20), walk.tokens[place].start) and walk.holdings.stakes:
        walk.holdings.rest, walk.holdings.rest_spots = OTHERS_REST, (spot,)
        told = REST_COUNT.search(walk.text[: walk.tokens[place].start])
        walk.holdings.rest_count = NUMBERS[told[1]] if told else 0
        return
    if len(walk.subject) > 1 and governs(walk, place) and is_near(walk, place):
        for who in walk.subject:
            give(walk, who, Stake(part=Fraction(1, len(walk.subject)), spots=(spot,), worked_out=True))
        return
    walk.holdings.stakes.clear()
    walk.holdings.equal = spot


def _others_before(walk: Walk, place: int) -> bool:
    """«剩下的另外两个人平分»."""
    before = walk.tokens[max(0, place - 4) : place]
    rest = next((number for number, token in enumerate(before) if token.kind == "remainder"), None)
    if rest is None or any(token.kind in WHO for token in before):
        return False
    return (
        re.fullmatch(
            "，?(?:的)?(?:就|由|给|归)?(?:另外|其他|其余|余下)?(?:的)?(?:两个|三个|两|三|几个|我们|他们)?(?:个)?(?:人|股东|俩)?(?:再|去|来)?",
            "".join(token.words for token in before[rest + 1 :]),
        )
        is not None
    )


def _since(walk: Walk, place: int, kind: str) -> bool:
    """Whether a token of this kind stands before in the same sentence."""
    for token in reversed(walk.tokens[:place]):
        if token.kind == kind:
            return True
        if token.kind in {"stop", "comma"}:
            return False
    return False


def remainder(walk: Walk, place: int) -> None:
    """«剩下的归他», «其余是甲和乙的»: whose the rest is."""
    ahead = goes_to(walk, place)
    people = tuple(dict.fromkeys(walk.tokens[number].who for number in ahead))
    after = walk.tokens[place + 1] if place + 1 < len(walk.tokens) else None
    if after is not None and after.kind in {"money", "percent"} and getattr(after.mention, "amount", getattr(after.mention, "value", None)) is not None:
        return
    if place and walk.tokens[place - 1].kind == "equal":
        return
    if len(ahead) == 1 and walk.tokens[ahead[0]].kind == "pronoun":
        people = _without_share(walk, ahead[0])
        if not people:
            return
    if not people and governs(walk, place) and is_near(walk, place) and walk.subject:
        people = walk.subject[-1:]
    if people:
        walk.holdings.rest, walk.holdings.rest_spots = people, walk.spot(place, *ahead)
        walk.holdings.partners.update(people)
        for who in people:
            walk.holdings.stakes.pop(who, None)


def _without_share(walk: Walk, place: int) -> tuple[int, ...]:
    """Whom «剩下的归他» means: of those whom 他 fits the one who has no share yet; nobody where that may be two."""
    token = walk.tokens[place]
    may = [who for who in (token.who, *token.others) if who not in walk.holdings.stakes and who not in walk.holdings.left]
    if token.who in may and (len(may) == 1 or all(who not in walk.holdings.partners and who not in walk.holdings.named for who in may if who != token.who)):
        return (token.who,)
    return (may[0],) if len(may) == 1 else ()
