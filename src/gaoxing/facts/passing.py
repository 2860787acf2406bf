"""How a turn tells of shares that pass (股权转让的一句话): a walk over its tokens.

Somebody whose hands the share leaves (X把…, X名下的, X退出), a size, somebody whom it reaches (转给Y, Y受让). Several givers or takers may share what is
said (分别, 各, 一人一半). A size said of what somebody holds (持有四成, 那三成里的) is the holding, not what passes; a price is neither.

>>> from gaoxing.facts.name_slot import find_slots
>>> from gaoxing.facts.statement import hear
>>> from gaoxing.speech.transcript import Transcript
>>> said = hear(Transcript.of("丁大宝、苏小云分别将10%、5%的股权转给何苗"), slots=find_slots)
>>> [(said.member(each.giver).name, str(each.part)) for each in passings(said, said.turns[0], {0, 1, 2})]
[('丁大宝', '1/10'), ('苏小云', '1/20')]
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal
from fractions import Fraction

from gaoxing.facts.mentions import WHO
from gaoxing.facts.share_words import Hand, hand, is_capital, is_price, of_what
from gaoxing.facts.statement import Heard, Statement
from gaoxing.facts.token import Token
from gaoxing.facts.who_is_meant import named
from gaoxing.standards.expression import expression

ALL = expression("全部|全都|都(?=转|给|卖|让)|全(?=转|给|卖|让)|所有")
HALF = expression("(?:其中)?的?(?:一半|二分之一)")
EACH = expression("各")
JOINED = expression("(?:[、和与跟及，]|以及|还有)*")
ALTOGETHER = expression("(?:都|均|全部?|一起|一并)(?:转让?|卖|让)?[给到予]?$")
FOR_ALL = (-1, -1)
"""A span that stands for 各: the size that follows is everybody's."""

Size = tuple[Fraction | None, Decimal | None]
NOTHING: Size = (None, None)


@dataclass
class Passing:
    """A passing as it is being told: the members' numbers, its size, and the spans of its words in the cleaned turn."""

    giver: int
    taker: int
    part: Fraction | None = None
    amount: Decimal | None = None
    spans: list[tuple[int, int]] = field(default_factory=list)
    closed: bool = False
    """Whether a further giver was named since: no size said later is its own."""

    @property
    def sized(self) -> bool:
        """Whether a size was said."""
        return (self.part, self.amount) != NOTHING


@dataclass
class _Telling:
    """What has been said so far in a turn: whose hands, what they hold, the sizes that wait for their taker."""

    givers: list[Token] = field(default_factory=list)
    holder: int = -1
    holds: dict[int, Fraction] = field(default_factory=dict)
    chain: list[Token] = field(default_factory=list)
    """People named side by side last, without a word that says what they do."""
    told: list[tuple[Token, Size]] = field(default_factory=list)
    """Sizes said right behind people of whom nothing else was said yet («甲百分之六十，乙百分之四十，都转给…»)."""
    sizes: list[Size] = field(default_factory=list)
    spans: list[tuple[int, int]] = field(default_factory=list)
    passings: list[Passing] = field(default_factory=list)
    stopped: bool = False

    @property
    def giver(self) -> int:
        return self.givers[-1].who if self.givers else -1

    @property
    def owner(self) -> int:
        return self.giver if self.givers else self.holder

    def settle(self) -> None:
        """Nothing waits any more."""
        self.sizes, self.spans, self.stopped = [], [], False


def passings(statement: Statement, heard: Heard, parties: Collection[int], giver: int = -1) -> tuple[Passing, ...]:
    """Every passing the turn tells, in order; `parties` are the numbers of the members who may give or take, `giver` who gave last before this turn."""
    telling = _Telling(holder=giver)
    tokens = _together(named(statement, heard))
    people = [token for token in tokens if token.kind in WHO and token.who in parties]
    for token in tokens:
        if token.kind in WHO and token.who in parties:
            _hear_person(heard, token, people, telling)
        elif token.kind == "percent" and token.mention.value is not None:
            _hear_part(heard, token, telling)
        elif token.kind == "money" and token.mention.amount is not None and token.mention.unit_said:
            _hear_amount(heard, token, telling)
        elif token.kind in {"stop", "comma"}:
            telling.stopped = True
        else:
            _hear_words(token, telling)
    return tuple(each for each in telling.passings if min(each.giver, each.taker) >= 0 and each.giver != each.taker)


