"""Yes or no about a thing (肯定与否定): «烟要卖», «不挂招牌», «口罩、体温计也卖», «散装的一样没有», «卖不卖还没想好», in cleaned words with or without stops.

A thing is denied or affirmed by the predicate beside it: the one before it («卖烟», «没有泳池») or the one behind it («香烟不卖»), and each predicate
speaks for the things on one side only. Things in a list share the predicate of their neighbour. What is left open or only asked is neither.

>>> things = (Thing("smoke", "香烟|烟", SELL), Thing("sign", "招牌", HANG))
>>> [(each.thing, each.holds) for each in judge("门口要挂个招牌香烟不卖的", things)]
[('sign', True), ('smoke', False)]
>>> [(each.thing, each.holds) for each in judge("招牌挂不挂还没想好", things)]
[('sign', None)]
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from gaoxing.standards.expression import expression

SELL = "卖|出售|零售|售卖|售|销售|经营|代卖|代销|供应|供|进|摆|上架|碰|带|有|弄|搞|做"
HANG = "挂|做|设置|安装|设立|装|弄|上|安|换|立|竖|打|设|钉|架|搞|有|留"
HAVE = "有|带|设|配|装|建|做|搞|弄|开|用|含|挖|修"
DO = "做|搞|开展|开|提供|供|有|弄|办|接|涉及|请|安排|从事|包|管|排|碰|带"
COOK = "做|制作|加工|烧|煮|现做|现烧|现煮|炒|调|冲|弄"
SERVE = "供应?|提供|管|做|烧|包|安排|准备|有"
DRAIN = "排|下|进|流|走|接|倒|通|产生|涉及|有"

NO = "不(?:得)?|[勿弗]|没有?|无|别|甭|免"
_BARE = "没有|没(?!想|定|说|问)|无"
_MOOD = (
    "肯定|一定|当然|自然|必须|统统|应当|全部|全都|全|都|也|就|倒|是|还|先|暂时|目前|现在|以后|将来|会|想|得|能|打算|准备|计划|考虑|再|一概|一律|一样|一个|一点|另外|顺便|"
    "统一|已经|已|正在|早就|老早|说|捎带|只|光|主要|往|外|在店里|店里|店内|里面|里头|家里|园里|厨房|后厨"
)
_SUBJECT = "我们?(?:这边|家|店里|店|自己|老婆|老公|爱人|妈|爸)?|阿姨|厨师|师傅|咱们?|店里|这边|自己|他们|人家客人"
_OTHERS = "物业|房东|商场|城管|街道|管理处"
"""Those who may forbid a thing; what they do themselves is not the speaker's."""
_LOOSE = (
    r"个|一个|一块|一间|一张|一些|一点|些|点儿?|块|张|大|小|了|那种|这种|过|到|出|得"
    r"|[一二两三四五六七八九十几\d]{1,2}(?:辆|台|部|个|块|间|处|条|面|座|堵|名|位)"
)
_TAIL = r"这些|那些|这块|那块|那种|这种|这类|那类|之类的?|什么的|啥的|等等|的东西|提供的|的地方|的房间|东西|产品|器械|食品|的话|这个|那个|一类|的|嘛|么|呢|吧"
_OPEN = (
    r"(?:卖不卖|挂不挂|做不做|装不装|排不排|弄不弄|带不带|搞不搞|供不供|办不办|有没有|要不要|是不是|能不能|会不会)|"
    r"[还暂]?没(?:有)?(?:想好|想过|定|说|算|考虑|确定|决定|打听)|不(?:确定|清楚|知道|晓得)|再说|再看|看情况|待定|不一定|不确定|不知道|说不准|也许|或许|可能|说不定|"
    r"考虑(?:一下|考虑|下)"
)
_LIST = r"(?:[、/和跟与同及]|以及|还有|或者?|这些|那些|什么的|之类的?|的|有|像|比如|一类|器械|食品|那个)*"
NEARBY = expression(
    r"那个?[^，。；我]{1,4}店|那家|隔壁|对面|楼上|楼下|以前|从前|原先|原来|之前|上一?家|前一?家|上家|人家|别人|别家|朋友|房东|同行|老东家|听说|其他"
)
APART = expression("[。；！？\n]|但是?|不过|可是|而是|，")
TRAILED = expression("(?<!我)(?<!我们)(?<!店里)(?<!这里)(?<!另外)(?<!还有)(?<!自己)[一-龥]$")
"""Behind such a word 也 and 都 go on about it, not about what follows."""
SHARED_OUT = expression("[都也均全]|一样|一概|一律")
"""What lets a predicate speak for things before a comma too: «散装的，现做的，一样没有»."""
SAME = 8
"""Characters between two mentions of one thing that still make one assertion: «没有废水要排下水道»."""


