"""Shares that pass from one to another (股权转让): who to whom, how much; one entry for each passing.

>>> from gaoxing.facts.statement import hear
>>> from gaoxing.speech.transcript import Transcript
>>> [(each.giver, each.taker, each.percent) for each in transfers(hear(Transcript.of("王一把手里的百分之三十转给李二")))]
[('王一', '李二', '30')]
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from fractions import Fraction

from gaoxing.facts.fact import Evidence
from gaoxing.facts.filer import filer
from gaoxing.facts.mentions import WHO
from gaoxing.facts.name_slot import name_after, name_before
from gaoxing.facts.party import percent, plain
from gaoxing.facts.statement import Heard, Statement
from gaoxing.facts.token import Token
from gaoxing.standards.numerals import parse

PASSES = re.compile("转让|转给|让给|转到|过户|卖给|转手|给到|受让|买下|接过|接手")
RECEIVES = re.compile("受让|买下|接过|接手|收购")
TAKEN_BACK = re.compile("不转了|先不转|不办了|撤回|取消|不要了|作废|算了")
RIGHTED = re.compile(r"(?:不是|不对)[^。；]*?(?:应该)?是(?P<number>[一二两三四五六七八九十百零点]+|\d+(?:\.\d+)?)(?:%|个点)?(?=$|[，。；])")


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


def transfers(statement: Statement) -> tuple[Transfer, ...]:
    """All passings of shares, in the order said; a later turn puts the last one's number right or takes it back."""
    found: list[Transfer] = []
    for heard in statement.turns:
        fresh = list(_of_turn(statement, heard))
        for each in fresh:
            same = next((place for place, old in enumerate(found) if (old.giver, old.taker) == (each.giver, each.taker)), None)
            if same is not None and heard.turn > found[same].spot[0]:
                found[same] = replace(each, spot=found[same].spot)
            else:
                found.append(each)
        if not fresh and found and heard.turn:
            found = _corrected(heard, found)
    return tuple(found)


def _of_turn(statement: Statement, heard: Heard) -> Iterator[Transfer]:
    own = filer(statement)
    for start, end in _clauses(heard.text):
        clause = [token for token in heard.tokens if start <= token.start < end]
        text = _outside_names(heard, start, end)
        passes = PASSES.search(text)
        if passes is None:
            continue
        place = start + passes.start()
        parties = [side for token in clause if token.kind in WHO and (side := _side(statement, token)).name not in {"", own}]
        ahead = _named_before(heard, start, place, [each for each in parties if each.end <= place])
        behind = _named_after(heard, start + passes.end(), end, [each for each in parties if each.start >= place])
        if ahead is None or behind is None or ahead.name == behind.name:
            continue
        giver, taker = (behind, ahead) if RECEIVES.match(heard.text, place) else (ahead, behind)
        yield from _sized(heard, clause, giver, taker)


@dataclass(frozen=True)
class Side:
    """One side of a passing: the name and where it was said."""

    name: str
    start: int
    end: int


def _side(statement: Statement, token: Token) -> Side:
    name = statement.member(token.who).name
    short = token.kind == "name" and len(name) > 2 and name[-1] in "把将"
    return Side(name[:-1] if short else name, token.start, token.end - short)


def _named_before(heard: Heard, start: int, place: int, known: list[Side]) -> Side | None:
    """Who gives: the name before 把 or 将, else the last one before the passing word."""
    for match in re.finditer("把|将", heard.text[start:place]):
        name = name_before(heard.text, start + match.start())
        if name:
            return next((each for each in known if each.name == name), Side(name, start + match.start() - len(name), start + match.start()))
    return known[-1] if known else None


def _named_after(heard: Heard, start: int, end: int, known: list[Side]) -> Side | None:
    """Who takes: the first known one, else the name right behind 给."""
    if known:
        return known[0]
    match = re.search("给|到", heard.text[max(0, start - 1) : end])
    begin = max(0, start - 1) + match.end() if match else start
    name = name_after(heard.text[:end], begin)
    return Side(name, begin, begin + len(name)) if name else None


def _sized(heard: Heard, clause: list[Token], giver: Side, taker: Side) -> Iterator[Transfer]:
    shares = [token for token in clause if token.kind == "percent" and token.mention.value is not None]
    sums = [token for token in clause if token.kind == "money" and token.mention.amount is not None and token.mention.unit_said and _is_size(heard, token)]
    share, size = shares[-1] if shares else None, sums[-1] if sums else None
    spots = sorted((token.start, token.end) for token in (giver, taker, share, size) if token)
    evidence = tuple(heard.wording.evidence(heard.turn, start, end) for start, end in spots)
    part: Fraction | None = share.mention.value if share else None
    yield Transfer(
        giver.name,
        taker.name,
        percent(part) if part is not None else "",
        plain(size.mention.amount) if size else "",
        evidence,
        (heard.turn, spots[0][0]),
        tuple((heard.turn, token.start) for token in clause if token.kind == "money"),
    )


def _is_size(heard: Heard, token: Token) -> bool:
    """Not the price."""
    return not re.search("价(?:格|款)?|款|对价|作价|花|付|以(?:[^，。；]{0,2})$", heard.text[max(0, token.start - 6) : token.start])


def _clauses(text: str) -> Iterator[tuple[int, int]]:
    """Stretches with one passing each: sentences, and within them pieces from one passing word to the next."""
    start = 0
    for match in re.finditer("[；。！？]|，(?=[^，；。]{1,30}(?:转让|转给|让给|卖给))", text):
        if PASSES.search(text[start : match.start()]) or match[0] != "，":
            yield start, match.start()
            start = match.end()
    yield start, len(text)


def _outside_names(heard: Heard, start: int, end: int) -> str:
    text = heard.text[start:end]
    for token in heard.tokens:
        if token.kind in {"name", "enterprise"} and start <= token.start and token.end <= end:
            text = text[: token.start - start] + "　" * (token.end - token.start) + text[token.end - start :]
    return text


def _corrected(heard: Heard, found: list[Transfer]) -> list[Transfer]:
    last = found[-1]
    shares = [token for token in heard.tokens if token.kind == "percent" and token.mention.value is not None]
    named = [each for each in found if each.giver in heard.text or each.taker in heard.text]
    if TAKEN_BACK.search(heard.text) and re.search("转|股权|股份|股东", heard.text):
        return [each for each in found if each not in (named or found)]
    if shares:
        evidence = (*last.evidence, heard.wording.evidence(heard.turn, shares[-1].start, shares[-1].end))
        return [*found[:-1], replace(last, percent=percent(shares[-1].mention.value), evidence=evidence)]
    match = RIGHTED.search(heard.text)
    if match is None or not last.percent:
        return found
    evidence = (*last.evidence, heard.wording.evidence(heard.turn, *match.span("number")))
    return [*found[:-1], replace(last, percent=plain(parse(match["number"])), evidence=evidence)]
