"""Somebody steps into another's share (接替): «李某不干了，换王某», «他那份给王某», «那五十万她不出了，由我出».

The share passes as it was before its holder left; where it is an amount and the taker's own a part, neither share stays.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from fractions import Fraction

from gaoxing.facts.mentions import WHO
from gaoxing.facts.stake import Holdings, Stake, drop
from gaoxing.facts.subject import Walk, listed
from gaoxing.facts.token import Token
from gaoxing.standards.expression import expression

_LEAVES = (
    r"(?:他|她)?(?:说|自己|现在|后来|又|也|都|想|要|就){0,2}"
    r"(?:不想再?(?:干|投|做|出|参与|参加|入股|要)|不打算(?:干|投|做)|不[干投出要做]|不来(?=了)|不入股|不参[与加]|退出|退股|撤资)(?:了|啦)?"
)
_TO = r"(?:就|都|全|全部|也|现在|那就|那|改){0,2}(?:给|由|归|让|转给|转让给|让给|留给|交给)(?:了)?"
_FIGURE = r"(?:百分之)?[\d一二两三四五六七八九十百千万亿点]{1,8}(?:元|块|成|%|个点)?"
_OWN = rf"(?:名下|手里)?的?(?:那|这)?(?:一|个)?(?:份儿?|份额|股份|股权|部分股份|股|一?半|{_FIGURE})"
LEFT_FOR = expression(rf"{_LEAVES}[，。]?(?:(?:{_OWN})?{_TO}|(?:就|那就|那|现在)?(?:换|换成|换上|换了|改成|改为))$")
OWN_FOR = expression(rf"{_OWN}，?(?:{_LEAVES}，?)?{_TO}$")
"""Between the leaver and who steps in."""
LEFT = expression(rf"{_LEAVES}[，。]?$")
SWAPPED = expression("(?:股东|的股份|的那份|那份|股份|个人)?(?:就|要|现在|也|想)?(?:换|改|变|变更)(?:成|为|了)(?:了)?$")
"""«李某换成王某»: nothing is said of a post, so the one takes the place of the other."""
OWN_ALONE = expression(rf"{_OWN}[，]?(?:都|全|就|全部)?$")
TAKES_UP = expression(
    r"(?:都|全|全部|就)?(?:来|去)?(?:接(?:手|上|过来|过去|下来)?|顶(?:上|替)?|补(?:上|位)|拿(?:去|走|过来|过去|下来?)|要(?:了|下来?)|吃下来?|买(?:下来?|过来|过去|了|走)|收(?:了|下来?|过来)|受让)"
    r"(?:他|她)?的?(?:那份|份额|股份|缺)?(?:了|吧)?(?=[，。；]|$|法人|监事|经理|董事|注册)"
)
INSTEAD = expression("(?:那|就|那就|现在|改)?(?:换|换成|换上)(?:了)?")
STEPS_IN = expression(r"(?:[，。；]|$|来?(?:出(?!面)|接(?!电话)|顶|拿|认|承担|承接|补上|补位|入股|加入|吧|了|就行)|来(?=[，。；]|$)|进来|上(?=[，。；]|$))")
"""Behind who steps in: no post, no errand."""
ENDS = expression(r"(?:了|吧|来出|来投|持有|持股|入股)*(?:[，。；]|$)")
TAKES_A_POST = expression("(?:来|去)?(?:做|当|担任|任|挂)")


def steps_in(walk: Walk, place: int) -> bool:
    """Pass a leaver's share on to the person at `place`, or to a list that begins there, where the words before say so."""
    if place - walk.taken_over <= 5 and walk.taken_over >= 0:
        return False
    taker, takers = walk.tokens[place], listed(walk, place)
    last = walk.tokens[takers[-1]]
    end = next((number for number in range(takers[-1] + 1, len(walk.tokens)) if walk.tokens[number].who != last.who), len(walk.tokens))
    behind, after = walk.tokens[end - 1].end, walk.tokens[end].kind if end < len(walk.tokens) else ""
    givers = [token.who for token in reversed(walk.tokens[max(0, place - 9) : place]) if token.kind in WHO and _leads(walk, token, taker.start, behind)]
    giver = givers[0] if givers else _left_before(walk, taker.start)
    shared = after in {"equal", "each"} and len(takers) > 1
    if giver is None or giver in {walk.tokens[number].who for number in takers}:
        return False
    if not (shared or STEPS_IN.match(walk.text, behind)):
        _left_open(walk, giver, behind)
        return False
    return pass_on(walk, giver, takers, shared=shared)


def _leads(walk: Walk, giver: Token, end: int, behind: int) -> bool:
    if LEFT.fullmatch(walk.text, giver.end, end) or OWN_ALONE.fullmatch(walk.text, giver.end, end):
        return TAKES_UP.match(walk.text, behind) is not None
    if SWAPPED.fullmatch(walk.text, giver.end, end):
        if ENDS.match(walk.text, behind) is None or not _of_a_post(walk, giver):
            return ENDS.match(walk.text, behind) is not None
        _leave_to_ask(walk, giver)
        return False
    return any(pattern.fullmatch(walk.text, giver.end, end) for pattern in (LEFT_FOR, OWN_FOR))


