"""The keys under which a name is found among millions (检索键): what the index stores of a name, and what is looked up for another one.

Two names of the pool are neighbours where one rule of the comparison could speak of both: their 字号 have the same characters in any order; differ by
one character more, less or other; sound alike; hold one another, in characters or in sound; or look alike. Each key is a signed 64-bit number:

| space | stored of 字号 of n characters | finds |
| --- | --- | --- |
| `=` | its characters, sorted | the same, reordered, of similar shape; in any trade |
| `-` | them less one, n ≥ 3 | one more, one less, one other; same trade |
| `~` | its syllables, sorted | homophones; one contained in a longer name; same trade |
| `~-` | them less one, n ≥ 3 | one more, one less, one other by sound; same trade |
| `~<` | its inner stretches of 2 to n − 2 syllables | one that is contained in it; same trade |
| `*` | the whole name, where it has no 字号 | the same |

What is less one character is kept apart from what is whole, so that two names which each lack another character of a third do not meet by chance
more often than they must. A polyphone gives a key a reading. The law never compares sounds across trades, and one trade's keys are not
another's: that keeps the lists short.

>>> from gaoxing.names.composition import split
>>> one, other = split("昆山沐禾科技有限公司"), split("苏州新木合科技有限公司")
>>> len(stored(one)), set(stored(one)).isdisjoint(asked(other))
(2, False)
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from hashlib import blake2b
from itertools import product
from math import prod

from gaoxing.names.name import Name
from gaoxing.names.readings import readings
from gaoxing.names.shapes import lookalikes
from gaoxing.names.trade import classes

EDITION = 2
"""Raised whenever a key of some name changes: an index of another edition must be built anew."""

LONGEST = 16
"""Characters of a 字号 up to which its inner stretches have keys; real ones have 2 to 8."""

MOST_READINGS = 32
"""Ways to read one 字号 aloud that get keys of their own; beyond it later characters are read one way."""


def stored(name: Name) -> tuple[int, ...]:
    """What the index holds of a name: 2 keys for a 字号 of two characters, 8 for three, 13 for four, in one trade and without polyphones."""
    said = name.trade_name
    if not said:
        return (_key("*", _whole(name)),)
    found = {_key("=", _sorted(said))}
    for trade in _trades(name):
        found.update(_key("-" + trade, each) for each in _less_one(said))
        for spoken in _spoken(said):
            found.add(_key("~" + trade, " ".join(sorted(spoken))))
            found.update(_key("~-" + trade, each) for each in _syllables_less_one(spoken))
            found.update(_key("~<" + trade, " ".join(stretch)) for stretch in _inner(spoken))
    return tuple(found)


def asked(name: Name) -> tuple[int, ...]:
    """What is looked up for a name: a name of the pool that has stored one of these is its neighbour."""
    said = name.trade_name
    if not said:
        return (_key("*", _whole(name)),)
    found = {_key("=", _sorted(said))}
    found.update(_key("=", _sorted(written)) for written in _of_similar_shape(said))
    for trade in _trades(name):
        found.update(_key("-" + trade, each) for each in (_sorted(said), *_less_one(said)))
        for spoken in _spoken(said):
            found.update(_asked_by_sound(trade, spoken))
    return tuple(found)


def _asked_by_sound(trade: str, spoken: tuple[str, ...]) -> Iterator[int]:
    whole = " ".join(sorted(spoken))
    yield _key("~" + trade, whole)
    yield _key("~-" + trade, whole)
    yield _key("~<" + trade, " ".join(spoken))
    for each in _syllables_less_one(spoken):
        yield _key("~" + trade, each)
        yield _key("~-" + trade, each)
    for stretch in _inner(spoken):
        yield _key("~" + trade, " ".join(sorted(stretch)))


def _trades(name: Name) -> Iterable[str]:
    """The classes of its trade; names without a real one (实业, 发展) are a class of their own."""
    return classes(name.trade, name.form) or ("",)


def _whole(name: Name) -> str:
    return _sorted(each for each in name.text if each not in "（）()")


def _spoken(said: str) -> Iterator[tuple[str, ...]]:
    """Every way to read a 字号."""
    ways = [sorted(each) for each in readings(said)]
    for place in range(len(ways) - 1, -1, -1):
        if prod(map(len, ways)) <= MOST_READINGS:
            break
        ways[place] = ways[place][:1]
    return product(*ways)


def _less_one(said: str) -> set[str]:
    if len(said) < 3:
        return set()
    letters = sorted(said)
    return {"".join(letters[:place] + letters[place + 1 :]) for place in range(len(letters))}


def _syllables_less_one(spoken: tuple[str, ...]) -> set[str]:
    if len(spoken) < 3:
        return set()
    letters = sorted(spoken)
    return {" ".join(letters[:place] + letters[place + 1 :]) for place in range(len(letters))}


def _inner(spoken: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    """Stretches of two syllables and more that lack at least two of the whole."""
    count = len(spoken) if len(spoken) <= LONGEST else 0
    for length in range(2, count - 1):
        for start in range(count - length + 1):
            yield spoken[start : start + length]


def _of_similar_shape(said: str) -> Iterator[str]:
    """One character replaced by any that looks like it."""
    for place, character in enumerate(said):
        for other in lookalikes(character):
            yield said[:place] + other + said[place + 1 :]


def _sorted(letters: Iterable[str]) -> str:
    return "".join(sorted(letters))


def _key(space: str, text: str) -> int:
    return int.from_bytes(blake2b(f"{space}\t{text}".encode(errors="surrogatepass"), digest_size=8).digest(), "big", signed=True)
