"""Project codes (项目代码): GB/T 40058-2021 (in force 2021-08-01), YYMM-RRRRRR-DD-TT-NNNNNC, 24 characters with their dashes.

Four figures for the month, six for the division, two for the guiding department, two for the kind, five at random, one to check. How the check character is
worked out was not found, so it is never judged and never made: a code made here is provisional (暂编) and has `*` in its place until the platform's code is
entered. That 89 is the department of local projects, 01 construction and 02 technical renovation, is from knowledge [K].

>>> code = provisional(date(2026, 11, 25), "320583", "new", "04217")
>>> code, parse(code).provisional, parse("2606-320583-89-01-123456").region
('2611-320583-89-01-04217*', True, '320583')
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from gaoxing.standards.expression import expression
from gaoxing.standards.invalid import Invalid

SINCE = date(2021, 8, 1)
DEPARTMENT = "89"
KINDS = {"technical_renovation": "02"}
"""Nature of construction → kind of project; any other is capital construction (01)."""
CONSTRUCTION = "01"
UNCHECKED = "*"
"""What stands in the place of the check character of a provisional code."""
RANDOM_FIGURES = 5
CODE = expression(r"(?P<year>[0-9]{2})(?P<month>[0-9]{2})-(?P<region>[0-9]{6})-[0-9]{2}-(?P<kind>[0-9]{2})-[0-9]{5}(?P<check>[0-9A-Z*])")
OLD_CODE = expression(r"(?P<year>20[0-9]{2})-(?P<region>[0-9]{6})-[0-9]{2}-(?P<kind>[0-9]{2})-[0-9]{6}")
DASHES = expression(r"[\s－—–_]+")


@dataclass(frozen=True)
class ProjectCode:
    """A code taken apart; `year` with four figures, `month` 0 where an old code (2015 to 2020) has none."""

    code: str
    year: int
    month: int
    region: str
    kind: str
    provisional: bool = False


def compact(given: str) -> str:
    """The code as it is stored: no spaces, plain dashes, capital letters.

    >>> compact(" 2606－320583-89-01-12345x")
    '2606-320583-89-01-12345X'
    """
    return DASHES.sub(lambda found: "" if found[0].isspace() else "-", given.strip()).upper()


def parse(given: str) -> ProjectCode:
    """The code taken apart. Raises Invalid with a sentence where it has not the shape of one."""
    code = compact(given)
    if old := OLD_CODE.fullmatch(code):
        return ProjectCode(code, int(old["year"]), 0, old["region"], old["kind"])
    found = CODE.fullmatch(code)
    if found is None:
        raise Invalid("项目代码应当是24位，像 2606-320583-89-01-123456 这样，数字中间有四道横杠")
    if not 1 <= int(found["month"]) <= 12:
        raise Invalid(f"项目代码的第三、四位是月份，不会是{found['month']}")
    return ProjectCode(code, 2000 + int(found["year"]), int(found["month"]), found["region"], found["kind"], found["check"] == UNCHECKED)


def provisional(on: date, region: str, nature: str, number: str) -> str:
    """A provisional code (暂编代码) of a project filed on the day: `number` is five figures. Raises ValueError for another region or number."""
    if not (region.isascii() and region.isdigit() and len(region) == 6 and number.isascii() and number.isdigit() and len(number) == RANDOM_FIGURES):
        raise ValueError(f"no region or number of a project code: {region!r}, {number!r}")
    return f"{on:%y%m}-{region}-{DEPARTMENT}-{KINDS.get(nature, CONSTRUCTION)}-{number}{UNCHECKED}"