@dataclass(frozen=True)
class Thing:
    """Something that may be affirmed or denied: its words, the verbs that affirm it, and whether its words are an act themselves (现做)."""

    id: str
    words: str
    verbs: str
    act: bool = False


@dataclass(frozen=True)
class Verdict:
    """What was said of a thing: true, false, or None where it was left open; `text[start:end]` are the words."""

    thing: str
    holds: bool | None
    start: int
    end: int


@dataclass(frozen=True)
class _Spot:
    """A thing's words in the text."""

    thing: Thing
    start: int
    end: int


def judge(text: str, things: Sequence[Thing]) -> tuple[Verdict, ...]:
    """What the text says of each mention of these things, in order; mentions of which it says nothing are left out."""
    spots = [each for each in _spots(text, things) if not _elsewhere(text, each.start) or _refused(each.thing.verbs).match(text, each.end)]
    found: dict[int, Verdict] = {}
    claimed = 0
    for place, spot in enumerate(spots):
        following = spots[place + 1].start if place + 1 < len(spots) else len(text)
        front, behind = _before(text, spot, claimed), _behind(text, spot, following)
        verdict = behind or front if front and behind and not spot.thing.act and _trails(text, front) else front or behind
        if verdict is not None:
            found[place] = verdict
            claimed = max(claimed, verdict.end)
    _share(text, spots, found)
    return tuple(_united(text, [(spots[place], found[place]) for place in sorted(found)]))


def _spots(text: str, things: Sequence[Thing]) -> list[_Spot]:
    every = sorted((_Spot(thing, *match.span()) for thing in things for match in _words(thing.words).finditer(text)), key=lambda each: (each.start, -each.end))
    kept: list[_Spot] = []
    for each in every:
        if not kept or each.start >= kept[-1].end:
            kept.append(each)
    return kept


def _elsewhere(text: str, start: int) -> bool:
    """Whether the thing is another shop's or of another time."""
    return bool(NEARBY.search(re.split("[，。；！？]", text[max(0, start - 9) : start])[-1]))


def _trails(text: str, front: Verdict) -> bool:
    """Whether the predicate in front speaks for what stands before it: «酒也卖书报不卖»."""
    before = text[: front.start]
    return before.endswith(("也", "都")) and TRAILED.search(before[:-1]) is not None


def _before(text: str, spot: _Spot, claimed: int) -> Verdict | None:
    """The predicate in front: «卖烟», «没有泳池», «不现做»."""
    pattern = _front_act() if spot.thing.act else _front(spot.thing.verbs)
    match = pattern.search(text[: spot.start], max(claimed, spot.start - 16))
    if match is None:
        return None
    if match["open"]:
        return Verdict(spot.thing.id, None, match.start(), spot.end)
    if not match["no"] and _refused(spot.thing.verbs).match(text, spot.end):
        return Verdict(spot.thing.id, False, match.start(), spot.end)
    asked = re.match(r"[的了]?(?:吗|不(?=[，。？]|$))", text[spot.end :])
    return Verdict(spot.thing.id, None if asked else not match["no"], match.start(), spot.end)


def _behind(text: str, spot: _Spot, following: int) -> Verdict | None:
    """The predicate behind, up to where the next thing begins: «香烟不卖», «招牌肯定要挂的»; an act stands for itself."""
    match = _back(spot.thing.verbs).match(f"{text}。", spot.end, following + (following == len(text)))
    if match is not None and following < len(text) and match.end() == following and "，" in match[0]:
        return None
    if match is None:
        return Verdict(spot.thing.id, True, spot.start, spot.end) if spot.thing.act else None
    if match["open"] or match["asked"]:
        return _reply(text, spot, match.end()) or Verdict(spot.thing.id, None, spot.start, match.end())
    if spot.thing.act and match["yes"] and not match["no"]:
        return Verdict(spot.thing.id, True, spot.start, spot.end)
    return Verdict(spot.thing.id, not match["no"], spot.start, match.end())


def _reply(text: str, spot: _Spot, place: int) -> Verdict | None:
    """What the speaker answers right behind an own question: «废水排不排？要排的»."""
    match = _back(spot.thing.verbs).match(f"{text}。", place + 1) if text.startswith("？", place) else None
    if match is None or match["open"] or match["asked"]:
        return None
    return Verdict(spot.thing.id, not match["no"], spot.start, match.end())


