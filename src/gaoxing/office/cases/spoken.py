"""What was heard with the microphone (听写的句子): stretches of an entry, each with further ways to write the same sounds.

A stretch is bound to its words: where a person changes one of them, or writes on right beside it, it is no longer what was heard, and its other ways
are dropped. Where another way makes more sense it is taken and what it stood for is kept (`was`), so that it can be shown and taken back.

>>> heard = (Spoken("我叫张三弓长章", ("我叫张三弓长张",)),)
>>> alternatives("您好，我叫张三弓长章。", heard)
('您好，我叫张三弓长张。',)
>>> bound("您好，我叫李四弓长章。", heard)
()
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import takewhile
from typing import Any

from gaoxing.speech.transcript import LONGEST_TURN, MOST_ALTERNATIVES

MOST_SPOKEN = 60
"""Stretches of one entry that are kept, the last ones."""

AROUND = 4
"""Characters on each side that are shown with what differs."""

ENDS = frozenset("，。！？；：、,.!?;:“”‘’（）()…— \n")
"""What may stand beside a stretch; a letter there was written into it."""


@dataclass(frozen=True)
class Spoken:
    """A stretch of an entry as it stands now, `others` to write it, and `was`, what the recogniser wrote where another way was taken; empty otherwise."""

    text: str
    others: tuple[str, ...] = ()
    was: str = ""

    @classmethod
    def from_json(cls, stored: Mapping[str, Any]) -> Spoken:
        """As it was stored."""
        return cls(stored["text"], tuple(stored["others"]), stored["was"])


@dataclass(frozen=True)
class Chosen:
    """Where another way was taken: from `start` to `end` of the entry stands what differs (nothing where something was left out).

    `was` and `now` are the two ways with a little of what stands around; `text` is the whole stretch, by which it is taken back.
    """

    start: int
    end: int
    was: str
    now: str
    text: str


def place(said: str, text: str) -> int:
    """Where the stretch stands whole, and once; -1 where it does not.

    >>> place("好，一百万。", "一百万"), place("一百万元", "一百万")
    (2, -1)
    """
    if not text:
        return -1
    found = [at for at in _found(said, text) if _apart(said[max(0, at - 1) : at] + said[at + len(text) : at + len(text) + 1])]
    return found[0] if len(found) == 1 else -1


def bound(said: str, spoken: Iterable[Spoken]) -> tuple[Spoken, ...]:
    """Those that still stand in the entry as they were heard, the last ones."""
    return tuple(each for each in spoken if place(said, each.text) >= 0)[-MOST_SPOKEN:]


def merged(said: str, known: Iterable[Spoken], given: Iterable[Spoken]) -> tuple[Spoken, ...]:
    """Those known and those just given that stand in the entry; of the same words what is known counts, for a person may have settled them."""
    every = {each.text: each for each in given}
    return bound(said, {**every, **{each.text: each for each in known}}.values())


def alternatives(said: str, spoken: Iterable[Spoken]) -> tuple[str, ...]:
    """The whole entry with one stretch written otherwise: the likeliest other way of each first, the last stretch before those before it."""
    if len(said) > LONGEST_TURN:
        return ()
    found = [(each, at) for each in spoken if (at := place(said, each.text)) >= 0]
    ranked = sorted((rank, -at, each.text, other) for each, at in found for rank, other in enumerate(each.others))
    texts = (said[:-back] + other + said[-back + len(text) :] if back else other + said[len(text) :] for _, back, text, other in ranked)
    return tuple(dict.fromkeys(texts))[:MOST_ALTERNATIVES]


def settled(said: str, spoken: Iterable[Spoken], read: str) -> tuple[Spoken, ...]:
    """The stretches once the entry is read as `read`, one of its `alternatives`: the one that was taken says what it was."""
    return tuple(_taken(each, said, read) for each in spoken)


def taken_back(said: str, spoken: Iterable[Spoken], text: str) -> tuple[str, tuple[Spoken, ...]]:
    """The entry and its stretches with this one as the recogniser wrote it, for good; unchanged where nothing was taken there."""
    given = tuple(spoken)
    found, at = next((each for each in given if each.text == text and each.was), None), place(said, text)
    if found is None or at < 0:
        return said, given
    back = said[:at] + found.was + said[at + len(text) :]
    return back, bound(back, (Spoken(found.was) if each is found else each for each in given))


def chosen(said: str, spoken: Iterable[Spoken]) -> tuple[Chosen, ...]:
    """Every stretch of the entry where another way was taken, for those who look at it.

    >>> chosen("我叫张三弓长张。", [Spoken("我叫张三弓长张", (), "我叫张三弓长章")])[0].was
    '张三弓长章'
    """
    return tuple(_shown(each, at) for each in spoken if each.was and (at := place(said, each.text)) >= 0)


def _found(said: str, text: str) -> Iterator[int]:
    at = said.find(text)
    while at >= 0:
        yield at
        at = said.find(text, at + 1)


def _apart(beside: str) -> bool:
    return all(each in ENDS for each in beside)


def _taken(each: Spoken, said: str, read: str) -> Spoken:
    other = next((other for other in each.others if alternatives(said, [replace(each, others=(other,))]) == (read,)), None)
    return each if other is None else Spoken(other, (), each.was or each.text)


def _shown(each: Spoken, at: int) -> Chosen:
    front = _shared(each.was, each.text)
    rear = _shared(each.was[front:][::-1], each.text[front:][::-1])
    around = max(0, front - AROUND)
    was, now = (text[around : len(text) - max(0, rear - AROUND)] for text in (each.was, each.text))
    return Chosen(at + front, at + len(each.text) - rear, was, now, each.text)


def _shared(one: str, other: str) -> int:
    """How many characters both begin with."""
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False)))
