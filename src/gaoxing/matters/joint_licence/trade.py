"""Which trade it is (行业): from the shop that somebody wants to open, in plain words; never the neighbour's, a former one or one given up.

>>> from gaoxing.facts.statement import hear
>>> from gaoxing.speech.transcript import Transcript
>>> [each.value for each in trade_facts(hear(Transcript.of("隔壁是奶茶店,我想开个小面馆")))]
['restaurant']
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from gaoxing.facts.fact import Certainty, Fact
from gaoxing.facts.statement import Heard, Statement
from gaoxing.standards.expression import expression

TABLE = Path(__file__).with_name("trade_words.toml")

CHANGED = expression(
    r"(?:改(?:成|为|开|做|办)|换成|换个|还是(?:开|做|办|搞|弄)?|不对|说错了?|后来(?:想想)?|最后|干脆|算了|其实是|应该是|应该叫|定下来)[^。；]{0,10}$"
)
OPENING = expression(
    r"(?:[开办弄搞盘做接转]|加盟|经营|筹备|筹建|想|要|准备|打算|我们?是|我这个?|我那个?|我们的|我的|自己的|这家|这个|办理|申请|一家|一个|[一两]间|租了?个?)[^，。；]{0,9}$"
)
DOING = expression(r"(?:开|办|弄|搞|做|想|要|准备|打算|就|专门|主要|是|在|店里|这边|我们?)[^，。；]{0,6}$")
FOR_A_LIVING = expression("的(?=[，。；！]|$|要|想|我|店|公司|准备|打算)")
NEXT_DOOR = expression(r"(?:隔壁|对面|旁边|楼上|楼下|边上|附近|挨着|斜对面|后面|人家)(?!租|盘|开(?![了着的过])|找|买)(?:开[了着的过]|[^，。；开租盘想]){0,7}$")
FORMER = expression(r"(?:以前|原来|之前|从前|原先|前几年|早几年|当初|早年|曾经|上一家|前面那家|前身|过去)(?:[^，。；现今想要打准干改盘租接](?!在)){0,11}$")
PLANNED = expression(r"(?:本来|原本|一开始|起先|起初|最早|开头)(?:[^，。；现后改干结还]){0,10}$")
DENIED = expression(r"(?:(?:不是|[不没别])(?:想|打算|准备|要|能|会|敢)?(?:再)?(?:开|做|搞|办|弄|干|叫)?(?:个|家|什么|成)?)$")
BESIDE = expression(
    r"(?:[带兼配]|附带|里面|里头|顺便|另外|隔出|加个|还(?:有|要|想|会|做|搞|卖)|兼营|兼做|一角|顺带|捎带|含)"
    r"(?:着|做|卖|搞|弄|点|个|了|一|小|开|有|间|再|些|想){0,5}$"
)
WORKED = expression(r"(?:里|那边|那里)?(?:上班|打工|干活|干了|干过|学|做过|吃饭|工作|做学徒|做了|当服务员|倒闭|关门|关了|不开了|不做了|不干了|转让给(?!我))")
OTHERS = expression(
    r"(?:老公|老婆|爱人|朋友|亲戚|同学|同行|我[爸妈哥姐弟妹舅姑叔姨]|表[哥姐弟妹]|房东|邻居|老板|客户|老乡)(?:[家是在原来以前自己他她们也]|的店){0,4}(?:开|做|搞|办)?(?:了|的|过)?(?:个|家|一家)?[^，。；想要我]{0,3}$"
)


@dataclass(frozen=True)
class TradeMention:
    """A trade said at `start:end` of a turn, and how much speaks for its being the one wanted (0: nothing, it is somebody else's)."""

    turn: int
    start: int
    end: int
    trades: tuple[str, ...]
    weight: int


def trade_facts(statement: Statement, *, has_pool: bool | None = None) -> Iterator[Fact]:
    """`trade`; a question where the word may mean two. A gym with a pool (`has_pool`) is the catalogue's `pool`."""
    chosen = chosen_trade(statement)
    if chosen is None:
        return
    heard = statement.turns[chosen.turn]
    evidence = (heard.wording.evidence(chosen.turn, chosen.start, chosen.end),)
    if len(chosen.trades) > 1:
        yield Fact("trade", chosen.trades[0], evidence, Certainty.UNSURE, chosen.trades)
        return
    trade = "pool" if chosen.trades == ("gym",) and has_pool else chosen.trades[0]
    yield Fact("trade", trade, evidence, derived=trade != chosen.trades[0])


def chosen_trade(statement: Statement) -> TradeMention | None:
    """The mention that says the trade: the heaviest, of equal ones the first, of those put right the last."""
    found = sorted((each for heard in statement.turns for each in _mentions(heard) if each.weight), key=lambda each: (each.turn, each.start, -each.end))
    if not found:
        return None
    heaviest = max(each.weight for each in found)
    best = [each for each in found if each.weight == heaviest]
    best = [each for each in best if not any(other.trades == NARROWER.get(each.trades) for other in best)]
    return best[-1] if heaviest >= PUT_RIGHT else best[0]


NARROWER: Mapping[tuple[str, ...], tuple[str, ...]] = {("supermarket",): ("convenience",)}
"""A word that people also use for the smaller trade: «超市不是大的那种，就是小超市»."""

PUT_RIGHT, WANTED, SAID, SIDE, NAMED = 5, 4, 3, 2, 1
"""What speaks for a mention: put right later, said with an opening word, said, said to be beside the main trade, only in the own name or hinted at."""


def _mentions(heard: Heard) -> Iterator[TradeMention]:
    for trades, kind, pattern in _patterns():
        for match in pattern.finditer(heard.text):
            weight = _weight(heard, match, kind)
            yield TradeMention(heard.turn, match.start(), match.end(), trades, weight)


def _weight(heard: Heard, match: re.Match[str], kind: str) -> int:
    text, start, end = heard.text, match.start(), match.end()
    holder = next((each for each in heard.tokens if each.kind == "enterprise" and each.start <= start and end <= each.end), None)
    if holder is not None:
        return 0 if kind != "words" or holder.mention.role_hint in {"former", "neighbour"} else NAMED
    before = text[max(0, start - 16) : start]
    if any(each.search(before) for each in (NEXT_DOOR, FORMER, PLANNED, DENIED)) or WORKED.match(text, end):
        return 0
    if kind == "hints":
        return PUT_RIGHT if heard.asked == "trade" else NAMED
    if CHANGED.search(before) or heard.asked == "trade":
        return PUT_RIGHT
    if BESIDE.search(before) or OTHERS.search(before):
        return SIDE
    if kind == "acts":
        return WANTED if DOING.search(before) or FOR_A_LIVING.match(text, end) else SIDE if start == 0 else 0
    return WANTED if OPENING.search(before) else SAID


@cache
def _patterns() -> tuple[tuple[tuple[str, ...], str, re.Pattern[str]], ...]:
    table: dict[str, Any] = tomllib.loads(TABLE.read_text(encoding="utf-8"))
    either = [(tuple(each["trades"]), "words", each["words"]) for each in table.pop("either")]
    rows = [((key,), kind, each[kind]) for kind in ("words", "acts", "hints") for key, each in table.items() if kind in each]
    return tuple((trades, kind, re.compile(expression, re.IGNORECASE)) for trades, kind, expression in (*either, *rows))
