"""Somebody steps into another's share (接替): «李某不干了，换王某», «他那份给王某», «那五十万她不出了，由我出».

The share passes as it was before its holder left; where it is an amount and the taker's own a part, neither share stays.
"""

from __future__ import annotations

from dataclasses import replace

from gaoxing.facts.mentions import WHO
from gaoxing.facts.stake import Holdings, Stake, drop
from gaoxing.facts.subject import Walk
from gaoxing.standards.expression import expression

_LEAVES = r"(?:他|她)?(?:说|自己|现在|后来|又|也|都|想|要|就){0,2}(?:不干|不投|不出|不要|不入股|不参与|不参加|不做|退出|退股|撤资)(?:了|啦)?"
_TO = r"(?:就|都|全|全部|也|现在|那就|那|改){0,2}(?:给|由|归|让|转给|转让给|让给|留给|交给)(?:了)?"
_FIGURE = r"(?:百分之)?[\d一二两三四五六七八九十百千万亿点]{1,8}(?:元|块|成|%|个点)?"
_OWN = rf"(?:名下|手里)?的?(?:那|这)?(?:一|个)?(?:份儿?|份额|股份|股权|部分股份|股|一?半|{_FIGURE})"
LEFT_FOR = expression(rf"{_LEAVES}[，。]?(?:(?:{_OWN})?{_TO}|(?:就|那就|那|现在)?(?:换|换成|换上|换了|改成|改为))$")
OWN_FOR = expression(rf"{_OWN}，?(?:{_LEAVES}，?)?{_TO}$")
"""Between the leaver and who steps in."""
STEPS_IN = expression(r"(?:[，。；]|$|来?(?:出(?!面)|接(?!电话)|顶|拿|认|承担|承接|补上|补位|入股|加入|吧|了|就行)|来(?=[，。；]|$)|进来|上(?=[，。；]|$))")
"""Behind who steps in: no post, no errand."""


def steps_in(walk: Walk, place: int) -> bool:
    """Pass a leaver's share on to the person at `place`, where the words before say so."""
    taker = walk.tokens[place]
    end = next((number for number in range(place + 1, len(walk.tokens)) if walk.tokens[number].who != taker.who), len(walk.tokens))
    giver = next((token for token in reversed(walk.tokens[max(0, place - 9) : place]) if token.kind in WHO and _leads(walk, token.end, taker.start)), None)
    if place - walk.taken_over <= 5 and walk.taken_over >= 0:
        return False
    if giver is None or giver.who == taker.who or not STEPS_IN.match(walk.text, walk.tokens[end - 1].end):
        return False
    return pass_on(walk, giver.who, place)


def moves_part(walk: Walk, place: int) -> bool:
    """«李某的一成给王某»: less than the giver's share moves; the rest stays with the giver."""
    giver, given = walk.tokens[place - 2] if place > 1 else None, walk.tokens[place]
    taker = next((token for token in walk.tokens[place + 1 : place + 4] if token.kind in WHO), None)
    if giver is None or giver.kind not in WHO or taker is None or taker.who == giver.who or not OWN_FOR.fullmatch(walk.text, giver.end, taker.start):
        return False
    held = walk.holdings.stakes.get(giver.who)
    gain = Stake(part=given.mention.value, spots=walk.spot(place)) if given.kind == "percent" else Stake(amount=given.mention.amount, spots=walk.spot(place))
    left = _less(held, gain) if held is not None else None
    if left is None:
        return False
    walk.holdings.stakes[giver.who] = left
    _grow(walk.holdings, taker.who, walk.holdings.stakes.get(taker.who), replace(gain, worked_out=True))
    return True


def _less(held: Stake, gain: Stake) -> Stake | None:
    """What stays of a share; None where nothing does, or the two are not of one kind."""
    spots = (*held.spots, *gain.spots)
    if held.part is not None and gain.part is not None and held.amount is None and gain.part < held.part:
        return Stake(part=held.part - gain.part, spots=spots, worked_out=True)
    if held.amount is not None and gain.amount is not None and held.part is None and gain.amount < held.amount:
        return Stake(amount=held.amount - gain.amount, spots=spots, worked_out=True)
    return None


def _leads(walk: Walk, start: int, end: int) -> bool:
    return any(pattern.fullmatch(walk.text, start, end) for pattern in (LEFT_FOR, OWN_FOR))


def pass_on(walk: Walk, giver: int, place: int) -> bool:
    """Give the whole share of `giver` to the person at `place`; False where the giver never had a part in it."""
    holdings, taker = walk.holdings, walk.tokens[place].who
    _back(holdings, giver)
    if giver not in holdings.stakes and giver not in holdings.partners and giver not in holdings.rest:
        return False
    held, own = holdings.stakes.pop(giver, None), holdings.stakes.get(taker)
    had_rest = giver in holdings.rest
    if held is not None:
        spots = (*held.spots, *walk.spot(place))
        _grow(holdings, taker, own, Stake(part=held.part, amount=held.amount, spots=spots, worked_out=True))
    drop(holdings, giver)
    holdings.partners.add(taker)
    holdings.left.discard(taker)
    holdings.group = tuple(taker if who == giver else who for who in holdings.group)
    if had_rest and taker not in holdings.rest:
        holdings.rest = (*holdings.rest, taker)
    walk.taken_over = place
    return True


def _back(holdings: Holdings, giver: int) -> None:
    """The shares as they were before the giver left, where nothing was said of them since."""
    before, after = holdings.leaving.pop(giver, ({}, {}))
    if before and holdings.stakes == after:
        holdings.stakes = dict(before)
        holdings.left.discard(giver)
        holdings.partners.add(giver)


def _grow(holdings: Holdings, taker: int, own: Stake | None, gain: Stake) -> None:
    """The taker's share with the giver's; no share where one is an amount and the other a part."""
    if own is None:
        holdings.stakes[taker] = gain
    elif own.part is not None and gain.part is not None and own.amount is None and gain.amount is None:
        holdings.stakes[taker] = Stake(part=own.part + gain.part, spots=(*own.spots, *gain.spots), worked_out=True)
    elif own.amount is not None and gain.amount is not None:
        holdings.stakes[taker] = Stake(amount=own.amount + gain.amount, spots=(*own.spots, *gain.spots), worked_out=True)
    else:
        holdings.stakes.pop(taker, None)