def _leave_to_ask(walk: Walk, giver: Token) -> None:
    """«李某做监事，占四成，李某换成王某»: the post passes; whether the share does too is to be asked."""
    held = walk.holdings.stakes.get(giver.who)
    if held is not None and walk.text[giver.start - 1 : giver.start] == "，":
        walk.holdings.named.setdefault(giver.who, held.spots[0])
        del walk.holdings.stakes[giver.who]


def _of_a_post(walk: Walk, person: Token) -> bool:
    """Whether the sentence up to the person is about a post («法人原来写李某»)."""
    for token in reversed([each for each in walk.tokens if each.start < person.start]):
        if token.kind == "role":
            return True
        if token.kind == "stop":
            return False
    return False


def _left_before(walk: Walk, end: int) -> int | None:
    """«换王芳» alone in the turn after somebody left."""
    asked = (walk.asked or "parties").startswith("parties")
    return next(reversed(walk.holdings.leaving), None) if asked and INSTEAD.fullmatch(walk.text, 0, end) else None


def pass_on(walk: Walk, giver: int, takers: Sequence[int], *, shared: bool = False) -> bool:
    """Give the whole share of `giver` to those at `takers`; False where the giver never had a part in it.

    What goes to several without «in equal parts» leaves the giver and is nobody's yet.
    """
    holdings = walk.holdings
    put_back(holdings, giver)
    if giver not in holdings.stakes and giver not in holdings.partners and giver not in holdings.rest:
        return False
    held, had_rest = holdings.stakes.pop(giver, None), giver in holdings.rest
    whom = [walk.tokens[number].who for number in takers]
    start = walk.tokens[takers[0]].start
    if held is not None and held.part != Fraction(1, 2) and "半" in walk.text[max(0, start - 6) : start]:
        return _halved(walk, giver, takers[0], held)
    for number, who in zip(takers, whom, strict=True):
        holdings.named.setdefault(who, walk.spot(number)[0])
        if held is not None and (shared or len(takers) == 1):
            gain = replace(held, spots=(*held.spots, *walk.spot(number)), worked_out=True)
            _grow(holdings, who, holdings.stakes.get(who), _divided(gain, len(takers)))
    drop(holdings, giver)
    holdings.partners.update(whom)
    holdings.left.difference_update(whom)
    holdings.group = tuple(whom[0] if who == giver else who for who in holdings.group)
    if had_rest:
        holdings.rest = tuple(dict.fromkeys((*holdings.rest, *whom)))
    walk.taken_over = takers[-1]
    return True


def _left_open(walk: Walk, giver: int, behind: int) -> None:
    """«李某不干了，换王某做法人»: a post passes, and whose the share is was not said; nobody else's grows by it, so the gap is asked about."""
    if giver in walk.holdings.left and TAKES_A_POST.match(walk.text, behind):
        put_back(walk.holdings, giver)
        walk.holdings.stakes.pop(giver, None)
        walk.holdings.left.add(giver)
        walk.holdings.partners.discard(giver)


def _halved(walk: Walk, giver: int, place: int, held: Stake) -> bool:
    """«他的一半给王某»: half of his, or of all? Both are shareholders, and how much either has is to be asked."""
    walk.holdings.named.setdefault(giver, held.spots[0])
    walk.holdings.named.setdefault(walk.tokens[place].who, walk.spot(place)[0])
    walk.holdings.stakes.pop(walk.tokens[place].who, None)
    return True


def _divided(stake: Stake, count: int) -> Stake:
    """One of `count` equal parts; no amount where it does not come out to the fen."""
    part = stake.part / count if stake.part is not None else None
    amount = stake.amount / count if stake.amount is not None and not stake.amount * 100 % count else None
    return replace(stake, part=part, amount=amount)


def put_back(holdings: Holdings, giver: int) -> None:
    """The shares as they were before the giver left, where nothing was said of them since."""
    before, after = holdings.leaving.pop(giver, ({}, {}))
    if before and holdings.stakes == after:
        holdings.stakes = dict(before)
        holdings.left.discard(giver)
        holdings.partners.add(giver)


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


def _grow(holdings: Holdings, taker: int, own: Stake | None, gain: Stake) -> None:
    """The taker's share with the giver's; no share where one is an amount and the other a part."""
    if gain.part is None and gain.amount is None:
        holdings.stakes.pop(taker, None)
    elif own is None:
        holdings.stakes[taker] = gain
    elif own.part is not None and gain.part is not None and own.amount is None and gain.amount is None:
        holdings.stakes[taker] = Stake(part=own.part + gain.part, spots=(*own.spots, *gain.spots), worked_out=True)
    elif own.amount is not None and gain.amount is not None:
        holdings.stakes[taker] = Stake(amount=own.amount + gain.amount, spots=(*own.spots, *gain.spots), worked_out=True)
    else:
        holdings.stakes.pop(taker, None)
