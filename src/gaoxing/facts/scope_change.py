"""Items that enter and leave the business scope (经营范围增减): «增加五金产品研发，去掉五金产品零售»."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from gaoxing.facts.fact import Evidence
from gaoxing.facts.statement import Heard, Statement

ADD = re.compile("增加|新增|增添|添加|添|加上|加(?:[一二两三四几]?[个项条])?|补|再要|多(?:加|写|做)|增")
REMOVE = re.compile("去掉|删掉|删除|删去|减掉|减少|取消|拿掉|划掉|去除|撤掉|不做了?|不要了?|不搞了?|不卖了?|删|减|砍掉")
SINGLE = re.compile(
    "^(?:，)?(?:[这那][一个项条块两三]*|两项|都|也|就|的|业务|以后|已经|现在|早就)*(?:不(?:做|要|搞|卖|干)了?|去掉|删掉|删除|删了|取消|拿掉|减掉|划掉|撤掉|停了)"
)
TOPIC = re.compile("经营范围|精英范围|营业范围|范围|业务")


@dataclass(frozen=True)
class ScopeChange:
    """What is added and removed: item to its words; `spot` is where it was first said (turn, start)."""

    spot: tuple[int, int]
    added: dict[str, Evidence] = field(default_factory=dict)
    removed: dict[str, Evidence] = field(default_factory=dict)


def scope_change(statement: Statement) -> tuple[ScopeChange, ...]:
    """The one change of the scope, or none; what is taken back later leaves it."""
    added: dict[str, Evidence] = {}
    removed: dict[str, Evidence] = {}
    spots = []
    for heard in statement.turns:
        for mention in heard.scope:
            leaving = _leaves(heard, mention.start, mention.end, negated=mention.negated)
            if leaving is None:
                continue
            evidence = heard.wording.evidence(heard.turn, mention.start, min(mention.end, len(heard.text)))
            spots.append((heard.turn, mention.start))
            for item in mention.items:
                taken_back = leaving and item in added and added[item].turn < heard.turn
                added.pop(item, None)
                removed.pop(item, None)
                if not taken_back:
                    (removed if leaving else added)[item] = evidence
    return (ScopeChange(min(spots), added, removed),) if spots and (added or removed) else ()


def _leaves(heard: Heard, start: int, end: int, *, negated: bool) -> bool | None:
    """Whether an item leaves (True) or enters (False); None where the words speak of no change of the scope."""
    if SINGLE.match(heard.text[end:]) and not _leads(heard.text, end):
        return True
    before = heard.text[:start]
    sentence = before[max(before.rfind(each) for each in "。；！？") + 1 :]
    marks = [(match.end(), leaving) for pattern, leaving in ((ADD, False), (REMOVE, True)) for match in pattern.finditer(sentence)]
    if marks:
        return max(marks)[1]
    if negated:
        return True
    return False if TOPIC.search(sentence) or (heard.asked or "").startswith("changes") else None


def _leads(text: str, end: int) -> bool:
    """Whether the word of removing belongs to what follows it («…销售，去掉五金产品零售») and not to what stands before."""
    match = SINGLE.match(text[end:])
    rest = text[end + match.end() :] if match else ""
    return bool(rest) and rest[0] not in "，。；！？的了" and not rest.startswith(("，", "。"))
