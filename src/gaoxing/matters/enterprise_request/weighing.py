"""How much each topic weighs in a problem (权重): what is complained of, asked for or turned to counts more than what is only told.

>>> found = weights(Problem(list(clauses(0, "贷款批了，但是招工招不到"))))
>>> max(found, key=found.get)
'hiring'
"""

from __future__ import annotations

from gaoxing.matters.enterprise_request.categories import by_topic
from gaoxing.matters.enterprise_request.clauses import COMPLAINT, NAMING, TURNING, Clause
from gaoxing.matters.enterprise_request.problems import Problem, aside, clauses
from gaoxing.standards.expression import expression

__all__ = ["Problem", "clauses", "weights"]

HEAD = expression("(?:这块|这个|方面)?的?(?:事|问题|困难|难题|难处|手续)")
WANTED = expression("有没有(?:什么|一些|点|这种|那种)?$|有什么$|(?:申请|申领|报)$")
QUESTION = expression("有没有|怎么|如何|能不能|能否|可否|哪|多少|吗$|是不是|要不要|什么")
ASKED = 2.0
"""How much more a question weighs than the wish before it."""

ASIDE, TOLD = 0.5, 0.7
"""How much less counts what only tells effect and cause, or how things are."""

TURNED = 2.0
"""How much more counts what a story turns to (文件下来了，就是没有医院敢用)."""


def weights(problem: Problem) -> dict[str, float]:
    """The weight of each topic in the problem: clauses of effect and cause count half, what is called by name (用地的事) or turned to (但是) more.

    Where nothing is complained of, the question says what is wanted (想参展，问有没有补贴).
    """
    every: dict[str, list[float]] = {}
    asked = not any(each.does(COMPLAINT) and each.topics and not each.does(QUESTION) for each in problem.clauses)
    told = any(each.says and each.topics for each in problem.clauses)
    for each in problem.clauses:
        share = _share(each, told=told)
        question = QUESTION.search(each.text) if asked else None
        behind = frozenset(one.topic for one in each.named if question and one.end > question.start())
        for topic, weight in by_topic(each.named).items():
            every.setdefault(topic, []).append(weight * (max(share, ASKED) if topic in behind else share))
        for one in each.named:
            if HEAD.match(each.text, one.end) or WANTED.search(each.text[: one.start]):
                every[one.topic].append(one.weight * TURNED)
    return {topic: max(each) + (sum(each) - max(each)) / 2 for topic, each in every.items()}


def _share(each: Clause, *, told: bool) -> float:
    """How much a clause counts; where others complain, one that only tells how things are counts less."""
    if aside(each):
        return ASIDE
    if each.does(TURNING):
        return TURNED
    return 1.0 if each.says or each.does(NAMING) or not told else TOLD
