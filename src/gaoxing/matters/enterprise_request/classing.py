"""Which class a problem belongs to (归类): the words that name its topic, and the small model where they leave a doubt.

>>> from gaoxing.matters.enterprise_request.problems import Problem, clauses
>>> classed(Problem(list(clauses(0, "员工停车位不够"))))
('amenities',)
"""

from __future__ import annotations

from gaoxing.matters.enterprise_request.categories import OTHER, category_of
from gaoxing.matters.enterprise_request.model import chances
from gaoxing.matters.enterprise_request.problems import Problem
from gaoxing.matters.enterprise_request.weighing import weights

OTHER_WEIGHT = 0.3
"""What a problem must be named by to be anything but `other`."""

MODEL_WEIGHT = 2.0
"""How much a chance of 1 weighs beside a topic's own word, which weighs 3 (measured: docs/decisions, words first)."""

CLOSE = 0.15
"""Two classes nearer than this are both asked about."""


def classed(problem: Problem) -> tuple[str, ...]:
    """The category of the problem, or two where they are too close to choose; `other` for none of them."""
    scores = scored(problem)
    first, second, *_ = sorted(scores, key=lambda name: -scores[name])
    return (first, second) if scores[first] - scores[second] < CLOSE and OTHER not in {first, second} else (first,)


def scored(problem: Problem) -> dict[str, float]:
    """The weight of every class and of `other` for the problem."""
    by_category: dict[str, list[float]] = {OTHER: [OTHER_WEIGHT]}
    for topic, weight in weights(problem).items():
        by_category.setdefault(category_of(topic), []).append(weight)
    likely = chances(problem.text)
    return {name: _sum(by_category.get(name, [])) + MODEL_WEIGHT * likely[name] for name in likely}


def _sum(every: list[float]) -> float:
    """The strongest topic whole, every further one half."""
    return max(every, default=0.0) + (sum(every) - max(every, default=0.0)) / 2
