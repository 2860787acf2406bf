"""The clauses of a request (分句): where one thing said ends and the next begins, also without punctuation, and what each clause does.

A clause complains, wishes, begins a further problem (还有, 第二, 再就是), tells the effect of what was said before (搞得我们…), thanks, tells that
something is settled, or only says who speaks. Names, numbers and enterprises are blotted out first, so that no word inside them counts.

>>> [each.text for each in clauses(0, "停车位不够还有宿舍漏水能不能修一修")]
['停车位不够', '还有宿舍漏水', '能不能修一修']
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from pathlib import Path

from gaoxing.facts.sound import same
from gaoxing.matters.enterprise_request.categories import Named, by_topic, category_of, named
from gaoxing.standards.expression import expression

BLOT = "○"
"""What stands in the place of a character that says nothing of a problem."""

_TABLE = tomllib.loads((Path(__file__).with_name("clauses.toml")).read_text(encoding="utf-8"))


def _any(key: str) -> re.Pattern[str]:
    return re.compile("|".join(_TABLE[key]))


def _near(word: str) -> str:
    """The word with any one of its characters heard right and the others anything."""
    return "|".join("." * place + character + "." * (len(word) - place - 1) for place, character in enumerate(word))


ITEM, MORE = _any("item"), _any("more")
CUT_BEFORE, CUT_AFTER = _any("cut_before"), _any("cut_after")
COMPLAINT, WISH, EFFECT, CAUSE = _any("complaint"), _any("wish"), _any("effect"), _any("cause")
SETTLED, NOT_ABOUT, THANKS, ANOTHERS, OURS = _any("settled"), _any("not_about"), _any("thanks"), _any("anothers"), _any("ours")
INTRODUCTION, CONTACT, BACKWARD, ASKING = _any("introduction"), _any("contact"), _any("backward"), _any("asking")
TURNING, LOOSE, POINTING, KEEPING, REOPENING, NAMING = _any("turning"), _any("loose"), _any("pointing"), _any("keeping"), _any("reopening"), _any("naming")
MISHEARD = tuple((word, expression(f"(?=({_near(word)}))")) for word in _TABLE["misheard"])
STOPS, COMMAS = "。；！？", "，、："
AND = expression("(?:[一-龥]{0,4}?)(?P<and>[和跟与及、]|以及|还有)(?:[一-龥]{0,5}?)")
BOTH = expression("[，。、]|$|[一-龥]{0,4}?(?:的?(?:事|问题|困难)|都|也|[这那]?[两三几](?:样|件|个))")
"""What stands behind things listed that are troubles each of its own, though of one class."""

LEANING = 1.75
"""The weight of two words that only often belong to a topic."""

ENDING = expression(
    "(?P<end>[不没](?:[一-龥]{0,2}(?:下来|到(?!账)|上去|进来|出来|住|用|够|动|起|通|力|法|及))|太[一-龥]|老[一-龥]{1,2}电|[一-龥](?:难|堵|满|坏)了?|[掉断停坏臭漏淹涨满堵]了|到账|找谁|怎么办|不够住|不够用)(?:员工|工人|我们|厂里|厂区|公司|今年|夏天|一个)?$"
)
"""What may end a clause, and who or when may stand before the thing named next."""

AND_WANTS = expression("^还(?:要|想|需要|得有|缺)")
"""A further wish inside a sentence (还要两百人的宿舍)."""

LONGEST = 120
"""Characters of a clause that says nothing: it is not one with the next."""

SHORT = 6
"""A clause before a comma that is no longer only names something."""

LEAD = expression(r"^(?:那么?|嗯|就是|好|噢|哦|然后|对|这个|那个|我|我们|主要|是|呢|，)*")
"""What may stand before a marker of a further problem."""


@dataclass(frozen=True)
class Clause:
    """One clause: its turn, its place and words in the cleaned turn (blotted), and what parts it from the clause before.

    `parted` is turn, stop, semicolon, comma, list or soft.
    """

    turn: int
    start: int
    end: int
    text: str
    parted: str

    @cached_property
    def named(self) -> tuple[Named, ...]:
        """What it names of the topics, with places inside the clause."""
        return named(self.text)

    @cached_property
    def topics(self) -> frozenset[str]:
        """The topics that it names beyond doubt."""
        return frozenset(topic for topic, weight in by_topic(self.named).items() if weight >= 3)

    @property
    def apart(self) -> bool:
        """Whether it begins a sentence."""
        return self.parted in {"turn", "stop", "semicolon"}

    @cached_property
    def leanings(self) -> frozenset[str]:
        """The topics that several of its words point at."""
        return frozenset(topic for topic, weight in by_topic(self.named).items() if weight >= LEANING)

    @property
    def item(self) -> bool:
        """Whether it begins a numbered item (第一, 二是, 首先)."""
        return bool(ITEM.match(self.text))

    @property
    def more(self) -> bool:
        """Whether it begins something further (还有, 另外, 顺便)."""
        lead = LEAD.match(self.text)
        return bool(MORE.match(self.text) or MORE.match(self.text, lead.end() if lead else 0))

    @cached_property
    def says(self) -> bool:
        """Whether it complains of something or asks for something."""
        return self.does(COMPLAINT) or self.does(WISH)

    def does(self, what: re.Pattern[str]) -> bool:
        """Whether the clause holds such words."""
        return bool(what.search(self.text))

    @property
    def settled(self) -> bool:
        """Whether it tells that something needs no help (any more)."""
        return self.does(SETTLED)

    @property
    def spent(self) -> bool:
        """Whether it only thanks, or says what this is not about."""
        return self.does(THANKS) or self.does(NOT_ABOUT)

    @property
    def of_others(self) -> bool:
        """Whether it tells of another firm's trouble alone."""
        return self.does(ANOTHERS) and not self.does(OURS)

    @property
    def formal(self) -> bool:
        """Whether it only says who speaks or how to reach somebody."""
        return self.does(CONTACT) or (self.does(INTRODUCTION) and not (self.does(COMPLAINT) or self.item or self.more))


