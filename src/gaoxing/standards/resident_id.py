"""The citizen identification number (公民身份号码), GB 11643-1999, in force 1999-07-01; check by ISO/IEC 7064 MOD 11-2.

18 characters: region (6), date of birth (8), sequence (3, odd for men), check digit (0–9 or X). Whether the region exists is asked of
`region_code` by the caller: `region_code.known(region(number))`; abolished codes stay valid in numbers given out under them.

>>> validate("11010519491231002x"), birthday("11010519491231002X").isoformat(), sex("11010519491231002X")
('11010519491231002X', '1949-12-31', 'female')
>>> mask("11010519491231002X")
'110105********002X'
"""

from __future__ import annotations

import re
from datetime import date

from gaoxing.standards.invalid import Invalid, WrongCharacters, WrongCheckDigit, WrongComponent, WrongLength
from gaoxing.standards.numeral_words import half_width

WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
CHECKS = "10X98765432"


def compact(number: str) -> str:
    """Without blanks and dashes, half-width, upper case."""
    return re.sub(r"[\s\-—]", "", half_width(number)).upper()


def validate(number: str, *, on: date | None = None) -> str:
    """The compact number. Raises a kind of `Invalid`; with `on` a date of birth after that day is invalid too."""
    digits = compact(number)
    if len(digits) != 18:
        raise WrongLength(f"身份证号应为 18 位，现在是 {len(digits)} 位，请对照证件核对")
    if not re.fullmatch("[0-9]{17}[0-9X]", digits):
        raise WrongCharacters("身份证号前 17 位应全是数字，最后一位是数字或 X，请对照证件核对")
    born = birthday(digits)
    if on is not None and born > on:
        raise WrongComponent(f"身份证号里的出生日期 {born:%Y-%m-%d} 还没有到，请对照证件核对")
    if check_digit(digits[:17]) != digits[17]:
        raise WrongCheckDigit("身份证号最后一位对不上，有一位念错或写错了，请对照证件核对")
    return digits


def is_valid(number: str, *, on: date | None = None) -> bool:
    """Whether `validate` accepts it."""
    try:
        validate(number, on=on)
    except Invalid:
        return False
    return True


def check_digit(body: str) -> str:
    """The 18th character of the first 17 digits. Raises WrongCharacters where they are not 17 digits."""
    if not re.fullmatch("[0-9]{17}", body):
        raise WrongCharacters("前 17 位应全是数字")
    return CHECKS[sum(int(digit) * weight for digit, weight in zip(body, WEIGHTS, strict=True)) % 11]


def region(number: str) -> str:
    """The six digits of the region where the number was given out (GB/T 2260)."""
    return compact(number)[:6]


def birthday(number: str) -> date:
    """The date of birth. Raises WrongComponent where there is no such day, or it is before 1850."""
    digits = compact(number)[6:14]
    try:
        born = date(int(digits[:4]), int(digits[4:6]), int(digits[6:]))
    except ValueError:
        raise WrongComponent(f"身份证号里的出生日期「{digits}」不存在，请对照证件核对") from None
    if born.year < 1850:
        raise WrongComponent(f"身份证号里的出生年份「{born.year}」太早了，请对照证件核对")
    return born


def sex(number: str) -> str:
    """`male` for an odd 17th digit, `female` for an even one."""
    return "male" if int(compact(number)[16]) % 2 else "female"


def age(number: str, on: date) -> int:
    """Full years (周岁) on a day: reached on the day after the birthday (法释〔2006〕1号 art. 2)."""
    born = birthday(number)
    return on.year - born.year - ((on.month, on.day) <= (born.month, born.day))


def format(number: str) -> str:  # noqa: A001 - the name all codes share, as in python-stdnum
    """In groups of 6-4-4-4, as it is read back."""
    digits = compact(number)
    return " ".join(part for part in (digits[:6], digits[6:10], digits[10:14], digits[14:]) if part)


def mask(number: str) -> str:
    """The date of birth covered: for lists and messages."""
    digits = compact(number)
    return digits[:6] + "*" * max(0, len(digits) - 10) + digits[-4:] if len(digits) > 10 else "*" * len(digits)
