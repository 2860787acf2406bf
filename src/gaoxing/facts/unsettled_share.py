"""A share that passes in words nobody made out (去向不明的份额): «李某那份我们几个分掉» leaves open what he and who is named with him hold; it is asked.

Where some reader did follow the words (the share moved, or something was said of it there), nothing is left open.
"""

from __future__ import annotations

from gaoxing.facts.mentions import WHO, Spot
from gaoxing.facts.stake import Stake
from gaoxing.facts.subject import Walk
from gaoxing.standards.expression import expression

PASSES = expression(
    r"(?:那一?份|这一?份|份额|股份|股权|股)(?:额|子)?[，]?(?!给|归?[我你他她您]?(?:写|算|填|改|调|定))[^，。；不没]{0,6}(?:给(?!我?[写算填改调])|转|让[给出]?|归|分[掉给了]|卖|送|换给|接[手过下走]|拿[走去])"
)
SENTENCE_ENDS = "。；！？\n"


def leave_unsettled(walk: Walk) -> None:
    """Take away the shares of the holders named in a sentence in which a share passes, where nothing in it was read."""
    for match in PASSES.finditer(walk.text):
        start = max(walk.text.rfind(each, 0, match.start()) for each in (*SENTENCE_ENDS, "，")) + 1
        end = min((place for each in SENTENCE_ENDS if (place := walk.text.find(each, match.end())) >= 0), default=len(walk.text))
        if not _holders(walk, start, match.start()):
            start = max(walk.text.rfind(each, 0, match.start()) for each in SENTENCE_ENDS) + 1
        if _read_there(walk, start, end):
            continue
        for who in _holders(walk, start, end):
            walk.holdings.named.setdefault(who, walk.holdings.stakes[who].spots[0])
            del walk.holdings.stakes[who]


def _holders(walk: Walk, start: int, end: int) -> set[int]:
    """Who of those spoken of between two places has a share."""
    return {token.who for token in walk.tokens if start <= token.start < end and token.kind in WHO and token.who in walk.holdings.stakes}


def _read_there(walk: Walk, start: int, end: int) -> bool:
    """Whether some share, remainder or equal division rests on words of this sentence."""
    holdings = walk.holdings
    spots = [spot for stake in (*holdings.stakes.values(), *holdings.gains.values()) for spot in stake.spots]
    spots += [*holdings.rest_spots, *(each for each in (holdings.equal, holdings.ratio_spot, *_every(holdings.every)) if each is not None)]
    if any(spot.turn == walk.turn and start <= spot.start < end for spot in spots):
        return True
    return any(start <= token.start < end and token.kind in WHO and token.who in holdings.left for token in walk.tokens)


def _every(stake: Stake | None) -> tuple[Spot, ...]:
    return stake.spots if stake is not None else ()
