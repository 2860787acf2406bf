"""Which figure is of what (数与名目): the topic before it or right behind it, the one of the figure it puts right or goes on from, one declared afterwards.

A topic governs one figure. Only small words may stand between; what else stands there may be of something else, and then nobody knows.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from gaoxing.facts.cultivation.topics import KIND_OF, MONEY, PEOPLE, THINGS, Topic
from gaoxing.facts.cultivation.values import Value
from gaoxing.facts.cultivation.years import Years, find_years
from gaoxing.standards.expression import expression

CORRECTED = expression(
    "不对|不是|说错|讲错|报错|记错|写错|念错|弄错|错了|更正|口误|应该是|哦不|改成|改为|改一下|准确(?:地)?说|重新说|说反|讲反|搞反|看错|搞错|等下|等一下"
)
_SMALL = (
    "的|了|是|就|有|为|一共|总共|合计|总额|总计|总的|做到|达到|达|完成|实现|做|花|投入|投|用|在|上面|上头|上|这块|这一块|那块|方面|才|也|，|、|：|我们|咱们|公司|全年|整个|那边|这边|到|"
    "正好|刚好|刚刚好|报|填|写|按|审计完?|审计下来|报表|数据|数|金额|总数|一年|那一年|那年|这年|当年|人数|大约|年末|年底|末|底|期末|只|差不多|出去|进去|下去|里面|里头|里|中|当中|其中|另外|还|还有|"
    "然后|和|及|授权|有效|拿|持有|手里|现|现在|目前|已|已经|能|算|分别|依次|各|搞|个|下来|费用?|投入|支出|过|共|名下|员工|都|呢|嘛|啊|那|则|增长|增加|上涨|涨|减少|下降|降|翻|多|少|至|确认|入账|"
    "砸|进去|账上|实际|真正|最后|最终|量|（|）|元|万元|单位|这几年|这些年|历年|几年|每年|同期|那个|这个|改一下|核下来|算下来|没那么多|没有那么多|少一点|比不上|不如|人家|要|的话|加起来|合起来|所|两边|毛估|"
    "嗯|这|当|均|全部|科技成果|成果|人员|人|不是|并非|没到|不到|不足|大概|大约|约|将近|接近|近|超过|估计"
)
LINK = expression(f"(?:{_SMALL})*")
BEHIND = expression("(?:的|了|是|都|全|做|搞|从事|用在|花在|投在|用于|投入到?|投到?|花到|投给|拿来|拿去|在|于|给|有效|授权|已授权|自己|（|元|左右)*")
PARTED = expression("[，、；。和及与]+|，?(?:到了?|然后|再到|接着|而)?")
PART = expression("[，、]?(?:其中|里面|里头|当中|中)(?:的|有|还|只有)*")
LEVEL = expression("[，、]?(?:现在|已经|总共|一共|就|最后)*(?:达到|到了?|做到|涨到|增长到|增加到|成了?)")
"""From a growth to the level that was reached."""
DECLARED = expression("[，。](?:我|以上|上面|这些|这|那)*(?:说|讲|报|指)?的?(?:都|全)*(?:是)(?:指|说|按)?$")
NARROWED = expression("(?:有效的|剩下的?|剩余的?|余下的?|剩|真正的?|名下的?)(?:就|只|是|有|还有|才|也|，|我们|公司|能算|有效的?|能用的)*$")
"""Before the count that is left of the one before: «失效了一项，有效的就三项»."""
STOP, ENDS = expression("[。；！？]"), expression("[，。；！？]|$")
WHOLE_STAFF = expression(
    "(?:我们|咱们|公司|企业|厂里?|全公司|全厂|单位|里|里面|现在|目前|现有|一共|总共|共|合计|加起来|合起来|总|有|是|就|年末|年底|末|底|的时候|那时候?|时候|在职|那边|这边|也|还|才|人|呢|，|、)*"
)
FAR = 22
HEADS = ("人", "个")


@dataclass(frozen=True)
class Named:
    """A figure with its input, empty where it has none; the words of its topic; whether it puts the one before right, or is a part of it."""

    value: Value
    item: str = ""
    kind: str = ""
    topic: str = ""
    follows: bool = False
    part: bool = False


@dataclass(frozen=True)
class Said:
    """What was found in a turn before figures and topics are brought together."""

    text: str
    values: Sequence[Value]
    topics: Sequence[Topic]
    marks: Sequence[Years]


def pair(said: Said, asked: str, earlier: Sequence[Named]) -> list[Named]:
    """Each figure of a turn with its input. `asked` is the input that was asked about, `earlier` what the turns before told."""
    found: list[Named] = []
    taken: set[int] = set()
    for place, value in enumerate(said.values):
        topic = _topic(said, place, taken)
        if topic is not None:
            taken.add(topic.start)
            meant = _of_people(topic, value)
            found.append(Named(value, meant.item, meant.kind, said.text[topic.start : topic.end], _puts_right(said.text, found, meant.item, value)))
        else:
            found.append(_untold(said, value, found, taken, asked if place == 0 and not said.topics else "", earlier))
    return [each for each in _backward(said, found) if each.item]


def linked(text: str, start: int, end: int) -> bool:
    """Whether only small words and years stand between."""
    between = text[start:end]
    return STOP.search(between) is None and (LINK.fullmatch(between) is not None or LINK.fullmatch(without_years(between)) is not None)


def without_years(words: str) -> str:
    """The words without the years named in them."""
    for each in reversed(find_years(words, date(2000, 1, 1))):
        words = words[: each.start] + words[each.end :]
    return words


def _topic(said: Said, place: int, taken: set[int]) -> Topic | None:
    """The topic of a figure: the nearest before it, unless one right behind fits better."""
    value, text = said.values[place], said.text
    after = said.values[place + 1] if place + 1 < len(said.values) else None
    floor = said.values[place - 1].end if place else 0
    left = [each for each in said.topics if floor <= each.start and each.end <= value.start and value.start - each.end <= FAR and _fits(each, value)]
    near = left[-1] if left and left[-1].start not in taken and linked(text, left[-1].end, value.start) else None
    right = next((each for each in said.topics if each.start >= value.end and _fits(each, value) and BEHIND.fullmatch(text, value.end, each.start)), None)
    if right is not None and ((after is not None and right.start >= after.start) or _whole_noun(text, value, right)):
        right = None
    if right is None or (near is not None and near.item):
        return near
    claimed = after is not None and linked(text, right.end, after.start) and "，" not in text[right.end : after.start] and _fits(right, after)
    if claimed and (near is not None or (value.kind == "money" and right.start == value.end)):
        return near
    return right


def _whole_noun(text: str, value: Value, right: Topic) -> bool:
    """«三十五个人科技人员八个»: 人 ends the words for who is counted."""
    return value.measure == "人" and right.start == value.end and text[: value.end].endswith("人")


def _fits(topic: Topic, value: Value) -> bool:
    if not topic.kind or (topic.item == "research" and value.measure in HEADS):
        return True
    if value.kind == "money":
        return topic.kind == MONEY
    return _counts(topic.kind, value)


def _counts(kind: str, value: Value) -> bool:
    """Whether what a figure counts is of this kind; a bare figure, and an amount, may be."""
    return not value.measure or value.measure in {PEOPLE: "人个", THINGS: "项个"}.get(kind, "")


def _of_people(topic: Topic, value: Value) -> Topic:
    """研发 counted in heads is the research staff."""
    return replace(topic, item="research_staff", kind=PEOPLE) if topic.item == "research" and value.measure in HEADS else topic


def _puts_right(text: str, found: Sequence[Named], item: str, value: Value) -> bool:
    """Whether a word of correction stands between the last figure of this input and this one, and speaks of it."""
    same = [each for each in found if each.item == item and item]
    return bool(same) and CORRECTED.search(text, same[-1].value.end, value.start) is not None


def _untold(said: Said, value: Value, found: Sequence[Named], taken: set[int], asked: str, earlier: Sequence[Named]) -> Named:
    """A figure without a topic of its own: what the one before was, all staff, what is declared afterwards, what was asked, what an earlier turn told."""
    last = found[-1] if found else None
    if last is not None and last.item and (gone_on := _going_on(said, value, last, taken)) is not None:
        return gone_on
    things = [each for each in found if each.kind == THINGS]
    if value.measure in ("项", "个") and things and NARROWED.search(said.text, max(0, value.start - 14), value.start):
        return Named(value, things[-1].item, THINGS, things[-1].topic, follows=True)
    if value.measure == "人" and _is_whole_staff(said, value):
        return Named(value, "staff", PEOPLE)
    declared = _declared(said, value)
    if declared is not None:
        return Named(value, declared.item, declared.kind)
    if asked:
        return Named(value, asked, KIND_OF.get(asked, ""))
    return _from_before(said, value, earlier)


def _going_on(said: Said, value: Value, last: Named, taken: set[int]) -> Named | None:
    text, before = said.text, last.value
    free = not any(before.end <= each.start and each.end <= value.start and each.start not in taken for each in said.topics)
    if not free or value.kind != before.kind or _measures_differ(value, before) or not _counts(last.kind, value):
        return None
    if CORRECTED.search(text, max(0, before.start - 2), value.start) and value.start - before.end <= FAR:
        return Named(value, last.item, last.kind, last.topic, follows=True)
    if last.kind == THINGS and PART.fullmatch(text, before.end, value.start):
        return Named(value, last.item, last.kind, last.topic, part=True)
    words = "".join(text[place] for place in range(before.end, value.start) if not any(each.start <= place < each.end for each in said.topics))
    gap = without_years(words)
    onward = any(before.end <= each.start and each.end <= value.start for each in said.marks) or PARTED.fullmatch(gap) or LEVEL.fullmatch(gap)
    return Named(value, last.item, last.kind, last.topic) if onward and LINK.fullmatch(gap.strip("，。；、").replace("，", "")) else None


def _measures_differ(value: Value, before: Value) -> bool:
    """Whether they count things of two kinds; 个 may count any."""
    return bool(value.measure and before.measure) and value.measure != before.measure and "个" not in (value.measure, before.measure)


def _is_whole_staff(said: Said, value: Value) -> bool:
    before = max((each.end for each in said.values if each.end <= value.start), default=0)
    opening = max(before, *(said.text.rfind(stop, 0, value.start) + 1 for stop in "。；！？，"))
    behind = next((each for each in said.topics if each.start >= value.end), None)
    of_some = behind is not None and behind.start > value.end and BEHIND.fullmatch(said.text, value.end, behind.start) is not None
    return not of_some and WHOLE_STAFF.fullmatch(without_years(said.text[opening : value.start])) is not None


def _declared(said: Said, value: Value) -> Topic | None:
    """«前年六千万，去年八千万，都是销售收入»."""
    behind = [each for each in said.topics if each.item and each.start >= value.end and _fits(each, value)]
    return next((each for each in behind if DECLARED.search(said.text[value.end : each.start]) and ENDS.match(said.text, each.end)), None)


def _from_before(said: Said, value: Value, earlier: Sequence[Named]) -> Named:
    """«刚才说反了，五千万是前年的»: what an earlier turn told with the same figure, or the only input it told in such figures."""
    alike = [each for each in earlier if each.value.kind == value.kind and (each.value.measure == value.measure or not value.measure)]
    if not CORRECTED.search(said.text) or not alike:
        return Named(value)
    same = [each for each in alike if each.value.amount == value.amount]
    only = same or (alike if len({each.item for each in alike}) == 1 else [])
    return Named(value, only[-1].item, only[-1].kind, only[-1].topic) if only else Named(value)


def _backward(said: Said, found: list[Named]) -> list[Named]:
    """«前年五千万去年八千万的营收»: a figure of a year takes the topic of the next, where only that year stands between."""
    for place in range(len(found) - 2, -1, -1):
        each, after = found[place], found[place + 1]
        between = any(each.value.end <= mark.start and mark.end <= after.value.start for mark in said.marks)
        gap = without_years(said.text[each.value.end : after.value.start])
        if not each.item and after.item and between and each.value.kind == after.value.kind and LINK.fullmatch(gap):
            found[place] = replace(each, item=after.item, kind=after.kind, topic=after.topic)
    return found


def is_retracted(text: str) -> bool:
    """Whether a turn takes back the figures of the one before: «刚才那个数是兄弟公司的»."""
    return RETRACTED.search(text) is not None


RETRACTED = expression(
    "(?:刚才|刚刚|前面|上面|上一句)(?:那个|那些|说的|报的|这些|的)*(?:数字?|数据|几个数)?[^。；]{0,10}(?:兄弟公司|别人|人家|同行|别家|子公司|母公司|集团)[^。；]{0,6}(?:的|，|$)|"
    "(?:刚才|刚刚|前面|上面)(?:那个|那些|说的|报的|这些|的)*(?:数字?|数据|几个数)?(?:都|全)*(?:不算|作废|不作数|不要了|不准)"
)
