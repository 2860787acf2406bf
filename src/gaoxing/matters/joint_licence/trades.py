"""Trades, their questions and their licences (行业、情形问题、所需许可): the facts of the shipped catalogue, and what follows from the answers.

>>> licences("freight_co", {"vehicle_over_4500kg": True})
('business_licence', 'seal_filing', 'road_freight')
>>> open_questions("restaurant", {"area": 80, "has_sign": True, "sells_tobacco": False})
('to_sewer',)
"""

from __future__ import annotations

from collections.abc import Mapping

from gaoxing.matters.joint_licence.permits.conditions import asked, holds
from gaoxing.matters.joint_licence.permits.entries import Answers, Catalogue, Condition, Licence, Question, Trade
from gaoxing.matters.joint_licence.permits.loading import shipped

__all__ = ["Answers", "Condition", "Licence", "Question", "Trade", "all_licences", "deciding", "licences", "open_questions", "questions", "trades"]


def trades() -> Mapping[str, Trade]:
    """Every trade by its id, in the table's order."""
    return shipped().trades


def all_licences() -> Mapping[str, Licence]:
    """Every licence by its id, in the table's order."""
    return shipped().licences


def questions() -> Mapping[str, Question]:
    """Every question by its id, in the table's order."""
    return shipped().questions


def licences(trade: str, answers: Answers, known: Catalogue | None = None) -> tuple[str, ...]:
    """The licences that this trade needs by these answers; a question not answered counts as no. Raises KeyError for an unknown trade."""
    known = known or shipped()
    row = known.trades[trade]
    return tuple(each for each in row.licences if holds(row.conditions.get(each, {}), answers, known.conditions, unknown=False))


def open_questions(trade: str, answers: Answers, known: Catalogue | None = None) -> tuple[str, ...]:
    """The unanswered questions on which a licence of this trade still hangs, in the order of its conditions. Raises KeyError for an unknown trade."""
    known = known or shipped()
    hanging = [each for each in known.trades[trade].conditions.values() if holds(each, answers, known.conditions) is None]
    return tuple(dict.fromkeys(question for each in hanging for question in asked(each, known.conditions) if question not in answers))


def deciding(trade: str, licence: str, known: Catalogue | None = None) -> tuple[str, ...]:
    """The questions on whose answers this licence hangs; nothing where it is always needed. Raises KeyError for an unknown trade."""
    known = known or shipped()
    return tuple(asked(known.trades[trade].conditions.get(licence, {}), known.conditions))
