"""The words as they are read (读本): fillers and blanks taken out, mis-heard form words mended, every character's place in the raw words kept.

Readers work on `Wording.text`; `evidence` leads back to the raw words, so that `said[start:end] == words` always holds. A name's own characters
are never mended here: only words of the form itself (注册自本 → 注册资本, 懂事 → 董事), which name no one.

>>> hearing = Wording.of("注册自本 嗯 一百万")
>>> hearing.text, sorted(hearing.pauses)
('注册资本一百万', [4])
>>> hearing.evidence(0, 4, 7).words
'一百万'
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from functools import lru_cache

from gaoxing.facts import misheard
from gaoxing.facts.embedded_order import passed_over
from gaoxing.facts.fact import Evidence
from gaoxing.speech.transcript import LONGEST_TURN
from gaoxing.standards.expression import expression

MARKS = str.maketrans(
    {",": "，", ":": "：", ";": "；", "!": "！", "?": "？", "(": "（", ")": "）", "｡": "。", "､": "、", "．": ".", "～": "~", "﹣": "-", "－": "-", "㎡": "平"}
)
WIDE = range(0xFF10, 0xFF1A), range(0xFF21, 0xFF3B), range(0xFF41, 0xFF5B)
"""Full-width digits and letters."""

FOLD = MARKS | str.maketrans("\r\n", "。。") | {code: code - 0xFEE0 for codes in WIDE for code in codes}
FILLER = expression(
    r"(?:[嗯呃啊哎诶唉噢哦嘛呐]|(?<![总金数份余差限税款定资名])额(?![度外头])|(?<![上门给帮来我])喂(?![养猫狗鱼鸡猪奶食]))+(?!\w{0,2}(?:镇|路|街))|(?<![什怎这那多要])么(?=[一-龥])(?!子)|(?<![酒网水书茶清氧话贴])吧|(?<=[一-龥])呢(?!绒|料|子)|就是说|怎么说呢|对吧|你知道吧"
)
CLOSE_FILLER = expression(
    r"(?:(?<=^)|(?<=[，。；、！？\s]))(?:[嗯呃额啊哎诶唉喂噢哦呐]+|那个)(?=[，。；、！？\s]|$)|[嗯呃]+|(?<=[一-龥])(?:[嘛呢啊呀哦]|(?<![酒网水书茶清氧话贴])吧)(?=[，。；、！？]|$)|…+"
)
PUNCTUATED = expression(r"[，。；、：！？,;:!?]")


@dataclass(frozen=True)
class Wording:
    """One turn as it is read: `text`, the raw place of each of its characters, and the places before which the speaker paused."""

    said: str
    text: str
    places: tuple[int, ...]
    pauses: frozenset[int]

    @classmethod
    @lru_cache(maxsize=8)
    def of(cls, said: str) -> Wording:
        """Clean one turn (at most `LONGEST_TURN` characters of it are read)."""
        folded = _folded(said[:LONGEST_TURN])
        dropped = _dropped(folded) | set(passed_over(folded))
        kept = [place for place in range(len(folded)) if place not in dropped]
        pauses = frozenset(number for number, place in enumerate(kept) if number and place - kept[number - 1] > 1)
        text = "".join(folded[place] for place in kept)
        return cls(said, misheard.mended(text), tuple(kept), pauses)

    def evidence(self, turn: int, start: int, end: int) -> Evidence:
        """The raw words behind `text[start:end]` (end exclusive, not empty)."""
        first, last = self.places[start], self.places[end - 1] + 1
        return Evidence(turn, first, last, self.said[first:last])


def _folded(said: str) -> str:
    """Character for character: full-width letters and digits to half-width, marks to the Chinese ones, the rest as it is."""
    return said.translate(FOLD)


def _dropped(folded: str) -> frozenset[int]:
    unspoken = {character for character in set(folded) if _unspoken(character)}
    gone = {place for place, character in enumerate(folded) if character in unspoken} if unspoken else set()
    spoken_raw = len(PUNCTUATED.findall(folded)) * 25 < len(folded)
    for match in (FILLER if spoken_raw else CLOSE_FILLER).finditer(folded):
        gone.update(range(match.start(), match.end()))
    return frozenset(gone)


def _unspoken(character: str) -> bool:
    return character.isspace() or unicodedata.category(character) in {"Cc", "Cf", "Cs", "So", "Sk"}
