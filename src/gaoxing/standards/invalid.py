"""What may be wrong with a code (号码不合格): each kind an exception with a plain sentence for the applicant.

>>> raise WrongLength("身份证号应为 18 位，现在是 17 位")
Traceback (most recent call last):
gaoxing.standards.invalid.WrongLength: 身份证号应为 18 位，现在是 17 位
"""

from __future__ import annotations


class Invalid(ValueError):
    """A code that does not follow its standard; the message says what is wrong, in plain Chinese."""


class WrongLength(Invalid):
    """Too many or too few characters."""


class WrongCharacters(Invalid):
    """A character that this code cannot hold, or not at this place."""


class WrongCheckDigit(Invalid):
    """The check digit does not follow from the other characters: somewhere a character is mistaken."""


class WrongComponent(Invalid):
    """A part of the code means nothing: a day that does not exist, an unknown kind of authority."""