def heard_right(text: str) -> str:
    """The words with those of the trade put right that were heard by their sound, character for character.

    >>> heard_right("能平报告给打回来了")
    '能评报告给打回来了'
    """
    for word, near in MISHEARD:
        for match in near.finditer(text):
            if all(map(same, match[1], word)):
                text = text[: match.start()] + word + text[match.start() + len(word) :]
    return text


def clauses(turn: int, text: str) -> tuple[Clause, ...]:
    """The clauses of one blotted turn, in order, without the marks between them; a clause that says nothing yet is one with the next."""
    joined: list[Clause] = []
    for each in _cut(turn, text):
        last = joined[-1] if joined else None
        if last is not None and _unfinished(last, each):
            joined[-1] = Clause(turn, last.start, each.end, text[last.start : each.end], last.parted)
        else:
            joined.append(each)
    return tuple(joined)


def _unfinished(last: Clause, each: Clause) -> bool:
    """Whether the clause before only names something of which the next one speaks."""
    near = (each.parted == "soft" and len(last.text) <= LONGEST) or (each.parted == "comma" and len(last.text) <= SHORT)
    return near and not (
        AND_WANTS.match(each.text) or last.says or last.formal or last.settled or last.spent or last.of_others or each.item or each.more or each.formal
    )


def _cut(turn: int, text: str) -> Iterator[Clause]:
    start, parted = 0, "turn"
    for end, after, kind in _cuts(text):
        if end > start:
            yield Clause(turn, start, end, text[start:end], parted)
            parted = kind
        elif parted in {"soft", "comma"} and kind != "soft":
            parted = kind
        start = after


def _cuts(text: str) -> Iterator[tuple[int, int, str]]:
    """Where clauses end: place, where the next begins, and what parts them."""
    soft = {match.start() for match in CUT_BEFORE.finditer(text)} | {match.end() for match in CUT_AFTER.finditer(text)}
    soft |= {match.start() for pattern in (ITEM, MORE) for match in pattern.finditer(text)}
    soft |= set(_said_enough(text))
    listed = dict(_listed(text))
    for place, character in enumerate(text):
        if place in listed:
            yield place, listed[place], "list"
        elif place in soft and place and text[place - 1] not in STOPS + COMMAS:
            yield place, place, "soft"
        if character in STOPS + COMMAS:
            yield place, place + 1, "semicolon" if character == "；" else "stop" if character in STOPS else "comma"
    yield len(text), len(text), "stop"


def _said_enough(text: str) -> Iterator[int]:
    """Where something is named right behind words that end what was said before (环评没批下来|宿舍不够住): the place of the name."""
    for each in named(text):
        before = text[max(0, each.start - 6) : each.start]
        if each.weight >= 3 and (ending := ENDING.search(before)):
            yield each.start - len(before) + ending.end("end")


def _listed(text: str) -> Iterator[tuple[int, int]]:
    """The conjunctions between two things named that are of different topics (停车位和食堂): their start and end."""
    found = [each for each in named(text) if each.weight >= 3]
    for one, other in pairwise(found):
        between = AND.fullmatch(text, one.end, other.start)
        alike = category_of(one.topic) == category_of(other.topic)
        if between and one.topic != other.topic and (not alike or BOTH.match(text, other.end)):
            yield between.start("and"), between.end("and")
