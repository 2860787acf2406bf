"""Numbers of people as a screen may show them (脱敏, GB/T 37964—2019): the ends stay, the middle is hidden; the paper alone has them whole.

>>> mask("320583199001011234")
'3205**********1234'
>>> mask("13812345678")
'138****5678'
"""

from __future__ import annotations

import re

from gaoxing.standards.expression import expression

_LONG = 15
_TELEPHONE = 11
_NUMBERS = re.compile(r"(?<![0-9A-Za-z])(?:[0-9A-HJ-NP-RT-UW-Y]{17}[0-9A-Za-z]|[0-9]{15}|1[0-9]{10})(?![0-9A-Za-z])")


_CONTACTS = expression(r"(?<![0-9A-Za-z._%+-])[0-9A-Za-z._%+-]{2,64}@(?=[0-9A-Za-z])|(?<![0-9-])0[0-9]{2,3}-?[0-9]{7,8}(?![0-9])")
"""What stands before the host of an e-mail address, and landlines with their area code."""


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


def mask_contacts(text: str) -> str:
    """The text as staff see it before they give a reason: numbers of people masked, landlines and e-mail addresses too; of the same length.

    >>> mask_contacts("邮箱 tiger@example.cn，电话 0512-57301234，手机13800001234")
    '邮箱 t***r@example.cn，电话 051******1234，手机138****1234'
    """
    return _CONTACTS.sub(lambda found: _contact(found.group()), mask_numbers(text))


def _contact(found: str) -> str:
    return f"{mask(found[:-1])}@" if found.endswith("@") else mask(found)


def _kept(value: str, front: int, back: int) -> str:
    return value[:front] + "*" * (len(value) - front - back) + (value[-back:] if back else "")
