"""Telephone numbers (电话号码): mobile, fixed line with area code, extension, 400 and 800 lines.

Mobile: 11 digits, 13 to 19 (工信部 号段, YD/T 2591 [K]). Fixed line: area code 0 and two or three digits, then seven or eight.

>>> validate("138 0013 8000"), validate("051257300000"), mask("13800138000")
('13800138000', '0512-57300000', '138****8000')
"""

from __future__ import annotations

import re

from gaoxing.standards.expression import expression
from gaoxing.standards.invalid import Invalid, WrongCharacters, WrongComponent, WrongLength
from gaoxing.standards.numeral_words import half_width

MOBILE = expression("1[3-9][0-9]{9}")
SERVICE = expression("[48]00[0-9]{7}")


def compact(number: str) -> str:
    """Half-width, without blanks, brackets and +86; a fixed line as area-number, its extension behind another dash."""
    digits = re.sub(r"^\+86|^0086", "", re.sub(r"[\s()（）.·]", "", half_width(number)))
    line = re.fullmatch(r"(010|02[0-9]|0[3-9][0-9]{2})-?([2-9][0-9]{2,3}-?[0-9]{4})(?:-|转|转分机|分机|ext\.?|#)?([0-9]{1,5})?", digits)
    if line is None:
        return digits.replace("-", "")
    return f"{line[1]}-{line[2].replace('-', '')}" + (f"-{line[3]}" if line[3] else "")


def validate(number: str) -> str:
    """The compact number. Raises a kind of `Invalid` with a plain sentence."""
    digits = compact(number)
    if kind(digits):
        return digits
    if not re.fullmatch("[0-9-]+", digits):
        raise WrongCharacters(f"电话号码「{number}」里有不是数字的字，请重新报一遍")
    if digits.startswith("1"):
        if len(digits) != 11:
            raise WrongLength(f"手机号应为 11 位，现在是 {len(digits)} 位，请重新报一遍")
        raise WrongComponent(f"没有「{digits[:3]}」开头的手机号，请重新报一遍")
    if not digits.startswith("0") and len(digits) in (7, 8):
        raise WrongComponent("座机请加上区号，昆山是 0512")
    raise WrongLength(f"电话号码「{digits}」位数不对：手机 11 位，座机是区号加 7 或 8 位")


def is_valid(number: str) -> bool:
    """Whether `validate` accepts it."""
    try:
        validate(number)
    except Invalid:
        return False
    return True


def kind(number: str) -> str | None:
    """`mobile`, `landline` (with area code) or `service` (400, 800); None where it is none of them."""
    digits = compact(number)
    if MOBILE.fullmatch(digits):
        return "mobile"
    if SERVICE.fullmatch(digits):
        return "service"
    return "landline" if re.fullmatch("0[0-9]{2,3}-[2-9][0-9]{6,7}(?:-[0-9]{1,5})?", digits) else None


def format(number: str) -> str:  # noqa: A001 - the name all codes share, as in python-stdnum
    """As it is read back: mobile in 3-4-4, 400 lines in 3-3-4, a fixed line with its dash."""
    digits, said = compact(number), kind(number)
    groups = {"mobile": (3, 7), "service": (3, 6)}.get(said or "")
    return digits if groups is None else " ".join((digits[: groups[0]], digits[groups[0] : groups[1]], digits[groups[1] :]))


def mask(number: str) -> str:
    """All but the first three and the last four figures covered; a fixed line keeps its area code and the last two."""
    digits = compact(number)
    if "-" in digits:
        area, line, *_ = digits.split("-")
        return f"{area}-{'*' * (len(line) - 2)}{line[-2:]}"
    return digits[:3] + "*" * (len(digits) - 7) + digits[-4:] if len(digits) > 7 else "*" * len(digits)
