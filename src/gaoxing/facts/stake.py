"""Who holds what, as far as it is said (持股状态): stakes, the registered capital, and the state that a walk over the turns writes."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from decimal import Decimal
from fractions import Fraction

from gaoxing.facts.mentions import Spot

OTHERS_REST = (-1,)
"""The remainder goes to all holders who have no share of their own yet."""


@dataclass(frozen=True)
class Stake:
    """One share: a fraction of the whole or an amount; `worked_out` where it was not said as such."""

    part: Fraction | None = None
    amount: Decimal | None = None
    spots: tuple[Spot, ...] = ()
    worked_out: bool = False


@dataclass(frozen=True)
class Capital:
    """The registered capital as said; `amount` None where it was left open or vague; `readings` where it may be two."""

    amount: Decimal | None
    currency: str | None
    spots: tuple[Spot, ...]
    readings: tuple[Decimal, ...] = ()


@dataclass
class Holdings:
    """Everything said of shares so far."""

    stakes: dict[int, Stake] = field(default_factory=dict)
    capital: Capital | None = None
    rest: tuple[int, ...] = ()
    rest_spots: tuple[Spot, ...] = ()
    rest_count: int = 0
    """How many the others are said to be («剩下的他们两个平分»); 0 where that was not said."""
    equal: Spot | None = None
    ratio: tuple[int, ...] = ()
    ratio_spot: Spot | None = None
    group: tuple[int, ...] = ()
    partners: set[int] = field(default_factory=set)
    left: set[int] = field(default_factory=set)
    leaving: dict[int, tuple[dict[int, Stake], dict[int, Stake]]] = field(default_factory=dict)
    """The shares before and after a member left, for who steps in."""
    named: dict[int, Spot] = field(default_factory=dict)
    """Members called shareholders («股东是张三和李四»), whether or not a share was said."""
    count: int = 0
    alone: Spot | None = None
    """«自然人独资», «一人公司», said without a name beside it."""
    gains: dict[int, Stake] = field(default_factory=dict)
    """What somebody takes over beside a share that is only known at the end («每人五十万……他那五十万我来出»)."""
    every: Stake | None = None
    """What each of all holders has («每人两成», «各出五十万»), said apart from their names."""
    unheard: bool = False
    """A share stands behind words that may be a name nobody made out: what is left for the rest is not known then."""
    first_enterprise: int = -1
    slot: int | str = ""
    """What the last amount or share was: a member's number, «capital», or nothing."""


def give_all(holdings: Holdings, stake: Stake) -> None:
    """Each of all holders has this share («每人两成»)."""
    holdings.every = replace(stake, worked_out=True)
    holdings.stakes.clear()
    holdings.equal, holdings.rest = None, ()


def drop(holdings: Holdings, who: int) -> None:
    """A member is no longer among the holders; what was shared equally is shared equally by the others."""
    holdings.left.add(who)
    before = dict(holdings.stakes)
    gone = holdings.stakes.pop(who, None)
    alike = [stake for stake in holdings.stakes.values() if gone is not None and stake.worked_out and stake.part == gone.part]
    if gone is not None and alike and gone.part == Fraction(1, len(alike) + 1) and len(alike) == len(holdings.stakes):
        holdings.stakes = {other: replace(stake, part=Fraction(1, len(alike))) for other, stake in holdings.stakes.items()}
    if gone is not None:
        holdings.leaving[who] = before, dict(holdings.stakes)
    holdings.partners.discard(who)
    holdings.rest = tuple(each for each in holdings.rest if each != who)


def rework(holdings: Holdings, who: int, stake: Stake) -> None:
    """«各一半……不对，甲六成»: a worked-out share that is said anew changes the other's; of several others it is not known how, so theirs go."""
    if not holdings.stakes and len(holdings.ratio) == len(holdings.group) == 2 and who in holdings.group and stake.part is not None and stake.part < 1:
        holdings.stakes = {other: Stake(part=1 - stake.part, spots=stake.spots, worked_out=True) for other in holdings.group if other != who}
        return
    known = holdings.stakes.get(who)
    others = {each: held for each, held in holdings.stakes.items() if each != who}
    if known is None or not others or not all(held.worked_out for held in (known, *others.values())) or stake.worked_out or stake.part in {None, known.part}:
        return
    if sum((held.part or Fraction(0) for held in holdings.stakes.values()), Fraction(0)) != 1:
        return
    for other, held in others.items():
        if len(others) == 1 and stake.part is not None and stake.part < 1:
            holdings.stakes[other] = Stake(part=1 - stake.part, spots=(*held.spots, *stake.spots), worked_out=True)
        else:
            holdings.named.setdefault(other, held.spots[0])
            del holdings.stakes[other]
