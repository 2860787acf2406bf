"""Where a page of a long list goes on (分页的位置): after the last row's moment and number, so that the ten-thousandth page costs what the first does.

>>> mark(EPOCH + timedelta(seconds=1), 7), mark(None, 7)
('1000000.7', '-.7')
>>> place("1000000.7")
(datetime.datetime(1970, 1, 1, 0, 0, 1, tzinfo=datetime.timezone.utc), 7)
>>> place("-.7"), place("yesterday"), dated("-.7")
((None, 7), None, None)
"""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
MICROSECOND = timedelta(microseconds=1)
LONGEST = 40
"""Characters of a place in an address."""

_NONE, _LARGEST = "-", 2**63
"""A row without a moment; no number of a row is so large."""


def mark(moment: datetime | None, number: int) -> str:
    """A row's place as an address holds it: microseconds (`-` without a moment) and number."""
    return f"{_NONE if moment is None else (moment - EPOCH) // MICROSECOND}.{number}"


def place(text: str) -> tuple[datetime | None, int] | None:
    """The place that an address holds; None where it holds none."""
    moment, _dot, number = text.partition(".")
    if len(text) > LONGEST or not _digits(number) or not (moment == _NONE or _digits(moment)) or int(number) >= _LARGEST:
        return None
    try:
        return (None if moment == _NONE else EPOCH + int(moment) * MICROSECOND), int(number)
    except OverflowError:
        return None


def dated(text: str) -> tuple[datetime, int] | None:
    """The same in a list whose rows all have a moment."""
    found = place(text)
    return None if found is None or found[0] is None else (found[0], found[1])


def _digits(text: str) -> bool:
    return text.isascii() and text.isdecimal()