def _together(tokens: Sequence[Token]) -> list[Token]:
    """The tokens, those side by side for one and the same person («妻子|冯某») taken together."""
    kept: list[Token] = []
    for token in tokens:
        last = kept[-1] if kept else None
        if last is not None and token.kind in WHO and last.kind in WHO and last.who == token.who >= 0 and last.end == token.start:
            kept[-1] = replace(token, start=last.start, words=last.words + token.words)
        else:
            kept.append(token)
    return kept


def _hear_person(heard: Heard, token: Token, people: Sequence[Token], telling: _Telling) -> None:
    side = hand(heard.text, token.start, token.end, people)
    joined = bool(telling.chain) and JOINED.fullmatch(heard.text, telling.chain[-1].end, token.start) is not None
    if side is Hand.TAKES and token.kind == "pronoun" and token.who == telling.giver:
        token = replace(token, who=_other(token, people, telling.giver))
    if side is Hand.TAKES or (side is Hand.LISTED and telling.passings and telling.passings[-1].taker != token.who):
        if len(telling.told) > 1 and not telling.givers and ALTOGETHER.search(heard.text[: token.start]):
            _take_all(token, telling)
        else:
            _take(token, telling)
        telling.chain = []
    elif side is Hand.GIVES:
        together = joined and heard.text[telling.chain[-1].end] != "，"
        _give([*(each for each in telling.chain if together and each.who != token.who), token], telling)
        telling.chain = []
    else:
        telling.chain = [*(each for each in telling.chain if joined and each.who != token.who), token]
        telling.holder = token.who


def _other(token: Token, people: Sequence[Token], giver: int) -> int:
    """Whom «给他» means where he would give to himself: somebody else named before; nobody (-1) where it could be several."""
    others = {each.who for each in people if each.start < token.start and each.who != giver}
    return others.pop() if len(others) == 1 else -1


def _give(givers: list[Token], telling: _Telling) -> None:
    for each in telling.passings:
        if each.giver < 0:
            each.giver = givers[-1].who
            each.spans.append((givers[-1].start, givers[-1].end))
        else:
            each.closed = True
    if givers[-1].who != telling.giver:
        telling.settle()
    telling.givers, telling.holder, telling.stopped = givers, givers[-1].who, False


def _take(token: Token, telling: _Telling) -> None:
    last = telling.passings[-1] if telling.passings else None
    if last is not None and last.taker == token.who and last.spans[-1][1] >= token.start - 3 and not telling.sizes:
        last.spans.append((token.start, token.end))
        return
    for (giver, span), (part, amount) in zip(_from(token, telling), _sizes(telling), strict=True):
        telling.passings.append(Passing(giver, token.who, part, amount, [*span, *telling.spans, (token.start, token.end)]))
    telling.settle()


def _take_all(token: Token, telling: _Telling) -> None:
    """«甲百分之六十，乙百分之四十，都转给丙»: each what was said of them."""
    for giver, (part, amount) in telling.told:
        spans = [(giver.start, giver.end), *telling.spans, (token.start, token.end)]
        telling.passings.append(Passing(giver.who, token.who, part, amount, spans))
    telling.told = []
    telling.settle()


def _from(token: Token, telling: _Telling) -> list[tuple[int, list[tuple[int, int]]]]:
    """Who gives, with the words for it: the givers named, else the one spoken of last."""
    if telling.givers:
        return [(each.who, [(each.start, each.end)]) for each in telling.givers]
    spoken = [(each.start, each.end) for each in telling.chain[-1:]]
    return [(telling.holder, spoken)] if telling.holder != token.who else [(-1, [])]


