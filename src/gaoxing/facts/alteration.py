"""What is to be changed (变更事项): for each item its old value, where said, and its new one; what is withdrawn leaves the list.

A topic (住所, 注册资本, 开工时间) governs the values of its kind that follow it, up to the next topic of that kind; 由X改成Y, 原来是X现在是Y
and X卸任Y接任 say which is old and which new; of two new ones the later counts. A step (增资四百万) is no new value: with the old one it gives one.

>>> from gaoxing.facts.statement import hear
>>> from gaoxing.speech.transcript import Transcript
>>> said = hear(Transcript.of("注册资本从五百万增加到一千五百万，不对，增加到两千万"))
>>> [(each.item, each.old.value["amount"], each.new.value["amount"]) for each in alterations(said, (Topic("registered_capital", "注册资本|增资", "money"),))]
[('registered_capital', '5000000', '20000000')]
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cached_property

from gaoxing.facts.address import find_addresses, mended_address
from gaoxing.facts.area import find_areas, square_metres
from gaoxing.facts.fact import Evidence, Value
from gaoxing.facts.party import plain
from gaoxing.facts.statement import Heard, Statement
from gaoxing.standards.expression import expression

TO = (
    r"(?:变更|更改|调整|改|换|变|增加?|减少?|降低?|砍|涨|缩|提高?|提升|缩减?|扩大?|扩|搬迁?|迁移?|挪|移|转|延后?|推迟|推|提前|压缩?|加|调|更名?|增资|减资|升"
    r"|降)(?:成|为|到|至|去|在|用)"
)
OLD_BEFORE = expression(
    r"(?:从|老早|由|自|原来?的?|原先|以前的?|之前(?:的|是|在|报)?|当初|当时(?:报|定|写)?的?|先前|旧的?|老的?|本来|过去|前任|备案(?:时|的时候)?(?:是|写的"
    r"|报的)?|原(?:计划|定|备案))(?:[^，。；改换变增减迁搬到]{0,9}|[^，。；改换变增减迁搬到]{0,5}(?:是|叫|为|在|：))$"
)
OLD_AFTER = expression(
    r"→|(?:那个|这个)?(?:先生|女士|总)?(?:卸任|离任|离职|辞职|辞了|辞去|不干|不当|不做|退下|退休|走了|调走|免去|退出|(?:是)?(?:老|旧|原来?的?|以前的?"
    r"|之前的?)(?:方案|版本|地址|数|的|$))"
)
NEW_BEFORE = expression(
    rf"(?:{TO}|现在(?:是|叫|在|换|改|要)*|新的?[一-龥]{{0,6}}(?:是|叫|为|在|用|：)*|改(?:名|叫|名叫)|[换变]|接任的?(?:是|人)?|搬|迁|定(?:在|为)|(?:应该"
    rf"|其实|而)(?:是|写)|→)(?:了|他|她|我)*$"
)
NEW_AFTER = expression("(?:来)?(?:接任|接替|接手|接|上任|出任|担任|来当|当)")
DEAD = expression(r"(?:那是|这是|是)(?:老|旧|之前|以前|原来)(?:的)?(?:方案|版本|数)|不是$")
WITHDRAWN = expression(
    "撤回|撤销|撤掉|撤了|先?不[办改变换动弄]了?|不(?:推|延|提前|缩|加|增加?)(?:迟|后|期)?了|取消|不要了|算了|不变更了|先放一放|暂时不|保持不变|一概不动|照旧"
)
ONLY = expression("(?:今天|这次|现在|就|先)*只(?:办|改|变更?|换|做|要)")
PAID = expression("(?:实际|已经?)?(?:到位|实缴|实收|到账|缴了|交了|入账)[^，。；]{0,3}$")
"""Before a sum: what was paid in, not what was registered."""
OTHERS = expression(
    "(?:仓库|库房|家住|住在|老家|身份证|户籍|户口|隔壁|对面|客户|总部|分公司)[^，。；]{0,6}$|房东(?:(?!我们|公司(?:地址|住所)|新|搬|迁|改|变更)[^。；]){0,26}$"
)
"""Before an address: it is no registered one."""
NOW = expression("现在(?:就)?(?:是|叫|在|为)?$")
"""Before a value: the one that stays, or the old one where a change to another follows («现在是三百万，要调到五百万»)."""
TOWARDS = expression("(?:增加?|减少?|降低?|提高?|加|变更?|改|调整?)(?:到|至|为|成)")
CALLED_NEW = expression("新[^，。；]{0,10}$")
MOVES = expression("[搬迁]到|迁[至往]|搬[至去往]")
"""What no enterprise's name holds."""
FIXED = expression("不对|不是(?!要|说|得)|错了|说错|更正|应该|改口|重来|等等|等一下")
STEP = expression("(?P<more>增资|再增|追加|新增|增加|多加|加|增)?(?P<less>减资|缩减|减少|减|降)?(?:了|掉|注册|资本|资金|投资|投|额|金额|人民币|的)*$")
"""Before an amount: how much more or less, not the new total."""
FOLLOWS = {"day": expression("(?:正式|才|再|就|开始)?(?:开工|动工|开建|完工|竣工|投产|建成|建完|交付|结束)")}
"""Kinds whose topic may stand right behind the value («2026年6月开工»)."""


