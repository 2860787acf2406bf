"""The answers to the trade's questions (情形问题的回答): yes and no in plain words, area, fit-out cost and vehicle weight; only what was said.

A trade's nature is no answer (开药房 does not say that drugs are sold): words that belong to the trade itself answer only where they were asked about.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from gaoxing.facts import polarity
from gaoxing.facts.fact import Evidence, Fact, Value
from gaoxing.facts.polarity import NEARBY, Thing, judge
from gaoxing.facts.statement import Heard, Statement
from gaoxing.matters.joint_licence.quantities import area, fitout, heavy_vehicle
from gaoxing.matters.joint_licence.trade import TradeMention
from gaoxing.matters.joint_licence.trades import questions
from gaoxing.standards.expression import expression

TABLE = Path(__file__).with_name("questions.toml")
VERBS = {
    "sell": polarity.SELL,
    "hang": polarity.HANG,
    "have": polarity.HAVE,
    "do": polarity.DO,
    "drain": polarity.DRAIN,
    "cook": polarity.COOK,
    "serve": polarity.SERVE,
}
PREFIX = "answers."

PACKED, LOOSE = "sells_food_prepacked_only", ("cooks_on_site", "sells_bulk_food")

LEAD = r"^(?:[，。]|门口|门头|外面|那个?|这个?|其实|我们?|咱们?|店里|这边|目前|现在|暂时|先|倒|就|也|都|肯定|当然|一定|应当|自然|全|的话|呃|嗯)*"
NO = expression(LEAD + r"(?:不(?!少|仅|光|只|止|一定|知道|确定|清楚|好说)|没(?!想好|定|说|问题|错|算|考虑)|无|否|别|免|算了|未|取消)")
YES = expression(
    LEAD + r"(?:有(?!没有|可能|点难)|要(?!不要|看|么)|是(?!不是|否)|对|行|好(?!像)|嗯|会(?!不会)|卖(?!不卖)|做(?!不做)|提供|挂(?!不挂)|"
    r"供|带|用|搞|办|必须|可以|需要|得(?!看)|排|得的|肯定(?!不)|当然(?!不)|必须(?!不)|没问题|没错|yes|ok)",
    re.IGNORECASE,
)
NOT_YET = expression(
    r"没想好|不知道|不清楚|不确定|不一定|再说|再看|看情况|待定|没定|没考虑|没算|可能|也许|或许|考虑一下|应该|大概|还在想|要看|[一-龥]不[一-龥]还|说不准|好像"
)
CHANGED = expression(r"不对|不是|错|算了|还是|其实|改|[哦噢喔]|等等|等一下|后来|想想|重新|取消|了(?=[，。；]|$)|不过|但|就算|除了|只|先|以后|将来|另|别的|就")
"""Words by which one changes one's mind, or speaks of something beside it."""

EXCEPT = expression("[，。]?(?:就|只|但是?|不过)(?:有|是|做|挂|弄|要)*(?:一|个|块|小)")


@dataclass(frozen=True)
class Saying:
    """One way in which a question's thing is said: the thing, whole sayings that mean yes or no, the trades to which it belongs by nature.

    `only`: the trades alone the word means this; empty: all.
    """

    question: str
    thing: Thing
    yes: tuple[re.Pattern[str], ...]
    no: tuple[re.Pattern[str], ...]
    nature: tuple[str, ...]
    only: tuple[str, ...]
    alternatives: bool


@dataclass(frozen=True)
class _Event:
    """An answer given at a place of a turn; None takes an earlier one back. `plain`: said without a word such as 只 or 都, and not to the question itself."""

    question: str
    value: Value | None
    turn: int
    start: int
    end: int
    plain: bool = True
    word: str = ""
    """The thing as said, where one of several is enough for yes; empty where there is but one."""

    said: str = ""
    """The thing as said; empty where the whole saying was understood."""


def answer_facts(statement: Statement, trade: TradeMention | None) -> Iterator[Fact]:
    """`answers.<question>` for every question answered; the last word counts, «还没想好» takes an answer back."""
    events = [event for heard in statement.turns for event in _events(heard, trade)]
    final = _last_words(events)
    _settle_packed(final)
    for question in _contradicted(statement, events):
        del final[question]
    for question in questions():
        last = final.get(question)
        if last is not None and last.value is not None:
            yield Fact(PREFIX + question, last.value, (_evidence(statement, last),))


def _last_words(events: list[_Event]) -> dict[str, _Event]:
    """Each question's last answer; where one of several things is enough, a yes about one stands beside a no about another."""
    final: dict[str, _Event] = {}
    by_word: dict[tuple[str, str], _Event] = {}
    for event in events:
        by_word[event.question, event.word] = event
        if not event.word:
            by_word = {key: each for key, each in by_word.items() if key[0] != event.question or not key[1]}
        told = [each for key, each in by_word.items() if key[0] == event.question]
        final[event.question] = next((each for each in reversed(told) if event.word and each.word and each.value is True), event)
    return final


