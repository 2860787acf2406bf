"""Conditions over answers (条件): whether one holds, is open, on which questions it hangs, whether it can ever hold, and why in words.

>>> line = {"all": [{"question": "area", "over": 300}, {"question": "fitout", "over": 30}]}
>>> [holds(line, answers) for answers in ({"area": 400, "fitout": 50}, {"area": 80}, {"area": 400})]
[True, False, None]
>>> list(asked(line))
['area', 'fitout']
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import product

from gaoxing.matters.joint_licence.permits.entries import Answers, Catalogue, Condition

Named = Mapping[str, Condition]
"""The conditions that have a name of their own."""

PARTS = (("all", False), ("any", True))
"""The words that join conditions, each with the truth of one part that settles it."""


def holds(condition: Condition, answers: Answers, named: Named = {}, *, unknown: bool | None = None) -> bool | None:  # noqa: B006 (never changed)
    """Whether the condition holds, an unanswered question being `unknown`; None where that leaves it open. Raises KeyError for an unknown name."""
    if not condition:
        return True
    if "condition" in condition:
        return holds(named[condition["condition"]], answers, named, unknown=unknown)
    if "not" in condition:
        inner = holds(condition["not"], answers, named, unknown=unknown)
        return None if inner is None else not inner
    for word, settling in PARTS:
        if word in condition:
            parts = [holds(each, answers, named, unknown=unknown) for each in condition[word]]
            return settling if settling in parts else None if None in parts else not settling
    value = answers.get(condition["question"])
    if value is None:
        return unknown
    return value > condition["over"] if "over" in condition else value is condition["is"]


def asked(condition: Condition, named: Named = {}) -> Iterator[str]:  # noqa: B006 (never changed)
    """The questions on which the condition hangs, in its order, some perhaps twice. Raises KeyError for an unknown name."""
    yield from (each["question"] for each in leaves(condition, named))


def leaves(condition: Condition, named: Named = {}) -> Iterator[Condition]:  # noqa: B006 (never changed)
    """The single questions of a condition: `{question, is}` and `{question, over}`. Raises KeyError for an unknown name."""
    if "question" in condition:
        yield condition
    if "condition" in condition:
        yield from leaves(named[condition["condition"]], named)
    for word, _ in PARTS:
        for each in condition.get(word, ()):
            yield from leaves(each, named)
    if "not" in condition:
        yield from leaves(condition["not"], named)


def told(condition: Condition, known: Catalogue) -> str:
    """A condition in words, for whoever keeps the catalogue. Raises KeyError for an unknown name.

    >>> from gaoxing.matters.joint_licence.permits.loading import shipped
    >>> told({"condition": "fire_line"}, shipped()), told({"not": {"question": "has_sign", "is": True}}, shipped())
    ('营业面积超过300平方米，并且装修投入超过30万元', '不是“门头挂招牌”')
    """
    if "condition" in condition:
        return told(known.conditions[condition["condition"]], known)
    if "not" in condition:
        return f"不是“{told(condition['not'], known)}”"
    for word, joint in (("all", "，并且"), ("any", "，或者")):
        if word in condition:
            return joint.join(told(each, known) for each in condition[word])
    question = known.questions.get(condition["question"]) or known.circumstances[condition["question"]]
    return f"{question.noun}超过{condition['over']:.10g}{question.unit}" if "over" in condition else question.told(condition["is"])


def samples(found: list[Condition]) -> dict[str, list[bool | float]]:
    """For every question of these leaves one answer on each side of every line that is drawn through it.

    >>> samples([{"question": "area", "over": 300}, {"question": "has_sign", "is": True}])
    {'area': [300, 301], 'has_sign': [True, False]}
    """
    tried: dict[str, list[bool | float]] = {}
    for each in found:
        values = [each["over"], each["over"] + 1] if "over" in each else [True, False]
        known = tried.setdefault(each["question"], [])
        known += [value for value in values if value not in known]
    return tried


def outcomes(condition: Condition, named: Named = {}) -> set[bool | None]:  # noqa: B006 (never changed)
    """What the condition comes to over all answers: {True, False} for a sound one, one truth alone for one that never or always holds."""
    tried = samples(list(leaves(condition, named)))
    return {holds(condition, dict(zip(tried, values, strict=True)), named) for values in product(*tried.values())}
