"""Words to listen for (热词) in a code that the engine takes: for models of pinyin halves every token is written as one Chinese character of its own.

The engine splits hotwords into characters; so a second table of tokens is made in which each half is one distinct character, and what comes back is mapped.

>>> code = Code(("<blk>", "k", "ūn", "sh", "ān"))
>>> [code.back(each) for each in code.spell(["k", "ūn"])]
['k', 'ūn']
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

from gaoxing.speech.lexicon import Lexicon
from gaoxing.speech.syllable import halves

FIRST = 0x5000
"""The first character of the code; which ones are used means nothing."""


@dataclass(frozen=True)
class Code:
    """The code of a model's tokens."""

    symbols: tuple[str, ...]

    def table(self) -> str:
        """The second tokens.txt."""
        return "".join(f"{self._coded(number)} {number}\n" for number in range(len(self.symbols)))

    def spell(self, parts: Sequence[str]) -> str:
        """Halves in the code; empty where one is no token of the model."""
        numbers = [self._numbers.get(each) for each in parts]
        return "" if None in numbers else "".join(self._coded(number) for number in numbers if number is not None)

    def back(self, coded: str) -> str:
        """The token that a character of the code stands for; what is no code stands for itself."""
        number = ord(coded) - FIRST if len(coded) == 1 else -1
        return self.symbols[number] if 0 <= number < len(self.symbols) else coded

    def file(self, words: Iterable[str], lexicon: Lexicon) -> str:
        """The hotwords file: a word a line, its tokens with a blank between; words that cannot be spelt are left out."""
        spelt = dict.fromkeys(self.spell(halves(lexicon.spell(word))) for word in words)
        return "".join(" ".join(each) + "\n" for each in spelt if len(each) > 1)

    def _coded(self, number: int) -> str:
        symbol = self.symbols[number]
        return symbol if symbol.startswith("<") else chr(FIRST + number)

    @cached_property
    def _numbers(self) -> dict[str, int]:
        return {symbol: number for number, symbol in enumerate(self.symbols)}
