"""Whose an identity number or telephone is (号码归属): the person spoken of last before it, or the one whom «是我手机» names after it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from gaoxing.facts.code_correction import corrected
from gaoxing.facts.fact import Certainty, Fact
from gaoxing.facts.mentions import PERSONS, Spot
from gaoxing.facts.number_code import find_tail_corrections
from gaoxing.facts.statement import Heard, Statement
from gaoxing.facts.token import Token
from gaoxing.standards.expression import expression

TAKEN_BACK = expression(
    r"，?(?:这个)?(?:先)?(?:别记|别写|不用(?:登记|写|填|记)|不算|不作数|作废|划掉|不要)|[^。；]{0,12}那(?:个)?是(?:我|他|她)(?!的|自己|本人)[一-龥]{1,2}的"
)
"""«……先别记,我看错了,那是我姐的»: a number that is nobody's here."""
TOGETHER = ("两个", "俩", "两人", "三个", "三人")
"""«就我跟我女儿两个人电话……»: the number is not hers in particular."""
NOBODY = -2


@dataclass(frozen=True)
class Owned:
    """A number, whose it is (-1: nobody's), and where it was said."""

    who: int
    kind: str
    value: str
    spot: Spot
    readings: tuple[str, ...] = ()
    """Where the number can be meant two ways."""


def owned_codes(statement: Statement) -> tuple[Owned, ...]:
    """All identity numbers, codes and telephones with their owners; corrected tails are put right; the last said comes last."""
    found: list[Owned] = []
    for heard in statement.turns:
        found += [_owned(heard, place, found) for place, token in enumerate(heard.tokens) if token.kind == "code"]
        _correct_tails(heard, found)
    return tuple(found)


def _owned(heard: Heard, place: int, earlier: Sequence[Owned]) -> Owned:
    token = heard.tokens[place]
    if TAKEN_BACK.match(heard.text, token.end):
        return Owned(NOBODY, token.mention.kind, token.mention.value, Spot(heard.turn, token.start, token.end), token.mention.readings)
    kinds = ("enterprise",) if token.mention.kind == "uscc" else PERSONS
    who = _after(heard.tokens, place, kinds) if token.mention.kind != "uscc" else -1
    if who < 0:
        nearest = next((number for number in range(place - 1, -1, -1) if heard.tokens[number].kind in kinds and _may_own(heard.tokens[number])), -1)
        if nearest >= 0 and heard.tokens[nearest + 1].words.startswith(TOGETHER):
            return Owned(-1, token.mention.kind, token.mention.value, Spot(heard.turn, token.start, token.end), token.mention.readings)
        who = heard.tokens[nearest].who if nearest >= 0 else -1
    if who < 0:
        who = _asked_about(heard, earlier)
    if who < 0:
        who = next((each.who for each in heard.tokens[place:] if each.kind in kinds and _may_own(each)), -1)
    return Owned(who, token.mention.kind, token.mention.value, Spot(heard.turn, token.start, token.end), token.mention.readings)


def _may_own(token: Token) -> bool:
    return token.kind != "enterprise" or token.mention.role_hint != "own"


def _after(tokens: Sequence[Token], place: int, kinds: Sequence[str]) -> int:
    """«173… 是我手机»: the owner named right after the number."""
    ahead = tokens[place + 1 : place + 4]
    words = "".join(each.words for each in ahead)
    person = next((each.who for each in ahead if each.kind in kinds), -1)
    if any(each.kind == "code" for each in tokens[place + 1 : place + 5]) and not words.startswith("是"):
        return -1
    return person if words.startswith(("是我手机", "是我的", "是他", "是她", "是我电话", "我的手机", "我的电话")) else -1


def _asked_about(heard: Heard, earlier: Sequence[Owned]) -> int:
    return earlier[-1].who if earlier and heard.asked is None and earlier[-1].spot.turn == heard.turn else -1


def _correct_tails(heard: Heard, found: list[Owned]) -> None:
    """«后四位错了,是四三二一» mends the last number of the talk that it fits, also one of an earlier turn."""
    for fix in find_tail_corrections(heard.text):
        for place in reversed(range(len(found))):
            mended = corrected(found[place].value, fix)
            if mended is not None:
                found[place] = replace(found[place], value=mended, readings=())
                break


def number_fact(field: str, owned: Owned, statement: Statement) -> Fact:
    """The number as a fact; as a question where it can be meant two ways."""
    evidence = statement.evidence(owned.spot)
    if owned.readings:
        return Fact(field, owned.readings[0], evidence, Certainty.UNSURE, owned.readings)
    return Fact(field, owned.value, evidence)


def belongs(owned: Sequence[Owned], who: int, kinds: Sequence[str]) -> Owned | None:
    """The last number of one of these kinds that belongs to this member."""
    return next((each for each in reversed(owned) if each.who == who and each.kind in kinds), None)
