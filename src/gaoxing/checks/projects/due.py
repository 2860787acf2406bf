"""When a filed project is reminded of (备案后提醒): 18, 23 and 24 months after filing without a start or any procedure.

《企业投资项目事中事后监管办法》第十五条 (in force 2018-02-04): after two years the enterprise explains online that it goes on, or withdraws; where it
does neither the authority reminds it, and at last removes the record. A filing carries no day on which it lapses;
an approval (核准) does lapse after two years.

>>> [each.on.isoformat() for each in due(date(2026, 1, 31), (18, 23, 24))]
['2027-07-31', '2027-12-31', '2028-01-31']
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from gaoxing.checks.deadline import months_later

BASIS = "《企业投资项目事中事后监管办法》第十五条"


class Standing(StrEnum):
    """Where a filing stands before the two-year rule (两年规则)."""

    FRESH = "fresh"
    STARTED = "started"
    PROCEDURE = "procedure"
    EXPLAINED = "explained"
    TO_EXPLAIN = "to_explain"


@dataclass(frozen=True)
class Reminder:
    """A reminder: after how many months, and the day."""

    months: int
    on: date


def due(filed: date, months: Sequence[int]) -> tuple[Reminder, ...]:
    """The days on which a project filed on `filed` is reminded of, the first one first."""
    return tuple(Reminder(each, months_later(filed, each)) for each in sorted(months))


def next_due(filed: date, months: Sequence[int], *, sent: Sequence[int] = (), on: date) -> Reminder | None:
    """The latest reminder that is due on the day and was not sent; an earlier one that was missed is not sent behind it."""
    ready = [each for each in due(filed, months) if each.on <= on and each.months > max(sent, default=0)]
    return ready[-1] if ready else None


def standing(filed: date, *, on: date, years: int, started: date | None = None, procedure: date | None = None, explained: date | None = None) -> Standing:
    """Where the filing stands: nothing lapses by itself, whoever is silent after two years has to explain or withdraw.

    An explanation counts from its own day on, for as many years again.
    """
    if started is not None:
        return Standing.STARTED
    if procedure is not None:
        return Standing.PROCEDURE
    if on < months_later(filed, years * 12):
        return Standing.FRESH
    if explained is not None and on < months_later(explained, years * 12):
        return Standing.EXPLAINED
    return Standing.TO_EXPLAIN
