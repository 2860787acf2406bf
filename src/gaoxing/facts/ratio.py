"""Ratios (几几开): «六四开», «我六他四», «我七十他三十»; numbers that only make sense together. An undecided ratio stays open."""

from __future__ import annotations

import re
from fractions import Fraction

from gaoxing.facts.mentions import WHO, Spot
from gaoxing.facts.stake import Stake
from gaoxing.facts.subject import Walk, give
from gaoxing.standards.expression import expression

DIGITS = {"一": 1, "二": 2, "两": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9}
UNDECIDED = expression(r"没(?:有)?(?:谈拢|商量好|定|说好|想好|谈好)|谁[六四七三八二]谁|再商量|回头再(?:说|定|商量)")
_NUMBER = r"[一二两三四五六七八九]?十[一二三四五六七八九]?|[一二两三四五六七八九]|\d{1,2}"
BARE_CHANGE = expression(rf"的?(?:那个?)?(?P<old>{_NUMBER})(?:改成|改为|变成|降到|减到|加到|提到|换成)(?P<new>{_NUMBER})(?![十百千万亿成\d%])")
MENDED = expression(r"(?:应该|应当)?(?:是|占|出|拿)?(?P<number>[一二三四五六七八九]十[一二三四五六七八九]?|十[一二三四五六七八九]?|[1-9]\d)(?=[，。；]|$)")
BARE_NUMBER = expression(
    r"^(?:是|占|拿)?(?P<number>[一二两三四五六七八九]?十?[一二三四五六七八九十]|\d{1,2})(?![鸣零一二两三四五六七八九十百千万亿点\d])"
    r"(?![多来几]?(?:个|年|点|号|楼|岁|月|天|位|家|人|间|层|多|来|几|万|成|百|千|块|元|分之|%|弄|幢|栋|室|起|同|样|块|共|直|般|切|些|边|部|半|方|股|定))"
)


def read_ratio(walk: Walk, place: int) -> None:
    """Keep «六四开» until it is known who is who; nothing where the words say that it is not decided."""
    digits = tuple(DIGITS[each] for each in walk.tokens[place].words if each in DIGITS)
    if UNDECIDED.search(walk.text[walk.tokens[place].end : walk.tokens[place].end + 16]):
        return
    after = walk.tokens[place + 1].kind if place + 1 < len(walk.tokens) else ""
    said_as_parts = "比" in walk.tokens[place].words and (walk.tokens[place].words.startswith("按") or after == "hold")
    if len(digits) > 1 and (sum(digits) == 10 or said_as_parts):
        walk.holdings.ratio, walk.holdings.ratio_spot = digits, walk.spot(place)[0]
        walk.holdings.stakes.clear()
        walk.holdings.equal = None


def read_bare_numbers(walk: Walk) -> None:
    """«我六他四», «我七十他三十», «我和她七三»: numbers that only make sense together."""
    _read_bare_ratio(walk)
    found: dict[int, tuple[int, Spot]] = {}
    for place, token in enumerate(walk.tokens[:-1]):
        after = (
            walk.tokens[place + 2]
            if walk.holdings.ratio and walk.tokens[place + 1].kind == "comma" and place + 2 < len(walk.tokens)
            else walk.tokens[place + 1]
        )
        if (
            token.kind in WHO
            and after.kind in {"text", "money", "hold"}
            and (match := BARE_NUMBER.match(walk.text[after.start : after.start + 6]))
            and _small(match["number"])
        ):
            found[token.who] = (_small(match["number"]), Spot(walk.turn, after.start, after.start + match.end()))
    total = sum(number for number, _ in found.values())
    rest = sum(walk.holdings.ratio) - total if walk.holdings.ratio and len(found) == 1 else 0
    if total in {10, 100} and len(found) > 1:
        for who, (number, spot) in found.items():
            give(walk, who, Stake(part=Fraction(number, total), spots=(spot,)))
        walk.holdings.ratio = ()
    elif rest > 0 and len(walk.holdings.ratio) == 2:
        who, (number, spot) = next(iter(found.items()))
        give(walk, who, Stake(part=Fraction(number, number + rest), spots=(spot,)))
        others = [each for each in walk.holdings.group if each != who]
        if len(others) == 1:
            give(walk, others[0], Stake(part=Fraction(rest, number + rest), spots=(spot,), worked_out=True))
            walk.holdings.ratio = ()


def _read_bare_ratio(walk: Walk) -> None:
    """«我和她七三»: two digits of ten, alone behind the two who were said in one breath."""
    for place, token in enumerate(walk.tokens):
        digits = tuple(DIGITS.get(each, 0) for each in token.words)
        pair = tuple(each.who for each in walk.tokens[max(0, place - 3) : place] if each.kind in WHO)
        ends = place + 1 == len(walk.tokens) or walk.tokens[place + 1].kind in {"comma", "stop"}
        if token.kind == "text" and len(digits) == 2 and all(digits) and sum(digits) == 10 and ends and len(pair) == 2 and pair == walk.holdings.group:
            walk.holdings.ratio, walk.holdings.ratio_spot = digits, walk.spot(place)[0]


def read_bare_changes(walk: Walk) -> None:
    """«甲的三十五改成三十»: the number that the share had so far, and the one in its place."""
    for place, token in enumerate(walk.tokens):
        held = walk.holdings.stakes.get(token.who) if token.kind in WHO else None
        if held is not None and held.part is not None and held.amount is None and (mended := _mended(walk, place)):
            give(walk, token.who, Stake(part=Fraction(_small(mended["number"]), 100), spots=(Spot(walk.turn, mended.start("number"), mended.end("number")),)))
            continue
        match = BARE_CHANGE.match(walk.text, token.end)
        if held is None or held.part is None or match is None or Fraction(_small(match["old"]), 100) != held.part:
            continue
        spot = Spot(walk.turn, match.start("new"), match.end("new"))
        give(walk, token.who, Stake(part=Fraction(_small(match["new"]), 100), spots=(spot,)))


def _mended(walk: Walk, place: int) -> re.Match[str] | None:
    """«不对，甲是四十»: a bare number of tens right behind the correction and the holder of a percent."""
    before = [token.kind for token in walk.tokens[max(0, place - 2) : place] if token.kind != "comma"]
    return MENDED.match(walk.text, walk.tokens[place].end) if before[-1:] == ["fix"] else None


def _small(words: str) -> int:
    if words.isdecimal():
        return int(words)
    tens, ten, ones = words.partition("十")
    return (DIGITS.get(tens, 1) * 10 if ten else 0) + DIGITS.get(ones if ten else tens, 0)
