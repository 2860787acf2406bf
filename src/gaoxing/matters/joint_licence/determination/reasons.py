"""Why a condition holds or fails, in the applicant's own answers (理由).

>>> from gaoxing.matters.joint_licence.permits.loading import shipped
>>> because({"condition": "fire_line"}, {"area": 400, "fitout": 50}, shipped())
'营业面积400平方米，超过300平方米；装修投入50万元，超过30万元'
>>> because({"condition": "fire_line"}, {"area": 80}, shipped())
'营业面积80平方米，不超过300平方米'
"""

from __future__ import annotations

from collections.abc import Iterator

from gaoxing.matters.joint_licence.permits.conditions import PARTS, holds
from gaoxing.matters.joint_licence.permits.entries import Answers, Catalogue, Condition


def because(condition: Condition, answers: Answers, known: Catalogue) -> str:
    """The answers that settle the condition, in words; empty where it is open or needs none. Raises KeyError for an unknown name."""
    truth = holds(condition, answers, known.conditions)
    return "" if truth is None else "；".join(dict.fromkeys(_settling(condition, answers, known, truth=truth)))


def _settling(condition: Condition, answers: Answers, known: Catalogue, *, truth: bool) -> Iterator[str]:
    """The answers by which the condition comes to that truth; those that change nothing are left out."""
    if "condition" in condition:
        yield from _settling(known.conditions[condition["condition"]], answers, known, truth=truth)
    elif "not" in condition:
        yield from _settling(condition["not"], answers, known, truth=not truth)
    elif "question" in condition:
        yield _told(condition, answers, known)
    for word, _ in PARTS:
        parts = [each for each in condition.get(word, ()) if holds(each, answers, known.conditions) is truth]
        for each in parts:
            yield from _settling(each, answers, known, truth=truth)


def _told(condition: Condition, answers: Answers, known: Catalogue) -> str:
    question = known.questions.get(condition["question"]) or known.circumstances[condition["question"]]
    answer = answers[question.id]
    if "over" not in condition:
        return question.told(answer)
    return f"{question.told(answer)}，{'超过' if answer > condition['over'] else '不超过'}{condition['over']:g}{question.unit}"
