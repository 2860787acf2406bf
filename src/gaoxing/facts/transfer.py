"""Shares that pass from one to another (股权转让): who to whom, how much of the company; one entry for each passing.

What a turn tells is `passing.py`'s; here turns are laid over each other: the same two once more put the size right, 不办了 takes back.

>>> from gaoxing.facts.name_slot import find_slots
>>> from gaoxing.facts.statement import hear
>>> from gaoxing.speech.transcript import Transcript
>>> said = hear(Transcript.of("股东丁大宝把手里的百分之三十转给苏小云，再转一成给何苗"), slots=find_slots)
>>> [(each.giver, each.taker, each.percent) for each in transfers(said)]
[('丁大宝', '苏小云', '30'), ('丁大宝', '何苗', '10')]
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from gaoxing.facts.fact import Evidence
from gaoxing.facts.filer import filer
from gaoxing.facts.mentions import WHO
from gaoxing.facts.party import percent, plain
from gaoxing.facts.passing import Passing, passings
from gaoxing.facts.share_words import is_capital, is_price, is_share_talk
from gaoxing.facts.statement import Heard, Statement
from gaoxing.facts.token import Token
from gaoxing.facts.who_is_meant import named
from gaoxing.standards.expression import expression
from gaoxing.standards.numerals import find

FIXED = expression("(?:不对|说错|讲错|错了|弄错|更正|口误|我是说)(?:了|，|不对|是|应该|而|其实|我|说|的|股东)*$")
"""Right before a passing: it takes the place of the one told before it."""
HOLDS = expression("(?:持股|占股|持有|占)(?:比例)?(?:是|为)?$")
LEAVES = expression("(?:先生|女士)?(?:要|想|也|就|现在|准备|打算)*(?:全部)?(?:退出|退股)(?!一|[0-9百两二三四五六七八九]|部分)")
MENDED = expression("[，。；]*(?:不对|说错|讲错|错了|弄错|更正|口误)(?:了|，|不对|是|应该|而|其实|我|说)*")
ALONE = expression("(?:的?(?:股权|股份))?(?:[，。；！]|$)")
TAKEN_BACK = expression("(?:先|暂时|就)?不(?:转|办|卖|让|换)了?|撤回|取消|不要了|作废|算了|放一放")
SHARES = expression("转|股|受让|份额|[这那]笔|第.笔")
NOT_BUT = expression(r"(?:不是|不对|错了)[^。；]*?(?:应该|而|就)?是(?P<number>[零一二两三四五六七八九十百点]+|\d+(?:\.\d+)?)(?:%|个点)?(?=$|[，。；])")


@dataclass(frozen=True)
class Transfer:
    """One passing: names, percent of the company, amount of contribution (decimal texts, empty where not said), and the words."""

    giver: str
    taker: str
    percent: str
    amount: str
    evidence: tuple[Evidence, ...]
    spot: tuple[int, int]
    amounts: tuple[tuple[int, int], ...] = ()
    """Where sums stand that belong to this talk, and so are no capital of the company."""
    end: int = 0
    """Where its words end in the turn."""


def transfers(statement: Statement) -> tuple[Transfer, ...]:
    """All passings of shares, in the order said; a later turn puts a number or a person right, or takes one back."""
    found: list[Transfer] = []
    going_on = False
    own = filer(statement)
    for heard in statement.turns:
        fresh = list(_of_turn(statement, heard, own, found)) if going_on or is_share_talk(heard.text) else []
        going_on = going_on or is_share_talk(heard.text)
        answered = _answered(statement, heard, found)
        if answered is not None:
            found = answered
        elif TAKEN_BACK.search(heard.text) and SHARES.search(heard.text) and heard.turn and found:
            found = _without(heard, found)
        elif fresh:
            found = _joined(heard, found, fresh)
        elif heard.turn and found:
            found = _corrected(statement, heard, found)
    return tuple(found)


def _of_turn(statement: Statement, heard: Heard, own: str, known: list[Transfer]) -> Iterator[Transfer]:
    parties = {member.number for member in statement.roster.members if member.name not in {"", own}}
    sums = tuple((heard.turn, token.start) for token in heard.tokens if token.kind == "money" and not is_capital(heard.text, token.start))
    giver = next((member.number for member in statement.roster.members if known and member.name == known[-1].giver != ""), -1)
    told = passings(statement, heard, parties, giver)
    givers = [each.giver for each in told]
    for each in told:
        part = _whole(statement, heard, each) if givers.count(each.giver) == 1 else None
        yield _told(statement, heard, replace(each, part=part.mention.value, spans=[*each.spans, (part.start, part.end)]) if part else each, sums)


def _whole(statement: Statement, heard: Heard, each: Passing) -> Token | None:
    """«持股30%的甲退出，转给乙»: who leaves hands on all that they are said to hold."""
    if each.sized:
        return None
    name = statement.member(each.giver).name
    parts = (token for token in heard.tokens if token.kind == "percent" and token.mention.value is not None)
    held = (token for token in parts if HOLDS.search(heard.text[: token.start]) and heard.text.startswith(f"的{name}", token.end))
    return next((token for token in held if LEAVES.match(heard.text, token.end + 1 + len(name))), None)


def _told(statement: Statement, heard: Heard, each: Passing, sums: tuple[tuple[int, int], ...]) -> Transfer:
    spans = sorted({span for span in each.spans if span[1] > 0})
    mended = _mended(heard, spans[-1][1]) if each.part is not None else None
    if mended is not None:
        each, spans = replace(each, part=mended.mention.value), [*spans, (mended.start, mended.end)]
    return Transfer(
        statement.member(each.giver).name,
        statement.member(each.taker).name,
        percent(each.part) if each.part is not None else "",
        plain(each.amount) if each.amount is not None else "",
        tuple(heard.wording.evidence(heard.turn, start, end) for start, end in spans),
        (heard.turn, spans[0][0]),
        sums,
        spans[-1][1],
    )


def _mended(heard: Heard, end: int) -> Token | None:
    """«把10%转给李四，不对，15%»: the size that a word of mending leads right behind a passing, with nobody named behind it."""
    sizes = (token for token in heard.tokens if token.kind == "percent" and token.mention.value is not None and token.start > end)
    after = next(sizes, None)
    if after is None or not MENDED.fullmatch(heard.text, end, after.start) or not ALONE.match(heard.text, after.end):
        return None
    return after


def _joined(heard: Heard, found: list[Transfer], fresh: list[Transfer]) -> list[Transfer]:
    """Fresh passings beside the known ones: the same two once more put the size right; behind a word of mending one takes the last one's place."""
    for each in fresh:
        same = next((place for place, old in enumerate(found) if (old.giver, old.taker) == (each.giver, each.taker)), None)
        if found and found[-1].spot[0] == heard.turn and FIXED.search(heard.text[found[-1].end : each.spot[1]]):
            at = same if same is not None else len(found) - 1
            found = [*found[:at], each, *found[at + 1 :]]
        elif same is None or found[same].spot[0] == heard.turn:
            found = [*found, each]
        elif each.percent or each.amount:
            found = [*found[:same], replace(each, spot=found[same].spot), *found[same + 1 :]]
    return found


