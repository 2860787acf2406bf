"""What changes when an answer or a choice changes (假如): licences, papers, the day of opening.

>>> from datetime import date
>>> told = what_if("restaurant", {"area": 400, "fitout": 50}, {"area": 280}, date(2026, 11, 25))
>>> [each.name for each in told.licences_fewer], told.days
(['公众聚集场所投入使用、营业前消防安全检查'], (10, 10))
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from gaoxing.matters.joint_licence.bundle.papers import Way, papers
from gaoxing.matters.joint_licence.permits.entries import Answers, Catalogue, Licence, Material
from gaoxing.matters.joint_licence.permits.loading import shipped
from gaoxing.matters.joint_licence.planning.choices import Choices, to_apply
from gaoxing.matters.joint_licence.planning.plan import Plan, plan
from gaoxing.matters.joint_licence.trades import licences


@dataclass(frozen=True)
class WhatIf:
    """The differences: licences and papers to bring, more and fewer; the day of opening and its working days, before and after."""

    licences_more: tuple[Licence, ...]
    licences_fewer: tuple[Licence, ...]
    papers_more: tuple[Material, ...]
    papers_fewer: tuple[Material, ...]
    opening: tuple[date, date]
    days: tuple[int, int]

    def to_json(self) -> dict[str, Any]:
        """The lists as id and name, the days as pairs."""
        lists = {
            word: [{"id": each.id, "name": each.name} for each in getattr(self, word)]
            for word in ("licences_more", "licences_fewer", "papers_more", "papers_fewer")
        }
        return {**lists, "opening": [each.isoformat() for each in self.opening], "days": list(self.days)}


def what_if(
    trade: str,
    answers: Answers,
    change: Answers,
    on: date,
    *,
    before: Choices | None = None,
    after: Choices | None = None,
    known: Catalogue | None = None,
) -> WhatIf:
    """What becomes of it with the changed answers, and with other choices (`after`; the same where None). Raises KeyError for an unknown trade."""
    known = known or shipped()
    old, new = (trade, answers, before or Choices()), (trade, {**answers, **change}, after or before or Choices())
    (old_set, old_papers, old_plan), (new_set, new_papers, new_plan) = (_made(*each, on, known) for each in (old, new))
    return WhatIf(
        tuple(known.licences[each] for each in new_set if each not in old_set),
        tuple(known.licences[each] for each in old_set if each not in new_set),
        tuple(each for each in new_papers if each not in old_papers),
        tuple(each for each in old_papers if each not in new_papers),
        (old_plan.opening, new_plan.opening),
        (old_plan.working_days, new_plan.working_days),
    )


def _made(trade: str, answers: Answers, choices: Choices, on: date, known: Catalogue) -> tuple[Sequence[str], list[Material], Plan]:
    wanted = to_apply(licences(trade, answers, known), existing=choices.existing)
    brought = [each.material for each in papers(wanted, answers, known) if each.way is Way.UPLOAD]
    return wanted, brought, plan(wanted, answers, on, choices, known)
