"""What changes when an answer or a choice changes (假如): licences, papers, blanks, the plan and its day of opening.

>>> from datetime import date
>>> told = what_if("restaurant", {"area": 400, "fitout": 50}, {"area": 280}, date(2026, 11, 25))
>>> [each.name for each in told.licences_fewer], told.days
(['公众聚集场所投入使用、营业前消防安全检查'], (10, 10))
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from gaoxing.matters.joint_licence.bundle.papers import Way, papers
from gaoxing.matters.joint_licence.bundle.shared_fields import shared_fields
from gaoxing.matters.joint_licence.permits.entries import Answers, Blank, Catalogue, Licence, Material
from gaoxing.matters.joint_licence.permits.loading import shipped
from gaoxing.matters.joint_licence.planning.choices import Choices, to_apply
from gaoxing.matters.joint_licence.planning.plan import Plan, plan
from gaoxing.matters.joint_licence.trades import licences

Change = Mapping[str, bool | int | float | None]
"""Answers that change; None: nothing is answered there any more."""


@dataclass(frozen=True)
class WhatIf:
    """The differences: licences, papers to bring and blanks to fill, more and fewer, and how many of each; the plan, its day of opening and its working
    days, before and after.
    """

    licences_more: tuple[Licence, ...]
    licences_fewer: tuple[Licence, ...]
    papers_more: tuple[Material, ...]
    papers_fewer: tuple[Material, ...]
    fields_more: tuple[Blank, ...]
    fields_fewer: tuple[Blank, ...]
    opening: tuple[date, date]
    days: tuple[int, int]
    licences: tuple[int, int]
    papers: tuple[int, int]
    fields: tuple[int, int]
    plans: tuple[Plan, Plan]

    def to_json(self) -> dict[str, Any]:
        """The lists as id and name (of a blank its label), days and counts as pairs."""
        lists = {
            word: [{"id": each.id, "name": each.name} for each in getattr(self, word)]
            for word in ("licences_more", "licences_fewer", "papers_more", "papers_fewer")
        }
        blanks = {word: [{"id": each.id, "name": each.label} for each in getattr(self, word)] for word in ("fields_more", "fields_fewer")}
        counts = {word: list(getattr(self, word)) for word in ("licences", "papers", "fields")}
        return {**lists, **blanks, "opening": [each.isoformat() for each in self.opening], "days": list(self.days), **counts}


def with_change(answers: Answers, change: Change) -> Answers:
    """The answers as they would be.

    >>> with_change({"area": 400, "has_sign": True}, {"area": 280, "has_sign": None})
    {'area': 280}
    """
    return {key: each for key, each in {**answers, **change}.items() if each is not None}


def what_if(
    trade: str,
    answers: Answers,
    change: Change,
    on: date,
    *,
    before: Choices | None = None,
    after: Choices | None = None,
    known: Catalogue | None = None,
) -> WhatIf:
    """What becomes of it with the changed answers (None: that one is taken back), and with other choices (`after`; the same where None).

    Raises KeyError for an unknown trade.
    """
    known = known or shipped()
    old, new = (trade, answers, before or Choices()), (trade, with_change(answers, change), after or before or Choices())
    (old_set, old_papers, old_plan), (new_set, new_papers, new_plan) = (_made(*each, on, known) for each in (old, new))
    old_blanks, new_blanks = ([each.blank for each in shared_fields(found, known)] for found in (old_set, new_set))
    return WhatIf(
        tuple(known.licences[each] for each in new_set if each not in old_set),
        tuple(known.licences[each] for each in old_set if each not in new_set),
        tuple(each for each in new_papers if each not in old_papers),
        tuple(each for each in old_papers if each not in new_papers),
        tuple(each for each in new_blanks if each not in old_blanks),
        tuple(each for each in old_blanks if each not in new_blanks),
        (old_plan.opening, new_plan.opening),
        (old_plan.working_days, new_plan.working_days),
        (len(old_set), len(new_set)),
        (len(old_papers), len(new_papers)),
        (len(old_blanks), len(new_blanks)),
        (old_plan, new_plan),
    )


def _made(trade: str, answers: Answers, choices: Choices, on: date, known: Catalogue) -> tuple[Sequence[str], list[Material], Plan]:
    wanted = to_apply(licences(trade, answers, known), existing=choices.existing)
    brought = [each.material for each in papers(wanted, answers, known) if each.way is Way.UPLOAD]
    return wanted, brought, plan(wanted, answers, on, choices, known)
