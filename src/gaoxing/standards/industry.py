"""Industrial classification (国民经济行业分类, GB/T 4754-2017, with amendment no. 1 of 2019): sections and divisions.

A code is a section's letter and two, three or four digits (I6513). The first two digits are the division, which lies in exactly one section.
Source: sections and their ranges counted in S15; names from knowledge [K]. Groups and classes are not held: their form alone is judged.

>>> section_of("I6513").name, division_of("I6513").name
('信息传输、软件和信息技术服务业', '软件和信息技术服务业')
>>> well_formed("C6513"), well_formed("I6513")
(False, True)
"""

from __future__ import annotations

import csv
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from gaoxing.standards.expression import expression

_FORM = expression(r"([A-T])(\d{2})\d{0,2}")


@dataclass(frozen=True)
class Section:
    """A section (门类): its letter, A to T, and name."""

    letter: str
    name: str


@dataclass(frozen=True)
class Division:
    """A division (大类): its two digits, name, and the letter of its section."""

    code: str
    name: str
    section: str


def well_formed(code: str) -> bool:
    """Whether `code` is a letter and 2–4 digits whose division exists and lies in that section."""
    match = _FORM.fullmatch(code)
    found = _divisions().get(match[2]) if match else None
    return bool(match and found and found.section == match[1])


def section_of(code: str) -> Section:
    """The section of a code (I6513, I65, or a division's bare digits 65).

    Raises ValueError where the code has not the standard's form.
    """
    return _sections()[division_of(code).section]


def division_of(code: str) -> Division:
    """The division of a code (I6513, I65 or 65). Raises ValueError where the code has not the standard's form."""
    if code in _divisions():
        return _divisions()[code]
    if not well_formed(code):
        raise ValueError(f"«{code}» is no code of GB/T 4754-2017: a section's letter and two to four digits are needed, as in I6513")
    return _divisions()[code[1:3]]


def sections() -> tuple[Section, ...]:
    """The twenty sections, A to T."""
    return tuple(_sections().values())


def divisions() -> tuple[Division, ...]:
    """The ninety-seven divisions, 01 to 97."""
    return tuple(_divisions().values())


@cache
def _sections() -> dict[str, Section]:
    return {row["code"]: Section(row["code"], row["name"]) for row in _rows() if not row["section"]}


@cache
def _divisions() -> dict[str, Division]:
    return {row["code"]: Division(row["code"], row["name"], row["section"]) for row in _rows() if row["section"]}


@cache
def _rows() -> tuple[dict[str, str], ...]:
    text = files("gaoxing.standards").joinpath("industries.tsv").read_text(encoding="utf-8")
    return tuple(csv.DictReader(text.splitlines(), delimiter="\t"))
