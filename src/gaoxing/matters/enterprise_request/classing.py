"""Which class a problem belongs to (归类): by the words that name its topic."""

from __future__ import annotations

from gaoxing.matters.enterprise_request.categories import OTHER, category_of
from gaoxing.matters.enterprise_request.problems import Problem, weights

LEAST = 1.5
"""Less than this names no category."""


def classed(problem: Problem) -> tuple[str, ...]:
    """The category of the problem, or two where they are too close to choose; `other` for none of them."""
    total: dict[str, list[float]] = {}
    for topic, weight in weights(problem).items():
        total.setdefault(category_of(topic), []).append(weight)
    scores = {category: max(every) + (sum(every) - max(every)) / 2 for category, every in total.items()}
    ranked = sorted(scores, key=lambda category: -scores[category])
    return (ranked[0],) if ranked and scores[ranked[0]] >= LEAST else (OTHER,)
