"""What is still to be asked (追问): only what can change the licences or the applicant's own papers, the most informative question first.

A question tells the more, the fewer are left to ask after it, whichever way it is answered; among equals the one on which more licences hang comes first.

>>> [each.id for each in questions_left("restaurant", {})]
['area', 'fitout', 'has_sign', 'sells_tobacco', 'to_sewer']
>>> next_question("restaurant", {"area": 60, "has_sign": True, "sells_tobacco": False}).text
'会有含油或医疗等废水排入下水道吗？'
"""

from __future__ import annotations

from gaoxing.matters.joint_licence.permits.conditions import asked, holds, leaves, samples
from gaoxing.matters.joint_licence.permits.entries import Answers, Catalogue, Condition, Question
from gaoxing.matters.joint_licence.permits.loading import shipped


def next_question(trade: str, answers: Answers, known: Catalogue | None = None) -> Question | None:
    """The question to ask next; None where no answer changes anything any more. Raises KeyError for an unknown trade."""
    return next(iter(questions_left(trade, answers, known)), None)


def questions_left(trade: str, answers: Answers, known: Catalogue | None = None) -> tuple[Question, ...]:
    """The questions that can still change the result, the most informative first. Raises KeyError for an unknown trade."""
    known = known or shipped()
    answers = known.answered(answers)
    hanging = _hanging(trade, answers, known)
    tried = samples([leaf for each in hanging for leaf in leaves(each, known.conditions)])
    left = _asked(hanging, answers, known)
    weight = {each: sum(each in _asked([condition], answers, known) for condition in hanging) for each in left}
    after = {each: _left_after(each, tried[each], hanging, answers, known) for each in left}
    return tuple(known.questions[each] for each in sorted(left, key=lambda each: (after[each], -weight[each], left.index(each))))


def open_ids(trade: str, answers: Answers, known: Catalogue | None = None) -> tuple[str, ...]:
    """The questions that can still change the result, in the catalogue's order. Raises KeyError for an unknown trade."""
    known = known or shipped()
    answers = known.answered(answers)
    return tuple(_asked(_hanging(trade, answers, known), answers, known))


def _hanging(trade: str, answers: Answers, known: Catalogue) -> list[Condition]:
    """The open conditions: of the trade's licences, and of the papers that the applicant would have to bring for one of them."""
    row = known.trades[trade]
    possible = [each for each in row.licences if holds(row.conditions.get(each, {}), answers, known.conditions) is not False]
    papers = [
        _both(row.conditions.get(each, {}), condition)
        for each in possible
        for material, condition in known.licences[each].conditions.items()
        if not known.materials[material].generated
    ]
    return [each for each in (*row.conditions.values(), *papers) if holds(each, answers, known.conditions) is None]


def _both(first: Condition, second: Condition) -> Condition:
    return {"all": [first, second]} if first else second


def _asked(hanging: list[Condition], answers: Answers, known: Catalogue) -> list[str]:
    found = dict.fromkeys(question for each in hanging for question in asked(each, known.conditions))
    return [each for each in found if each not in answers and each in known.questions]


def _left_after(question: str, values: list[bool | float], hanging: list[Condition], answers: Answers, known: Catalogue) -> float:
    """How many questions are left after this one, on average over its answers."""
    counts = []
    for value in values:
        told = known.answered({**answers, question: value})
        counts.append(len(_asked([each for each in hanging if holds(each, told, known.conditions) is None], told, known)))
    return sum(counts) / len(counts)