@dataclass(frozen=True)
class Topic:
    """An item that can change: the words that name it, and the kind of value it has (a token's kind; `area`, `words` and `name` are read here)."""

    item: str
    words: str
    kind: str
    choices: tuple[tuple[str, str], ...] = ()
    """For `words`: expression → stored value."""

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """The words as one expression."""
        return re.compile(self.words)


@dataclass(frozen=True)
class Said:
    """A value as said: stored value, its words, and where they stand in the cleaned turn."""

    value: Value
    evidence: tuple[Evidence, ...]
    turn: int
    start: int
    end: int
    who: int = -1
    marked: bool = False
    """Whether words beside it (改成, 增到) make it a new value."""


@dataclass(frozen=True)
class Alteration:
    """One change: the item, its old and its new value, each None where it was not said; `step` is how much more (or, negative, less) was said instead."""

    item: str
    old: Said | None = None
    new: Said | None = None
    step: Said | None = None

    @property
    def latest(self) -> tuple[int, int]:
        """Where it was last spoken of: turn, place."""
        return max((said.turn, said.start) for said in (self.old, self.new, self.step) if said)


def alterations(statement: Statement, topics: Sequence[Topic], without: Collection[tuple[int, int]] = ()) -> tuple[Alteration, ...]:
    """Every item with a new or an old value or a step, in the order in which it was first spoken of; what stands at `without` (turn, start) is no value."""
    found: dict[str, Alteration] = {}
    last: dict[str, str] = {}
    for heard in statement.turns:
        last |= {topic.kind: topic.item for topic in topics if topic.pattern.search(heard.text)}
        for item, said, old in _said(statement, heard, topics, found, last):
            if (said.turn, said.start) in without:
                continue
            found[item] = _with(heard, found.get(item, Alteration(item)), said, old=old)
        _mend(heard, found, topics)
    return tuple(map(_stepped, found.values()))


def _with(heard: Heard, known: Alteration, said: Said, *, old: bool | None) -> Alteration:
    """A further value. A plain one that a marked new one follows in the same breath was the old («注册资本一千万太高，减到三百万»); a step behind a word of
    mending takes the place of the new one («减到一千两百万，不对，是减掉一千两百万»).
    """
    step = _step(heard, said)
    if step is not None:
        return replace(known, step=step, new=None if _mends(heard, known.new, said) else known.new)
    if old:
        return replace(known, old=said)
    before = known.new
    plainly = old is False and before is not None and not before.marked and before.turn == heard.turn and before.value != said.value
    if plainly and before is not None and known.old is None and not FIXED.search(heard.text[before.end : said.start]):
        known = replace(known, old=before)
    return replace(known, new=replace(said, marked=old is False))


def _mends(heard: Heard, known: Said | None, said: Said) -> bool:
    """Whether a word of mending stands between the value known and this one."""
    begin = known.end if known is not None and known.turn == heard.turn else 0
    return FIXED.search(heard.text, begin, said.start) is not None


def _step(heard: Heard, said: Said) -> Said | None:
    """How much more or less a sum says, where it is no total (增资四百万)."""
    match = STEP.search(heard.text[: said.start]) if isinstance(said.value, Mapping) else None
    if match is None or bool(match["more"]) == bool(match["less"]) or TOWARDS.match(heard.text, said.end):
        return None
    amount = Decimal(str(said.value["amount"]))  # type: ignore[call-overload, index]
    return replace(said, value={**said.value, "amount": plain(amount if match["more"] else -amount)})  # type: ignore[dict-item]


def _stepped(each: Alteration) -> Alteration:
    """The new value that the old one and a step give, where none was said."""
    if each.new is not None or each.old is None or each.step is None or not isinstance(each.old.value, Mapping) or not isinstance(each.step.value, Mapping):
        return each
    total = Decimal(str(each.old.value["amount"])) + Decimal(str(each.step.value["amount"]))
    if total <= 0 or each.old.value["currency"] != each.step.value["currency"]:
        return each
    evidence = (*each.old.evidence, *each.step.evidence)
    return replace(each, new=replace(each.step, value={**each.old.value, "amount": plain(total)}, evidence=evidence))


def _said(
    statement: Statement, heard: Heard, topics: Sequence[Topic], found: dict[str, Alteration], last: dict[str, str]
) -> Iterator[tuple[str, Said, bool | None]]:
    """The values of this turn with their items, and whether they are old ones (None: the words beside them do not say)."""
    spoken = sorted((match.start(), match.end(), topic) for topic in topics for match in topic.pattern.finditer(heard.text))
    for said, kind in _values(statement, heard, topics):
        item = _topic(heard, said, kind, spoken, topics, found, last)
        if item is None or DEAD.match(heard.text, said.end) or DEAD.search(heard.text[max(0, said.start - 2) : said.start]):
            continue
        last[kind] = item
        yield item, said, _is_old(heard.text, said, found.get(item), heard.asked or "")


