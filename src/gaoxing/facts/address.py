"""Addresses (地址: 住所、经营场所) in cleaned words: from the largest unit said to the room, digits Arabic, talk around them left out.

A road of Kunshan is known by name (`kunshan_roads.tsv`: S24, K), any other by its shape (…路, …街, …大道, …村) and where the words before it stop.
An address needs a number, or a place in relation to roads (X路北侧, X路与Y路交叉口西南角): a market's or an estate's name alone is a landmark.

>>> [each.value for each in find_addresses("在同丰西路九十二号租了个小门面")]
['同丰西路92号']
>>> find_addresses("家住北门路三号")[0].distractor
True
"""

from __future__ import annotations

import csv
import re
from dataclasses import dataclass, replace
from functools import cache
from importlib.resources import files
from itertools import zip_longest

from gaoxing.facts.address_part import N, Part, read_parts, replace_parts
from gaoxing.facts.place_name import place_names
from gaoxing.standards.expression import expression

_WAY = r"路|大道|大街|街|巷|(?<![0-9零〇一二两三四五六七八九十百千])弄|公路"
_ESTATE = r"新村|村|花园|家园|小区|公寓|苑|广场|大厦|科技园|产业园|工业园|创业园|园区|工业区|产业基地|基地|商城|市场|新城|中心|工研院|模具园|华庭|名邸"
_SIDE = r"(?:[东南西北]{1,2}(?:侧|面|首|端|边)|以[东南西北])"
_CROSSING = rf"[与和跟、][一-龥]{{1,6}}?(?:{_WAY})(?:的)?(?:交叉口|交汇处|交界处|路口|口)(?:[东南西北]{{1,2}}[角侧面边])?"
_NUMBERED = rf"[，,]?(?:{N}(?:(?:-|横杠|[杠之－—–到至]){N})*(?:号|组|幢|栋|弄)|[A-Za-z]\d?[座栋幢区])"
_ROAD = expression(rf"(?:{_WAY})(?:(?={_NUMBERED})|{_SIDE}|{_CROSSING})|(?:{_ESTATE})(?={_NUMBERED}|{N}(?:楼|层|室))")
_LAST_WORD = expression(rf"{_WAY}|{_ESTATE}")
_EDGE = expression(r"[^一-龥](?=[一-龥]*$)")
_STOP = expression(
    r"注册地址|地址|地点|选址|(?<=[就是放])勒|住所|位置|经营场所|场所|经营地|注册地|门面房?|店面|铺面|铺子|摊位|厂房|厂子|办公室|地方|门牌|店|搬到|迁到|迁至|注册|租用|租赁|租|换成|改成|原来|现在要|想要|就要|[写报填]成"
    r"|那边|这边|(?<=[店厂房开住家摊设])勒|[在是为于到至写填从由住就也的了个我家换叫说报开放设定嘛么吧呢啊哦呃嗯]"
)
_ZONE = expression(r"(?<=[镇区市])[一-龥]{2,5}?(?:工业区|化工区|工业园|产业园|科技园|开发区)")
"""A zone between a town and the road: 千灯镇精细化工区石浦路."""
_WITHIN = frozenset("开放设定家")
"""Words that part nothing where they stand right before 路: a road's name has a character of its own (昆开路)."""
_SETTLEMENT = expression("[一-龥]{2,3}")
_SHAPE = expression(r"[一-龥]{2,3}$")
_CUE = expression(
    r"(?:(注册地址|经营地址|地址|住所|经营场所|场所|位置|门面|店面|铺面|铺子|摊位|厂房|办公室|地方|店|公司|车间|铺位)[一-龥]{0,4}"
    r"|(注册|租|开|搬|迁|设|放|定)(?:在|到|至|于|了)?)[：，:\s]?$"
)
_DISTRACTION = expression(
    r"房东|家住|[^店开]住在|老家|户(?:籍|口)(?:上|地址)*|身份证(?:上|地址)+|仓库|库房|前东家|老东家|原来|以前|之前|上班|导航|[他她]家|娘家|(?<![这本])家[里是]?在"
    r"|[老母]?亲?家里|隔壁|对面|另外一?[家个]"
)
_AT_HOME = expression(r"(?:就用|用的?是?|就是|就写|写|填|就在|开在|放在|设在)(?:我们?|自己|咱)*家(?:里|中)?的?(?:房子|住房|地址|车库|门面)?，?$")
_PRESENT = expression(r"现在|地址|住所|门面|店面|场所|搬到|迁到|迁至|位置|租[在了的]|开在|注册在")
_AFTERWARDS = expression(
    r"(?:旁边|边上|附近|对面|隔壁)[^，。；]{0,6}(?:仓库|库房)|(?:的|那个|那边|那间)*(?:仓库|库房)|(?:是|那是)(?:房东|仓库|老家|我家|[他她]家)|(?:放|堆|囤)货|上班|打工|那家"
)
_REPLACED = expression(r"[呃嗯哦啊哎，,。]*(?:说错了?|念错了?|错了|不对|不是)[啊哦呃嗯，,。]*(?:应该)?(?:是|改成|在|写)?")
_LANDMARK = expression(
    rf"(?:地址|住所|位置|店开|门面|店面|摊位|厂房|开|注册|租)(?:就|也|是|写|放|在)+(?P<place>[一-龥]{{2,12}}?(?:{_WAY}|{_ESTATE}|商场|菜场|门口|楼下))"
    r"(?![一-龥]{0,3}[\d零一二三四五六七八九十百])"
)
_MENDED = expression(r"门牌|号码|地址|楼|室|号|房间|几零")


