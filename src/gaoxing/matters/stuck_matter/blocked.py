"""What is stuck (卡住的事项): a matter of this window by its id, else the document's name as said; never what went well or was dropped.

>>> from gaoxing.facts.statement import hear
>>> from gaoxing.speech.transcript import Transcript
>>> said = hear(Transcript.of("排水许可证卡了三个月,当初注册公司倒是顺利"))
>>> [each.value for each in blocked_facts(said)]
['排水许可证']
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from gaoxing.facts.fact import Fact
from gaoxing.facts.statement import Heard, Statement
from gaoxing.standards.expression import expression

TABLE = Path(__file__).with_name("blocked.toml")

ABOUT = expression(
    r"(?:要办的?是?|来办|想办|去办|办理|为了|就为了?|因为|申请|申领|报|卡在|卡住的?是?|办的是|一直在?办|我们?办|公司办|要|做|搞|跑|反映的?是?|是|拿不到|下不来|补办|换|领|等)(?:的|了|一下|一张|一个|个|这个|那个|这张|那张|我们?的?|公司的?|企业的?|厂里的?){0,3}$"
)
STUCK_AFTER = expression(
    r"(?:的事|这事|这件事|那个|一直|就是|这|到现在|也|都|还|始终|老|总|死活|怎么|的|登记|手续|，|卡在|到|今天|，?说){0,6}(?:办不|办了|没办|没下|卡|不给|不批|批不|拿不|下不|不受理|被退|退|拖|跑|没结果|过不了|没通过|没批)"
)
SMOOTH_AFTER = expression(
    r"(?:的时候|那会儿?|那次|当时|那时候?|登记|倒|是|很|挺|都|还|就|也|算|一天|当天|办得){0,6}"
    r"(?:顺利|很快|挺快|快得很|没问题|办好了|办完了|办下来了|批了|拿到了|下来了|通过了|搞定|办结|不急|以后再说|先不|不办了)"
)
FORMER = expression(r"(?:上次|上回|以前|之前|当初|去年|前年|原来|先前|那时候?)[^，。；]{0,8}$")
DENIED = expression(r"(?:不是|不办|不用|不要|没有?|不想|先不|不来)(?:来|办|要|做|搞|说|问|申请|那个|什么)*$")
PLANNED = expression(r"(?:等着?|再|然后|以后|接着|后面|下一步|才能|好去?|打算|准备)[^，。；]{0,6}$")
CHANGED = expression(r"(?:不对|说错了?|讲错了?|应该是|改成|哦不|其实是|准确(?:地)?说是?)[，。]?[^，。；]{0,6}$")
LEADING = expression(
    r"^(?:准确地?说是?|应该是|说是|我们?|公司|企业|厂里|我厂|你们|他们|这个|那个|这张|那张|一张|一个|个|张|就是|的是|的|是|要|来|去|在|想|为了?|因为|关于|有关|还有|办理?|申请|申领|领|拿|补|换|做|搞|跑|了|卡|等|说|叫|那|这|给|把|新|一直|就|还|都|也|今天|反映|[一二两三四五六七八九十几\d]+[趟次回])+"
)
APPLIED = expression("^[一-龥]*(?:(?<![民开主承举协兴创])办(?![学公事园医刊展])理?|申请|申领)")
"""«烧烤店办排污许可»: whose it is and that it is applied for, before the document's name."""
PUT_RIGHT, STUCK, WANTED, SAID, AIM = 6, 5, 4, 3, 1
"""What speaks for a mention: put right or asked, said to be stuck, said to be applied for, only said, only aimed at afterwards."""


@dataclass(frozen=True)
class _Said:
    """A matter or document at `start:end` of a turn."""

    value: str
    start: int
    end: int
    weight: int = SAID
    turn: int = 0


def blocked_facts(statement: Statement) -> Iterator[Fact]:
    """`blocked_matter`: the mention with most to speak for it, of equal ones the first."""
    found = [each for heard in statement.turns for each in _mentions(heard) if each.weight]
    answers = [each for each in found if statement.turns[each.turn].asked == "blocked_matter"]
    chosen = max(
        answers or found,
        key=lambda each: (each.weight, -each.turn, -each.start) if each.weight < PUT_RIGHT else (each.weight, each.turn, each.start),
        default=None,
    )
    if chosen is not None:
        yield Fact("blocked_matter", chosen.value, (statement.turns[chosen.turn].wording.evidence(chosen.turn, chosen.start, chosen.end),))


def _rank(each: _Said) -> tuple[int, int, int]:
    """The heaviest, of equal ones the first; of those put right the last."""
    order = 1 if each.weight >= PUT_RIGHT else -1
    return each.weight, order * each.turn, order * each.start


def _mentions(heard: Heard) -> Iterator[_Said]:
    for each in _found(heard):
        weight = _weight(heard.text, each)
        yield _Said(each.value, each.start, each.end, weight, heard.turn)


def _found(heard: Heard) -> list[_Said]:
    """Matters and documents named, the longest first where they overlap; nothing within an enterprise's own name."""
    text, table = heard.text, _table()
    names = [(token.start, token.end) for token in heard.tokens if token.kind == "enterprise"]
    every = [_Said(matter, *match.span()) for matter, pattern in table.matters for match in pattern.finditer(text)]
    every += [_Said(match[0], *match.span()) for pattern in table.documents for match in pattern.finditer(text)]
    every += list(_general(_blotted(text, names), table.general))
    every.sort(key=lambda each: (each.start - each.end, each.start))
    kept: list[_Said] = []
    for each in every:
        clear = all(each.end <= start or end <= each.start for start, end in names)
        if clear and all(each.end <= other.start or other.end <= each.start for other in kept):
            kept.append(each)
    return kept


def _blotted(text: str, spans: Sequence[tuple[int, int]]) -> str:
    """The text with stops in the place of these spans, character for character: no document's name begins inside an enterprise's."""
    for start, end in spans:
        text = text[:start] + "，" * (end - start) + text[end:]
    return text


def _general(text: str, pattern: re.Pattern[str]) -> Iterator[_Said]:
    for match in pattern.finditer(text):
        applied = APPLIED.match(match["name"])
        start = match.start() + (applied.end() if applied else 0)
        lead = LEADING.match(text[start : match.end()])
        start += lead.end() if lead else 0
        if match.end() - start >= 4 and not re.search("[我你他她的了跑趟个]", text[start : match.end()]):
            yield _Said(text[start : match.end()], start, match.end())


def _weight(text: str, each: _Said) -> int:
    before = text[max(0, each.start - 14) : each.start]
    if SMOOTH_AFTER.match(text, each.end) or DENIED.search(before):
        return 0
    if FORMER.search(before):
        return 0
    if CHANGED.search(before):
        return PUT_RIGHT
    if STUCK_AFTER.match(text, each.end):
        return STUCK
    if PLANNED.search(before):
        return AIM
    return WANTED if ABOUT.search(before) else SAID


@dataclass(frozen=True)
class _Table:
    matters: tuple[tuple[str, re.Pattern[str]], ...]
    documents: tuple[re.Pattern[str], ...]
    general: re.Pattern[str]


@cache
def _table() -> _Table:
    raw: Mapping[str, Mapping[str, Any]] = tomllib.loads(TABLE.read_text(encoding="utf-8"))
    documents = raw["documents"]
    return _Table(
        tuple((matter, re.compile(words)) for matter, words in raw["matters"].items()),
        tuple(re.compile(words) for words in (documents["words"], *documents["patterns"])),
        re.compile(documents["general"]),
    )
