"""Which words govern which value (主题与数值): the topic before a value or right behind it, each topic once.

«开工二七年四月完工二七年十月» and «2026年12月动工、2028年6月完工» differ only in where the topics stand: a topic that a value has taken governs no other.

>>> from gaoxing.facts.statement import hear
>>> from gaoxing.speech.transcript import Transcript
>>> said = hear(Transcript.of("2026年12月动工、2028年6月完工，总投资五千万不对六千万"))
>>> [(each.item, each.value) for each in governed(said.turns[0], "day")]
[('start', '2026-12'), ('finish', '2028-06')]
>>> [(each.item, each.follows, each.value["amount"]) for each in governed(said.turns[0], "money")]
[('total_investment', False, '50000000'), ('total_investment', True, '60000000')]
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Any

from gaoxing.facts.alteration import NEW_BEFORE, OLD_BEFORE
from gaoxing.facts.area import MU, find_areas, square_metres
from gaoxing.facts.fact import Value
from gaoxing.facts.party import plain
from gaoxing.facts.project_name import find_project_names
from gaoxing.facts.project_topics import EQUIPMENT, FLOOR, LAND, NOBODY, TOTAL, TopicWord, find_topics
from gaoxing.facts.statement import Heard
from gaoxing.standards.expression import expression

RIGHTED = expression(
    r"不对|不是|说错|讲错|报错|念错|写错|记错|弄错|错了|更正|应该|改成|改为|改到|换成|调整|重新|哦不|口误|准确|最新|实际|而是|其实"
    r"|(?:调|提|提高|增|增加|加|降|减|缩|压|升)[到成至]|变成|(?:现在|后来|最终|最后)[是要定改调]|又(?:打电话)?来?[说讲]|(?:等等|等一下|等下|我看下|看一下|看下|问下|问一下)[^；]*[说讲是]?|砍[成到]|对不起|不好意思|抱歉|看错|^，?不，?$"
)
CHANGED = expression(
    r"不对|不是|说错|错了|应该|实际|其实|更正|[改变换调增减降升涨扩缩延推挪提加到至]|原|之前|当[时初]|以前|先前|本来|备案时|现在|最终|最后|后来|来不及|不够|[，]写|成|为|→|->|以后|如今|^，?[从由]$"
)
"""What stands between an old and a new value of one blank, where a filed project is changed."""
BEHIND = expression(
    r"(?:左右|以内|的|块钱|元|就|才|再|是|来|拿来|拿去|用来|用于|用在|花在|投在|正式|计划|准备|打算|预计|开始|要|能|想|前|之前|以前|底|份|争取|"
    r"全部|必须|，?就?可以|要|的时候)*"
)
PURPOSE = expression("^(?:买|购|采购|添|上|进|引进|投|花在|用在|用于)")
UNTOLD = "untold"
COSTS = expression(r"(?:要|得|是|花|投|需要?|再|就)+[0-9一二两三四五六七八九十]")
"""Behind 买设备 the next amount is its price: 一共投九百万买设备要六百万."""
LABELLED = expression(r"[（(](?:单位：?)?(?P<unit>万元|亿元|亩|平方米|平方|平米|㎡)[）)](?:为|是)?[：:]?(?P<number>\d+(?:\.\d+)?)(?![\d.万亿亩平])")
TIMES = {"万元": 10_000, "亿元": 100_000_000}
GROUPED = expression(r"[1-9][0-9]{0,2}(?:[，,][0-9]{3})+(?:万|亿|元)")
"""«1,680万元»: a figure in groups of three, as it is written."""
FAR = 26
"""Characters between a topic and its value beyond which the topic governs no more."""
NEAR = 6
DENYING, BUT = expression("(?:不是|并非|不叫)(?:写|要)?$"), expression("[，]?(?:而|应该|应当|就|得)?是(?:写)?")
TURNED = expression("(?:[改延推拖放]|推迟|延后|顺延|提前|调整?|变更?|换)[成到为至]了?$")
"""Right before a new value, whatever else was spoken of between."""
STEP = expression("(?:又|再|多|还)?(?:追加|增加|加|增|减少|减|砍|降)(?:了|掉)(?:大概)?$")
"""Before an amount by which the whole grew or shrank: no value of a blank that is filled in."""
STAYS = expression("(?:时间|日期)?(?:都|也)?(?:不[变动改调]|没[变动改]|照旧)")
"""Behind a topic that only says that its value stays."""
LEAD = 4
"""Characters before an amount that nothing governs within which it can be the whole of the equipment named behind it."""
PAST = expression("去年|前年|往年|上年")
PREDICATE = expression("[^，。；]{2,10}，")
JOINED = expression("[，。；、加和跟与]")


@dataclass(frozen=True)
class Figure:
    """A value of a kind (`money`, `area`, `day`) at `text[start:end]`; None where it is vague. `land`: said in 亩. `unit`: 万, 亿 or a currency was said."""

    start: int
    end: int
    value: Value | None
    land: bool = False
    unit: bool = True
    mention: Any = None


@dataclass(frozen=True)
class Governed:
    """A value with its blank (`item`: empty for something else, `UNTOLD` where nothing says whose it is) and the topic's words.

    `follows`: it stands behind another value of that blank; `weak`: its topic was.
    """

    item: str
    value: Value | None
    turn: int
    start: int
    end: int
    weak: bool = False
    follows: bool = False
    unit: bool = True
    mention: Any = None
    topic: str = ""


def governed(heard: Heard, kind: str, *, link: re.Pattern[str] = RIGHTED, last: str | None = None) -> tuple[Governed, ...]:
    """The values of this kind with their blanks, in order of speech. `link` is what may stand between two values of one blank; `last` the blank spoken of
    last in an earlier turn, for a value alone («刚才说错了，是一亿三»).
    """
    figures = [each for each in figures_of(heard, kind) if link is not RIGHTED or not STEP.search(heard.text[max(0, each.start - 8) : each.start])]
    topics = find_topics(heard.text, kind, barred(heard, figures))
    others = [each.end for other in ITEMS if other != kind for each in figures_of(heard, other)]
    others += [token.end for token in heard.tokens if token.kind in {"code", "address"}]
    found: list[Governed] = []
    taken: set[int] = set()
    for place, figure in enumerate(figures):
        before = figures[place - 1].end if place else 0
        floor = max([before, *(end for end in others if end <= figure.start)])
        after = figures[place + 1].start if place + 1 < len(figures) else len(heard.text)
        topic = _topic(heard, figure, topics, taken, floor, after)
        if figure.land and topic is not None and (topic.weak or (topic.start >= figure.end and topic.item != LAND)):
            topic = None
        claimed = (
            topic is not None
            and topic.start >= figure.end
            and (topic.weak or topic.item == NOBODY or _is_claimed(heard.text, topic, figures[place + 1 : place + 2], topics))
        )
        if claimed and topic is not None and place == 0 and heard.asked in ITEMS[kind] and topic.item != heard.asked:
            topic = None
        turned = (
            link is CHANGED and topic is not None and topic.item == NOBODY and TURNED.search(heard.text[max(0, figure.start - 6) : figure.start]) is not None
        )
        alone = topic is None or claimed or turned or _passed_over(heard.text, topic, figure, found)
        past = kind == "day" and PAST.fullmatch(heard.text, figure.start, figure.end) is not None
        if found and alone and not past and floor == before and _links(heard.text, before, figure.start, link, found[-1]):
            found.append(replace(found[-1], value=figure.value, start=figure.start, end=figure.end, follows=True, unit=figure.unit, mention=figure.mention))
            continue
        if kind != "day" and topic is not None and _is_next(heard, topic, figure, figures[place + 1 : place + 2], topics):
            whole = kind == "money" and not any(each.item == TOTAL for each in found) and figure.start - _stop_before(heard.text, figure.start, floor) <= LEAD
            item = TOTAL if whole and topic.item == EQUIPMENT else UNTOLD
            found.append(Governed(item, figure.value, heard.turn, figure.start, figure.end, True, False, figure.unit, figure.mention))
            continue
        if topic is not None:
            taken.add(topic.start)
        if topic is not None and topic.item == NOBODY and heard.asked in ITEMS["area"] and len(figures) == 1:
            topic = None
        item = topic.item if topic is not None else _without(heard, figure, place, kind, last)
        words = heard.text[topic.start : topic.end] if topic is not None else ""
        weak = topic is not None and topic.weak
        found.append(Governed(item, figure.value, heard.turn, figure.start, figure.end, weak, False, figure.unit, figure.mention, words))
    return tuple(found)


def _is_next(heard: Heard, topic: TopicWord, figure: Figure, following: Sequence[Figure], topics: Sequence[TopicWord]) -> bool:
    """Whether a firm topic behind a figure is the next one's (六千八百万设备的话三千一百万)."""
    behind = topic.start >= figure.end and not topic.weak and topic.item != NOBODY
    return behind and not heard.asked and _is_claimed(heard.text, topic, following, topics)


