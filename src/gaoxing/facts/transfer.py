"""Shares that pass from one to another (股权转让): who to whom, how much of the company; one entry for each passing.

A walk over a turn's tokens: somebody whose hands the share leaves (X把…, X名下的, X退出), a size, somebody whom it reaches (转给Y, Y受让). A size said of
what somebody holds (持有四成, 那三成里的) is the holding, not what passes; a price is neither.

>>> from gaoxing.facts.name_slot import find_slots
>>> from gaoxing.facts.statement import hear
>>> from gaoxing.speech.transcript import Transcript
>>> said = hear(Transcript.of("股东丁大宝把手里的百分之三十转给苏小云，再转一成给何苗"), slots=find_slots)
>>> [(each.giver, each.taker, each.percent) for each in transfers(said)]
[('丁大宝', '苏小云', '30'), ('丁大宝', '何苗', '10')]
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal
from fractions import Fraction

from gaoxing.facts.fact import Evidence
from gaoxing.facts.filer import filer
from gaoxing.facts.mentions import WHO
from gaoxing.facts.party import percent, plain
from gaoxing.facts.share_words import Hand, hand, is_capital, is_price, is_share_talk, of_what
from gaoxing.facts.statement import Heard, Statement
from gaoxing.facts.token import Token
from gaoxing.standards.numerals import find

TAKEN_BACK = re.compile("(?:先|暂时|就)?不(?:转|办|卖|让|换)了?|撤回|取消|不要了|作废|算了|放一放")
SHARES = re.compile("转|股|受让|份额|[这那]笔|第.笔")
NOT_BUT = re.compile(r"(?:不是|不对|错了)[^。；]*?(?:应该|而|就)?是(?P<number>[零一二两三四五六七八九十百点]+|\d+(?:\.\d+)?)(?:%|个点)?(?=$|[，。；])")
ALL = re.compile("全部|全都|都(?=转|给|卖|让)|全(?=转|给|卖|让)|所有")
HALF = re.compile("(?:其中)?的?(?:一半|二分之一)")
EACH = re.compile("各")


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


@dataclass
class _Passing:
    """A passing as it is being told: members, its size, and the spans of its words."""

    giver: int
    taker: int
    start: int
    part: Fraction | None = None
    amount: Decimal | None = None
    spans: list[tuple[int, int]] = field(default_factory=list)
    closed: bool = False
    """Whether a further giver was named since: no size said later is its own."""


@dataclass
class _Telling:
    """What has been said so far in a turn: whose hands, what they hold, the size that waits for its taker."""

    giver: int = -1
    giver_span: tuple[int, int] = (0, 0)
    holds: dict[int, Fraction] = field(default_factory=dict)
    last_holder: int = -1
    part: Fraction | None = None
    amount: Decimal | None = None
    spans: list[tuple[int, int]] = field(default_factory=list)
    passings: list[_Passing] = field(default_factory=list)
    stopped: bool = False


def transfers(statement: Statement) -> tuple[Transfer, ...]:
    """All passings of shares, in the order said; a later turn puts a number or a person right, or takes one back."""
    found: list[Transfer] = []
    going_on = False
    own = filer(statement)
    for heard in statement.turns:
        fresh = list(_of_turn(statement, heard, own)) if going_on or is_share_talk(heard.text) else []
        going_on = going_on or is_share_talk(heard.text)
        if TAKEN_BACK.search(heard.text) and SHARES.search(heard.text) and heard.turn and found:
            found = _without(heard, found)
        elif fresh:
            found = _joined(heard, found, fresh)
        elif heard.turn and found:
            found = _corrected(statement, heard, found)
    return tuple(found)


def _of_turn(statement: Statement, heard: Heard, own: str) -> Iterator[Transfer]:
    telling = _Telling()
    people = [token for token in heard.tokens if token.kind in WHO and token.who >= 0 and statement.member(token.who).name not in {"", own}]
    for token in heard.tokens:
        if token in people:
            _hear_person(heard, token, people, telling)
        elif token.kind == "percent" and token.mention.value is not None:
            _hear_part(heard, token, telling)
        elif token.kind == "money" and token.mention.amount is not None and token.mention.unit_said:
            _hear_amount(heard, token, telling)
        elif token.kind in {"stop", "comma"} or token.words in {"，", "。", "；"}:
            telling.stopped = True
        else:
            _hear_words(token, telling)
    sums = tuple((heard.turn, token.start) for token in heard.tokens if token.kind == "money" and not is_capital(heard.text, token.start))
    yield from (_told(statement, heard, each, sums) for each in telling.passings if each.giver >= 0 and each.giver != each.taker)


def _hear_person(heard: Heard, token: Token, people: Sequence[Token], telling: _Telling) -> None:
    side = hand(heard.text, token.start, token.end, people)
    if side is Hand.TAKES or (side is Hand.LISTED and telling.passings and telling.passings[-1].taker != token.who):
        _take(token, telling)
    elif side is Hand.GIVES:
        _give(token, telling)
    else:
        telling.last_holder = token.who
        if telling.giver < 0 or telling.passings:
            telling.giver_span = (token.start, token.end)


def _give(token: Token, telling: _Telling) -> None:
    for each in telling.passings:
        if each.giver < 0:
            each.giver = token.who
            each.spans.append((token.start, token.end))
        else:
            each.closed = True
    if token.who != telling.giver:
        telling.part = telling.amount = None
        telling.spans = []
    telling.giver, telling.giver_span, telling.last_holder = token.who, (token.start, token.end), token.who
    telling.stopped = False


def _take(token: Token, telling: _Telling) -> None:
    last = telling.passings[-1] if telling.passings else None
    if last is not None and last.taker == token.who and last.spans[-1][1] >= token.start - 3 and telling.part is None and telling.amount is None:
        last.spans.append((token.start, token.end))
        return
    giver = telling.giver if telling.giver >= 0 else telling.last_holder if telling.last_holder != token.who else -1
    spans = [telling.giver_span] if telling.giver_span[1] else []
    passing = _Passing(giver, token.who, token.start, telling.part, telling.amount, [*spans, *telling.spans, (token.start, token.end)])
    telling.passings.append(passing)
    telling.part = telling.amount = None
    telling.spans = []
    telling.stopped = False


def _hear_part(heard: Heard, token: Token, telling: _Telling) -> None:
    kind = of_what(heard.text, token.start, token.end)
    holder = telling.last_holder if telling.last_holder >= 0 else telling.giver
    if kind == "holding":
        telling.holds[holder] = token.mention.value
        return
    if kind == "after":
        return
    if kind == "open":
        telling.holds[holder] = token.mention.value
    _size(telling, token, part=token.mention.value)


def _hear_amount(heard: Heard, token: Token, telling: _Telling) -> None:
    kind = of_what(heard.text, token.start, token.end)
    if kind in {"holding", "after"} or is_price(heard.text, token.start, token.end) or is_capital(heard.text, token.start):
        return
    if telling.passings and telling.part is None and telling.stopped and not re.match("的?(?:出资|股|份|认缴)", heard.text[token.end :]):
        return
    _size(telling, token, amount=token.mention.amount)


def _size(telling: _Telling, token: Token, *, part: Fraction | None = None, amount: Decimal | None = None) -> None:
    """A size belongs to the passings told last that have none, where no new giver was named since; else it waits for its taker."""
    unsized = [each for each in telling.passings if each.part is None and each.amount is None and not each.closed]
    if unsized:
        target = unsized if telling.spans and telling.spans[-1] == (-1, -1) else [unsized[0]]
        for each in target:
            each.part, each.amount = part, amount
            each.spans.append((token.start, token.end))
        telling.spans = []
        return
    telling.part = part if part is not None else telling.part
    telling.amount = amount if amount is not None else telling.amount
    telling.spans.append((token.start, token.end))


def _hear_words(token: Token, telling: _Telling) -> None:
    """«全部», «一半» and «各»: the holding, half of it, and a size for all takers alike."""
    if token.kind == "each" or EACH.match(token.words):
        telling.spans = [*telling.spans, (-1, -1)]
        return
    held = telling.holds.get(telling.giver if telling.giver >= 0 else telling.last_holder)
    if held is None:
        return
    if HALF.search(token.words):
        telling.part = held / 2
        telling.spans.append((token.start, token.end))
    elif ALL.search(token.words) and telling.part is None:
        telling.part = held
        telling.spans.append((token.start, token.end))


def _told(statement: Statement, heard: Heard, each: _Passing, sums: tuple[tuple[int, int], ...]) -> Transfer:
    spans = sorted({span for span in each.spans if span[1] > 0})
    return Transfer(
        statement.member(each.giver).name,
        statement.member(each.taker).name,
        percent(each.part) if each.part is not None else "",
        plain(each.amount) if each.amount is not None else "",
        tuple(heard.wording.evidence(heard.turn, start, end) for start, end in spans),
        (heard.turn, spans[0][0]),
        sums,
    )


def _joined(heard: Heard, found: list[Transfer], fresh: list[Transfer]) -> list[Transfer]:
    """Fresh passings beside the known ones: the same two once more put the size right."""
    for each in fresh:
        same = next((place for place, old in enumerate(found) if (old.giver, old.taker) == (each.giver, each.taker)), None)
        if same is None or found[same].spot[0] == heard.turn:
            found = [*found, each]
        elif each.percent or each.amount:
            found = [*found[:same], replace(each, spot=found[same].spot), *found[same + 1 :]]
    return found


def _without(heard: Heard, found: list[Transfer]) -> list[Transfer]:
    """«转给邵阳的那笔不办了»: the passings named, else all."""
    takers = [each for each in found if each.taker in heard.text]
    named = takers or [each for each in found if each.giver in heard.text]
    return [each for each in found if each not in (named or found)]


def _corrected(statement: Statement, heard: Heard, found: list[Transfer]) -> list[Transfer]:
    """A share or a person said again in a later turn puts the last passing right."""
    shares = [token for token in heard.tokens if token.kind == "percent" and token.mention.value is not None]
    shares = [token for token in shares if not heard.text[: token.start].endswith("不是")]
    match = NOT_BUT.search(heard.text)
    number = next((each for each in find(match["number"]) if each.value is not None), None) if match else None
    place = next((at for at, each in enumerate(found) if each.taker in heard.text), len(found) - 1)
    known = found[place]
    if shares:
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
