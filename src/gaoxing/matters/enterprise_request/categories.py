"""The classes of requests (诉求类别) and what people name when they speak of each (话题): data of `categories.toml` and `topics.toml`.

>>> [each.id for each in categories()]
['policy', 'construction', 'finance', 'labour', 'utilities', 'market', 'amenities']
>>> strongest(named("车间老是跳闸，找供电局也没用"))
'electricity'
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

from gaoxing.standards.expression import expression

OTHER = "other"
"""What is none of the classes."""

WEIGHTS = (("only", 3.0), ("often", 1.5), ("weak", 0.5))
"""How much a word says for its topic, by the list of `topics.toml` in which it stands."""

PLAIN = expression("[一-龥A-Za-z0-9]+")
OF = expression(
    "[楼区里上]?的|(?:楼|区|里|上|那边|这边)?(?:晚上|夜里|半夜|白天|早上|中午|夏天|冬天|最近|一到[一-龥]{1,3}|老是|总是|经常|天天|时不时|动不动|又)+"
)
ACTOR = expression("(?:(?<!不)给|[向对被由])(?P<who>供应商|供货商|客户|银行|房东|主机厂|学校|医院|保险公司)")
"""Who has a part in a story that is of something else (背书给供应商)."""

NEAR = 2
"""How many things named behind such a thing may be what it owns, words of time between («宿舍楼晚上老是停水»)."""

OWNER = 0.4
"""How much of its weight such a thing keeps."""

_FOLDER = Path(__file__).parent


@dataclass(frozen=True)
class Category:
    """One class of requests: its id, its official name and what it covers."""

    id: str
    name: str
    covers: tuple[str, ...]


@dataclass(frozen=True)
class Topic:
    """A kind of trouble, finer than a category, and the expressions that name it with their weights."""

    id: str
    category: str
    expressions: tuple[tuple[re.Pattern[str], float], ...]


@dataclass(frozen=True)
class Named:
    """A place in the words that names a topic: start, end (exclusive) and the weight of the expression."""

    start: int
    end: int
    topic: str
    weight: float


@cache
def categories() -> tuple[Category, ...]:
    """The seven classes, in the order of the zone's list."""
    told = tomllib.loads((_FOLDER / "categories.toml").read_text(encoding="utf-8"))
    return tuple(Category(each["id"], each["name"], tuple(each["covers"])) for each in told["category"])


@cache
def topics() -> tuple[Topic, ...]:
    """Every topic, in the order of the file."""
    told = tomllib.loads((_FOLDER / "topics.toml").read_text(encoding="utf-8"))
    return tuple(
        Topic(each["id"], each["category"], tuple((re.compile(one), weight) for words, weight in WEIGHTS for one in each.get(words, ())))
        for each in told["topic"]
    )


@cache
def category_of(topic: str) -> str:
    """The category of a topic. Raises StopIteration for an unknown one."""
    return next(each.category for each in topics() if each.id == topic)


def named(text: str) -> tuple[Named, ...]:
    """Everything in cleaned words that names a topic, in order; of overlapping words of several topics the longest counts.

    What only owns the next thing (宿舍楼的自来水), or only has a part in the story, says little.
    """
    found = [*_plain(text), *(Named(*match.span(), topic, weight) for pattern, topic, weight in _lists()[1] for match in pattern.finditer(text))]
    kept: list[Named] = []
    taken = bytearray(len(text) + 1)
    for each in sorted(found, key=lambda one: (one.start - one.end, -one.weight, one.start, _ranks()[one.topic])):
        if not any(taken[each.start : each.end]):
            taken[each.start : each.end] = b"\1" * (each.end - each.start)
            kept.append(each)
    ordered = sorted(kept, key=lambda one: one.start)
    beside = [(one, other) for place, one in enumerate(ordered) for other in ordered[place + 1 : place + 1 + NEAR]]
    owners = {one.start for one, other in beside if other.weight >= one.weight and OF.fullmatch(text, one.end, other.start)}
    actors = {match.start("who") for match in ACTOR.finditer(text)}
    return tuple(replace(each, weight=each.weight * OWNER) if each.start in owners | actors else each for each in ordered)


def _plain(text: str) -> Iterator[Named]:
    """Where the listed plain words stand."""
    words = _lists()[0]
    for place, character in enumerate(text):
        for word, topic, weight in words.get(character, ()):
            if text.startswith(word, place):
                yield Named(place, place + len(word), topic, weight)


@cache
def _lists() -> tuple[Mapping[str, Sequence[tuple[str, str, float]]], Sequence[tuple[re.Pattern[str], str, float]]]:
    """The plain words by their first character, and the expressions that are more than a word; each with topic and weight."""
    words: dict[str, list[tuple[str, str, float]]] = {}
    patterns: list[tuple[re.Pattern[str], str, float]] = []
    for topic in topics():
        for pattern, weight in topic.expressions:
            if PLAIN.fullmatch(pattern.pattern):
                words.setdefault(pattern.pattern[0], []).append((pattern.pattern, topic.id, weight))
            else:
                patterns.append((pattern, topic.id, weight))
    return words, patterns


@cache
def _ranks() -> Mapping[str, int]:
    return {topic.id: place for place, topic in enumerate(topics())}


def by_topic(found: Sequence[Named]) -> Mapping[str, float]:
    """The weight of each topic named: its strongest word whole, every further one half."""
    weights: dict[str, list[float]] = {}
    for each in found:
        weights.setdefault(each.topic, []).append(each.weight)
    return {topic: max(every) + (sum(every) - max(every)) / 2 for topic, every in weights.items()}


def by_category(found: Sequence[Named]) -> Mapping[str, float]:
    """The weight of each category named: its strongest topic whole, every further one half."""
    weights: dict[str, list[float]] = {}
    for topic, weight in by_topic(found).items():
        weights.setdefault(category_of(topic), []).append(weight)
    return {category: max(every) + (sum(every) - max(every)) / 2 for category, every in weights.items()}


def strongest(found: Sequence[Named]) -> str | None:
    """The topic that the words name most; the one named first of equals, None where none is named."""
    weights = by_topic(found)
    return max(weights, key=lambda topic: weights[topic], default=None)