def _share(text: str, spots: Sequence[_Spot], found: dict[int, Verdict]) -> None:
    """Give what has no predicate of its own that of its neighbour in the list: the one before that was governed from the front, else the one behind."""
    for place in range(1, len(spots)):
        if place not in found and place - 1 in found and _listed(text, spots[place - 1], spots[place]) and found[place - 1].end <= spots[place - 1].end:
            found[place] = Verdict(spots[place].thing.id, found[place - 1].holds, spots[place].start, spots[place].end)
    for place in reversed(range(len(spots) - 1)):
        behind = found.get(place + 1)
        if place not in found and behind is not None and behind.start >= spots[place + 1].start and _reaches(text, spots[place], spots[place + 1], behind):
            found[place] = Verdict(spots[place].thing.id, behind.holds, spots[place].start, spots[place].end)


def _reaches(text: str, one: _Spot, other: _Spot, behind: Verdict) -> bool:
    """Whether the predicate behind the second thing speaks for the first too; over a comma only with 都, 也, 一样."""
    if text[one.end : other.start].endswith("，"):
        return bool(SHARED_OUT.search(text[other.end : behind.end])) and _listed(text[: other.start - 1], one, other, gap=-1)
    return _listed(text, one, other)


def _listed(text: str, one: _Spot, other: _Spot, *, gap: int = 0) -> bool:
    return one.thing.verbs == other.thing.verbs and bool(re.fullmatch(_LIST + r"(?:[一-龥]{1,6}[、和跟])?", text[one.end : other.start + gap]))


def _united(text: str, told: Sequence[tuple[_Spot, Verdict]]) -> Iterator[Verdict]:
    """What is affirmed from the front right behind its own denial belongs to it: «没有废水要排下水道»."""
    for place, (spot, verdict) in enumerate(told):
        earlier = [(before, each) for before, each in told[max(0, place - 2) : place] if each.thing == verdict.thing and each.holds is False]
        denied = any(spot.start - before.end <= SAME and not APART.search(text[before.end : spot.start]) for before, _ in earlier)
        governed = verdict.start < spot.start
        yield Verdict(verdict.thing, False, verdict.start, verdict.end) if verdict.holds and denied and governed else verdict


@cache
def _words(words: str) -> re.Pattern[str]:
    return re.compile(words, re.IGNORECASE)


@cache
def _front(verbs: str) -> re.Pattern[str]:
    adverbs = f"(?:{_MOOD}|{_SUBJECT})*"
    return re.compile(
        rf"(?:(?P<open>(?:{_OPEN})(?:{verbs})?)|(?P<no>(?:{NO})(?:用|要|想|让|给|许|准|会|打算|准备|考虑|再|能|往外|往|是)*{adverbs}(?:{verbs})?(?:任何)?)|(?:要|需要|会|想)?(?:{verbs}|要))(?:{_LOOSE})*$"
    )


@cache
def _refused(verbs: str) -> re.Pattern[str]:
    """«他卖烟我不卖»: what others do, and the speaker does not."""
    return re.compile(rf"的?，?(?:我们?|咱们?)(?:这里|店里|家|可|就|是|倒)*(?:{NO})(?:{verbs})")


@cache
def _front_act() -> re.Pattern[str]:
    return re.compile(rf"(?:(?P<open>{_OPEN})|(?P<no>(?:{NO}|不是)(?:用|要|想|会|打算|准备|考虑|再|能|搞|做|弄|卖|是|算|叫|在|店里|什么|任何|现场)*))$")


@cache
def _back(verbs: str) -> re.Pattern[str]:
    treated = "(?:(?:经过|专门|统一|先)*(?:处理|沉淀|隔油|过滤|净化)(?:完|好|过|了)?(?:以后|之后|后|再|然后)*)?"
    moods = rf"(?:(?!{_OPEN})(?:{_MOOD}|{_SUBJECT}|{_TAIL}|要))*"
    others = rf"(?:[^不没别无要有卖是会，。、；\s]{{0,4}}?(?=都|也都|全都|一样|一概|统统|不让|不准|不许){moods})?"
    filler = rf"(?:(?:[、和跟与及][一-龥]{{1,6}}?)*(?:{_TAIL}))*，?{moods}{treated}{others}"
    return re.compile(
        rf"{filler}(?:(?P<open>{_OPEN})|(?P<no>(?:(?:{_OTHERS})(?:也|都|又)?|(?:他们?|她们?|人家)(?:{verbs})的?，?(?:我们?|咱们?)(?:就|可|倒|是)*)?(?:(?:{_BARE})(?:用|要|想|让|给|许|准|会|打算|准备|考虑|再|能|是)*(?:{verbs})?|(?:{NO})(?:用|要|想|让|给|许|准|会|打算|准备|考虑|再|能|是)*(?:{verbs}|要|用|弄|搞|行|涉及|(?=[，。了的]))|免了|算了|取消|去掉))|(?P<yes>{verbs}|有|(?:要|是|需要|会|肯定)(?=[的了啊呀哦嘛呢咯嗯，。；！？]|$)))(?P<asked>[的了]?(?:吗|不(?=[，。？])))?"
    )
