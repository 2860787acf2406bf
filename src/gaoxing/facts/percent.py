"""Percents and fractions in spoken words (百分数、分数): 百分之六十, 60%, 六成, 三成五, 五十一个点, 三分之一.

Exact fractions of 1; None where the figure is vague. `literal` is False where a fraction was said (三分之一 is no 33.33 %). Source: registration.md F.2 [K].

>>> [(str(each.value), each.literal) for each in find_percents("我占百分之六十他三成五剩下三分之一")]
[('3/5', True), ('7/20', True), ('1/3', False)]
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from gaoxing.facts.hedge import hedged
from gaoxing.standards.expression import expression
from gaoxing.standards.numeral_words import SMALL_DIGITS, half_width
from gaoxing.standards.numerals import Numeral, find

_D = "一二两三四五六七八九"
_NOT_SHARE = "(?!立|本|都|员|功|交|套|品|型|果|熟|(?<!占.成)路|街)"
TENTHS = expression(
    rf"(?P<pair>(?<![{_D}])(?:[一二两三四五六七八][二三四五六七八九]))成{_NOT_SHARE}|"
    rf"(?P<whole>[{_D}十]|(?<![0-9.])[1-9])成{_NOT_SHARE}(?:(?P<half>半)|(?P<more>[一二三四五六七八九])(?![零〇幺{_D}十百千万成个位家人名年月号共起半次定样直般])(?!层|间|天|点|股))?"
)
OF_PARTS = expression(rf"(?P<under>[{_D}十百千0-9]+)分之(?=[{_D}十百零0-9])")
WHOLE = expression("百分(?:之)?百|百分之一百")
SUFFIX = expression("%|个百分点|个点(?!子|位|击|心|评|名)|趴|百分比")
NEARLY = expression("[强弱多](?=[，。]|$)")
LISTING_ON = expression("个(?:是|叫|姓|占)")
"""«百分之六十一个是……»: the 一 begins the next one of the list."""
LISTED = expression("(?:、|和|，)(?P<figure>[零一二三四五六七八九十点]+)(?=[、，。；]|和[零一二三四五六七八九十点]+(?:[，。；]|$)|$)")
ONE_PERSON = expression("(?:个人|人|家|位)")


@dataclass(frozen=True)
class PercentMention:
    """A share of one whole at `text[start:end]`; `value` None where it is `approximate` or can be meant two ways."""

    start: int
    end: int
    value: Fraction | None
    literal: bool = True
    approximate: bool = False


def find_percents(text: str) -> tuple[PercentMention, ...]:
    """All percents, tenths and fractions of a cleaned text, in order."""
    if not any(sign in text for sign in ("分", "%", "％", "成", "点", "趴")):
        return ()
    folded = half_width(text)
    found = [*_whole(folded), *_of_parts(folded), *_with_suffix(folded), *_tenths(folded)]
    mentions: list[PercentMention] = []
    for each in sorted(found, key=lambda mention: (mention.start, -mention.end)):
        if not mentions or each.start >= mentions[-1].end:
            mentions.append(each)
    return tuple(mentions)


def _whole(text: str) -> list[PercentMention]:
    return [PercentMention(found.start(), found.end(), Fraction(1)) for found in WHOLE.finditer(text)]


def _of_parts(text: str) -> list[PercentMention]:
    """百分之六十 is a percent; 三分之一 a fraction."""
    found = []
    for match in OF_PARTS.finditer(text):
        under = Fraction(100) if match["under"].endswith("百") else _under(match["under"])
        start = match.end("under") - 1 if match["under"].endswith("百") else match.start()
        over = next((each for each in find(text[match.end() : match.end() + 14]) if each.start == 0), None)
        if over is None or not under:
            continue
        found.append(_mention(text, start, match.end() + over.end, over, under, literal=under == 100))
        found += _listed_on(text, match.end() + over.end) if under == 100 else []
    return found


def _listed_on(text: str, place: int) -> list[PercentMention]:
    """«百分之四十、三十五、二十五»: bare figures listed on behind a percent are percents too."""
    found: list[PercentMention] = []
    while match := LISTED.match(text, place):
        figure = next((each for each in find(match["figure"]) if (each.start, each.end) == (0, len(match["figure"])) and each.value is not None), None)
        if figure is None or figure.value is None or not 0 < figure.value < 100:
            break
        found.append(PercentMention(match.start("figure"), match.end(), Fraction(figure.value) / 100))
        place = match.end()
    return found


def _with_suffix(text: str) -> list[PercentMention]:
    if not SUFFIX.search(text):
        return []
    pairs = [(each, SUFFIX.match(text, each.end)) for each in find(text) if not each.scaled]
    return [_mention(text, each.start, suffix.end(), each, Fraction(100), literal=True) for each, suffix in pairs if suffix]


def _tenths(text: str) -> list[PercentMention]:
    found = []
    for match in TENTHS.finditer(text):
        if match["pair"]:
            found.append(PercentMention(match.start(), match.end(), None, approximate=True))
            continue
        tenths = 10 if match["whole"] == "十" else _single(match["whole"])
        hundredths = 5 if match["half"] else _single(match["more"]) if match["more"] else 0
        loose = hedged(text, match.start(), match.end()) or text[match.end() : match.end() + 1] == "多"
        found.append(PercentMention(match.start(), match.end(), None if loose else Fraction(tenths * 10 + hundredths, 100), approximate=loose))
    return found


def _mention(text: str, start: int, end: int, figure: Numeral, under: Fraction, *, literal: bool) -> PercentMention:
    if text[end - 2 : end] == "十一" and LISTING_ON.match(text, end) and figure.value:
        return PercentMention(start, end - 1, Fraction(figure.value - 1) / under, literal=literal)
    loose = figure.approximate or hedged(text, start, end) or NEARLY.match(text, end) is not None
    doubtful = figure.ambiguous or (text[end - 2 : end] == "十一" and ONE_PERSON.match(text, end) is not None)
    value = None if loose or doubtful or figure.value is None else Fraction(figure.value) / under
    return PercentMention(start, end, value, literal=literal, approximate=loose)


def _under(words: str) -> Fraction | None:
    last = find(words)[-1:]
    return Fraction(last[0].value) if last and last[0].value and last[0].end == len(words) and not last[0].digits else None


def _single(character: str) -> int:
    return int(character) if character.isascii() else SMALL_DIGITS[character]