@dataclass(frozen=True)
class AddressMention:
    """An address as said: `text[start:end]` are its words, `value` is written out. `cue` is the word that led to it (地址, 门面, 租), empty without one.

    `landmark_only`: no number, so not an address yet. `distractor`: a landlord's, former, private or store-room's place, or one taken back at once.
    """

    start: int
    end: int
    value: str
    landmark_only: bool = False
    distractor: bool = False
    cue: str = ""


def find_addresses(text: str) -> tuple[AddressMention, ...]:
    """Every address said, in order, without overlaps; landmarks behind an address cue are among them, marked."""
    found: list[AddressMention] = []
    for road in _ROAD.finditer(text):
        floor = found[-1].end if found else 0
        if road.start() < floor:
            continue
        start = _start(text, floor, road.start())
        if start is not None:
            found.append(_mention(text, start, road))
    return tuple(sorted([*_taken_back(text, found), *_landmarks(text, found)], key=lambda each: each.start))


def mended_address(address: str, text: str) -> str | None:
    """`address` with the parts that a later turn puts right (门牌说错了，是一百八十七号); None where `text` names no part of it alone."""
    if find_addresses(text) or not _MENDED.search(text):
        return None
    known = _parts_of(address)
    text = re.sub("(?<=[楼层幢栋座室])了[，,]?", "", text)
    for match in re.finditer(rf"(?:是|改成|改为|改到|应该|换成|换到|搬到|调到|换|写|(?:错了|不对)，)(?=[A-Za-z]?{N})", text):
        further, _ = read_parts(text, match.end())
        if known and further and further[0].kind in {part.kind for part in known[1]}:
            return known[0] + "".join(part.text for part in replace_parts(known[1], further))
    return None


def _parts_of(address: str) -> tuple[str, tuple[Part, ...]] | None:
    road = next(iter(_ROAD.finditer(address)), None)
    return (address[: road.end()], read_parts(address, road.end())[0]) if road else None


def _mention(text: str, start: int, road: re.Match[str]) -> AddressMention:
    begin = road.end() + (text[road.end() : road.end() + 1] in {"，", ","})
    parts, end = read_parts(text, begin)
    end = end if parts else road.end()
    value = re.sub(r"[，,]", "", text[start : road.end()]) + "".join(part.text for part in parts)
    cue = _CUE.search(text[max(0, start - 10) : start])
    return AddressMention(start, end, value, distractor=_is_distractor(text, start, end), cue=next(filter(None, cue.groups()), "") if cue else "")