def _stop_before(text: str, at: int, floor: int) -> int:
    return max(floor, *(text.rfind(mark, 0, at) + 1 for mark in "，。；"))


def figures_of(heard: Heard, kind: str) -> tuple[Figure, ...]:
    """The values of this kind in a turn, those inside a project's name left out."""
    names = [(each.start, each.end) for each in find_project_names(heard.text)]
    labelled = list(_labelled(heard, kind))
    plainly = _areas(heard) if kind == "area" else _mentions(heard, kind)
    found = [*labelled, *(each for each in plainly if not any(each.start < other.end and other.start < each.end for other in labelled))]
    found.sort(key=lambda each: each.start)
    return tuple(each for each in found if not any(start < each.end and each.start < end for start, end in names))


def _labelled(heard: Heard, kind: str) -> Iterator[Figure]:
    """«总投资（万元）：15800», «用地面积（亩）：33»: a sheet's rows, the unit beside the row's title."""
    for match in LABELLED.finditer(heard.text):
        unit, number = match["unit"], Decimal(match["number"])
        if kind == "money" and unit in TIMES:
            mention = next((token.mention for token in heard.tokens if token.kind == "money" and token.start <= match.start("number") < token.end), None)
            if mention is not None:
                value = {"amount": plain(number * TIMES[unit]), "currency": "CNY"}
                yield Figure(*match.span("number"), value, mention=mention)
        if kind == "area" and unit not in TIMES:
            yield Figure(*match.span("number"), square_metres(number * (MU if unit == "亩" else 1)), unit == "亩")


