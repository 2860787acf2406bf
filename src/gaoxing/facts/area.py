"""Floor and land areas in spoken words (建筑面积、用地面积): 一万二千平, 8200平方米, 五十五亩, 1.2公顷; exact, or open where hedged.

Square metres as a decimal; 1 亩 = 666.67 m² (the contract), 1 公顷 = 10 000 m².

>>> [(each.value, each.land) for each in find_areas("用地五十五亩建筑面积六万三千八百平米")]
[(Decimal('36666.85'), True), (Decimal('63800'), False)]
>>> find_areas("大概两百来平")[0].value is None
True
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from gaoxing.facts.hedge import hedged
from gaoxing.standards.expression import expression
from gaoxing.standards.numerals import Numeral, find, parse

MU, HECTARE = Decimal("666.67"), Decimal(10_000)
"""Square metres of one 亩 and of one 公顷."""

SQUARE = expression(r"来?(?:个|多)*(?:平方米|平方(?!公里|千米)|平米|平(?![均分台摊等面整板]|方公里)|㎡|m²|m2|M2)")
MU_WORD = expression("来?多?亩(?:地|的地)?")
HECTARE_WORD = expression("公顷")
CHANGED_TO = expression("(?:变更|更改|调整|改|换|变|增加?|减少?|降低?|提高?|缩减?|扩大?|压缩?|加|调)(?:成|为|到|至)了?")
FROM = expression("[从由]|[是报]$")
HALF, HALF_MU = expression("半(?!个|年|天)"), Decimal("0.5")
VAGUE = expression("来|多")


@dataclass(frozen=True)
class AreaMention:
    """An area at `text[start:end]` in square metres; None where it is vague. `land`: it was said in 亩 or 公顷."""

    start: int
    end: int
    value: Decimal | None
    land: bool = False


def find_areas(text: str) -> tuple[AreaMention, ...]:
    """All areas of a cleaned text, in order."""
    found: list[AreaMention] = []
    for numeral in _figures(text):
        for unit, factor in ((SQUARE, Decimal(1)), (MU_WORD, MU), (HECTARE_WORD, HECTARE)):
            match = unit.match(text, numeral.end)
            if match is None or (found and numeral.start < found[-1].end):
                continue
            vague = numeral.value is None or numeral.approximate or bool(VAGUE.search(match[0])) or hedged(text, numeral.start, match.end())
            half = HALF.match(text, match.end()) if factor == MU else None
            value = None if vague or numeral.value is None else (numeral.value + (HALF_MU if half else 0)) * factor
            found.append(AreaMention(numeral.start, half.end() if half else match.end(), value, factor != 1))
            break
    return tuple(sorted([*_in_the_same_unit(text, found), *found], key=lambda each: each.start))


def _figures(text: str) -> Iterator[Numeral]:
    """All numerals; before 平 a last digit said without its unit belongs to the figure before it: 五万八千八平米, 两百五平, 一万五平."""
    numerals = find(text)
    for before, numeral in zip((None, *numerals), numerals, strict=False):
        single = before is not None and before.end == numeral.start and numeral.end - numeral.start == 1 and text[before.end - 1] in "百千万"
        if before is not None and single and before.value is not None and numeral.value and SQUARE.match(text, numeral.end):
            yield replace(before, end=numeral.end, value=parse(text[before.start : numeral.end]))
        else:
            yield numeral


def _in_the_same_unit(text: str, found: Sequence[AreaMention]) -> Iterator[AreaMention]:
    """«从五万减到三万八千平», «由两万八改成三万一千平方米»: the unit is said with the second figure only."""
    for numeral in find(text):
        after = CHANGED_TO.match(text, numeral.end)
        area = next((each for each in found if after and each.start == after.end() and each.value is not None), None)
        if area is None or numeral.value is None or numeral.approximate or area.land or hedged(text, numeral.start, numeral.end):
            continue
        if numeral.scaled or FROM.search(text[max(0, numeral.start - 2) : numeral.start]):
            yield AreaMention(numeral.start, numeral.end, numeral.value)


def square_metres(value: Decimal) -> str:
    """An area as the contract writes it: a decimal text without trailing zeros.

    >>> square_metres(Decimal("26666.80")), square_metres(Decimal("50000"))
    ('26666.8', '50000')
    """
    text = f"{value:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text
