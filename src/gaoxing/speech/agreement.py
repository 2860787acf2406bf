"""Two hearings of one turn made one (两遍对照): the first decides what was said, the second, a model of characters, how it is written.

Where both agree in sound the second's writing stands, but for words of the counter that the first has; beside a disagreement and in it the first stays.
What the second heard, and what the first wrote, are alternatives: nothing is lost. Why so: docs/decisions/0011-two-hearings.md.

>>> lexicon = Lexicon.general().above({"注册资本": 6.5})
>>> agreed(Segment("我叫张卫明注册资本", 0, 2), "我叫章伟民住册资本。", lexicon).text
'我叫张卫明注册资本'
>>> agreed(Segment("我叫张卫明注册资本", 0, 2), "我叫章伟明住册资本。", lexicon).text
'我叫章伟明注册资本'
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from difflib import SequenceMatcher
from functools import lru_cache

from gaoxing.speech.expected import Expected
from gaoxing.speech.lexicon import LONGEST, Lexicon
from gaoxing.speech.recogniser import Segment
from gaoxing.speech.repair import repaired
from gaoxing.standards.expression import expression

MARGIN = 2
"""Characters beside a disagreement that stay as the first wrote them: no name is to be put together of two guesses."""

TAG = expression(r"<\|[^|<>]*\|>")
"""A mark such as <|zh|>, which models of many languages write."""


def agreed(first: Segment, second: str, lexicon: Lexicon, expected: Expected = Expected.ANYTHING) -> Segment:
    """The settled segment with what was heard the second time (plain text, marks and blanks do not matter). As it was where that is nothing."""
    again = repaired(bare(second), lexicon, expected)
    if not again:
        return first
    text = _rewritten(first.text, again, lexicon)
    others = dict.fromkeys((again, first.text, *first.alternatives))
    return replace(first, text=text, alternatives=tuple(each for each in others if each != text))


def bare(text: str) -> str:
    """Letters, figures and characters alone, a blank only between two Latin words.

    >>> bare("<|zh|>我 想， 开 OK shop。😊")
    '我想开OK shop'
    """
    words = "".join(each if each.isalnum() else " " for each in TAG.sub("", text)).split()
    told = ""
    for word in words:
        told += f" {word}" if told[-1:].isascii() and told and word[:1].isascii() else word
    return told


def _rewritten(first: str, second: str, lexicon: Lexicon) -> str:
    """The first text, in the second's characters where both sound the same."""
    ours, theirs = _sounds(first, lexicon), _sounds(second, lexicon)
    written = list(first)
    for block in SequenceMatcher(None, ours, theirs, autojunk=False).get_matching_blocks():
        begins, ends = block.a == block.b == 0, (block.a + block.size, block.b + block.size) == (len(ours), len(theirs))
        for place in range(0 if begins else MARGIN, block.size - (0 if ends else MARGIN)):
            written[block.a + place] = second[block.b + place]
    return _counter_words_kept(first, "".join(written), lexicon)


def _counter_words_kept(first: str, written: str, lexicon: Lexicon) -> str:
    """The words of the counter as the first wrote them, unless the second wrote another one there."""
    known = _counter_words(lexicon)
    at, kept = 0, ""
    while at < len(first):
        size = next((size for size in range(min(LONGEST, len(first) - at), 1, -1) if first[at : at + size] in known), 1)
        other = written[at : at + size]
        kept += first[at : at + size] if size > 1 and other not in known else other
        at += size
    return kept


@lru_cache(maxsize=8)
def _counter_words(lexicon: Lexicon) -> frozenset[str]:
    """Words of two characters and more of the upper layers; none that is likelier in some places only, as names are."""
    words = (row.split("\t")[2] for layer in lexicon.layers[1:] for row in layer.rows)
    return frozenset(word for word in words if len(word) > 1 and word not in lexicon.led)


def _sounds(text: str, lexicon: Lexicon) -> Sequence[str]:
    """For each character its syllable without the tone, as it is read beside its neighbours; itself where it has none."""
    together = lexicon.spell(text)
    if len(together) == len(text):
        return [each.base for each in together]
    alone = ((each, lexicon.spell(each)) for each in text)
    return [syllables[0].base if len(syllables) == 1 else each.casefold() for each, syllables in alone]
