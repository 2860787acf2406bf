"""Working the shares out (股权计算): remainders, equal parts, 六四开, one owner alone; exact fractions, never floating point.

What does not come out without a guess (who is the 六 in 六四开, who are «we three») stays open.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction

from gaoxing.facts.mentions import Spot
from gaoxing.facts.stake import OTHERS_REST, Holdings, Stake


def divide(holdings: Holdings, eligible: Sequence[int], alone: int | None = None, named: Sequence[int] = ()) -> dict[int, Stake]:
    """Each holder's stake. `eligible` are the named members in order of mention who may be meant by «we» and «each»; `alone` who «独资» means.

    `named` are all persons with a name: those whom «the other two» may mean where the eligible are not so many.
    """
    stakes = {who: stake for who, stake in holdings.stakes.items() if who not in holdings.left}
    if holdings.every is not None:
        stakes = {**dict.fromkeys(_everyone(holdings, eligible), holdings.every), **stakes}
    if holdings.alone is not None and not stakes and alone is not None:
        stakes = {alone: Stake(part=Fraction(1), spots=(holdings.alone,))}
    if holdings.equal is not None and not stakes:
        stakes = _equally(holdings, eligible)
    if holdings.ratio and not stakes:
        stakes = _by_ratio(holdings, eligible)
    stakes = {who: grown(stake, holdings.gains[who]) if who in holdings.gains else stake for who, stake in stakes.items()}
    return _with_rest(holdings, stakes, eligible, named)


def grown(stake: Stake, gain: Stake) -> Stake:
    """A share with what was taken over; unchanged where one is an amount and the other a part."""
    spots = (*stake.spots, *gain.spots)
    if stake.amount is not None and gain.amount is not None:
        return Stake(amount=stake.amount + gain.amount, spots=spots, worked_out=True)
    if stake.part is not None and gain.part is not None:
        return Stake(part=stake.part + gain.part, spots=spots, worked_out=True)
    return stake


def _equally(holdings: Holdings, eligible: Sequence[int]) -> dict[int, Stake]:
    group = _everyone(holdings, eligible)
    if holdings.equal is None or len(group) < 2:
        return {}
    return {who: Stake(part=Fraction(1, len(group)), spots=(holdings.equal,), worked_out=True) for who in group}


def _everyone(holdings: Holdings, eligible: Sequence[int]) -> list[int]:
    """All who share: those said in one breath if their number fits, else all eligible if theirs does."""
    partners = [who for who in eligible if (who in holdings.partners or who in holdings.named) and who not in holdings.left]
    others = [who for who in eligible if who not in holdings.left]
    for group in (partners, others):
        if len(group) > 1 and holdings.count in {0, len(group), len(group) + len(holdings.left)}:
            return group
    return []


def _by_ratio(holdings: Holdings, eligible: Sequence[int]) -> dict[int, Stake]:
    """«我跟老王六四开»: in the order in which they were named together."""
    group = [who for who in holdings.group if who in eligible] or _everyone(holdings, eligible)
    if len(group) != len(holdings.ratio) or holdings.ratio_spot is None:
        return {}
    spots = (holdings.ratio_spot,)
    whole = sum(holdings.ratio)
    return {who: Stake(part=Fraction(each, whole), spots=spots, worked_out=whole != 10) for who, each in zip(group, holdings.ratio, strict=True)}


def _others(holdings: Holdings, stakes: dict[int, Stake], groups: Sequence[Sequence[int]]) -> list[int]:
    """Who «the others» are: the first group without the holders, of the number that was said."""
    for group in groups:
        others = [who for who in group if who not in stakes and who not in holdings.left]
        if others and holdings.rest_count in {0, len(others)}:
            return others
    return []


def _with_rest(holdings: Holdings, stakes: dict[int, Stake], eligible: Sequence[int], named: Sequence[int]) -> dict[int, Stake]:
    rest = [who for who in holdings.rest if who not in holdings.left]
    if holdings.rest == OTHERS_REST:
        rest = _others(holdings, stakes, (_everyone(holdings, eligible), *((eligible, named) if holdings.rest_count else ())))
    others = [stake for who, stake in stakes.items() if who not in rest]
    if rest and not others and holdings.left and not holdings.unheard:
        return {who: Stake(part=Fraction(1, len(rest)), spots=holdings.rest_spots, worked_out=True) for who in rest}
    capital = holdings.capital.amount if holdings.capital else None
    if not rest or not others or holdings.unheard:
        return {who: stake for who, stake in stakes.items() if not (holdings.unheard and stake.worked_out)} if rest else stakes
    spots = (*holdings.rest_spots, *(spot for stake in others for spot in stake.spots))
    if all(stake.part is not None for stake in others):
        left = 1 - sum((stake.part for stake in others if stake.part is not None), Fraction(0))
        share = Stake(part=left / len(rest), spots=spots, worked_out=True)
    elif capital:
        left = Fraction(capital) - sum((held_amount(stake, capital) for stake in others), Fraction(0))
        share = _amount_share(left / len(rest), capital, spots, mixed=any(stake.part is not None for stake in others))
    else:
        return stakes
    return {**stakes, **dict.fromkeys(rest, share)} if left > 0 else stakes


def held_amount(stake: Stake, capital: Decimal) -> Fraction:
    """A stake as an exact amount of a known capital."""
    return Fraction(stake.amount) if stake.amount is not None else (stake.part or Fraction(0)) * Fraction(capital)


def _amount_share(amount: Fraction, capital: Decimal, spots: tuple[Spot, ...], *, mixed: bool) -> Stake:
    fen = amount * 100
    if mixed or fen.denominator != 1:
        return Stake(part=amount / Fraction(capital), spots=spots, worked_out=True)
    return Stake(amount=Decimal(fen.numerator) / 100, spots=spots, worked_out=True)
