"""Which items to register for what is said (经营范围推荐): from plain words to items, each with its reason, the main business first.

What is said for sure comes first, then what is usually carried on beside it, which is only offered. Where the words fit several items they are asked
about. The main business agrees with the trade in the name where one of the items does (《企业名称登记管理规定》第九条).

>>> day = date(2026, 11, 24)
>>> [(each.item.name, each.main) for each in recommend("想卖模具也做模具", "昆山样例模具有限公司", day).items[:2]]
[('模具销售', True), ('模具制造', False)]
>>> recommend("想做模具", "", day).items[0].reason
'您说“做模具”，规范写法是“模具制造”'
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from gaoxing.facts.scope import ScopeMention, find_scope
from gaoxing.facts.scope_main import agrees, trade_of
from gaoxing.facts.scope_search import search
from gaoxing.standards import business_scope
from gaoxing.standards.business_scope import Item
from gaoxing.standards.licences import Licence, licences_of

TABLE = Path(__file__).with_name("scope_together.toml")
LONGEST = 500
"""Characters of what is said that are looked at."""
_SEARCHED = 5


@dataclass(frozen=True)
class Recommendation:
    """An item with the reason for it; `main` for the one to stand first, `said` where the words themselves name it, else it is only offered."""

    item: Item
    reason: str
    said: bool
    main: bool = False

    @property
    def licences(self) -> tuple[Licence, ...]:
        """The licences and filings it leads to, as far as our table describes them."""
        return licences_of(self.item)

    def to_json(self) -> dict[str, Any]:
        """Item, reason, status and licences."""
        each = self.item
        status = {"code": each.code, "licensed": each.licensed, "approval": each.approval, "licence": each.permit}
        return {"item": each.name, "reason": self.reason, "main": self.main, "said": self.said, **status, "licences": [one.to_json() for one in self.licences]}


@dataclass(frozen=True)
class ScopeQuestion:
    """What must be known before an item is chosen, and the items that the answers lead to."""

    text: str
    items: tuple[str, ...]


@dataclass(frozen=True)
class Advice:
    """All that can be told of the words: the items, the best first, the questions, and where main business and name disagree a sentence (`hint`)."""

    items: tuple[Recommendation, ...]
    questions: tuple[ScopeQuestion, ...] = ()
    hint: str = ""

    def to_json(self) -> dict[str, Any]:
        """`{"items", "questions", "hint"}`."""
        questions = [{"text": each.text, "items": list(each.items)} for each in self.questions]
        return {"items": [each.to_json() for each in self.items], "questions": questions, "hint": self.hint}


def recommend(words: str, name: str, on: date) -> Advice:
    """What to register for these words on that day, for an enterprise of this name (empty where there is none yet)."""
    words = words[:LONGEST]
    mentions = find_scope(words, answering=True)
    denied = {item for each in mentions if each.negated for item in (*each.items, *each.alternatives)}
    said = [each for each in _said(words, mentions, on) if each.item.name not in denied]
    chosen = _led(said, name, on)
    offered = [each for each in _together(words, [each.item.name for each in said], on) if each.item.name not in denied]
    ranked = _once([*(chosen or _searched(words, on)), *offered])
    return Advice(ranked, tuple(_questions(words, mentions, on)), disagreement([each.item for each in chosen], name, on))


def beside(names: Sequence[str], on: date) -> tuple[Recommendation, ...]:
    """What is usually registered beside the items of a form and is not among them."""
    return tuple(each for each in _once(_together("", names, on)) if each.item.name not in names)


def disagreement(items: Sequence[Item], name: str, on: date) -> str:
    """The sentence where the first item is not what the name tells; empty where they agree or nothing can be said."""
    trade = trade_of(name, on)
    if trade is None or not items or agrees(items[0], trade):
        return ""
    fitting = next((each.name for each in items[1:] if each.industry_code and agrees(each, trade)), "")
    mend = f"请把“{fitting}”挪到最前面" if fitting else f"请把和“{trade.word}”对得上的项目加进来、放在最前面"
    return f"名称里的行业是“{trade.word}”，经营范围的第一项却是“{items[0].name}”。第一项就是主营业务，名称里的行业要和它一致。{mend}，或者换一个名称。"


def _said(words: str, mentions: Sequence[ScopeMention], on: date) -> Iterator[Recommendation]:
    for each in mentions:
        if not each.negated:
            spoken = words[each.start : each.end]
            yield from (Recommendation(found, _named(spoken, found), said=True) for name in each.items if (found := _offered(name, on)))


def _named(spoken: str, item: Item) -> str:
    return f"您说的“{item.name}”就是规范写法" if spoken == item.name else f"您说“{spoken}”，规范写法是“{item.name}”"


def _led(said: Sequence[Recommendation], name: str, on: date) -> list[Recommendation]:
    """The items in the order said, the first that agrees with the name's trade at their head."""
    if not said:
        return []
    trade = trade_of(name, on)
    main = next((each for each in said if trade and each.item.industry_code and agrees(each.item, trade)), said[0])
    told = f"{main.reason}，和名称里的“{trade.word}”一致，放在第一项" if trade and main is not said[0] else main.reason
    return [replace(main, main=True, reason=told), *(each for each in said if each is not main)]


def _searched(words: str, on: date) -> list[Recommendation]:
    """Where the words name no trade: what a search for them finds."""
    return [Recommendation(hit.item, hit.reason, said=False) for hit in search(words, on, most=_SEARCHED)]


def _together(words: str, names: Sequence[str], on: date) -> Iterator[Recommendation]:
    for row in _table()["together"]:
        if any(each in words for each in row["words"]) or (names and row.get("led_by_item", True) and row["items"][0] == names[0]):
            reason = f"做{row['trade']}的常一起登记这一项，用不着就不加"
            yield from (Recommendation(found, reason, said=False) for name in row["items"] if (found := _offered(name, on)))


def _questions(words: str, mentions: Sequence[ScopeMention], on: date) -> Iterator[ScopeQuestion]:
    """What the table asks of these words, and the words that fit several items unless the table asks about one of them."""
    certain = {name for each in mentions if each.exact for name in each.items}
    rows = [row for row in _table()["question"] if any(each in words for each in row["words"]) and not certain & set(row["items"])]
    asked = {name for row in rows for name in row["items"]}
    for each in mentions:
        fitting = tuple(name for name in each.alternatives if _offered(name, on))
        if fitting and not each.negated and not asked & set(fitting):
            yield ScopeQuestion(f"您说的“{words[each.start : each.end]}”对得上几项，请选一项。", fitting)
    yield from (ScopeQuestion(row["text"], tuple(row["items"])) for row in rows)


def _once(found: Iterable[Recommendation]) -> tuple[Recommendation, ...]:
    """Each item once, as it came first."""
    first: dict[str, Recommendation] = {}
    for each in found:
        first.setdefault(each.item.name, each)
    return tuple(first.values())


def _offered(name: str, on: date) -> Item | None:
    found = business_scope.item(name, on)
    return found if found.holds(on) else None


@cache
def _table() -> dict[str, Any]:
    return tomllib.loads(TABLE.read_text(encoding="utf-8"))
