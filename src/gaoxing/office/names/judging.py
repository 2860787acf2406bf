"""Judges a name against its prefecture's pool (名称审查): the one way for the applicant's pre-check and the examiner's check."""

from __future__ import annotations

from datetime import date

from gaoxing.names.composition import split
from gaoxing.names.judgement import Judgement
from gaoxing.names.keys import asked
from gaoxing.names.verdict import judge
from gaoxing.office.names.queries import neighbours


def judgement(name: str, prefecture: int, on: date, *, sole_trader: bool = False) -> Judgement:
    """The judgement of a name on a day, any text whatever; `prefecture` is the four digits of its code."""
    said = split(name)
    return judge(said, neighbours(asked(said), prefecture), on, sole_trader=sole_trader)
