"""Judging one condition (条件的判断): shares, amounts, counts, questions, growth; each with the gap that can be counted.

A datum that is not told gives `missing` with its name, never a guess.

>>> from gaoxing.checks.assessment.inputs import Inputs
>>> found = share(Inputs({"technical_staff@2025": 7, "staff@2025": 100}), Share("technical_staff", "staff", "人", "科技人员"), 2025, 10)
>>> found.verdict.value, found.gap.sentence
('unmet', '科技人员还差3人（现有7人，100人里要10人；另外招人的话要招4人）')
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from fractions import Fraction
from functools import lru_cache

from gaoxing.checks.assessment.inputs import Inputs, of_year
from gaoxing.checks.assessment.shown import percent, plain, up, yuan
from gaoxing.checks.assessment.verdict import Gap, Judged, Verdict, better

MONEY = "元"
"""The unit of amounts; any other unit counts things."""

_MONEY_STEP = Decimal(10_000)
"""A gap of money is told in whole ten thousands of yuan, rounded up."""


@dataclass(frozen=True)
class Share:
    """A share of two inputs (占比): its parts' names, the unit of the upper one, what it is called; `within`: more of the upper makes more of the lower."""

    upper: str
    lower: str
    unit: str
    called: str
    within: bool = False


def missing(*wants: str) -> Judged:
    """These inputs are not told."""
    return Judged(Verdict.MISSING, wants=wants)


def share(inputs: Inputs, of: Share, year: int, least: int | Decimal) -> Judged:
    """Whether a share of a year comes to at least so many percent."""
    upper, lower = inputs.number(of.upper, year), inputs.number(of.lower, year)
    if upper is None or lower is None:
        return replace(missing(*inputs.lacking(((of.upper, year), (of.lower, year)))), threshold=f"≥{plain(Decimal(least))}%")
    return share_of(upper, lower, of, least, of_year(of.upper, year))


def share_of(upper: Fraction, lower: Fraction, of: Share, least: int | Decimal, key: str, *, more: bool = False) -> Judged:
    """Whether one number is at least so many percent of another, or with `more` more than that; a share of nothing is not known."""
    wanted, threshold = _of_all(least), f"{'>' if more else '≥'}{plain(Decimal(least))}%"
    if lower <= 0:
        return Judged(Verdict.MISSING, threshold=threshold, wants=(key.replace(of.upper, of.lower),), note=f"{of.called}要和一个大于0的总数比。")
    ratio = upper / lower
    shown = Judged(Verdict.MET, f"{counted(upper, of.unit)}/{counted(lower, of.unit)}（{percent(ratio)}）", threshold)
    if ratio > wanted or (ratio == wanted and not more):
        return shown
    return replace(shown, verdict=Verdict.UNMET, gap=share_gap(upper, lower, of, wanted, key, more=more))


def share_gap(upper: Fraction, lower: Fraction, of: Share, wanted: Fraction, key: str, *, more: bool = False) -> Gap:
    """How much more of the upper number makes the share: out of the lower one as it is, and where it grows along, with that too."""
    grows = (wanted * lower - upper) / (1 - wanted) if wanted < 1 else None
    lack = grows if of.within and grows is not None else wanted * lower - upper
    if of.unit == MONEY:
        amount = up(lack, _MONEY_STEP)
        amount += _MONEY_STEP if more and Fraction(amount) == lack else 0
        return Gap(key, amount, of.unit, f"{of.called}还差{yuan(amount)}（现有{yuan(_decimal(upper))}）", _relative(amount, upper))
    amount, target = up(lack), up(wanted * lower)
    hired = f"；另外招人的话要招{plain(up(grows))}{of.unit}" if grows is not None and not of.within else ""
    told = f"{of.called}还差{plain(amount)}{of.unit}（现有{counted(upper, of.unit)}，{counted(lower, of.unit)}里要{plain(target)}{of.unit}{hired}）"
    return Gap(key, amount, of.unit, told, _relative(amount, upper))


def at_least(inputs: Inputs, name: str, year: int | None, least: int | Decimal, unit: str, called: str) -> Judged:
    """Whether a number or amount comes to at least so much."""
    return reaching(inputs.number(name, year), least, unit, called, name if year is None else of_year(name, year))


def reaching(value: Fraction | None, least: int | Decimal, unit: str, called: str, key: str) -> Judged:
    """Whether a number that was worked out, or None where the input `key` is not told, comes to at least so much."""
    floor = exact(least)
    threshold = f"≥{counted(floor, unit)}"
    if value is None:
        return replace(missing(key), threshold=threshold)
    shown = Judged(Verdict.MET, counted(value, unit), threshold)
    if value >= floor:
        return shown
    amount = up(floor - value, _MONEY_STEP) if unit == MONEY else up(floor - value)
    told = f"{called}还差{counted(Fraction(amount), unit)}（现有{counted(value, unit)}）"
    return replace(shown, verdict=Verdict.UNMET, gap=Gap(key, amount, unit, told, _relative(amount, value)))


def at_most(inputs: Inputs, name: str, year: int | None, most: int | Decimal, unit: str, called: str) -> Judged:
    """Whether a number or amount stays within so much; where it does not, no effort brings it down: the gap only tells by how much."""
    value, ceiling = inputs.number(name, year), exact(most)
    threshold = f"≤{counted(ceiling, unit)}"
    key = name if year is None else of_year(name, year)
    if value is None:
        return replace(missing(key), threshold=threshold)
    shown = Judged(Verdict.MET, counted(value, unit), threshold)
    if value <= ceiling:
        return shown
    amount = _decimal(value - ceiling)
    return replace(shown, verdict=Verdict.UNMET, gap=Gap(key, amount, unit, f"{called}超出{counted(value - ceiling, unit)}", closable=False))


