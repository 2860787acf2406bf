"""Names of sole traders (个体工商户名称) and bare 字号: after a naming cue, or at a division down to the town; spelt out piece by piece.

A sole trader's name may lack the division (个体工商户名称登记管理办法): such a name is only found after 店名叫, 起名, 就叫 and the like.

>>> [each.name for each in find_trade_names("店名叫玉山镇小安理发店我叫安心")]
['玉山镇小安理发店']
>>> composed_name("云上摄影，前面加昆山高新区，后面加个馆字")
'昆山高新区云上摄影馆'
>>> [each.name for each in find_bare_trade_names("要是重名就叫启云")]
['启云']
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from gaoxing.facts.place_name import CHAIN
from gaoxing.standards.expression import expression

_ENDING = (
    r"店(?!面|里|主|址|长|名|员|租|门|铺)|民宿|馆(?!子)|部(?!分)|(?<!不)行(?!不|吗|业|程|情|了)|坊|铺(?!面|位)|[室院厅社廊摊站](?!内|子|位)|堂|厂(?!房|里)|(?<=[网酒书水茶氧清球])吧"
    r"|(?:药|面包|蛋糕|茶)房|中心|超市|会所|公社|小吃|客栈|酒楼|商城"
)
_SOFT_ENDING = r"[屋轩阁苑园居斋记汇家城楼庄所](?=[，。；！？\s]|$)"
_END = expression(f"{_ENDING}|{_SOFT_ENDING}")
_NAMING = expression(
    r"(?:店名(?!字)|店招|招牌|字号|(?<!项目)名字|(?<!项目)名称|全称|执照名)(?:上|就|也|我|是|叫|么|嘛|为|用|想好了|定|写|起|取|暂定|做|，|：)*|(?:起名|取名|命名)(?:为|叫|字)*|"
    r"(?:店|馆|铺|坊|室|行|厂|部|摊|就|它|想|打算|要|户|执照|暂时|也|^|[，。；])叫做?|都?用(?=[一-龥]{3,20}这个名字?)"
)
_STOP = expression(r"[的我他她你了是叫，。；：、！？\s\dA-Za-z]|身份证|(?:手机|电话)(?=[号是幺一二三四五六七八九零\d])|经营者|地址|资金|从业")
_NO_NAME = expression(r"[开办做租卖买找]|一家|一个|有个|也是|没想|还没|路|街|号|幢|栋|弄")
_IN_ADDRESS = expression(r"(?:[一-龥]{0,4}?(?:园|楼|厦|场|区|基地|中心))?[\d一二三四五六七八九十百]+(?:号|幢|栋|楼|层|室)")
_TOWN = expression(r"昆山市?(?:[一-龥]{2,3}镇|高新区|开发区|高新技术产业开发区|旅游度假区)|(?:昆山)?(?:玉山|巴城|周市|陆家|花桥|张浦|千灯|淀山湖|周庄|锦溪)镇")
_BEFORE = r"[，, ]*(?:前面|前头|开头|最前面)(?:再|要|给我|帮我)*加(?:上|个|一个)*"
_AFTER = r"[，, ]*(?:后面|后头|最后|末尾|结尾)(?:再|要)*加(?:上|个|一个)*"
_NAMED = expression(r"^(?:店名|店招|招牌|名字|名称)(?:就|想|叫|是|用|写|定)*")
_BASE = expression(rf"([一-龥]{{2,14}}?){_BEFORE}([一-龥]{{2,10}}?){_AFTER}([一-龥]{{1,6}}?)(?:字|$|[，。])")
_PREFIXED = expression(rf"([一-龥]{{2,16}}?){_BEFORE}([一-龥]{{2,10}}?)(?:两个字|$|[，。])")
_BARE = expression(
    r"(?:换个?|改用|就用|用|拿)(?P<a>(?![我他她])[一-龥]{2,4}?)(?:这两个字|这个)?(?:做|当|作)(?:为)?字号"
    r"|字号(?:就|那就)?(?:用|叫|改成|改为|是|换成|写)(?P<b>(?![我他她就])[一-龥]{2,4})"
    r"|(?:再|还|实在|还是|也)(?:要是)?不行(?:的话)?，?(?:就|那就)?(?:用|叫|换成?|改成?|上)?(?P<d>(?![我他她就那])[一-龥]{2,3})(?=[，。；]|$)"
    r"|第[二三四五](?:个|备选)(?:名字|字号)?(?:就|是)?(?:用|叫|写|报)(?P<e>(?![我他她])[一-龥]{2,3})(?=[，。；]|$)"
    r"|(?:通不过|不通过|没通过|过不了|核不过|核不下来|重名|重了|撞了|被占|占用|不能用|用不了|有人用|重复|不行)(?:了|的话|掉|就|那|，|字号)*(?:就|那就)?(?:用|叫|换成|换叫|换|改成|改叫|改用|改为|改)(?P<c>(?![我他她])[一-龥]{2,14})"
)
_LONG_FORMS = (
    "工作室",
    "棋牌室",
    "经营部",
    "服务部",
    "门市部",
    "服务中心",
    "中心",
    "商行",
    "商店",
    "超市",
    "会所",
    "加工厂",
    "小吃",
    "酒楼",
    "客栈",
    "公社",
    "商城",
)


@dataclass(frozen=True)
class TradeName:
    """A name without a company's form, or a bare 字号; `form` is its last word (店, 馆, 棋牌室), empty for a bare 字号."""

    start: int
    end: int
    name: str
    form: str


