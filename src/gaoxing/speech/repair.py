"""Homophones put right in what a model of characters wrote (同音修正): only the words of the counter, and figures while a number is asked.

A character of a name is never touched: behind what announces a name nothing is exchanged, nor is anything that is a word by itself. The length stays.

>>> lexicon = Lexicon.general().above({"注册资本": 6.5})
>>> repaired("住册子本五百万", lexicon), repaired("思三领", lexicon, Expected.DIGITS)
('注册资本五百万', '四三零')
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

from gaoxing.speech.expected import Expected
from gaoxing.speech.lexicon import Lexicon
from gaoxing.speech.syllable import Syllable

SHORTEST, LONGEST = 4, 9
"""Characters of a word that is known by its sound alone: shorter ones sound like too much else."""

REACH = 4
"""Characters behind 我叫 that may be a name."""

DIGITS = "零一二三四五六七八九幺"


def repaired(text: str, lexicon: Lexicon, expected: Expected = Expected.ANYTHING) -> str:
    """The text with the words of the lexicon's upper layers where exactly their syllables stand. As long as before."""
    if expected is Expected.NAME:
        return text
    sounds = [_sound(each, lexicon) for each in text]
    if expected is Expected.DIGITS:
        return "".join(_digits(lexicon).get(sound, each) for each, sound in zip(text, sounds, strict=True))
    words = _by_sound(lexicon)
    at, written = 0, ""
    while at < len(text):
        size = next((size for size in range(LONGEST, SHORTEST - 1, -1) if _stands(text, at, size, sounds, words, lexicon)), 0)
        written += words[tuple(sounds[at : at + size])] if size else text[at]
        at += size or 1
    return written


def _stands(text: str, at: int, size: int, sounds: list[str], words: Mapping[tuple[str, ...], str], lexicon: Lexicon) -> bool:
    """Whether a word of the counter was meant here: by its sound, in at least one character as written, and not where a name stands."""
    part = text[at : at + size]
    word = words.get(tuple(sounds[at : at + size])) if len(part) == size else None
    if word is None or lexicon.knows(part):
        return False
    return any(one == other for one, other in zip(word, part, strict=True)) and not _names(text[:at], lexicon)


def _names(before: str, lexicon: Lexicon) -> bool:
    """Whether a name may begin or go on behind this text."""
    announced = [each for each in lexicon.behind if len(each) > 1 and not set(each) & set(DIGITS)]
    return any(each in before[-len(each) - REACH + 1 :] for each in announced if _announces_names(each, lexicon))


def _announces_names(lead: str, lexicon: Lexicon) -> bool:
    names = lexicon.slots.get(Expected.NAME, {})
    return bool(names) and any(word in names for word in lexicon.behind[lead])


@lru_cache(maxsize=8)
def _by_sound(lexicon: Lexicon) -> Mapping[tuple[str, ...], str]:
    """Syllables without tones to the cheapest word of an upper layer."""
    rows = sorted((row.split("\t") for layer in lexicon.layers[1:] for row in layer.rows), key=lambda row: -float(row[3]))
    return {tuple(key.split(".")[:-1]): text for key, _, text, _ in rows if len(text) >= SHORTEST}


@lru_cache(maxsize=8)
def _digits(lexicon: Lexicon) -> Mapping[str, str]:
    return {_sound(each, lexicon): each for each in DIGITS}


@lru_cache(maxsize=8_192)
def _sound(character: str, lexicon: Lexicon) -> str:
    """The commonest syllable of a character without its tone; itself where it has none."""
    spelt: tuple[Syllable, ...] = lexicon.spell(character)
    return spelt[0].base if spelt else character
