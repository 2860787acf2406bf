"""How long a verdict lasts (判断到哪天以前不变): the first later day on which the same figures might be judged otherwise.

Every rung looks at the day in these ways alone: by the year before it, by when the enterprise was founded, by when certificates end and rounds of
financing were, and by which figures of law are in force. What cannot be dated to the day lasts no longer than its own day.

>>> lasts_until(Inputs({"founded": "2019-03-01"}), date(2026, 3, 1), ()), lasts_until(Inputs({}), date(2026, 3, 1), (date(2026, 5, 1),))
(datetime.date(2027, 1, 1), datetime.date(2026, 5, 1))
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from gaoxing.checks.assessment.inputs import Inputs
from gaoxing.checks.deadline import later

_NIGHT = timedelta(days=1)
_WHOLE = len("2026-11-25")


def lasts_until(inputs: Inputs, on: date, rounds: Iterable[date]) -> date:
    """The first day after `on` on which these inputs might be judged otherwise; `rounds` are the days on which figures of law begin or end."""
    days = (date(on.year + 1, 1, 1), *rounds, *_of_founding(inputs, on), *_of_certificates(inputs, on), *_of_financing(inputs, on))
    return min(each for each in days if each > on)


def _of_founding(inputs: Inputs, on: date) -> Iterator[date]:
    """While it is not a year old the days are counted; then nothing but the year counts."""
    founded = inputs.day("founded")
    if founded is not None and later(founded, 1) > on:
        yield on + _NIGHT


def _of_certificates(inputs: Inputs, on: date) -> Iterator[date]:
    """The day after each ends."""
    for row in inputs.rows("certificates") or ():
        yield _day(str(row.get("until") or ""), on) + _NIGHT


def _of_financing(inputs: Inputs, on: date) -> Iterator[date]:
    """The day of a round that is still to come, and that on which it is two years old."""
    for row in inputs.rows("financing") or ():
        when = _day(str(row.get("date") or ""), on)
        yield from (when, later(when, 2), later(when, 2) + _NIGHT)


def _day(written: str, on: date) -> date:
    """A whole day; today for anything else, so that it lasts no longer."""
    try:
        return date.fromisoformat(written) if len(written) == _WHOLE else on
    except ValueError:
        return on
