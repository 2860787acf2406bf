"""The separate problems of a statement (诉求拆分): clauses gathered to problems, a complaint and the remedy asked for it as one.

A further problem begins at a marker (第二, 另外), or where another topic is complained of; what follows from a problem, why it is there and what would
mend it stay with it. Thanks, another firm's trouble and what is settled are no problems. A later turn may take a problem back.

>>> told = [clauses(0, "停车位不够，能不能划块空地。另外焊工招不到。食堂的事已经解决了。")]
>>> ["".join(each.text for each in one.clauses) for one in problems(told)]
['停车位不够能不能划块空地', '另外焊工招不到']
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from gaoxing.matters.enterprise_request.categories import by_topic, category_of
from gaoxing.matters.enterprise_request.clauses import ASKING, BACKWARD, CAUSE, COMPLAINT, EFFECT, WISH, Clause, clauses

__all__ = ["Problem", "clauses", "problems"]

ALSO = re.compile(r"[也又](?!是|就|不知|不晓|不清)")
NUMBERED = re.compile("第([一二三四五六1-6])(?:个|件|条|点|项|桩)|([前后])(?:面|头)那?(?:个|件)|(?:刚才|刚刚)(?:那|说的那)(?:个|件)?|最后(?:那|一)(?:个|件|条)")
REMEDY = re.compile("(?:那|就|也|还|最好|是否|所以|我们|我)*(?:能不能|能否|可不可以|是不是|希望|盼|想|请|求|建议|要是|如果|麻烦|帮|给|有没有|需要|得有|最好)")
DIGITS = "一二三四五六"
COUNT = re.compile(r"([一两二三四五六1-6])(?:个|件|点|条|桩|样|项)(?:大?事|问题|困难|诉求|难处|麻烦|难题|心事|烦心事)")


@dataclass
class Problem:
    """One problem told: its clauses, in order; `settled` where it needs no help any more, `marked` where a marker began it."""

    clauses: list[Clause] = field(default_factory=list)
    settled: bool = False
    marked: bool = False

    @property
    def topics(self) -> frozenset[str]:
        """The topics that its clauses name beyond doubt."""
        return frozenset(topic for each in self.clauses for topic in each.topics)

    @property
    def text(self) -> str:
        """Its words, with the clauses that only tell effect and cause left out where others say enough."""
        core = [each.text for each in self.clauses if not (each.does(EFFECT) or each.does(CAUSE))]
        return "，".join(core if any(each.topics for each in self.clauses if each.text in core) else [each.text for each in self.clauses])

    @property
    def complete(self) -> bool:
        """Whether something is complained of or asked for."""
        return any(each.does(COMPLAINT) or each.does(WISH) for each in self.clauses)


def problems(turns: Sequence[Sequence[Clause]]) -> tuple[Problem, ...]:
    """The problems of all turns that still want help, in the order in which they were told."""
    found: list[Problem] = []
    for told in turns:
        taken_back = [each for each in told if found and each.settled]
        for each in taken_back:
            if each.topics or NUMBERED.search(each.text) or each is taken_back[0]:
                _take_back(found, each)
        found += _told([each for each in told if each not in taken_back], first=not found)
    return tuple(_without_repeats([each for each in found if not each.settled and each.complete]))


def _told(told: Sequence[Clause], *, first: bool) -> list[Problem]:
    found: list[Problem] = []
    current: Problem | None = None
    for each in told:
        if (each.formal and not each.topics) or each.dead:
            current = None
        elif current is None or _begins(each, current):
            current = Problem([each], marked=each.item or each.more)
            found.append(current)
        else:
            current.clauses.append(each)
        if current is not None and each.settled:
            current.settled = True
            current = None
    return [each for each in found if each.topics or (each.complete and (each.marked or len(found) == 1 or not first))]


def _begins(each: Clause, current: Problem) -> bool:
    """Whether a clause begins a further problem rather than going on about this one."""
    if each.item:
        return True
    if each.more:
        return bool(each.topics - current.topics) or each.parted == "stop" or not current.topics or each.does(ASKING)
    if not each.topics or not current.topics or each.topics & current.topics or each.does(EFFECT) or each.does(CAUSE):
        return False
    if each.does(ASKING) and each.parted in {"stop", "soft"}:
        return True
    return _elsewhere(each, current)


def _elsewhere(each: Clause, current: Problem) -> bool:
    """Another topic, without a marker: a complaint of another category, or a sentence of its own."""
    another = {category_of(one) for one in each.topics}.isdisjoint(category_of(one) for one in current.topics)
    if not current.complete:
        return False
    if each.does(COMPLAINT) and not _remedy(each):
        return another or each.parted == "stop" or bool(ALSO.search(each.text))
    return another and each.parted == "stop" and each.does(WISH) and not _remedy(each)


def _remedy(each: Clause) -> bool:
    return bool(
        re.match(
            r"(?:，|那|就|也|还|最好|是否|所以|我们|我)*(?:能不能|能否|可不可以|是不是|希望|盼|想|请|求|建议|要是|如果|麻烦|帮|给|有没有|需要|得有|最好)",
            each.text,
        )
    )


def _take_back(found: list[Problem], each: Clause) -> None:
    """A later word that something is settled: the problem of its topic, of its number, else the last one told."""
    numbered = NUMBERED.search(each.text)
    alike = [one for one in found if one.topics & each.topics]
    if alike:
        alike[-1].settled = True
    elif numbered and (numbered[1] or numbered[2] == "前"):
        place = (DIGITS.find(numbered[1]) if numbered[1] in DIGITS else int(numbered[1]) - 1) if numbered[1] else 0
        if 0 <= place < len(found):
            found[place].settled = True
    elif numbered or not each.topics:
        found[-1].settled = True


def _without_repeats(found: Sequence[Problem]) -> Iterator[Problem]:
    """Every problem but those that only look back at one told before."""
    for place, each in enumerate(found):
        earlier = [one for one in found[:place] if one.topics & each.topics]
        if not (earlier and not each.marked and any(one.does(BACKWARD) for one in each.clauses)):
            yield each


def weights(problem: Problem) -> dict[str, float]:
    """The weight of each topic in the problem; clauses of effect and cause count half."""
    total: dict[str, float] = {}
    for each in problem.clauses:
        share = 0.5 if each.does(EFFECT) or each.does(CAUSE) else 1.0
        for topic, weight in by_topic(each.named).items():
            total[topic] = total.get(topic, 0.0) + share * weight
    return total
