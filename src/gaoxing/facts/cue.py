"""Character cues (拆字、组词): how people say which character they mean: 弓长张, 伟大的伟, 王字旁的琳, 三个金的鑫.

A cue is no part of a name; it mends the character of the same sound in the name it follows.

>>> [cue.character for cue in find_cues("启动的启波澜的澜弓长张草字头的芳")]
['启', '澜', '张', '芳']
>>> mend("章为国", [Cue(0, 4, "卫"), Cue(4, 8, "国")])
('章卫国', 2)
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from operator import eq
from pathlib import Path

from gaoxing.facts.name_frame import ROLES, surnames
from gaoxing.facts.reference import SURNAME
from gaoxing.facts.sound import alike, homophones, same
from gaoxing.facts.taken import Taken
from gaoxing.standards.expression import expression

TABLE = Path(__file__).parent / "tables" / "components.tsv"
HAN = "[一-龥]"
RADICAL = expression(
    rf"(?:{HAN}字[旁头底]|[三两]点水|四点底|[单双立]{{1,2}}人旁?|草字?头|竹字?头|宝盖头?|绞丝旁?|提手旁?|竖心旁?|走之底?|[耳立]刀旁?|斜玉旁?|双耳旁?|耳朵旁?|反犬旁?|{HAN}旁|病字头|雨字头)"
    rf"(?:加?一?个|那个|加|的)?(?P<character>{HAN})(?!字[旁头底])"
)
PART = rf"(?:[上下左右外里]|门里?|口里|框里)[面边头]?(?:里面?)?(?:是|有)?一?个{HAN}{{1,2}}"
STACKED = expression(rf"(?:[三双两四]个?{HAN}|{PART}(?:[，、]?(?:{PART}|加一?个?{HAN}))?|上{HAN}下{HAN}|左{HAN}右{HAN})的(?P<character>{HAN})")
LESS = expression(rf"(?:去掉|没有|不带|少了?){HAN}{{2,4}}?(?:旁|头|底|点)(?:的那?个?|那个|是)?(?P<character>{HAN})")
POINTED = expression(rf"(?:也是|就是|还是)(?:这|那)个(?!项目|公司|企业|单位|地[方址点]|名[字称]|电话|号码|人)(?P<character>{HAN})(?:字)?(?!{HAN}?的)")
POINTED_OUT = expression(rf"(?:旁|头|底|边)那个{HAN}$")
"""«乌鸦的乌右边耳朵旁那个邬»: the first only explains the second."""
MISSPOKEN = expression("，?[哦噢呃啊]*，?(?:不对|不是|说?错了)，?(?:应该|应)?是?")
"""«起来的起，哦不对，是启发的启»: the second stands in the place of the first."""
OF = expression(rf"的(?:那个)?(?![零一二两三四五六七八九十百千]+[十百千万亿])(?P<character>{HAN})")
LONGEST_WORD = 5
IDIOM = 4
BEFORE_IDIOM = expression(rf"(?:^|[，。；：、叫是为]|{ROLES})(?P<name>(?:(?![叫是为]){HAN}){{2,3}})$")
NO_IDIOM = expression("[我你他她是叫在了不跑给帮替说字名姓]|[^一-龥]")
WORD_OF_THREE = expression(f"{HAN}[大小老一]")
"""A name's last character and a word of three (平大海洋), no idiom."""
TALK = expression("[我你他她来去要在了不跑给帮替说]")
"""Words of a sentence, not of an idiom that spells a character."""
NOT_MEANT = frozenset("我你他她的是了人")
ALL = 99
SHORT_NAME = 3
"""Characters of a 字号; what stands behind is the trade, and never put right by a cue for a character that was spelt before."""
WHOLE = ((eq, ALL), (same, ALL), (alike, ALL))
LEADING = ((eq, 2), (same, 3), (eq, 4), (same, ALL), (alike, ALL))


@dataclass(frozen=True)
class Cue:
    """Which character is meant (字的提示): where the cue stands in the text, and the character."""

    start: int
    end: int
    character: str
    instead: str = ""
    """The wrong character that it replaces («不是草头的芳,是方圆的方»), where that was said."""


def find_cues(text: str) -> tuple[Cue, ...]:
    """All cues of a cleaned text by position; overlapping ones are settled for the longer."""
    shaped = _shaped(text)
    ends = {cue.end for cue in shaped}
    found = [*_components(text), *shaped, *(cue for cue in _words(text) if cue.end not in ends or _idiom(text, cue.end - 2, cue.character) == cue.start)]
    found.sort(key=lambda cue: (-(cue.end - cue.start), cue.start))
    taken = Taken()
    kept = [cue for cue in found if taken.take(cue.start, cue.end)]
    return _without_bases(text, sorted(kept, key=lambda cue: cue.start))


def _without_bases(text: str, cues: Sequence[Cue]) -> tuple[Cue, ...]:
    """«伊人的伊去掉单人旁那个尹»: the first character only explains the second."""
    bases = [cue for cue, other in pairwise(cues) if _explains(text, cue, other)]
    return tuple(cue for cue in cues if cue not in bases)


def _explains(text: str, cue: Cue, other: Cue) -> bool:
    """Whether a cue only leads up to the next: less a part («去掉单人旁»), or with one more («加个耳朵旁»)."""
    if LESS.fullmatch(text, other.start, other.end):
        return other.start - cue.end <= 1
    if other.start - cue.end <= 4 and same(cue.character, other.character) and POINTED_OUT.search(text, other.start, other.end):
        return True
    if same(cue.character, other.character) and MISSPOKEN.fullmatch(text, cue.end, other.start):
        return True
    return text[cue.end : other.start].strip("，") in {"加", "加个", "加一个", "再加个", "再加一个"}