def find_trade_names(text: str) -> tuple[TradeName, ...]:
    """Sole traders' names said in full, in order, without overlaps; a company's name is none of them."""
    starts = [(match.end(), True) for match in _NAMING.finditer(text)] + [(match.start(), False) for match in _TOWN.finditer(text)]
    found: list[TradeName] = []
    for cue, cued in sorted(starts):
        town = _TOWN.search(text, cue, cue + 12) if cued else None
        start = town.start() if town else cue
        end = _end(text, start, cued=cued)
        person_like = text[max(0, start - 2) : start] in {"，叫", "。叫"} and end == start + 3 and text[start + 2] in "屋轩阁苑园居斋记汇家城楼庄所"
        if end and not person_like and not (found and start < found[-1].end):
            found.append(TradeName(start, end, text[start:end], _form(text[start:end])))
    return tuple(found)


def composed_name(text: str) -> str | None:
    """The full name spelt out in pieces (X，前面加Y，后面加个Z字 → YXZ); None where it is not."""
    if match := _BASE.search(text):
        return f"{match[2]}{_NAMED.sub('', match[1])}{match[3]}"
    match = _PREFIXED.search(text)
    return f"{match[2]}{_NAMED.sub('', match[1])}" if match else None


def find_bare_trade_names(text: str) -> tuple[TradeName, ...]:
    """Another 字号 offered alone (用X做字号, 通不过就用X, 要是重名就叫X); a full name said there is left to `find_enterprises`."""
    return tuple(each for match in _BARE.finditer(text) if (each := _bare(text, match)))


def _bare(text: str, match: re.Match[str]) -> TradeName | None:
    start, end = next(span for span in map(match.span, "abcde") if span[0] >= 0)
    words = text[start:end]
    if match["c"]:
        words = re.split(r"(?:做|当|作)(?:为)?字号", words)[0]
        if CHAIN.match(words) or re.search(r"公司|[店馆厂部行]$", words):
            return None
        words = words if len(words) <= 4 and text[end : end + 1] in {"", "，", "。", "；"} else _spelt(words, text[end : end + 12])
    words = re.sub(r"(?:做|当)?字号$|吧$|这个$", "", words)
    return TradeName(start, start + len(words), words, "") if 2 <= len(words) <= 6 else None


def _spelt(words: str, after: str) -> str:
    """The shortest beginning of two to four characters of which the words after it spell one; two characters where none is spelt."""
    rest = words + after
    for size in (2, 3, 4):
        spelt = re.match(r"[一-龥]{1,8}?(?:的|那个|加|这个)([一-龥])", rest[size:])
        if spelt and spelt[1] in rest[:size]:
            return rest[:size]
    return rest[:2]


def _end(text: str, start: int, *, cued: bool) -> int | None:
    place = CHAIN.match(text, start)
    trunk = place.end() if place else start
    stop = _STOP.search(text, trunk, trunk + 18)
    limit = min(stop.start() if stop else len(text), trunk + 16)
    ends = [match.end() for match in _END.finditer(text, trunk, min(limit + 1, len(text))) if match.end() - trunk >= 3 and match.end() <= limit]
    if not ends or "公司" in text[trunk : trunk + 16] or text.startswith("项目", ends[0]):
        return None
    if not cued and (_NO_NAME.search(text, trunk, ends[0]) or _IN_ADDRESS.match(text, ends[0])):
        return None
    if cued and re.match(r"想|要|打算|[开办]个|一家|还没|没想|就是", text[trunk:limit]):
        return None
    return _farthest(text, ends)


def _farthest(text: str, ends: list[int]) -> int:
    """The first ending, or a later one close behind it (五金店 of 电子商店 …): four characters on at most each time, eight behind 堂, 坊 and the like."""
    end = ends[0]
    for later in ends[1:]:
        if later - end <= (8 if text[end - 1] in "堂坊轩阁斋记汇家城楼" else 4):
            end = later
    return end


def _form(name: str) -> str:
    return next((ending for ending in _LONG_FORMS if name.endswith(ending)), name[-1:])
