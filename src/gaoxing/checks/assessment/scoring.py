"""Scoring an item by bands (分档得分): points for the band that a share or a count reaches, and what the next band takes.

Bands are rows of a figure: `{ at = 30, points = 20 }`, the highest first; what reaches none scores nothing. Where experts judge, a band gives `from` and `to`.

>>> BANDS = [{"at": 10, "points": 20}, {"at": 5, "points": 10}]
>>> from gaoxing.checks.assessment.inputs import Inputs
>>> found = by_share(Inputs({"research@2025": "520000", "revenue@2025": "8000000"}), Share("research", "revenue", "元", "研发费用"), 2025, BANDS)
>>> found.worst, found.step.points, found.step.gap.sentence
(Decimal('10'), Decimal('10'), '研发费用还差28万元（现有52万元）')
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal
from fractions import Fraction
from typing import Any

from gaoxing.checks.assessment.inputs import Inputs, of_year
from gaoxing.checks.assessment.judging import Share, counted, exact, share_gap
from gaoxing.checks.assessment.shown import percent
from gaoxing.checks.assessment.verdict import Gap, Scored, Step

Bands = Sequence[Mapping[str, Any]]
"""The bands of an item, the highest first."""


def by_share(inputs: Inputs, of: Share, year: int, bands: Bands) -> Scored:
    """The points of a year's share in percent. What is not told may bring nothing or everything."""
    upper, lower = inputs.number(of.upper, year), inputs.number(of.lower, year)
    most = _high(bands[0])
    if upper is None or lower is None:
        return Scored(Decimal(0), most, most, wants=inputs.lacking(((of.upper, year), (of.lower, year))))
    if lower <= 0:
        return Scored(Decimal(0), most, most, wants=(of_year(of.lower, year),), note=f"{of.called}所占的总数要大于0。")
    ratio = upper / lower
    place = _place(bands, ratio * 100)
    value = f"{counted(upper, of.unit)}/{counted(lower, of.unit)}（{percent(ratio)}）"
    step = None
    if place:
        gap = share_gap(upper, lower, of, exact(bands[place - 1]["at"]) / 100, of_year(of.upper, year))
        step = Step(gap, _low(bands[place - 1]) - _low_at(bands, place))
    return Scored(_low_at(bands, place), _high_at(bands, place), most, value, step, expert=_judged(bands, place))


def by_count(number: Fraction | None, bands: Bands, unit: str, called: str, key: str) -> Scored:
    """The points of a count."""
    most = _high(bands[0])
    if number is None:
        return Scored(Decimal(0), most, most, wants=(key,))
    place = _place(bands, number)
    step = None
    if place:
        lack = exact(bands[place - 1]["at"]) - number
        amount = Decimal(-((-lack.numerator) // lack.denominator))
        told = f"{called}还差{amount}{unit}（现有{counted(number, unit)}）"
        step = Step(Gap(key, amount, unit, told, lack / number if number > 0 else None), _low(bands[place - 1]) - _low_at(bands, place))
    return Scored(_low_at(bands, place), _high_at(bands, place), most, counted(number, unit), step, expert=_judged(bands, place))


def by_rate(rate: Fraction, bands: Bands) -> Scored:
    """The points of a rate in percent that is known, such as growth; what more it takes is not told, for a rate is no thing to count."""
    place = _place(bands, rate * 100)
    return Scored(_low_at(bands, place), _high_at(bands, place), _high(bands[0]), percent(rate), expert=_judged(bands, place))


def better_of(*scored: Scored) -> Scored:
    """The better of several ways to score an item: each bound is the better one; the step is the one that takes least beside what there is.

    A way that is told counts although another is not: its points are certain already.
    """
    worst, best = max(each.worst for each in scored), max(each.best for each in scored)
    leading = max(scored, key=lambda each: (each.worst, not each.wants))
    steps = [each.step for each in scored if each.step is not None and each.worst + each.step.points > worst]
    step = min(steps, key=lambda each: each.gap.effort, default=None)
    gained = step and next(each.worst + each.step.points - worst for each in scored if each.step is step and each.step is not None)
    wants = tuple(dict.fromkeys(want for each in scored for want in each.wants)) if best > worst else ()
    return Scored(worst, best, leading.most, leading.value, Step(step.gap, gained) if step and gained else None, wants, leading.expert, leading.note)


def by_experts(most: int | Decimal, note: str, *, least: int | Decimal = 0) -> Scored:
    """An item that experts score, anywhere from the least to the most."""
    return Scored(Decimal(least), Decimal(most), Decimal(most), expert=True, note=note)


def _place(bands: Bands, number: Fraction) -> int:
    """Which band a number reaches; the count of bands where it reaches none."""
    return next((place for place, band in enumerate(bands) if _reached(band, number)), len(bands))


def _reached(band: Mapping[str, Any], number: Fraction) -> bool:
    """Whether a number reaches a band; `above` wants more than that, `at` at least that."""
    return number > exact(band["above"]) if "above" in band else number >= exact(band["at"])


def _low(band: Mapping[str, Any]) -> Decimal:
    return Decimal(band.get("points", band.get("from", 0)))


def _high(band: Mapping[str, Any]) -> Decimal:
    return Decimal(band.get("points", band.get("to", 0)))


def _low_at(bands: Bands, place: int) -> Decimal:
    return _low(bands[place]) if place < len(bands) else Decimal(0)


def _high_at(bands: Bands, place: int) -> Decimal:
    return _high(bands[place]) if place < len(bands) else Decimal(0)


def _judged(bands: Bands, place: int) -> bool:
    return place < len(bands) and "from" in bands[place]