def mend(name: str, cues: Sequence[Cue], *, leading: bool = False) -> tuple[str, int]:
    """The name with each cue's character in the place of its sound, and how many places were spelt; a later cue for the same place wins.

    With `leading` (an enterprise's 字号 and trade) the first characters are meant before later ones, even where a later one is the same character.
    """
    characters, taken = list(name), set[int]()
    for cue in cues:
        given = not leading and cue.character not in SURNAME
        order = (*range(1, len(characters)), 0) if given and characters else range(len(characters))
        place = _place(characters, cue.character, taken, LEADING if leading else WHOLE, order)
        if cue.instead in characters:
            place = characters.index(cue.instead)
        if place is None:
            place = next((number for number in sorted(taken) if same(characters[number], cue.character)), None)
        if leading and place is not None and place >= SHORT_NAME and characters[place] != cue.character:
            place = next((number for number in sorted(taken) if same(characters[number], cue.character)), place)
        if place is not None:
            characters[place] = cue.character
            taken.add(place)
    return "".join(characters), len(taken)


def fits(name: str, cue: Cue) -> bool:
    """Whether some character of the name sounds like the cue's."""
    return any(alike(character, cue.character) for character in name)


Tries = Sequence[tuple[Callable[[str, str], bool], int]]


def _place(characters: Sequence[str], meant: str, taken: set[int], tries: Tries, order: Sequence[int]) -> int | None:
    """The first free place of the order that is like enough; each try is a likeness and how many leading characters it looks at.

    What is no common surname is looked for among the given name first: 于 may be read like 伟, 蒋 like 强, and is not meant.
    """
    for close, reach in tries:
        found = next((place for place in order if place < reach and place not in taken and close(characters[place], meant)), None)
        if found is not None:
            return found
    return None


def _components(text: str) -> list[Cue]:
    """Phrases of the table as said, else known by all but the last character and that one's sound: 汪 may sound like 洪."""
    found: list[Cue] = []
    phrases, place = _phrases(), 0
    while place < len(text):
        if text[place] not in phrases:
            place += 1
            continue
        here = [row for row in phrases[text[place]] if text.startswith(row[0][:-1], place) and place + len(row[0]) <= len(text)]
        said = next((row for row in here if text.startswith(row[0], place)), None)
        row = said or next((row for row in here if text[place + len(row[0]) - 1] in row[2]), None)
        found += [Cue(place, place + len(row[0]), row[1])] if row else []
        place += len(row[0]) if row else 1
    return found


@cache
def _phrases() -> dict[str, tuple[tuple[str, str, str], ...]]:
    """By first character, the longer first: phrase, character meant, and the characters that sound like the phrase's last."""
    lines = TABLE.read_text(encoding="utf-8").splitlines()
    rows = [line.split("\t") for line in lines if line and not line.startswith("#")]
    found: dict[str, list[tuple[str, str, str]]] = {}
    for phrase, character in sorted(rows, key=lambda row: -len(row[0])):
        found.setdefault(phrase[0], []).append((phrase, character, homophones(phrase[-1])))
    return {first: tuple(each) for first, each in found.items()}


def _shaped(text: str) -> list[Cue]:
    found = [Cue(match.start(), match.end(), match["character"]) for pattern in (RADICAL, LESS, POINTED) for match in pattern.finditer(text)]
    return found + [Cue(match.start(), match.end(), match["character"]) for match in STACKED.finditer(text)]


def _words(text: str) -> list[Cue]:
    """«波澜的澜»: the character after 的 stands in the word before it."""
    found = []
    for match in OF.finditer(text):
        start = None if match["character"] in NOT_MEANT else _word_start(text, match.start(), match["character"])
        if start is not None:
            found.append(Cue(start, match.end(), match["character"]))
    return found


def _word_start(text: str, end: int, character: str) -> int | None:
    for start in range(end - 1, max(end - 1 - LONGEST_WORD, -1), -1):
        if not re.match(HAN, text[start]):
            return None
        if text[start] == character:
            if end - start > 2 and TALK.search(text[start:end]):
                return None
            idiom = _idiom(text, end, character) if start > end - IDIOM else None
            if idiom is not None:
                return idiom
            return _with_number(text, start) if end - start > 1 else _two_characters(text, end)
    return None


def _idiom(text: str, end: int, character: str) -> int | None:
    """«郑冲一飞冲天的冲»: where a name of that sound stands complete before four characters that hold the character, they are the cue as a whole.

    Where the second of the four is the character, a word of three begins there (岳小北岳家军的岳).
    """
    start = end - IDIOM
    before = BEFORE_IDIOM.search(text, max(0, start - 8), max(0, start))
    if before is None or NO_IDIOM.search(text, start, end) or WORD_OF_THREE.match(text, start) or character not in text[start + 2 : end]:
        return None
    name = before["name"]
    singles = surnames()[0]
    spelt = same(name[0], character) if len(name) == 2 else False
    return start if name[0] in singles and (spelt or same(name[-1], character)) else None


def _with_number(text: str, start: int) -> int:
    """«一段路的段» begins with its 一."""
    return start - 1 if start and text[start - 1] == "一" else start


def _two_characters(text: str, end: int) -> int | None:
    return end - 2 if end >= 2 and re.match(HAN, text[end - 2]) else None