def _contradicted(statement: Statement, events: list[_Event]) -> Iterator[str]:
    """The questions whose last two answers, in one breath and about the same thing, are yes and no with no word of changing one's mind: to be asked."""
    for question in dict.fromkeys(each.question for each in events):
        *_, first, last = [None, None, *(each for each in events if each.question == question)]
        if first is None or last is None or first.turn != last.turn or not first.said or first.said != last.said or {first.value, last.value} != {True, False}:
            continue
        if not CHANGED.search(statement.turns[last.turn].text[first.start : last.end + 1]):
            yield question


def _evidence(statement: Statement, event: _Event) -> Evidence:
    return statement.turns[event.turn].wording.evidence(event.turn, event.start, event.end)


def _settle_packed(final: dict[str, _Event]) -> None:
    """«卖包装食品» without 只 says nothing where loose food is sold or something is cooked too."""
    packed = final.get(PACKED)
    if packed is not None and packed.value is True and packed.plain and any(each in final and final[each].value is True for each in LOOSE):
        del final[PACKED]


def _events(heard: Heard, trade: TradeMention | None) -> Iterator[_Event]:
    asked = (heard.asked or "").removeprefix(PREFIX)
    found = list(_told(heard, trade, asked))
    found += [_Event(question, value, heard.turn, start, end) for question, value, start, end in _numbers(heard, asked)]
    if asked in questions() and not any(each.question == asked for each in found):
        found += [_Event(asked, value, heard.turn, 0, len(heard.text), plain=False) for value in _bare(heard.text, asked)]
    yield from sorted(found, key=lambda each: each.start)


def _numbers(heard: Heard, asked: str) -> Iterator[tuple[str, Value | None, int, int]]:
    for question, read in (("area", area), ("fitout", fitout), ("vehicle_over_4500kg", heavy_vehicle)):
        found = read(heard, asked=asked == question)
        if found is not None:
            yield question, *found


def _bare(text: str, asked: str) -> Iterator[bool]:
    """«有的呀», «不», «要»: yes or no to the question just asked; nothing where it stays open."""
    if questions()[asked].kind != "bool" or NOT_YET.search(text):
        return
    clauses = [each for each in re.split("[，。；？]", text) if each]
    text = next((each for each in clauses if NO.match(each) or YES.match(each)), text) if asked and not (NO.match(text) or YES.match(text)) else text
    if NO.match(text):
        rest = EXCEPT.search(text)
        if not (rest and any(re.search(each.thing.words, text[rest.end() :]) for each in _sayings() if each.question == asked)):
            yield False
    elif YES.match(text) or any(re.search(each.thing.words, text) for each in _sayings() if each.question == asked):
        yield True


def _told(heard: Heard, trade: TradeMention | None, asked: str) -> Iterator[_Event]:
    """What the words say of any question's thing, whole sayings first; what another shop does is left out."""
    fitting = [each for each in _sayings() if not trade or asked == each.question or not _by_nature(each, trade)]
    whole = [each for saying in fitting for each in _whole(heard, saying)]
    usual = {saying.thing.id: saying for saying in fitting if not saying.only or (trade and set(saying.only) & set(trade.trades))}
    for verdict in judge(heard.text, [saying.thing for saying in fitting if saying.thing.id in usual]):
        saying = usual[verdict.thing]
        found = re.search(saying.thing.words, heard.text[verdict.start : verdict.end])
        said = found[0] if found else ""
        event = _Event(saying.question, verdict.holds, heard.turn, verdict.start, verdict.end, word=said if saying.alternatives else "", said=said)
        if not any(each.question == event.question and each.start < event.end and event.start < each.end for each in whole):
            whole.append(event)
    yield from (each for each in whole if asked == each.question or not _inside(each, trade))


def _whole(heard: Heard, saying: Saying) -> Iterator[_Event]:
    for patterns, value in ((saying.yes, True), (saying.no, False)):
        for pattern in patterns:
            for match in pattern.finditer(heard.text):
                if not NEARBY.search(heard.text[max(0, match.start() - 9) : match.start()]):
                    yield _Event(saying.question, value, heard.turn, match.start(), match.end(), plain=False)


def _by_nature(saying: Saying, trade: TradeMention) -> bool:
    return any(each in saying.nature for each in trade.trades)


def _inside(event: _Event, trade: TradeMention | None) -> bool:
    """Whether the words are the trade itself (卖书的 of a bookshop)."""
    return trade is not None and trade.turn == event.turn and trade.start <= event.start and event.end <= trade.end


@cache
def _sayings() -> tuple[Saying, ...]:
    table = tomllib.loads(TABLE.read_text(encoding="utf-8"))
    return tuple(_saying(number, each) for number, each in enumerate(table["saying"]))


def _saying(number: int, row: Mapping[str, Any]) -> Saying:
    thing = Thing(f"{row['question']}.{number}", row["words"], VERBS[row["verbs"]], act=row.get("act", False))
    yes, no = (tuple(re.compile(each) for each in row.get(word, ())) for word in ("yes", "no"))
    return Saying(row["question"], thing, yes, no, tuple(row.get("nature", ())), tuple(row.get("only", ())), row.get("alternatives", False))