def _without(heard: Heard, found: list[Transfer]) -> list[Transfer]:
    """«转给邵阳的那笔不办了»: the passings named, else all."""
    takers = [each for each in found if each.taker in heard.text]
    named = takers or [each for each in found if each.giver in heard.text]
    return [each for each in found if each not in (named or found)]


def _answered(statement: Statement, heard: Heard, found: list[Transfer]) -> list[Transfer] | None:
    """The bare answer to «是谁转出股权» or «转给谁»: one side of the last passing, or of a new one; None where no such answer was given."""
    side = {"transferor": "giver", "transferee": "taker"}.get((heard.asked or "").rpartition(".")[2])
    people = {token.who: token for token in named(statement, heard) if token.kind in WHO and token.who >= 0}
    if side is None or len(people) != 1:
        return None
    token = next(iter(people.values()))
    name, words = statement.member(token.who).name, heard.wording.evidence(heard.turn, token.start, token.end)
    last = found[-1] if found else Transfer("", "", "", "", (), (heard.turn, token.start))
    mended = replace(last, giver=name) if side == "giver" else replace(last, taker=name)
    return [*found[:-1], replace(mended, evidence=(*last.evidence, words))]


def _corrected(statement: Statement, heard: Heard, found: list[Transfer]) -> list[Transfer]:
    """A share or a person said again in a later turn puts the last passing right."""
    shares = [token for token in heard.tokens if token.kind == "percent" and token.mention.value is not None]
    denied = [token for token in shares if heard.text[: token.start].endswith("不是")]
    shares = [token for token in shares if token not in denied]
    sums = [token for token in heard.tokens if token.kind == "money" and token.mention.amount is not None and not is_price(heard.text, token.start, token.end)]
    match = NOT_BUT.search(heard.text)
    number = next((each for each in find(match["number"]) if each.value is not None), None) if match else None
    place = next((at for at, each in enumerate(found) if each.taker in heard.text), len(found) - 1)
    known = found[place]
    if denied and not shares and sums:
        words = heard.wording.evidence(heard.turn, sums[-1].start, sums[-1].end)
        known = replace(known, percent="", amount=plain(sums[-1].mention.amount), evidence=(*known.evidence, words))
    elif (known.amount or (heard.asked or "").endswith(".amount")) and sums and not shares and not is_capital(heard.text, sums[-1].start):
        words = heard.wording.evidence(heard.turn, sums[-1].start, sums[-1].end)
        known = replace(known, amount=plain(sums[-1].mention.amount), evidence=(*known.evidence, words))
    elif shares:
        words = heard.wording.evidence(heard.turn, shares[0].start, shares[0].end)
        known = replace(known, percent=percent(shares[0].mention.value), evidence=(*known.evidence, words))
    elif match is not None and number is not None and number.value is not None and known.percent:
        known = replace(known, percent=plain(number.value), evidence=(*known.evidence, heard.wording.evidence(heard.turn, *match.span("number"))))
    return [*found[:place], _renamed(statement, heard, known), *found[place + 1 :]]


def _renamed(statement: Statement, heard: Heard, known: Transfer) -> Transfer:
    """«受让方写错了，是何淼»: another name for one of the two sides."""
    people = [token for token in heard.tokens if token.kind in WHO and token.who >= 0]
    people = [token for token in people if statement.member(token.who).name not in {"", known.giver, known.taker}]
    wrong = re.search("错|不是|不对|应该|改|换", heard.text) or (heard.asked or "").startswith("changes")
    if len({token.who for token in people}) != 1 or not wrong:
        return known
    token = people[-1]
    name = statement.member(token.who).name
    gives = re.search("转让方|转出|出让|原股东|老股东", heard.text) or (heard.asked or "").endswith(".transferor")
    takes = re.search("受让|接手|新股东|转给|买", heard.text) or (heard.asked or "").endswith(".transferee")
    alike = [side for side in ("giver", "taker") if set(getattr(known, side)) & set(name)]
    side = "giver" if gives and not takes else "taker" if takes else alike[0] if len(alike) == 1 else ""
    if not side:
        return known
    evidence = (*known.evidence, heard.wording.evidence(heard.turn, token.start, token.end))
    return replace(known, giver=name, evidence=evidence) if side == "giver" else replace(known, taker=name, evidence=evidence)
