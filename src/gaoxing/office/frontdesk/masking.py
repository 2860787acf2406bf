"""Numbers of people as a screen may show them (脱敏, GB/T 37964—2019): the ends stay, the middle is hidden; the paper alone has them whole.

>>> mask("320583199001011234")
'3205**********1234'
>>> mask("13812345678")
'138****5678'
"""

from __future__ import annotations

import re

_LONG = 15
_TELEPHONE = 11
_NUMBERS = re.compile(r"(?<![0-9A-Za-z])(?:[0-9A-HJ-NP-RT-UW-Y]{17}[0-9A-Za-z]|[0-9]{15}|1[0-9]{10})(?![0-9A-Za-z])")


def mask(value: str) -> str:
    """The value with its middle hidden, of the same length. Identity numbers keep four and four, telephones three and four, others about a third."""
    size = len(value)
    if size >= _LONG:
        return _kept(value, 4, 4)
    if size >= _TELEPHONE - 4:
        return _kept(value, 3, 4) if size >= _TELEPHONE else _kept(value, 2, 2)
    return _kept(value, size // 3, size // 3)


def mask_numbers(text: str) -> str:
    """The text with every identity number, credit code and mobile number in it masked."""
    return _NUMBERS.sub(lambda found: mask(found.group()), text)


def _kept(value: str, front: int, back: int) -> str:
    return value[:front] + "*" * (len(value) - front - back) + (value[-back:] if back else "")
