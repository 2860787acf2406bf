"""What kind of answer is awaited (所待之答): it narrows how sounds are written, for a number while a number is asked, for a name where a name is.

>>> Expected.DIGITS.value
'digits'
"""

from __future__ import annotations

from enum import StrEnum


class Expected(StrEnum):
    """The slot that the next words are to fill."""

    ANYTHING = "anything"
    DIGITS = "digits"
    AMOUNT = "amount"
    NAME = "name"
    ADDRESS = "address"
    SCOPE = "scope"