def _topic(
    heard: Heard, said: Said, kind: str, spoken: Sequence[tuple[int, int, Topic]], topics: Sequence[Topic], found: dict[str, Alteration], last: dict[str, str]
) -> str | None:
    behind = FOLLOWS.get(kind)
    match = behind.match(heard.text, said.end) if behind else None
    if match is not None:
        return next((topic.item for topic in topics if topic.kind == kind and topic.pattern.search(match[0])), None)
    before = [topic for _, end, topic in spoken if end <= said.start and topic.kind == kind]
    if before:
        return before[-1].item
    if heard.asked in {topic.item for topic in topics if topic.kind == kind}:
        return heard.asked
    if heard.turn and kind in last and (heard.asked or "changes").startswith("changes"):
        return last[kind]
    after = [topic for start, _, topic in spoken if start >= said.end and topic.kind == kind]
    return after[0].item if after else None


def _is_old(text: str, said: Said, known: Alteration | None, asked: str) -> bool | None:
    before = text[max(0, said.start - 18) : said.start]
    if asked.endswith((".from", ".to")):
        return asked.endswith(".from")
    if OLD_AFTER.match(text, said.end) and not CALLED_NEW.search(before):
        return True
    if NOW.search(before):
        return None
    if NEW_BEFORE.search(before) or NEW_AFTER.match(text, said.end):
        return False
    old = OLD_BEFORE.search(before) is not None and not (known is not None and known.old is not None and known.new is None)
    return True if old else None


def _values(statement: Statement, heard: Heard, topics: Sequence[Topic]) -> list[tuple[Said, str]]:
    kinds = {topic.kind for topic in topics}
    found = [(said, token.kind) for token in heard.tokens if token.kind in kinds and (said := _of_token(statement, heard, token)) is not None]
    if "area" in kinds:
        found += [(_at(heard, each.start, each.end, square_metres(each.value)), "area") for each in find_areas(heard.text) if each.value is not None]
    if "address" in kinds:
        found += [(said, "address") for said in _moved(heard)]
    for topic in topics:
        found += [(said, topic.kind) for said in _chosen(heard, topic)]
    return sorted(found, key=lambda each: each[0].start)


def _moved(heard: Heard) -> Iterator[Said]:
    """«从玉山镇搬到巴城镇学院路8号»: an address whose beginning was taken for the end of a name (玉山镇搬到巴城镇学院)."""
    names = [token for token in heard.tokens if token.kind == "enterprise" and MOVES.search(token.words)]
    for each in find_addresses(heard.text) if names else ():
        inside = any(token.start < each.start < token.end < each.end for token in names)
        if inside and each.value and not each.landmark_only and not each.distractor and not OTHERS.search(heard.text[: each.start]):
            yield _at(heard, each.start, each.end, each.value)


def _chosen(heard: Heard, topic: Topic) -> Iterator[Said]:
    """Values that are words of a closed list (有限责任公司, 新建)."""
    for words, stored in topic.choices:
        yield from (_at(heard, match.start(), match.end(), stored) for match in re.finditer(words, heard.text))


def _of_token(statement: Statement, heard: Heard, token: object) -> Said | None:
    kind, mention, start, end, who = (getattr(token, each) for each in ("kind", "mention", "start", "end", "who"))
    value: Value | None = None
    if kind == "money" and mention.amount is not None and mention.unit_said and not PAID.search(heard.text[max(0, start - 10) : start]):
        value = {"amount": plain(mention.amount), "currency": mention.currency or "CNY"}
    elif kind in {"address", "day"} and not getattr(mention, "landmark_only", False) and not OTHERS.search(heard.text[:start]):
        value = mention.value
    elif kind == "enterprise":
        value = statement.member(who).name
    return None if value is None else _at(heard, start, end, value, who)


def _at(heard: Heard, start: int, end: int, value: Value, who: int = -1) -> Said:
    return Said(value, (heard.wording.evidence(heard.turn, start, end),), heard.turn, start, end, who)


def _mend(heard: Heard, found: dict[str, Alteration], topics: Sequence[Topic]) -> None:
    """«新地址门牌说错了，是一百八十七号»: a part of an address is put right, in a later turn or in the same breath («三零一号，不对，三一零号»)."""
    for topic in topics:
        known = found.get(topic.item)
        if topic.kind != "address" or known is None or known.new is None:
            continue
        mended = mended_address(str(known.new.value), heard.text if known.new.turn < heard.turn else _afterwards(heard.text, known.new.end))
        if mended:
            evidence = (*known.new.evidence, heard.wording.evidence(heard.turn, 0, len(heard.text)))
            found[topic.item] = replace(known, new=replace(known.new, value=mended, evidence=evidence))


def _afterwards(text: str, end: int) -> str:
    """What a word of mending leads behind a place in the same breath, as a correction of its own; empty where there is none."""
    match = FIXED.search(text, end, min(len(text), end + 8))
    return f"改成{text[match.end() :].lstrip('，了')}" if match else ""