def barred(heard: Heard, figures: Sequence[Figure] = ()) -> list[tuple[int, int]]:
    """Where no topic stands: names of projects and enterprises, addresses, numbers, the figures themselves."""
    held = [(token.start, token.end) for token in heard.tokens if token.kind in {"enterprise", "address", "code"}]
    return [*held, *((each.start, each.end) for each in figures), *((each.start, each.end) for each in find_project_names(heard.text))]


def _areas(heard: Heard) -> Iterator[Figure]:
    for each in find_areas(heard.text):
        yield Figure(each.start, each.end, square_metres(each.value) if each.value else None, each.land)


def _mentions(heard: Heard, kind: str) -> Iterator[Figure]:
    for token in heard.tokens:
        if token.kind != kind:
            continue
        mention = token.mention
        if kind == "day":
            yield Figure(token.start, token.end, mention.value or mention.rough, mention=mention)
        else:
            grouped = len(mention.readings) == 1 and GROUPED.match(heard.text, token.start)
            amount = mention.readings[0] if grouped else mention.amount
            negative = heard.text[: token.start].endswith("负")
            value = {"amount": plain(amount), "currency": mention.currency or "CNY"} if amount and not negative else None
            yield Figure(token.start, token.end, value, unit=mention.unit_said, mention=mention)


