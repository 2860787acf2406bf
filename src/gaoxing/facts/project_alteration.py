"""What changes in a filed project (备案变更的内容): investments, areas, dates, nature and place, each with its old value where said and its new one.

Of two values of one blank the earlier is the old one, unless 不对 puts it right. A value that nothing calls new is only told: it changes nothing.

>>> from gaoxing.facts.statement import hear
>>> from gaoxing.speech.transcript import Transcript
>>> said = hear(Transcript.of("设备投资六千万，总投资当时报的两亿后来要到两亿六千万，不对，两亿七千万"))
>>> [(each.item, each.old.value["amount"], each.new.value["amount"]) for each in project_alterations(said)]
[('total_investment', '200000000', '270000000')]
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import pairwise
from typing import Any

from gaoxing.facts.address import mended_address
from gaoxing.facts.alteration import DEAD, NEW_AFTER, NEW_BEFORE, OLD_AFTER, OLD_BEFORE, ONLY, TO, WITHDRAWN, Alteration, Said
from gaoxing.facts.area import square_metres
from gaoxing.facts.fact import Value
from gaoxing.facts.governed import BUT, CHANGED, ITEMS, UNTOLD, Governed, barred, governed, is_denied
from gaoxing.facts.party import plain
from gaoxing.facts.project_figures import SPAN, own_figures
from gaoxing.facts.project_nature import find_natures, held, wrong_natures
from gaoxing.facts.project_place import ELSEWHERE, FOR_IT, places
from gaoxing.facts.project_topics import FINISH, PERIOD, START, find_topics
from gaoxing.facts.statement import Heard, Statement
from gaoxing.standards.expression import expression

CORRECTED = expression(r"不对|说错|讲错|报错|念错|写错|记错|弄错|错了|口误|更正|哦不|不是(?![，]?(?:现在|要))|应该是")
OUGHT = expression("应该|应当|实际|其实")
ALSO = expression("(?:也|都|还|得|要|需要?)[改变调](?![到成至为])")
"""«工期也改，竣工日期写…»: the clause before tells that it changes."""
ALTERS = expression(r"[改变换调增减降升涨扩缩延推挪加砍压缩]|提前|提到|提高|现在|最终|最后|后来|往后|拖|要到|搬|迁|→|如今|不够|超了")
MORE, LESS = r"增加|增|追加|多投|多|提高|上调|涨|加|扩大|扩", r"减少|减|少投|少|降低|降|下调|压缩|压|缩减|砍掉|砍|缩小|缩"
STILL = expression("(?:不[变动改调]|没[变动改]|照旧|原样)，?(?:还是|仍然?|也|都|依然|是|原来的)*$")
UNCHANGED = expression("，?(?:这个|那个)?(?:还是|都|仍然?|也)?(?:保持|维持)?(?:不[变动改调]|没[变动改]|照旧)")
LATER = expression("(?:后来|现在|如今|这次)[^，。；]{0,6}$")
FILED_AS = expression(r"备案(?:证|表|信息|回执)?(?:上|里|时|中)(?:面)?[^，。；]{0,10}(?:是|：|为)$|(?:写|报|填|登|录|备)(?:错?成了?|的是|的|为|了)$")
WAS = expression("(?:从|由|自|不在|(?:原来?|原先|以前|之前|当初|当时|先前|本来)(?:的|是|为|报|定|写|在|叫|计划)*)$")
TURNS = expression(TO)
HENCE = expression("[，]?(?:，|再|一直|就)*(?:到|至|→|->|-->|变|改|换)[，]?")
NEAR = 6
BY = expression(rf"(?:(?P<more>{MORE})|(?P<less>{LESS}))(?:了|掉|出|出来|投资|面积)*$")
STAYS = expression("[不没](?:要|用|能)?[变动改调换]")
TO_BEFORE = expression("[到至成为]$")
WORDS = {
    "total_investment": "总投资|投资总额|投资额|总盘子|总投",
    "equipment_investment": "设备",
    "floor_area": "建筑面积|建面|厂房面积",
    "land_area": "用地|占地|土地|地块面积",
    "start": "开工|动工|开建",
    "finish": "完工|竣工|建成",
    "nature": "性质",
    "location": "地点|地址|选址|位置",
    "project_name": "项目名|名称|名字",
    "contact": "联系人|对接人|经办人|联系电话",
    "enterprise": "项目单位|建设单位|企业名",
}
"""How each item is called where it is left alone or taken back."""
_TOPIC = {item: expression(words) for item, words in WORDS.items()}
PLACE_TOPIC = expression(rf"{FOR_IT.pattern}|地址|搬|迁|位置")


@dataclass(frozen=True)
class Side:
    """A value with its blank, and whether it is `old`, `new`, `altered` where the talk is of a change, or `plain` where nothing says."""

    item: str
    said: Said
    side: str
    by: int = 0
    """1 or -1 where the words give by how much it grows or shrinks."""


def project_alterations(statement: Statement) -> tuple[Alteration, ...]:
    """Every blank that changes, in the order in which it was first spoken of."""
    found: dict[str, list[Side]] = {}
    last: dict[str, str] = {}
    for heard in statement.turns:
        for item, said in sorted(_values(statement, heard, last), key=lambda each: each[1].start):
            known = found.setdefault(item, [])
            _place(heard, item, said, known)
        for start, end, value in wrong_natures(heard.text, held(heard)):
            found.setdefault("nature", []).append(Side("nature", _said(heard, start, end, value), "old"))
        _mend(heard, found)
        for item in taken_back(heard.text, [item for item, sides in found.items() if not _told_in(sides, heard)]):
            found.pop(item)
    altered = [Alteration(item, _last(sides, "old"), _new(sides)) for item, sides in found.items()]
    return tuple(each for each in altered if each.new is not None and not _stays(each))


def _stays(each: Alteration) -> bool:
    """Whether one end of a span stays as it was (2026年6月到2027年6月改成2026年6月到2027年12月)."""
    return each.item in {START, FINISH} and each.old is not None and each.new is not None and each.old.value == each.new.value


def taken_back(text: str, items: Sequence[str]) -> list[str]:
    """The items that these words take back (设备那个不改了), or all but the ones that alone are left (只改开工时间)."""
    gone: list[str] = []
    for match in WITHDRAWN.finditer(text):
        clause = re.split("[，。；！？]", text[max(0, match.start() - 22) : match.start()])[-1]
        gone += [item for item in items if item in _TOPIC and _TOPIC[item].search(clause)]
    only = ONLY.search(text)
    left = [item for item, topic in _TOPIC.items() if only and topic.search(text[only.end() : only.end() + 16])]
    if left and only and re.search("改|变|换|办|做", only[0]):
        gone += [item for item in items if item not in left]
    return list(dict.fromkeys(gone))


def _told_in(sides: Sequence[Side], heard: Heard) -> bool:
    return any(each.said.turn == heard.turn for each in sides)


def _values(statement: Statement, heard: Heard, last: dict[str, str]) -> Iterator[tuple[str, Said]]:
    for kind in ITEMS:
        values = own_figures(statement, heard, governed(heard, kind, link=CHANGED, last=last.get(kind)))
        spoken = [] if values else [each.item for each in find_topics(heard.text, kind, barred(heard)) if each.item in ITEMS[kind]]
        last |= {kind: spoken[-1]} if spoken else {}
        for each in _spans(heard, values) if kind == "day" else values:
            item = FINISH if each.item == PERIOD else each.item
            if item in ITEMS[kind]:
                last[kind] = item
                if each.value is not None and each.unit:
                    yield item, _said(heard, each.start, each.end, each.value)
    for nature in find_natures(heard.text, held(heard), former=True):
        yield "nature", _said(heard, nature.start, nature.end, nature.value)
    for place in places(heard):
        before = heard.text[max(0, place.start - 24) : place.start]
        if PLACE_TOPIC.search(before) or ALTERS.search(before) or heard.asked == "changes" or not ELSEWHERE.search(before):
            yield "location", _said(heard, place.start, place.end, place.value)


def _said(heard: Heard, start: int, end: int, value: Value) -> Said:
    return Said(value, (heard.wording.evidence(heard.turn, start, end),), heard.turn, start, end)


def _spans(heard: Heard, values: Sequence[Governed]) -> tuple[Governed, ...]:
    """«建设期由2027年4月至2028年4月调整为2027年9月至2028年9月»: the ends of each span are start and finish."""
    found = list(values)
    for place, (first, second) in enumerate(pairwise(values)):
        spoken = {PERIOD, UNTOLD, START} if place == 0 else {PERIOD, UNTOLD, START, FINISH}
        if first.item in spoken and SPAN.fullmatch(heard.text, first.end, second.start) and _of_a_period(heard, values[: place + 1]):
            found[place], found[place + 1] = replace(first, item=START), replace(second, item=FINISH)
    return tuple(found)


def _of_a_period(heard: Heard, values: Sequence[Governed]) -> bool:
    return any(each.item == PERIOD for each in values)


def _place(heard: Heard, item: str, said: Said, known: list[Side]) -> None:
    """Put a value on its side: a correction replaces, a change makes the plain one before it the old one."""
    text = heard.text
    if _is_dead(text, said, known):
        return
    before = text[max(0, said.start - 18) : said.start]
    if STILL.search(before) or UNCHANGED.match(text, said.end):
        return
    prior = known[-1] if known and known[-1].said.turn == heard.turn else None
    between, marked = text[prior.said.end : said.start] if prior else "", _marked(text, before, said)
    by = BY.search(before)
    if by and not TO_BEFORE.search(before):
        known.append(Side(item, said, "by", 1 if by["more"] else -1))
    elif prior and prior.side == "old" and (HENCE.fullmatch(between) or OUGHT.search(between) or not CORRECTED.search(between) or marked == "new"):
        known.append(Side(item, said, "old" if marked == "old" else "new"))
    elif prior and prior.side != "by" and (CORRECTED.search(between) or (is_denied(text, prior.said.start) and len(between) <= NEAR)):
        known[-1] = replace(prior, said=said, side=marked or prior.side)
    elif known and not prior and CORRECTED.search(text) and not marked:
        righted = next((each for each in reversed(known) if each.side in {"new", "altered"}), known[-1])
        known.append(replace(righted, said=said))
    else:
        side = marked or ("altered" if _is_changed(heard, item, said, prior) else "plain")
        if side in {"new", "altered"} and prior and (prior.side == "plain" or (prior.side == "altered" and (side == "new" or TURNS.search(between)))):
            known[-1] = replace(prior, side="old")
        known.append(Side(item, said, side))


def _is_dead(text: str, said: Said, known: Sequence[Side]) -> bool:
    """Whether a value is denied or of a dropped plan; 一个亿不不是九千八百万 puts right."""
    if DEAD.match(text, said.end):
        return True
    if not is_denied(text, said.start):
        return False
    rights = bool(known) and known[-1].said.turn == said.turn and said.start - known[-1].said.end <= NEAR
    return not rights or BUT.match(text, said.end) is not None


def _marked(text: str, before: str, said: Said) -> str:
    """`old` or `new` where the words right at the value say so; else empty."""
    if OLD_AFTER.match(text, said.end) or WAS.search(before):
        return "old"
    if NEW_BEFORE.search(before) or NEW_AFTER.match(text, said.end):
        return "new"
    if LATER.search(before):
        return ""
    return "old" if OLD_BEFORE.search(before) or FILED_AS.search(before) else ""


def _is_changed(heard: Heard, item: str, said: Said, prior: Side | None) -> bool:
    """Whether the talk between the topic, or the value before, and this one tells of a change."""
    if (heard.asked or "").startswith("changes"):
        return True
    sentence = max(heard.text.rfind(mark, 0, said.start) for mark in "。；！？") + 1
    if ALSO.search(heard.text, max(sentence, prior.said.end if prior else 0), said.start):
        return True
    topics = [match.start() for match in _TOPIC[item].finditer(heard.text, 0, said.start)]
    floor = max([prior.said.end if prior else 0, *topics[-1:], said.start - 20])
    return ALTERS.search(STAYS.sub("", heard.text[floor : said.start])) is not None


def _mend(heard: Heard, found: dict[str, list[Side]]) -> None:
    """«新地址门牌说错了，是一百八十七号»: a part of the new place is put right."""
    new = _last(found.get("location", []), "new", "altered")
    if new is None or new.turn >= heard.turn:
        return
    mended = mended_address(str(new.value), heard.text)
    if mended:
        evidence = (*new.evidence, heard.wording.evidence(heard.turn, 0, len(heard.text)))
        found["location"].append(Side("location", replace(new, value=mended, evidence=evidence, turn=heard.turn), "new"))


def _last(sides: Sequence[Side], *wanted: str) -> Said | None:
    return next((each.said for each in reversed(sides) if each.side in wanted), None)


def _new(sides: Sequence[Side]) -> Said | None:
    """The new value; worked out where the old one and the difference were said (从两亿增加三千万)."""
    new, old = _last(sides, "new", "altered"), _last(sides, "old")
    by = next((each for each in reversed(sides) if each.by), None)
    if new is not None or by is None or old is None:
        return new
    value = _moved(old.value, by.said.value, by.by)
    return None if value is None else replace(by.said, value=value, evidence=(*old.evidence, *by.said.evidence))


def _moved(old: Value, by: Value, sign: int) -> Value | None:
    if isinstance(old, str) and isinstance(by, str) and "-" not in old + by:
        area = Decimal(old) + sign * Decimal(by)
        return square_metres(area) if area > 0 else None
    if isinstance(old, Mapping) and isinstance(by, Mapping) and old["currency"] == by["currency"]:
        amount = Decimal(_text(old)) + sign * Decimal(_text(by))
        return {"amount": plain(amount), "currency": old["currency"]} if amount > 0 else None
    return None


def _text(money: Mapping[str, Any]) -> str:
    return str(money["amount"])