def _sizes(telling: _Telling) -> list[Size]:
    """A size for each giver: one of its own, or the same for all (各10%); none where they do not come out."""
    count = max(len(telling.givers), 1)
    if count == 1:
        parts, amounts = [part for part, _ in telling.sizes if part is not None], [amount for _, amount in telling.sizes if amount is not None]
        return [(parts[-1] if parts else None, amounts[-1] if amounts else None)]
    if len(telling.sizes) == count:
        return list(telling.sizes)
    return telling.sizes * count if len(telling.sizes) == 1 and FOR_ALL in telling.spans else [NOTHING] * count


def _hear_part(heard: Heard, token: Token, telling: _Telling) -> None:
    kind = of_what(heard.text, token.start, token.end)
    if kind in {"holding", "open"}:
        telling.holds[telling.holder if telling.holder >= 0 else telling.giver] = token.mention.value
    if kind in {"open", "passes"}:
        _size(telling, token, (token.mention.value, None))


def _hear_amount(heard: Heard, token: Token, telling: _Telling) -> None:
    kind = of_what(heard.text, token.start, token.end)
    if kind in {"holding", "after"} or is_price(heard.text, token.start, token.end) or is_capital(heard.text, token.start):
        return
    if telling.passings and not telling.sizes and telling.stopped and not re.match("的?(?:出资|股|份|认缴)", heard.text[token.end :]):
        return
    _size(telling, token, (None, token.mention.amount))


def _size(telling: _Telling, token: Token, size: Size) -> None:
    """A size belongs to the passings told last that have none, where no new giver was named since; else it waits for its taker."""
    unsized = [each for each in telling.passings if not each.sized and not each.closed]
    if not unsized:
        if telling.chain:
            telling.told.append((telling.chain[-1], size))
        telling.sizes.append(size)
        telling.spans.append((token.start, token.end))
        return
    for each in unsized if FOR_ALL in telling.spans else unsized[:1]:
        each.part, each.amount = size
        each.spans.append((token.start, token.end))
    telling.spans = []


def _hear_words(token: Token, telling: _Telling) -> None:
    """«全部», «一半», «各», «一人一半»: the holding, half of it, a size for all alike, and what waits divided among those named."""
    held = telling.holds.get(telling.owner)
    open_ones = [each for each in telling.passings if not each.closed]
    half_each = token.kind == "equal" or (FOR_ALL in telling.spans and HALF.search(token.words))
    if half_each and len(open_ones) > 1 and open_ones[0].part is not None and not any(each.sized for each in open_ones[1:]):
        share = open_ones[0].part / len(open_ones)
        for each in open_ones:
            each.part = share
        return
    if token.kind == "equal" and len(telling.chain) > 1 and telling.sizes:
        _divide(token, telling)
    elif token.kind == "each" or EACH.match(token.words):
        telling.spans.append(FOR_ALL)
    elif held is not None and HALF.search(token.words):
        telling.sizes = [(held / 2, None)]
        telling.spans.append((token.start, token.end))
    elif HALF.fullmatch(token.words) and telling.sizes and telling.sizes[-1][0] is not None:
        telling.sizes[-1] = (telling.sizes[-1][0] / 2, None)
        telling.spans.append((token.start, token.end))
    elif held is not None and ALL.search(token.words) and not telling.sizes:
        telling.sizes = [(held, None)]
        telling.spans.append((token.start, token.end))


def _divide(token: Token, telling: _Telling) -> None:
    part, amount = telling.sizes[-1]
    takers = [each for each in telling.chain if each.who != telling.giver]
    given = [(each.start, each.end) for each in telling.givers]
    for each in takers:
        spans = [*given, *telling.spans, (each.start, each.end), (token.start, token.end)]
        share = (part / len(takers) if part is not None else None, amount / len(takers) if amount is not None else None)
        telling.passings.append(Passing(telling.giver, each.who, *share, spans))
    telling.settle()
