"""Which figure is of what and of which year (数、名目、年度): «去年营收八千万», «八千万的营收», «23年三千万，24年五千万», «近三年分别是…».

A figure without a topic, or of a topic that no input is, fills nothing. One that has a topic and yet must not be taken (growth, a plan, somebody else's, a part
of the year, dollars) is kept with the reason, so that it can be asked about.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from gaoxing.facts.cultivation.bars import REASON_LATER, reason
from gaoxing.facts.cultivation.topics import MONEY, PEOPLE, THINGS, Topic, find_topics
from gaoxing.facts.cultivation.values import Value, find_values
from gaoxing.facts.cultivation.years import Years, find_years
from gaoxing.standards.expression import expression

CORRECTED = expression("不对|不是|说错|讲错|报错|记错|写错|念错|弄错|错了|更正|口误|应该是|哦不|改成|改为|准确(?:地)?说|重新说")
_SMALL = (
    "的|了|是|就|有|为|一共|总共|合计|总额|总计|总的|做到|达到|达|完成|实现|做|花|投入|投|用|在|上面|上|这块|这一块|那块|方面|才|也|，|、|：|我们|咱们|公司|全年|整个|那边|这边|到|"
    "正好|刚好|刚刚好|报|填|写|按|审计|报表|数据|数|金额|总数|一年|那一年|那年|这年|当年|人数|大约|年末|年底|末|底|期末|只|差不多|出去|进去|下去|里面|里|中|当中|其中|另外|还|还有|然后|和|及|"
    "授权|有效|拿|持有|手里|现|现在|目前|已|已经|能|算|分别|依次|各|搞|个|下来|费用?|投入|支出|过|共|名下|员工|都|呢|嘛|啊|那|则|增长|增加|上涨|涨|减少|下降|降|翻|多|少|至|确认|入账|账上|实际|真正|最后|最终|量|（|）|元|万元|单位"
)
LINK, BEHIND = expression(f"(?:{_SMALL})*"), expression("(?:的|了|是|都|全|做|搞|从事|用在|花在|投在|用于|投入到?|投到?|花到|投给|拿来|拿去|在|于|给|有效|授权|已授权|自己|（|元)*")
PARTED = expression("[，、；。和及与]+|，?(?:到了?|然后|再到|接着|而)?")
TRAILING = expression("[，。]?(?:这|那|都|全|上面|以上|说的|这些|数字?)*(?:都|全)?(?:是|算|按)(?:的)?$")
OF_ALL = expression("(?:的|度的|度)?(?:数字?|数据|情况|口径|账)?(?=[，。；！]|$)")
STOP = expression("[。；！？]")
WHOLE_STAFF = expression("(?:^|.*[，。；、])?(?:我们|咱们|公司|企业|厂里?|全公司|全厂|单位|里|里面|现在|目前|现有|一共|总共|共|合计|总|有|是|就|年末|年底|末|底|的时候|那时候?|时候|在职|那边|这边|也|还|才|，|、)*")
FAR = 22
HEADS = ("人", "个")
LEVEL = expression("[，、]?(?:现在|已经|总共|一共|就|最后)*(?:达到|到了?|做到|涨到|增长到|增加到|成了?)")
"""From a growth to the level that was reached."""


@dataclass(frozen=True)
class Figure:
    """A figure with its input; `year` None where nobody told; `barred` is why it is not taken; `follows` where it puts the one before right."""

    item: str
    kind: str
    value: Value
    turn: int
    year: int | None = None
    mark: Years | None = None
    barred: str = ""
    follows: bool = False


def figures(text: str, on: date, *, turn: int = 0, year: int | None = None, asked: str = "") -> tuple[Figure, ...]:
    """Every figure of a turn that is of an input. `year` is the one that earlier turns spoke of last; `asked` the input that was asked about."""
    marks, topics = find_years(text, on), find_topics(text)
    values = find_values(text, marks)
    held = [each for each in values if each.measure != "年"]
    named = _named(text, held, topics, marks, asked)
    found = [Figure(item, kind, value, turn, follows=follows) for value, item, kind, follows in named]
    dated = _dated(text, found, marks, year)
    return tuple(replace(each, barred=each.barred or reason(text, each.value, each.item, each.kind, each.year, marks, on)) for each in dated)


def last_year(text: str, on: date) -> int | None:
    """The one year that a turn speaks of last."""
    single = [each.years[0] for each in find_years(text, on) if len(each.years) == 1]
    return single[-1] if single else None


def _named(text: str, values: Sequence[Value], topics: Sequence[Topic], marks: Sequence[Years], asked: str) -> list[tuple[Value, str, str, bool]]:
    """Each value with its input and kind, and whether it corrects the one before."""
    found: list[tuple[Value, str, str, bool]] = []
    taken: set[int] = set()
    for place, value in enumerate(values):
        before = values[place - 1] if place else None
        after = values[place + 1] if place + 1 < len(values) else None
        topic = _topic(text, value, before, after, topics, taken)
        if topic is not None:
            taken.add(topic.start)
            topic = _of_people(topic, value)
            found.append((value, topic.item, topic.kind, bool(found) and found[-1][1] == topic.item and _corrects(text, before, topic.start)))
            continue
        last = found[-1] if found and before is found[-1][0] else None
        item, kind, follows = _untold(text, value, last, marks, topics)
        if not item and not place and asked and not topics:
            item, kind = asked, ""
        found.append((value, item, kind, follows))
    return [each for each in _backward(text, found, marks) if each[1]]


def _topic(text: str, value: Value, before: Value | None, after: Value | None, topics: Sequence[Topic], taken: set[int]) -> Topic | None:
    floor = before.end if before else 0
    left = [each for each in topics if floor <= each.start and each.end <= value.start and value.start - each.end <= FAR and _fits(each, value)]
    near = left[-1] if left and left[-1].start not in taken and _linked(text, left[-1].end, value.start) else None
    right = next((each for each in topics if each.start >= value.end and _fits(each, value) and BEHIND.fullmatch(text, value.end, each.start)), None)
    if right is not None and (after is not None and right.start >= after.start):
        right = None
    if right is None or (near is not None and value.start - near.end <= 2 and near.item):
        return near
    claimed = after is not None and _linked(text, right.end, after.start) and "，" not in text[right.end : after.start] and not _stops_before(text, right, after)
    if near is not None and (claimed or near.item):
        return near
    return None if claimed and near is None and value.kind == "money" and not text[value.end : right.start] else right


def _stops_before(text: str, right: Topic, after: Value) -> bool:
    return STOP.search(text[right.end : after.start]) is not None


def _linked(text: str, start: int, end: int) -> bool:
    """Whether only small words and years stand between a topic and its figure."""
    between = "".join(text[start:end])
    return STOP.search(between) is None and (LINK.fullmatch(between) is not None or LINK.fullmatch(_without_years(between)) is not None)


def _without_years(words: str) -> str:
    marks = find_years(words, date(2000, 1, 1))
    for each in reversed(marks):
        words = words[: each.start] + words[each.end :]
    return words


def _of_people(topic: Topic, value: Value) -> Topic:
    """研发 counted in heads is the research staff."""
    return replace(topic, item="research_staff", kind=PEOPLE) if topic.item == "research" and value.measure in HEADS else topic


def _fits(topic: Topic, value: Value) -> bool:
    if not topic.kind or (topic.item == "research" and value.measure in HEADS):
        return True
    if value.kind == "money":
        return topic.kind == MONEY
    if not value.measure:
        return True
    return value.measure in {PEOPLE: "人个", THINGS: "项个"}.get(topic.kind, "")


def _corrects(text: str, before: Value | None, until: int) -> bool:
    return before is not None and CORRECTED.search(text, before.end, until) is not None


def _untold(
    text: str, value: Value, last: tuple[Value, str, str, bool] | None, marks: Sequence[Years], topics: Sequence[Topic]
) -> tuple[str, str, bool]:
    """What a figure without a topic of its own is of: what the one before was, where it corrects it or goes on to another year; all staff."""
    if last is not None:
        before = last[0]
        between = [each for each in marks if before.end <= each.start and each.end <= value.start]
        none_between = not any(before.end <= each.start and each.end <= value.start for each in topics)
        if none_between and value.kind == before.kind and _corrects(text, before, value.start) and len(text[before.end : value.start]) <= FAR:
            return last[1], last[2], True
        gap = _without_years(text[before.end : value.start])
        if none_between and value.kind == before.kind and (between or PARTED.fullmatch(gap) or LEVEL.fullmatch(gap)) and LINK.fullmatch(gap.strip("，。；、")):
            return last[1], last[2], False
    if value.measure == "人" and not any(each.end > value.start and each.start < value.end + 6 and _linked(text, value.end, each.start) for each in topics if each.start >= value.end):
        opening = max(text.rfind(stop, 0, value.start) for stop in "。；！？，") + 1
        if WHOLE_STAFF.fullmatch(_without_years(text[opening : value.start])):
            return "staff", PEOPLE, False
    return "", "", False


def _backward(text: str, found: list[tuple[Value, str, str, bool]], marks: Sequence[Years]) -> list[tuple[Value, str, str, bool]]:
    """«前年五千万去年八千万的营收»: a figure of a year takes the topic of the next, where only that year stands between."""
    for place in range(len(found) - 2, -1, -1):
        value, item, _, follows = found[place]
        after = found[place + 1]
        gap = text[value.end : after[0].start]
        between = any(value.end <= each.start and each.end <= after[0].start for each in marks)
        if not item and after[1] and between and value.kind == after[0].kind and LINK.fullmatch(_without_years(gap)):
            found[place] = (value, after[1], after[2], follows)
    return found


def _dated(text: str, found: Sequence[Figure], marks: Sequence[Years], year: int | None) -> list[Figure]:
    listed = _listed(text, found, marks)
    told = [listed.get(each.value.start) or _with_year(text, each, marks, year) for each in found]
    told = [replace(each, year=told[place - 1].year, mark=told[place - 1].mark) if each.follows and place and _same_year(each, told[place - 1], marks) else each for place, each in enumerate(told)]
    return [_trailing(text, each, marks) for each in told]


def _same_year(each: Figure, before: Figure, marks: Sequence[Years]) -> bool:
    return not any(before.value.end <= mark.start and mark.end <= each.value.start for mark in marks)


def _listed(text: str, found: Sequence[Figure], marks: Sequence[Years]) -> dict[int, Figure]:
    """«23年到25年营收分别是三千万、五千万、八千万»: as many figures of one input as years."""
    told: dict[int, Figure] = {}
    for mark in (each for each in marks if len(each.years) > 1):
        later = min((other.start for other in marks if other.start >= mark.end), default=len(text))
        behind = [each for each in found if mark.end <= each.value.start < later]
        for item in dict.fromkeys(each.item for each in behind):
            run = [each for each in behind if each.item == item]
            if len(run) == len(mark.years):
                told |= {each.value.start: replace(each, year=year, mark=mark) for each, year in zip(run, mark.years, strict=True)}
    return told


def _with_year(text: str, each: Figure, marks: Sequence[Years], year: int | None) -> Figure:
    before = [mark for mark in marks if mark.end <= each.value.start]
    if not before:
        return replace(each, year=year)
    mark = before[-1]
    if len(mark.years) > 1:
        return replace(each, mark=mark, barred=REASON_LATER)
    return replace(each, year=mark.years[0], mark=mark)


def _trailing(text: str, each: Figure, marks: Sequence[Years]) -> Figure:
    """«营收八千万，这是前年的数»."""
    for mark in marks:
        gap = text[each.value.end : mark.start] if mark.start >= each.value.end else None
        if gap is None or len(mark.years) != 1 or not OF_ALL.match(text, mark.end):
            continue
        if TRAILING.fullmatch(gap) or (each.year is None and TRAILING.search(gap)):
            return replace(each, year=mark.years[0], mark=mark, barred="" if each.barred == REASON_LATER else each.barred)
    return each
