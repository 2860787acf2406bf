"""What the business scope is searched by (经营范围检索索引): every word that leads to an item, and how it sounds.

Words come from the catalogue's names, the lexicon of the trades that people say, and `scope_search.tsv`, words that only a search understands (they
are too bare to be read from speech: 模切, 治具). Readings stand in `scope_readings.tsv`, built by tools/build_scope_readings.py: a row of one
character is its usual reading here, a longer row a word in which some character is read otherwise (行业).

>>> [each.words for each in entries() if each.item == "模具制造"][:1], syllables("模具"), syllables("行业")[0]
(['模具制造'], ('mu', 'ju'), 'hang')
"""

from __future__ import annotations

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from gaoxing.facts.scope_lexicon import VERBS, lexicon
from gaoxing.standards.business_scope import wordings

WORDS = Path(__file__).with_name("scope_search.tsv")
READINGS = Path(__file__).with_name("scope_readings.tsv")
_VERBS = {kind: verbs.split()[0] for kind, verbs in VERBS.items() if kind not in {"do", "run", "drop"}} | {"do": "做", "make": "做", "online": "网上卖"}
_WIDE = 6
"""A reading of its own holds for a word of up to so many characters within a longer one."""


@dataclass(frozen=True)
class Entry:
    """Words that lead to an item; `official` where they are its wording."""

    words: str
    item: str
    official: bool


@cache
def entries() -> tuple[Entry, ...]:
    """Every entry, the official wordings first; ended items too, so that a search of an older day finds them."""
    official = [Entry(name, name, official=True) for name in wordings()]
    said = [Entry(words, item, official=False) for words, item in (*_spoken(), *_searched()) if words != item]
    return (*official, *dict.fromkeys(said))


def syllables(words: str) -> tuple[str, ...]:
    """How the words sound, one toneless syllable a character (ü is v); a character without a reading stands for itself, small."""
    alone, apart = _readings()
    found = [alone.get(each, each.lower()) for each in words]
    for start in range(len(words)):
        for end in range(min(len(words), start + _WIDE), start + 1, -1):
            if (heard := apart.get(words[start:end])) is not None:
                found[start:end] = heard
                break
    return tuple(found)


def _spoken() -> Iterator[tuple[str, str]]:
    for word, term in lexicon().terms.items():
        if not term.exact:
            yield from ((word, item) for item in term.choices)
        for kind, chosen in term.families.items():
            yield from ((_VERBS.get(kind, "") + word, item) for item in chosen)


def _searched() -> Iterator[tuple[str, str]]:
    for row in csv.DictReader(WORDS.read_text(encoding="utf-8").splitlines(), delimiter="\t", quoting=csv.QUOTE_NONE):
        yield from ((word, item) for word in row["words"].split("|") for item in row["items"].split(" / "))


@cache
def _readings() -> tuple[dict[str, str], dict[str, tuple[str, ...]]]:
    alone: dict[str, str] = {}
    apart: dict[str, tuple[str, ...]] = {}
    for line in READINGS.read_text(encoding="utf-8").splitlines():
        words, _, heard = line.partition("\t")
        if len(words) == 1:
            alone[words] = heard
        else:
            apart[words] = tuple(heard.split(" "))
    return alone, apart
