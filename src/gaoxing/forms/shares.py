"""Amounts and percents of the shareholders (认缴出资额与出资比例), each worked out exactly from the other and the registered capital.

A percent that was itself worked out (平分, 三分之一) is a rounded fraction: its exact value is found again, so that a third of three million is one
million. Amounts are whole fen or absent; nothing is rounded into an amount. 《公司法》第四十七条 (in force 2024-07-01).

>>> from gaoxing.forms.form import Answer, Source
>>> said = {"registered_capital": {"amount": "500000", "currency": "CNY"}, "parties.0.contribution.percent": "60"}
>>> settle(Form("company_registration", "2026", {path: Answer(value, Source.SAID) for path, value in said.items()})).value("parties.0.contribution.amount")
'300000'
"""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

from gaoxing.forms.form import Answer, Form, Source
from gaoxing.forms.parties import Party, capital, shareholders

AMOUNT = "contribution.amount"
PERCENT = "contribution.percent"
LARGEST_DENOMINATOR = 12
"""People share among at most so many; a worked-out percent is sought among these fractions."""


def settle(form: Form) -> Form:
    """The form with each shareholder's missing amount or percent worked out, and earlier worked-out ones brought up to date.

    Both given and contradicting stay as they are (a check tells). Running it twice changes nothing.
    """
    cleared = form.without(_stale(form))
    whole = capital(cleared)
    if whole is None:
        return cleared
    owners = shareholders(cleared)
    fractions = exact_shares(cleared)
    derived: dict[str, Answer] = {}
    for owner in owners:
        derived |= _worked_out(cleared, owner, whole, fractions.get(owner.path))
    return cleared.with_answers(derived)


def exact_shares(form: Form) -> dict[str, Fraction]:
    """Each shareholder's exact part of the whole by the row's path, where it is certain: from the percent, else from amount and capital.

    A worked-out percent whose exact value cannot be told is left out.
    """
    owners = shareholders(form)
    literal = {each.path: share for each in owners if (share := _literal(form, each)) is not None}
    fixed = {path: share for path, share in literal.items() if not _worked_out_percent(form, path)}
    recovered = {path: found for path, share in literal.items() if path not in fixed and (found := _certain(share)) is not None}
    complete = len(literal) == len(owners)
    if complete and sum((fixed | recovered).values()) == 1:
        return fixed | recovered
    if complete and sum(literal.values()) == 1:
        return literal
    return fixed | (_split_rest(literal, fixed, complete=complete) or recovered)


def nearest_simple(share: Fraction) -> Fraction | None:
    """The fraction with a denominator up to 12 whose percent, rounded to two decimals, is this share; None where there is none.

    >>> nearest_simple(Fraction(3333, 10000)), nearest_simple(Fraction(2167, 10000))
    (Fraction(1, 3), None)
    """
    simple = share.limit_denominator(LARGEST_DENOMINATOR)
    return simple if percent_text(simple) == percent_text(share) else None


def percent_text(share: Fraction) -> str:
    """A share of the whole as a percent with at most two decimals, trailing zeros dropped.

    >>> percent_text(Fraction(1, 3)), percent_text(Fraction(3, 5))
    ('33.33', '60')
    """
    hundredths = share * 10_000
    rounded = (2 * hundredths.numerator + hundredths.denominator) // (2 * hundredths.denominator)
    return _hundredths(rounded)


def amount_text(share: Fraction, whole: Decimal) -> str | None:
    """The amount of a share in whole currency units, to the fen; None where it does not come out in whole fen."""
    fen = share * Fraction(whole) * 100
    return _hundredths(fen.numerator) if fen.denominator == 1 else None


def _stale(form: Form) -> list[str]:
    """The paths that an earlier run worked out: a derived value beside the one that it follows from."""
    stale: list[str] = []
    for owner in shareholders(form):
        amount, percent = form.answers.get(owner.at(AMOUNT)), form.answers.get(owner.at(PERCENT))
        if amount is None or percent is None or _both_hold(form, owner, amount, percent):
            continue
        if _follows(amount, percent):
            stale.append(owner.at(AMOUNT))
        elif _follows(percent, amount):
            stale.append(owner.at(PERCENT))
    return stale


def _both_hold(form: Form, owner: Party, amount: Answer, percent: Answer) -> bool:
    """Whether both were worked out and still agree with the capital: then neither is touched."""
    whole = capital(form)
    if whole is None or owner.amount is None or not amount.source is percent.source is Source.DERIVED:
        return False
    return percent_text(Fraction(owner.amount) / Fraction(whole)) == percent.value


def _follows(one: Answer, other: Answer) -> bool:
    """Whether one was worked out from the other: it is derived and carries the other's words."""
    return one.source is Source.DERIVED and set(other.evidence) <= set(one.evidence)


def _literal(form: Form, owner: Party) -> Fraction | None:
    if owner.percent is not None:
        return Fraction(owner.percent) / 100
    whole = capital(form)
    return None if owner.amount is None or whole is None else Fraction(owner.amount) / Fraction(whole)


def _certain(share: Fraction) -> Fraction | None:
    """A worked-out percent's exact value: a whole percent is exact, another is a simple fraction or unknown."""
    return share if (share * 100).denominator == 1 else nearest_simple(share)


def _worked_out_percent(form: Form, path: str) -> bool:
    percent = form.answers.get(f"{path}.{PERCENT}")
    return percent is not None and percent.source is Source.DERIVED


def _split_rest(literal: dict[str, Fraction], fixed: dict[str, Fraction], *, complete: bool) -> dict[str, Fraction]:
    """The rest of the whole in equal parts, where all worked-out percents are that part rounded; else nothing."""
    rest = {path: share for path, share in literal.items() if path not in fixed}
    if not complete or not rest:
        return {}
    part = (1 - sum(fixed.values(), Fraction(0))) / len(rest)
    return dict.fromkeys(rest, part) if all(percent_text(part) == percent_text(share) for share in rest.values()) else {}


def _worked_out(form: Form, owner: Party, whole: Decimal, share: Fraction | None) -> dict[str, Answer]:
    amount, percent = form.answers.get(owner.at(AMOUNT)), form.answers.get(owner.at(PERCENT))
    if amount is None and percent is not None and share is not None and share > 0:
        worth = amount_text(share, whole)
        return {} if worth is None else {owner.at(AMOUNT): _derived(form, worth, percent)}
    if percent is None and amount is not None and owner.amount is not None and owner.amount > 0:
        part = percent_text(Fraction(owner.amount) / Fraction(whole))
        return {} if part == "0" or (part == "100" and owner.amount < whole) else {owner.at(PERCENT): _derived(form, part, amount)}
    return {}


def _derived(form: Form, value: str, source: Answer) -> Answer:
    """A worked-out answer with the words of what it follows from and of the capital; no surer than either."""
    money = form.answers["registered_capital"]
    evidence = source.evidence + tuple(each for each in money.evidence if each not in source.evidence)
    certainty = max((source.certainty, money.certainty), key=("certain", "likely", "unsure").index)
    return Answer(value, Source.DERIVED, evidence, certainty)


def _hundredths(count: int) -> str:
    """A whole number of hundredths as decimal text, at any size: 33333 is 333.33, 10000 is 100."""
    whole, rest = divmod(count, 100)
    return f"{whole}.{rest:02d}".rstrip("0").rstrip(".")
