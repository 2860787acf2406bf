"""What one window saves (省了多少): forms, papers, blanks and working days, done one by one and together.

The days are the law's, as the worked examples count them: one month 21 working days, natural days five sevenths, hearings, visits and delivery left out.

>>> from gaoxing.matters.joint_licence.trades import licences
>>> answers = {"area": 400, "fitout": 50, "has_sign": True, "sells_tobacco": False, "to_sewer": True}
>>> told = saving(licences("restaurant", answers), answers)
>>> told.materials, told.uploads, told.fields, told.days
(Pair(separately=32, together=22), 11, Pair(separately=111, together=51), Pair(separately=45, together=20))
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from gaoxing.matters.joint_licence.bundle.papers import Way, asked_for, papers
from gaoxing.matters.joint_licence.bundle.shared_fields import shared_fields
from gaoxing.matters.joint_licence.permits.entries import Answers, Catalogue
from gaoxing.matters.joint_licence.permits.loading import shipped
from gaoxing.matters.joint_licence.planning.order import finishes

APPLICATION = "申请表"


class Pair(NamedTuple):
    """A number for every licence by itself, and for all of them together."""

    separately: int
    together: int


@dataclass(frozen=True)
class Saving:
    """Forms, papers (`unique`: each once, before what one licence gives another is left out; `uploads`: what the applicant brings), blanks, working days."""

    forms: Pair
    materials: Pair
    unique: int
    uploads: int
    fields: Pair
    days: Pair

    def to_json(self) -> dict[str, Any]:
        """Each pair as `{"separately", "together"}`."""
        pairs = {word: getattr(self, word)._asdict() for word in ("forms", "materials", "fields", "days")}
        return {**pairs, "unique": self.unique, "uploads": self.uploads}


def saving(licences: Sequence[str], answers: Answers, known: Catalogue | None = None, *, registers: bool = False) -> Saving:
    """What these licences cost one by one and together."""
    known = known or shipped()
    one_by_one, found = list(asked_for(licences, answers, known)), papers(licences, answers, known, registers=registers)
    forms = sum(known.materials[each].kind.endswith((APPLICATION, "表单")) for each in one_by_one)
    return Saving(
        Pair(forms, min(forms, 1)),
        Pair(len(one_by_one), sum(each.way is not Way.ISSUED for each in found)),
        len(found),
        sum(each.way is Way.UPLOAD for each in found),
        Pair(sum(len(known.licences[each].fields) for each in licences), len(shared_fields(licences, known))),
        Pair(sum(known.licences[each].statutory for each in licences), max(finishes(licences, known).values(), default=0)),
    )