def _topic(heard: Heard, figure: Figure, topics: Sequence[TopicWord], taken: set[int], before: int, after: int) -> TopicWord | None:
    """The topic of a figure: the nearest before it, unless one right behind it fits better."""
    left = _left(heard.text, figure, topics, before)
    behind = (each for each in topics if figure.end <= each.start < after and BEHIND.fullmatch(heard.text, figure.end, each.start))
    right = next((each for each in behind if not STAYS.match(heard.text, each.end)), None)
    if left is not None and left.start in taken:
        left = None
    if right is None or left is None:
        return left or right
    if left.item == FLOOR and heard.text[right.start : right.end].startswith("租"):
        return left
    if "，" in heard.text[left.end : figure.start] and right.start == figure.end and not right.weak:
        return right
    bought = right.item == EQUIPMENT and PURPOSE.search(heard.text[right.start : right.end]) and not COSTS.match(heard.text, right.end)
    if bought and right.start == figure.end and (left.weak or figure.start - left.end > NEAR // 2):
        return right
    if left.weak and not right.weak and not bought and heard.text[figure.end : right.start] and not COSTS.match(heard.text, right.end):
        return right
    return left


def _left(text: str, figure: Figure, topics: Sequence[TopicWord], floor: int) -> TopicWord | None:
    """The last topic between the figure before and this one; 一共 or 投 right behind 设备 is of the equipment."""
    near = [
        each
        for each in topics
        if floor <= each.start and each.end <= figure.start and figure.start - each.end <= FAR and not _stop(text, each.end, figure.start)
    ]
    if (
        len(near) > 1
        and near[-1].weak
        and not near[-2].weak
        and near[-1].start <= near[-2].end + NEAR
        and not JOINED.search(text, near[-2].end, near[-1].start)
    ):
        return near[-2]
    return near[-1] if near else None


def _passed_over(text: str, topic: TopicWord, figure: Figure, found: Sequence[Governed]) -> bool:
    """«总投资原来是八千万，设备涨价了，要加到九千五百万»: a clause of its own between an old value and its new one."""
    if not found or not PREDICATE.match(text, topic.end, figure.start):
        return False
    before = text[max(0, found[-1].start - 18) : found[-1].start]
    return OLD_BEFORE.search(before) is not None and NEW_BEFORE.search(before) is None


def _stop(text: str, start: int, end: int) -> bool:
    return re.search("[。；！？]", text[start:end]) is not None


def _links(text: str, before: int, start: int, link: re.Pattern[str], last: Governed) -> bool:
    """Whether a figure stands in the place of the one before it: a word of correction between them, or the one before was denied (不是七千万是七千六百万)."""
    between = text[before:start]
    return len(between) <= FAR + 8 and (link.search(between) is not None or (is_denied(text, last.start) and BUT.fullmatch(between) is not None))


def is_denied(text: str, start: int) -> bool:
    """Whether 不是 stands right before a value."""
    return DENYING.search(text[max(0, start - 4) : start]) is not None


def _is_claimed(text: str, topic: TopicWord, following: Sequence[Figure], topics: Sequence[TopicWord]) -> bool:
    """Whether the topic behind a figure belongs to the next one (不对八千万设备六千万)."""
    claims = [
        each for each in following if "，" not in text[topic.end : each.start] and not any(each.end == other.start and other.item != NOBODY for other in topics)
    ]
    return any(_left(text, each, topics, topic.start) == topic for each in claims)


def _without(heard: Heard, figure: Figure, place: int, kind: str, last: str | None) -> str:
    """The blank of a figure without a topic: what was asked about, land where 亩 was said, what an earlier turn spoke of where it is put right."""
    if heard.asked and heard.asked in ITEMS[kind] and place == 0:
        return heard.asked
    if figure.land:
        return LAND
    if heard.turn and last and place == 0 and ((heard.asked is None and RIGHTED.search(heard.text)) or (heard.asked or "").startswith("changes")):
        return last
    return UNTOLD


ITEMS = {
    "money": ("total_investment", "equipment_investment"),
    "area": ("floor_area", "land_area"),
    "day": ("start", "finish"),
}
"""The blanks of each kind."""
