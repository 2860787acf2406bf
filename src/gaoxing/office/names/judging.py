"""Judges a name against its prefecture's pool (名称审查): the one way for the applicant's pre-check and the examiner's check."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from datetime import date

from gaoxing.names.composition import split
from gaoxing.names.judgement import Judgement, Verdict
from gaoxing.names.keys import asked
from gaoxing.names.name import Name
from gaoxing.names.neighbour import Neighbour
from gaoxing.names.suggestions import suggest
from gaoxing.names.verdict import judge
from gaoxing.office.names.queries import neighbours


def judgement(name: str, prefecture: int, on: date, *, sole_trader: bool = False, own: Collection[str] = ()) -> Judgement:
    """The judgement of a name on a day with what would pass instead; any text whatever; `prefecture` is the four digits of its code.

    `own` are the names that the enterprise bears already: they do not stand in its way.
    """
    borne = {split(each).text for each in own}

    def look_up(other: Name) -> tuple[Neighbour, ...]:
        return tuple(each for each in neighbours(asked(other), prefecture) if each.name not in borne)

    said = split(name)
    judged = judge(said, look_up(said), on, sole_trader=sole_trader)
    if judged.verdict is Verdict.FREE:
        return judged
    return replace(judged, suggestions=suggest(said, look_up, on, sole_trader=sole_trader))
