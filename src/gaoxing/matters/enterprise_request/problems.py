"""The separate problems of a statement (诉求拆分): clauses gathered to problems, a complaint and the remedy asked for it as one.

A further problem begins at a marker (第二, 另外), or where another topic is complained of; what follows from a problem, why it is there and what would
mend it stay with it. Thanks, another firm's trouble and what is settled are no problems. A later word may take a problem back.

>>> told = [clauses(0, "停车位不够，能不能划块空地。另外焊工招不到。食堂的事已经解决了。")]
>>> ["".join(each.text for each in one.clauses) for one in problems(told)]
['停车位不够能不能划块空地', '另外焊工招不到']
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import takewhile

from gaoxing.matters.enterprise_request.categories import category_of
from gaoxing.matters.enterprise_request.clauses import (
    AND_WANTS,
    ASKING,
    BACKWARD,
    CAUSE,
    COMPLAINT,
    EFFECT,
    KEEPING,
    LOOSE,
    OURS,
    POINTING,
    REOPENING,
    Clause,
    clauses,
)
from gaoxing.standards.expression import expression

__all__ = ["Problem", "aside", "clauses", "problems"]

ALSO = expression(r"[也又](?!是|就|不知|不晓|不清)")
REMEDY = expression("(?:那|就|也|还|最好|是否|所以|我们|我)*(?:能不能|能否|可不可以|是不是|希望|盼|想|请|求|建议|要是|如果|麻烦|帮|给|有没有|需要|得有|最好)")
NUMBERED = expression(
    "第([一二三四五六1-6])(?:个|件|条|点|项|桩)|(前)(?:面|头)(?:说的)?那?(?:个|件)|(?:刚才|刚刚)(?:那|说的那)(?:个|件)?|最后(?:那|一)(?:个|件|条)"
)
FIGURES = "一二三四五六"
SUIT = expression("(?:打官司|官司|法院|起诉|判决|执行)")
"""What a quarrel with workers comes to, as one with debtors does: it goes on about the quarrel told before."""
COUNT = expression(
    r"(?:(?<!还有)(?<!另外)(?P<several>[两二三四五六2-6])|(?:就|只|只有|反映|就说)(?P<one>一))(?:个|件|点|条|桩|样|项)(?:大?事|问题|困难|诉求|难处|麻烦|难题|烦心事)"
)
MEANT = 1.5
"""The weight of a word that says which problem is settled."""

SOON = 4
"""Characters before the thing named where a clause begins without a mark."""

SEVERAL = {"两": 2, "二": 2, "三": 3, "四": 4, "五": 5, "六": 6, "2": 2, "3": 3, "4": 4, "5": 5, "6": 6}

BRIEF = 12
"""A further thing of the same topic that is no longer than this goes on about the same problem (还有焊工也缺)."""


@dataclass
class Problem:
    """One problem told: its clauses, in order; `settled` where it needs no help any more, `marked` where a marker began it, `listed` as one of a list."""

    clauses: list[Clause] = field(default_factory=list)
    settled: bool = False
    marked: bool = False
    listed: bool = False

    @property
    def topics(self) -> frozenset[str]:
        """The topics that its clauses name beyond doubt."""
        return frozenset(topic for each in self.clauses for topic in each.topics)

    @property
    def text(self) -> str:
        """Its words, without the clauses that only tell effect and cause where the others say enough."""
        core = [each for each in self.clauses if not aside(each)]
        return "，".join(each.text for each in (core if any(each.named for each in core) else self.clauses))

    @property
    def complete(self) -> bool:
        """Whether something is complained of or asked for."""
        numbered = self.clauses[0].item and bool(self.topics)
        return self.listed or numbered or any(each.says for each in self.clauses)


def problems(turns: Sequence[Sequence[Clause]]) -> tuple[Problem, ...]:
    """The problems of all turns that still want help, in the order in which they were told."""
    found: list[Problem] = []
    for told in turns:
        _gather(told, found)
    open_ones = [each for each in found if not each.settled and each.complete]
    known = [each for each in open_ones if any(one.named for one in each.clauses)]
    marked = [each for each in open_ones if each in known or (each.marked and len(each.text) >= BRIEF)]
    return tuple(_counted(list(_without_repeats(marked if known else open_ones[:1])), turns))


def _gather(told: Sequence[Clause], found: list[Problem]) -> None:
    """Add the problems of one turn to those found; words that something is settled close the one they mean."""
    current: Problem | None = None
    dead = False
    closing = formal = False
    for place, each in enumerate(told):
        formal = each.formal or (formal and each.parted in {"comma", "soft"} and not (each.named or each.item or each.more))
        dead = _dead(told, place) or (dead and each.parted == "soft" and not (each.item or each.more or each.does(OURS) or each.does(REOPENING)))
        if each.settled and not formal:
            closing = _settle(each, found, current, again=closing)
            current = None
        elif (formal and not each.topics) or dead:
            current = None
        elif closing and not (each.apart or each.item or each.more or each.topics or each.does(COMPLAINT) or each.does(REOPENING)):
            continue
        elif current is None and (before := _continued(each, found)):
            current = before
            current.clauses.append(each)
        elif current is None or _begins(told, place, current):
            current = Problem([each], marked=each.item or each.more or each.parted == "semicolon", listed=_in_list(told, place))
            found.append(current)
        else:
            current.clauses.append(each)
            current.listed = current.listed or _in_list(told, place)
        if current is not None:
            closing = False
            current = None if each.does(KEEPING) else current


def _continued(each: Clause, found: Sequence[Problem]) -> Problem | None:
    """The problem told last, where a further turn goes on about it."""
    last = found[-1] if found else None
    goes_on = last and each.parted == "turn" and not (each.item or each.more or last.listed or last.settled) and last.topics & each.topics
    return last if goes_on else None


def _dead(told: Sequence[Clause], place: int) -> bool:
    """Whether a clause with what follows up to the next mark only thanks, tells of others, or says what this is not about."""
    following = told[place + 1] if place + 1 < len(told) and told[place + 1].parted == "soft" else None
    return told[place].spent or (told[place].of_others and not (following and following.does(OURS) and not following.does(REOPENING)))


def _settle(each: Clause, found: list[Problem], current: Problem | None, *, again: bool) -> bool:
    """Close the problem that a clause calls settled: of its number, of its topic, else the one just told; a second such clause alone says no more."""
    if each.parted == "list":
        for one in found:
            one.settled = one.settled or (one.listed and one.clauses[-1].turn == each.turn)
    numbered = NUMBERED.search(each.text)
    meant = frozenset(one.topic for one in each.named if one.weight >= MEANT)
    alike = [one for one in found if one.topics & meant]
    if current is not None and not each.topics and not numbered:
        for one in found:
            one.settled = one.settled or one is current or bool(not current.marked and one.topics & current.topics)
    elif numbered and (numbered[1] or numbered[2]):
        place = 0 if numbered[2] else FIGURES.find(numbered[1]) if numbered[1] in FIGURES else int(numbered[1]) - 1
        told = [one for one in found if one.complete]
        if 0 <= place < len(told):
            told[place].settled = True
    elif alike:
        for one in alike:
            one.settled = one.settled or one is alike[-1] or one.listed or one.clauses[0].turn < each.turn
    elif found and not each.topics and not again:
        found[-1].settled = True
    return True


def _begins(told: Sequence[Clause], place: int, current: Problem) -> bool:
    """Whether a clause begins a further problem rather than going on about this one."""
    each = told[place]
    if each.item or (each.parted == "list" and not aside(told[place - 1])):
        return True
    if each.parted == "semicolon" and each.topics and current.complete and each.says and not _remedy(each) and not each.does(POINTING):
        return True
    if each.more:
        return _something_more(told, place, current)
    told_of = each.topics or (each.leanings if each.apart else frozenset())
    if not told_of or not current.topics or told_of & current.topics or aside(each):
        return False
    if "dispute" in current.topics and all(SUIT.fullmatch(each.text, one.start, one.end) for one in each.named):
        return False
    if current.complete and (each.parted == "semicolon" or (each.does(ASKING) and each.parted in {"stop", "soft"})):
        return True
    return _elsewhere(told, place, current)


def _something_more(told: Sequence[Clause], place: int, current: Problem) -> bool:
    """Whether what stands behind 还有 is another thing, up to the next marker or stop."""
    ahead = [told[place]]
    for each in told[place + 1 :]:
        if each.item or each.more or each.formal or each.apart:
            break
        ahead.append(each)
    topics = frozenset(topic for each in ahead for topic in each.topics)
    if topics and current.topics and not topics & current.topics:
        return True
    if told[place].does(LOOSE) or (topics & current.topics and told[place].does(POINTING)):
        return False
    return told[place].apart or sum(len(each.text) for each in ahead) > BRIEF


def _elsewhere(told: Sequence[Clause], place: int, current: Problem) -> bool:
    """Another topic, without a marker: a sentence of its own, or inside a sentence what is told alike (招工难，贷款也难)."""
    each = told[place]
    if not current.complete:
        return each.apart
    if _remedy(each) or (each.parted == "soft" and current.clauses[-1].does(CAUSE)):
        return False
    if each.apart:
        return any(one.says for one in (each, *takewhile(lambda one: not (one.apart or one.item or one.more), told[place + 1 :])))
    another = {category_of(one) for one in each.topics}.isdisjoint(category_of(one) for one in current.topics)
    if another and AND_WANTS.match(each.text):
        return True
    return each.does(COMPLAINT) and (bool(ALSO.search(each.text)) or (another and _parallel(each, current)))


def _parallel(each: Clause, current: Problem) -> bool:
    """Whether the clause names its own thing first, as a further item of a list without markers would."""
    first = each.named[0].start <= (0 if each.parted == "comma" else SOON)
    return first and (each.parted == "soft" or max(len(each.text), len(current.clauses[-1].text)) <= BRIEF)


def _in_list(told: Sequence[Clause], place: int) -> bool:
    return told[place].parted == "list" or (place + 1 < len(told) and told[place + 1].parted == "list")


def _remedy(each: Clause) -> bool:
    return bool(REMEDY.match(each.text))


def aside(each: Clause) -> bool:
    """Whether a clause only tells effect or cause."""
    return each.does(EFFECT) or each.does(CAUSE)


def _without_repeats(found: Sequence[Problem]) -> Iterator[Problem]:
    """Every problem but a look back at one told before, and but the heads of a list whose things are told one by one afterwards."""
    for place, each in enumerate(found):
        earlier = any(one.topics & each.topics for one in found[:place])
        later = any(one.topics & each.topics for one in found[place + 1 :])
        back = earlier and not each.marked and (any(one.does(BACKWARD) for one in each.clauses) or not any(one.does(COMPLAINT) for one in each.clauses))
        head = each.listed or not any(one.says for one in each.clauses)
        if not back and not (head and later):
            yield each


def _counted(found: list[Problem], turns: Sequence[Sequence[Clause]]) -> list[Problem]:
    """«三件事»: where fewer were found, another topic parts them; where more, those that no marker began go to the one before."""
    said = next((match for told in turns for each in told if (match := COUNT.search(each.text))), None)
    most = 0 if said is None else 1 if said["one"] else SEVERAL[said["several"]]
    while most > len(found) and (split := _split(found)):
        place, problem, at = split
        found[place : place + 1] = [replace(problem, clauses=problem.clauses[:at]), Problem(problem.clauses[at:])]
    while most and len(found) > most:
        place = next((place for place in range(len(found) - 1, 0, -1) if not found[place].marked), 0)
        if not place:
            break
        found[place - 1].clauses += found.pop(place).clauses
    return found


def _split(found: Sequence[Problem]) -> tuple[int, Problem, int] | None:
    """The first clause that complains of a topic not named in its problem before: place of the problem, the problem, place of the clause."""
    for place, problem in enumerate(found):
        for at in range(1, len(problem.clauses)):
            each, before = problem.clauses[at], frozenset(topic for one in problem.clauses[:at] for topic in one.topics)
            if before and each.topics and not each.topics & before and each.does(COMPLAINT) and not aside(each) and not _remedy(each):
                return place, problem, at
    return None