def _start(text: str, floor: int, word: int) -> int | None:
    """Where the name begins whose last word (路, 科技园) stands at `word`, its divisions before it included; None where no name stands there."""
    low = max(floor, word - 20)
    name_end = _LAST_WORD.match(text, word).end()  # type: ignore[union-attr]
    known = [name for name in _roads() if text.endswith(name, low, name_end)]
    if known:
        return _with_divisions(text, floor, name_end - len(max(known, key=len)))
    low = _after_edge(text, low, name_end)
    last = word - 1 if text[word - 1 : word] in _WITHIN else name_end - 1
    start = max((_beyond(text, match.end()) for match in _STOP.finditer(text, low, last)), default=low)
    if name_end - start > 9 and (shape := _SHAPE.search(text[start : name_end - 1])):
        start = _place_inside(text, start, name_end) or start + shape.start()
    return _with_divisions(text, floor, start) if name_end - start >= 2 else None


def _beyond(text: str, at: int) -> int:
    """`at`, or the end of the division's name that holds it: 家 in 陆家镇 parts nothing."""
    held = [start + size for size in (3, 2) for start in range(max(0, at - size + 1), at) if text[start : start + size] in place_names()]
    return max(held, default=at)


def _after_edge(text: str, low: int, end: int) -> int:
    edge = _EDGE.search(text[low:end])
    return low + edge.end() if edge else low


def _place_inside(text: str, start: int, end: int) -> int | None:
    found = [at for at in range(start, end - 2) for size in (5, 4, 3, 2) if text[at : at + size] in place_names()]
    return min(found, default=None)


def _with_divisions(text: str, floor: int, start: int) -> int:
    """`start` moved left over the divisions that stand directly before it, a comma between them allowed."""
    for size in range(10, 1, -1):
        for gap in (0, 1):
            begin, end = start - gap - size, start - gap
            if begin >= floor and text[begin:end] in place_names() and (not gap or text[end] in "，,"):
                return _with_divisions(text, floor, begin)
    zone = next((match.start() for match in _ZONE.finditer(text, max(floor, start - 9), start) if match.end() == start), start)
    if zone < start and any(text[max(floor, zone - size) : zone] in place_names() for size in (3, 2)):
        return _with_divisions(text, floor, zone)
    return _with_settlement(text, floor, start)


def _with_settlement(text: str, floor: int, start: int) -> int:
    """`start` moved left over a settlement's bare name that a town stands before («千灯镇|石浦|机场路»)."""
    for begin in (start - 2, start - 3):
        town = next((begin - size for size in (4, 3) if text[max(0, begin - size) : begin] in place_names()), None)
        bare = _SETTLEMENT.fullmatch(text, begin, start) and not _STOP.search(text, begin, start)
        if bare and town is not None and town >= floor and text[begin - 1] == "镇":
            return _with_divisions(text, floor, town)
    return start


def _is_distractor(text: str, start: int, end: int) -> bool:
    before = re.split(r"[，。；！？,;]", text[max(0, start - 14) : start])[-1]
    words = list(_DISTRACTION.finditer(before))
    led_astray = bool(words) and not _PRESENT.search(before, words[-1].end()) and not _AT_HOME.search(before)
    return led_astray or bool(_AFTERWARDS.match(text, end))


def _taken_back(text: str, found: list[AddressMention]) -> list[AddressMention]:
    """An address followed by 不对 and another address is marked a distractor."""
    pairs = zip_longest(found, found[1:])
    return [replace(one, distractor=True) if other and _REPLACED.fullmatch(text, one.end, other.start) else one for one, other in pairs]


def _landmarks(text: str, found: list[AddressMention]) -> list[AddressMention]:
    mentions = [AddressMention(*match.span("place"), match["place"], landmark_only=True, cue="") for match in _LANDMARK.finditer(text)]
    return [each for each in mentions if not any(each.start < other.end and other.start < each.end for other in found)]


@cache
def _roads() -> frozenset[str]:
    text = files("gaoxing.facts").joinpath("kunshan_roads.tsv").read_text(encoding="utf-8")
    return frozenset(row["name"] for row in csv.DictReader(text.splitlines(), delimiter="\t"))
