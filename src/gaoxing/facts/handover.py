"""Shares that change hands within the talk (转手): «他的三成由甲和乙平分», «他那二十万我来出», «多出来的一百万全由我出»."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal
from fractions import Fraction

from gaoxing.facts.mentions import WHO
from gaoxing.facts.stake import Stake, drop
from gaoxing.facts.stepping_in import put_back
from gaoxing.facts.subject import Walk, goes_to, governs


def handed_on(walk: Walk, place: int, part: Fraction | None) -> bool:
    """«他的三成由甲和乙平分»: a leaver's share goes to others in equal parts."""
    before = walk.tokens[place - 1] if place else None
    ahead = tuple(dict.fromkeys(walk.tokens[number].who for number in goes_to(walk, place)))
    giver = walk.subject[-1] if walk.subject else None
    if part is None or before is None or before.words not in {"的", "那", "那个", "手里的"} or not ahead or giver in ahead or giver is None:
        return False
    put_back(walk.holdings, giver)
    walk.holdings.stakes.pop(giver, None)
    drop(walk.holdings, giver)
    for who in ahead:
        held = walk.holdings.stakes.get(who, Stake(part=Fraction(0)))
        if held.part is not None:
            spots = (*held.spots, *walk.spot(place))
            walk.holdings.stakes[who] = Stake(part=held.part + part / len(ahead), spots=spots, worked_out=True)
    return True


def took_over(walk: Walk, place: int, amount: Decimal) -> bool:
    """«他那二十万我来出», «多出来的一百万全由我出»: somebody's share grows by the amount."""
    before = walk.text[max(0, walk.tokens[place].start - 7) : walk.tokens[place].start]
    after = next((number for number in range(place + 1, min(place + 5, len(walk.tokens))) if walk.tokens[number].kind in WHO), None)
    grows = re.search(r"(?:多出?来?|增加|新增|加|多|(?:相)?差|少|缺|短|空出来?|减下?来?|退出来?|剩下?来?)的(?:那)?$", before)
    handed = re.search(r"(?:那|的|那个|那份)$", before) and walk.subject and governs(walk, place)
    if after is None or not (grows or handed) or walk.tokens[after].who == (walk.subject[-1] if walk.subject and not grows else -1):
        return False
    if handed and not grows and not walk.holdings.left & set(walk.subject) and walk.subject[-1] not in walk.holdings.stakes:
        return False
    taker = walk.tokens[after].who
    if taker in walk.holdings.rest:
        return True
    if handed and not grows:
        drop(walk.holdings, walk.subject[-1])
    if taker not in walk.holdings.stakes and walk.holdings.every is not None:
        walk.holdings.gains[taker] = Stake(amount=amount, spots=walk.spot(place), worked_out=True)
        return True
    held = walk.holdings.stakes.get(taker, Stake(amount=Decimal(0)))
    if held.amount is None:
        return False
    walk.holdings.stakes[taker] = replace(held, amount=held.amount + amount, spots=(*held.spots, *walk.spot(place)), worked_out=True)
    return True