def answered(inputs: Inputs, name: str, *, wanted: bool, otherwise: str) -> Judged:
    """Whether a question was answered as it must be; `otherwise` is the sentence where it was not."""
    value = inputs.yes(name)
    shown = {True: "是", False: "否"}
    if value is None:
        return replace(missing(name), threshold=shown[wanted])
    met = value is wanted
    return Judged(Verdict.MET if met else Verdict.UNMET, shown[value], shown[wanted], note="" if met else otherwise)


def expert(value: str, threshold: str, note: str) -> Judged:
    """What only people can judge."""
    return Judged(Verdict.EXPERT, value, threshold, note=note)


def all_of(*judged: Judged) -> Judged:
    """Several conditions that must all hold: the worst decides, every gap and every missing input is told; the first gap is the condition's."""
    verdict = max((each.verdict for each in judged), key=list(Verdict).index)
    return _merged(judged, verdict, "；")


def any_of(*judged: Judged) -> Judged:
    """Several ways of which one is enough: the best decides; where none holds, the gap that is smallest beside what is there."""
    best = better(*(each.verdict for each in judged))
    told = _merged([each for each in judged if each.verdict is best], best, "；或者")
    return replace(told, threshold="；或者".join(each.threshold for each in judged if each.threshold), gap=nearest([each.gap for each in judged]))


def nearest(gaps: Sequence[Gap | None]) -> Gap | None:
    """The gap that is smallest beside what there is; None where there is none."""
    found = [each for each in gaps if each is not None]
    return min(found, key=lambda each: each.effort, default=None)


def founded_since(inputs: Inputs, year: int) -> Judged:
    """Whether it was founded in a year or later."""
    founded, threshold = inputs.day("founded"), f"{year}年以后成立"
    if founded is None:
        return replace(missing("founded"), threshold=threshold)
    return Judged(Verdict.MET if founded.year >= year else Verdict.UNMET, f"{founded.year}年成立", threshold)


def certificate(inputs: Inputs, kind: str, called: str, on: date) -> Judged:
    """Whether a certificate of this kind is held and runs on the day."""
    rows = () if inputs.yes("holds_certificates") is False else inputs.rows("certificates")
    if rows is None:
        return replace(missing("certificates"), threshold=f"有效的{called}")
    held = [str(each.get("until") or "") for each in rows if each.get("kind") == kind]
    if any(len(each) == len("2027-11-30") and each >= on.isoformat() for each in held):
        return Judged(Verdict.MET, f"有效期至{max(held)}", f"有效的{called}")
    if any(len(each) < len("2027-11-30") for each in held):
        return Judged(Verdict.MISSING, "有，没有写有效期", f"有效的{called}", wants=("certificates",))
    return Judged(Verdict.UNMET, "已过期" if held else "没有", f"有效的{called}")


def growth(first: Fraction, last: Fraction, years: int) -> float | None:
    """The yearly growth between two amounts (复合增长率) as a share; None where the first is nothing.

    It is used for showing only: `grown` decides exactly.

    >>> round(growth(Fraction(100), Fraction(173), 3), 3)
    0.2
    """
    return None if first <= 0 or last < 0 else float(last / first) ** (1 / years) - 1


def grown(first: Fraction, last: Fraction, years: int, least: int | Decimal) -> bool:
    """Whether the yearly growth comes to at least so many percent, in whole numbers.

    >>> grown(Fraction(100), Fraction(1728, 10), 3, 20), grown(Fraction(100), Fraction(1727, 10), 3, 20)
    (True, False)
    """
    return first > 0 and last >= first * grown_over(least, years)


@lru_cache(maxsize=512)
def exact(number: int | str | Decimal) -> Fraction:
    """A figure of law as an exact number; worked out once.

    >>> exact(Decimal("2.5")), exact(10)
    (Fraction(5, 2), Fraction(10, 1))
    """
    return Fraction(Decimal(number))


@lru_cache(maxsize=512)
def _of_all(percents: int | str | Decimal) -> Fraction:
    """So many percent as a share."""
    return exact(percents) / 100


@lru_cache(maxsize=64)
def grown_over(least: int | Decimal, years: int) -> Fraction:
    """What yearly growth of so many percent makes of one in so many years; worked out once.

    >>> grown_over(20, 2)
    Fraction(36, 25)
    """
    return (1 + exact(least) / 100) ** years


@lru_cache(maxsize=8192)
def counted(number: Fraction, unit: str) -> str:
    """A number with its unit as it is shown."""
    exact = _decimal(number)
    return yuan(exact) if unit == MONEY else f"{plain(exact)}{unit}"


def _merged(judged: Sequence[Judged], verdict: Verdict, between: str) -> Judged:
    value, threshold = (between.join(filter(None, (getattr(each, name) for each in judged))) for name in ("value", "threshold"))
    wants = tuple(dict.fromkeys(want for each in judged for want in each.wants))
    note = "".join(dict.fromkeys(each.note for each in judged if each.note))
    return Judged(verdict, value, threshold, next((each.gap for each in judged if each.gap), None), wants, note)


def _decimal(number: Fraction) -> Decimal:
    """Exact where it is a decimal of at most six places, else rounded to them."""
    if number.denominator == 1:
        return Decimal(number.numerator)
    return round(Decimal(number.numerator) / Decimal(number.denominator), 6).normalize() + 0


def _relative(amount: Decimal, value: Fraction) -> Fraction | None:
    return Fraction(amount) / value if value > 0 else None
