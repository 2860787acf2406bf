"""A Mandarin syllable (音节): initial, final and tone, as streaming models emit them in halves (声母, 韵母带调) and as word lists spell them.

>>> parse("zhang1"), parse("nü3").marked
(Syllable(initial='zh', final='ang', tone=1), 'nǚ')
>>> [each.marked for each in joined(["zh", "ù", "c", "è"])]
['zhù', 'cè']
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

INITIALS = ("zh", "ch", "sh", "b", "p", "m", "f", "d", "t", "n", "l", "g", "k", "h", "j", "q", "x", "r", "z", "c", "s", "y", "w")
"""What may open a syllable, the longer ones first; y and w count as initials, as in writing."""

NEUTRAL = 5
"""The neutral tone (轻声)."""

_MARKS = {"\u0304": 1, "\u0301": 2, "\u030c": 3, "\u0300": 4}
_FULL = {"iou": "iu", "uei": "ui", "uen": "un"}


@dataclass(frozen=True)
class Syllable:
    """One syllable; `tone` is 1 to 4, or 5 for the neutral tone. A letter said by its name has no final and tone 0."""

    initial: str
    final: str
    tone: int

    @property
    def base(self) -> str:
        """The syllable without its tone."""
        return self.initial + self.final

    @property
    def marked(self) -> str:
        """The syllable with its tone mark, as dictionaries print it."""
        return self.initial + _marked(self.final, self.tone)

    @property
    def is_letter(self) -> bool:
        """Whether this is a Latin letter said by its name."""
        return not self.final


def parse(spelt: str) -> Syllable:
    """A syllable with its tone as a digit (`zhang1`, `lv4`, `nü3`; none is neutral). Raises ValueError where it is no syllable."""
    bare = spelt.strip().lower().replace("v", "ü")
    tone = int(bare[-1]) if bare[-1:].isdecimal() else NEUTRAL
    letters = bare.rstrip("0123456789")
    initial = next((each for each in INITIALS if letters.startswith(each)), "")
    final = letters.removeprefix(initial)
    if not final or not 1 <= tone <= NEUTRAL or not final.replace("ü", "u").isascii():
        raise ValueError(f"no syllable: {spelt!r}")
    return Syllable(initial, _FULL.get(final, final), tone)


def half(token: str) -> tuple[str, int]:
    """A final with its tone mark as the bare final and the tone: `ǔ` is u in the third tone."""
    tone, letters = NEUTRAL, []
    for character in unicodedata.normalize("NFD", token):
        if character in _MARKS:
            tone = _MARKS[character]
        else:
            letters.append(character)
    return unicodedata.normalize("NFC", "".join(letters)), tone


def grouped(tokens: Sequence[str]) -> tuple[tuple[Syllable, int, int], ...]:
    """Halves as syllables, each with the first and the past-the-end place of its tokens: an initial opens a syllable, a final closes it.

    A capital letter stands for itself; an initial without a final is noise and left out.
    """
    found: list[tuple[Syllable, int, int]] = []
    opened = -1
    for place, token in enumerate(each.strip() for each in tokens):
        if token in INITIALS:
            opened = place
        elif len(token) == 1 and token.isascii() and token.isupper():
            found.append((Syllable(token, "", 0), place, place + 1))
            opened = -1
        elif token and not token.startswith("<"):
            final, tone = half(token)
            start = opened if opened == place - 1 and opened >= 0 else place
            found.append((Syllable(tokens[start].strip() if start < place else "", final, tone), start, place + 1))
            opened = -1
    return tuple(found)


def joined(tokens: Sequence[str]) -> tuple[Syllable, ...]:
    """Halves as syllables."""
    return tuple(syllable for syllable, _, _ in grouped(tokens))


def halves(syllables: Iterable[Syllable]) -> list[str]:
    """Syllables as the model's halves: the inverse of `joined`.

    >>> halves([parse("kun1"), parse("er4")])
    ['k', 'ūn', 'èr']
    """
    return [each for syllable in syllables for each in (syllable.initial, _marked(syllable.final, syllable.tone)) if each]


def _marked(final: str, tone: int) -> str:
    mark = next((mark for mark, number in _MARKS.items() if number == tone), "")
    at = next((final.index(each) for each in "aoe" if each in final), None)
    if at is None:
        at = max((place for place, letter in enumerate(final) if letter in "iuü"), default=-1)
    return final if at < 0 or not mark else unicodedata.normalize("NFC", final[: at + 1] + mark + final[at + 1 :])
