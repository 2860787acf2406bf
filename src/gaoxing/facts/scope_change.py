"""Items that enter and leave the business scope (经营范围增减): «增加五金产品研发，去掉五金产品零售».

An item leaves where words of removing govern it from before or strike it out from behind; else it enters where the talk is of the scope or of adding.

>>> from gaoxing.facts.statement import hear
>>> from gaoxing.speech.transcript import Transcript
>>> [(list(each.added), list(each.removed)) for each in scope_change(hear(Transcript.of("经营范围增加软件开发，去掉五金产品零售")))]
[(['软件开发'], ['五金产品零售'])]
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from gaoxing.facts.fact import Evidence
from gaoxing.facts.scope_grammar import claims, cut
from gaoxing.facts.statement import Heard, Statement
from gaoxing.standards.expression import expression

_REMOVE = "去掉|删掉|删除|删去|减掉|减少|取消|拿掉|划掉|去除|撤掉|砍掉|剔除|注销|不再(?:做|经营|从事|搞)|去(?=[一-龥]{4})|删|减(?!资)"
REMOVE = expression(_REMOVE)
_ADD = "增加|新增|增添|添加|添|加上|加(?!工|盟|油)(?:[一二两三四几]?[个项条])?|补|再要|多(?:加|写|做)|增(?!资|值)|(?:换|改)(?:成|为)|替换成|替换为|变更为"
ADD = expression(_ADD)
OPENING = expression(rf"(?:{_REMOVE}|{_ADD}|然后|再|并且?|同时|，|了|掉|吧|的)*")
STRUCK = expression(
    rf"[”」’]?(?:，)?(?:[这那的]?[一几]?[个项条块类]+(?:业务)?|两项|业务|都|也|就|的|以后|已经|现在|早就|要|想|，|给我|帮我|麻烦|给|需要|暂时)*(?:不(?:做|要|搞|卖|干|经营"
    rf"|从事)了?|{_REMOVE}|停了|没做了|用不[着上]了?|没(?:必要|用)了?|不需要了?)(?!，?(?:的是|掉))"
)
KEPT = expression("(?:，)?(?:[这那的]?[一几]?[个项条块]+|就|也|都|还是|反正|先|暂时|的|还|继续)*(?:留着?|保留|不[动变]|照旧|要留|继续做)")
ASIDE = expression("还?没|不知道|问|清楚|以前|上次")
NOT_ADDED = expression(r"(?:，)?(?:[这那的]?[一几]?[个项条块]+|就|也|还是|先|暂时|的)*不(?:加|增加|新增|添|用加|要加|想加)")
JOINED = expression("(?:[、和与跟及]|以及|还有)*")
TOPIC = expression("经营范围|精英范围|营业范围|范围|业务")


@dataclass(frozen=True)
class ScopeChange:
    """What is added and removed: item to its words; `spot` and `latest` are where it was first and last said (turn, start)."""

    spot: tuple[int, int]
    latest: tuple[int, int] = (0, 0)
    added: dict[str, Evidence] = field(default_factory=dict)
    removed: dict[str, Evidence] = field(default_factory=dict)


@dataclass(frozen=True)
class _Named:
    """Items named at `text[start:end]`; `negated` where the reader of scopes saw them denied."""

    start: int
    end: int
    items: tuple[str, ...]
    negated: bool


def scope_change(statement: Statement) -> tuple[ScopeChange, ...]:
    """The one change of the scope, or none; what is taken back later leaves it."""
    added: dict[str, Evidence] = {}
    removed: dict[str, Evidence] = {}
    spots = []
    for heard in statement.turns:
        for named, way in _ways(heard):
            if not way:
                continue
            evidence = heard.wording.evidence(heard.turn, named.start, min(named.end, len(heard.text)))
            spots.append((heard.turn, named.start))
            for item in named.items:
                again = way == "leaves" and item in added and added[item].turn < heard.turn
                added.pop(item, None)
                removed.pop(item, None)
                if way != "stays" and not again:
                    (removed if way == "leaves" else added)[item] = evidence
    return (ScopeChange(min(spots), max(spots), added, removed),) if spots and (added or removed) else ()


def _named(heard: Heard) -> Iterator[_Named]:
    """The items the turn names, in order: as the reader of scopes has them, and those registered till now that are struck out (原来有…，现在不做了)."""
    taken = [(each.start, each.end) for each in heard.scope]
    known = [_Named(each.start, each.end, each.items, each.negated) for each in heard.scope if each.items]
    barred = tuple((token.start, token.end) for token in heard.tokens if token.kind in {"enterprise", "address", "name"})
    former = [
        _Named(claim.start, claim.end, claim.choices, negated=True)
        for claim in claims(heard.text, cut(heard.text, barred))
        if len(claim.choices) == 1 and STRUCK.match(heard.text, claim.end) and not any(start < claim.end and claim.start < end for start, end in taken)
    ]
    yield from sorted([*known, *former], key=lambda each: each.start)


def _ways(heard: Heard) -> Iterator[tuple[_Named, str]]:
    """Each item and what becomes of it; items joined before one that is struck out are struck out with it («把甲和乙这两项去掉»)."""
    found = [(each, _way(heard, each)) for each in _named(heard)]
    for number in reversed(range(len(found) - 1)):
        (one, way), (other, fate) = found[number], found[number + 1]
        opening = max(heard.text.rfind(stop, 0, one.start) for stop in "，。；！？") + 1
        joined = JOINED.fullmatch(heard.text, one.end, other.start) is not None and not ADD.search(heard.text[opening : one.start])
        found[number] = (one, "leaves") if joined and fate == "leaves" and way in {"", "enters"} else (one, way)
    yield from found


def _way(heard: Heard, named: _Named) -> str:
    """Whether an item `enters`, `leaves` or `stays` as it was; empty where the words speak of no change of the scope."""
    text = heard.text
    if NOT_ADDED.match(text, named.end) or KEPT.match(text, named.end):
        return "stays"
    if STRUCK.match(text, named.end) and not _leads_on(text, named.end):
        return "leaves"
    sentence = text[max(text.rfind(stop, 0, named.start) for stop in "。；！？") + 1 : named.start + _led_in(text, named)]
    found = [(match.end(), way) for pattern, way in ((ADD, "enters"), (REMOVE, "leaves")) for match in pattern.finditer(sentence)]
    if ASIDE.match(text, named.end):
        return ""
    if found:
        return max(found)[1]
    if named.negated:
        return "leaves"
    return "enters" if TOPIC.search(sentence) or (heard.asked or "").startswith("changes") else ""


def _led_in(text: str, named: _Named) -> int:
    """How many characters of the mention are words of adding and removing that open it («拿掉然后加上|光伏设备销售»)."""
    found = OPENING.match(text, named.start, named.end)
    return found.end() - named.start if found else 0


def _leads_on(text: str, end: int) -> bool:
    """Whether the word of removing belongs to what follows it («…销售，去掉五金产品零售») and not to what stands before."""
    match = STRUCK.match(text, end)
    if match is None or not REMOVE.search(match[0]):
        return False
    rest = text[match.end() :]
    return bool(rest) and rest[0] not in "，。；！？的了、" and not re.match("另外|再|还|同时|然后|加|增|换|改|新", rest)
