"""Names of enterprises (企业名称) in cleaned words: where each begins and ends, its legal form (组织形式), whose it seems to be.

A name ends at its form (有限公司, 合伙企业（有限合伙）, 厂). Where there is no punctuation it begins after a naming cue (叫, 名称, 母公司) or at an
administrative division (企业名称登记管理规定 第六条: division, 字号, trade, form). Characters are only bounded here, never mended.

>>> [each.name for each in find_enterprises("公司名字叫昆山启航精密机械有限公司注册资本一百万")]
['昆山启航精密机械有限公司']
>>> find_enterprises("名称是东港括号昆山半导体设备有限公司")[0].name
'东港（昆山）半导体设备有限公司'
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import lru_cache

from gaoxing.facts.holder_name import HolderName, find_holder_names
from gaoxing.facts.name_correction import mended_name
from gaoxing.facts.place_name import CHAIN, PLACE, is_local
from gaoxing.facts.taken import Taken
from gaoxing.facts.trade_name import TradeName, find_trade_names
from gaoxing.standards.expression import expression

LONGEST_NAME = 36
"""Characters before the form that are looked at."""

_OPEN, _CLOSE = r"(?:（|左?括[号弧])", r"(?:）|(?:右|反|后)?括[号弧])?"
_HOMELAND = expression(rf"(?:{PLACE.pattern}|国外|境外|本地)(?:那边|这边)?的(?=[一-龥]{{2}})")
_FORM = expression(
    rf"(?:合伙企业|中心|事务所|基金){_OPEN}(?:有限|普通|特殊普通)合伙{_CLOSE}|株式会社|(?:集团)?(?:股份有限公司|有限责任公司|有限公司)(?:[一-龥]{{2,4}}分公司)?"
    r"|(?<=[子械具料品属装金工纺织鞋器学件革胶业制])厂(?!房|里|子|家|商|区|长)"
)
_SPOKEN_BRACKET = expression(r"(?:左)?括[号弧]([一-龥]{2,4}?(?:合伙|(?=括|反|右|后))|" + PLACE.pattern + r")(?:(?:右|反|后)?括[号弧])?")
_BOUNDARY = expression(r"[^一-龥（）](?=[一-龥（）]*$)")
_NAMING = expression(
    r"叫做|叫作|(?<![大小])叫(?![好座])|(?:名称|名字|全称|公司名|企业名|店名|厂名)(?:定的?|就|写|是|为|用|嘛|么|叫做?|字)*|命名为?|起名|取名|首选|备选(?:名称)?"
    r"|第[一二三四五]个(?:是)?|改成|改为|换成|改叫|母公司|子公司|[甲乙丙丁]方(?:是|为)?|新公司|新设的?|设立|注册|成立|办理|隔壁(?:就)?是|股东(?:是|为)|就用"
    r"|(?<=[^司])公司(?:是|为|名)?|企业(?:是|叫)|客户(?:是|叫)?"
)
_CUT = expression(
    r"[我本贵该]司（?|一家|这家|那家|有家|开了?个|办了?个|做了?个|[了吧吗呢](?!得)|的|我们|咱们|他们|你们|[我你他她是在由把给]|不是|不对|分别|以及|还有|包括|然后|其中|另外"
    r"|(?<=[一二三四五六七八九十百千])万(?:元|块)?|股东(?:是|为|有|叫|：)?"
)
_SOFT_CUT = expression(r"[我你他她是在由把给的了]")
_CONNECTIVE = expression(r"(?:（|和|与|跟|以及|还有|及|由|是|占|到)+")
_QUANTITY = expression(r"(?:一家|一个|这家|那家|家|个|间)+")
_GENERIC = expression(r"^(?:一家|个|家|间|的|开|办|注册|成立|设立|自己|普通|正规|小|大|新|合伙|独资|一人|自然人|类型|性质|属于|外资|合资|控股|投资|国有)*$")
_OWN_BEFORE = expression(
    r"(?:公司|企业|名称|名字|全称|公司名|店名|厂名|起名|取名|首选|第[一二三四五]个|备选(?:名称)?|设立|新设|注册(?!资)|成立|登记|申请|招牌|执照|改成|换成|改为|改叫|改报|改用)"
    r"[^一二三四五六七八九十百千万亿元占，。；：、]{0,6}[：，:]?(?:叫|是|为|定|写|用)*$"
)
_NOT_OWN = expression(
    r"(?:都|均)是公司$|(?:母|子|分|前|老|别的?|那家|股东|客户的?)公司[一-龥]{0,2}$|股东(?:是|为|叫|：|，)?$"
    r"|(?:发起人|股东|各方)(?:共同|一起)?(?:发起|出资)?设立：$"
)
_OWN_AFTER = expression(r"(?:要|准备|想|来)?(?:新?设立|新设|注册|登记|申请设立|办理?设立)")
_FORMER_BEFORE = expression(r"(?:原来|当初|(?<![年月日号])(?:以前|之前)|从前|原先|前东家|老东家|前单位|老单位|早先|早年|曾经|先前)[^，。；]{0,8}$")
_FORMER_STORY = expression(r"(?:以前|之前|原来|曾经|当初|早年|早些年|前几年|前年|那时候)[^。；]{0,20}(?:开|办|做|搞|经营|注册|弄)过[^。；]{0,10}$")
_FORMER_AFTER = expression(r"(?:干了|上班|打工|做了|修了|工作|任职|当了|待了|呆了|辞|撤走|退休|下岗|裁员|当|开了|打了|出来)")
_SUPPLIER_AFTER = expression(r"(?:那里|那边)?(?:进(?:货|的)|拿货|拿的|买的|订的|采购|供货|供的|欠)")
_NEIGHBOUR = expression(r"(?:隔壁|对面|旁边|边上|楼下|楼上|紧挨着|挨着|后面)(?:就)?(?:是|有)?(?:家|个|一家)?$")


@dataclass(frozen=True)
class EnterpriseMention:
    """A name as said: `kind` company | sole_trader | other; `form` its last words (组织形式); `role_hint` own | former | neighbour | empty."""

    start: int
    end: int
    name: str
    kind: str
    form: str
    role_hint: str


@lru_cache(maxsize=8)
def find_enterprises(text: str) -> tuple[EnterpriseMention, ...]:
    """Every enterprise named in full, in order, without overlaps. `name` holds full-width brackets; `text[start:end]` are the words."""
    found = _companies(text)
    taken = Taken.by((each.start, each.end) for each in found)
    found += [_institution(each) for each in find_holder_names(text) if taken.take(each.start, each.end)]
    found += [_store(text, each) for each in find_trade_names(text) if taken.take(each.start, each.end)]
    return tuple(sorted(found, key=lambda each: each.start))


def _institution(each: HolderName) -> EnterpriseMention:
    return EnterpriseMention(each.start, each.end, each.words, "other", each.form, "")


def _companies(text: str) -> list[EnterpriseMention]:
    found: list[EnterpriseMention] = []
    for form in _FORM.finditer(text):
        floor = found[-1].end if found else 0
        if mended := mended_name(text, max(floor, form.start() - LONGEST_NAME), form.start()):
            found.append(replace(_company(text, mended[0], form), name=mended[1] + form.group()))
            continue
        start = _start(text, floor, form.start(), strict=form.group() == "厂")
        if start is not None:
            found.append(_company(text, start, form))
    return found


def _company(text: str, start: int, form: re.Match[str]) -> EnterpriseMention:
    words = _SPOKEN_BRACKET.sub(r"（\1）", text[start : form.end()])
    ending = _SPOKEN_BRACKET.sub(r"（\1）", form.group())
    kind = "company" if "公司" in ending else "other"
    return EnterpriseMention(start, form.end(), words, kind, ending, _role_hint(text, start, form.end()))


def _store(text: str, each: TradeName) -> EnterpriseMention:
    return EnterpriseMention(each.start, each.end, each.name, "sole_trader", each.form, _role_hint(text, each.start, each.end) or "own")


def _start(text: str, floor: int, form: int, *, strict: bool) -> int | None:
    """Where the name before `form` begins, None where no name stands there; `strict` asks for a division (a bare 电子厂 is none)."""
    low = max(floor, form - LONGEST_NAME)
    broken = _BOUNDARY.search(text, low, form)
    low = broken.end() if broken else low
    low += _leading(text[low:form])
    naming = max((match.end() for match in _NAMING.finditer(text, low, form)), default=low)
    place = _place(text, low, naming, form)
    cut = _cut(text, naming if place is None else place, form, called=place == naming > low)
    start = max(naming if place is None else place, cut)
    if cut and text[cut - 1] in "个家" and CHAIN.match(text, cut) is None:
        return None
    start += _leading(text[start:form])
    start += _homeland(text[start:form])
    return start if _plausible(text[start:form], strict=strict, cued=start > low or place is not None) else None


def _homeland(words: str) -> int:
    """A holder's country is no part of its name (日本的…株式会社)."""
    found = _HOMELAND.match(words)
    return found.end() if found else 0


def _leading(words: str) -> int:
    found = _CONNECTIVE.match(words) or _QUANTITY.match(words)
    return found.end() if found else 0


def _place(text: str, low: int, naming: int, form: int) -> int | None:
    chains = [match for match in CHAIN.finditer(text, low, form) if not text[: match.start()].endswith(("（", "括号", "括弧"))]
    chains = [match for match in chains if match.start() >= naming]
    if not chains:
        return None
    if chains[0].start() == naming:
        return naming
    local = [match for match in chains if is_local(match.group())]
    return (local or chains)[-1].start()


def _cut(text: str, start: int, form: int, *, called: bool) -> int:
    """The end of the last word between `start` and the form that no name holds, 0 where there is none; right after 叫 a 字号 may hold 由 or 我."""
    cuts = [match for match in _CUT.finditer(text, start, form) if not (called and _SOFT_CUT.fullmatch(match.group()))]
    return max((match.end() for match in cuts), default=0)


def _plausible(trunk: str, *, strict: bool, cued: bool) -> bool:
    place = CHAIN.match(trunk)
    rest = trunk[place.end() :] if place else trunk
    if _GENERIC.match(rest) or len(rest) < 2 or re.match(r"开(?![元源泰拓创达诚瑞封阳明盛])|办个|注册|设立", rest):
        return False
    if strict:
        return bool(place) and len(rest) <= 8 and not re.search(r"开|办|家|个|做|有|租", rest)
    return bool(place) or (len(rest) >= 4 and (cued or not re.search(r"[个家开办要想做把就不有这怎合]", rest)))


def _role_hint(text: str, start: int, end: int) -> str:
    before, after = text[max(0, start - 16) : start], text[end : end + 12]
    if _NEIGHBOUR.search(before) or _SUPPLIER_AFTER.match(after):
        return "neighbour"
    if (
        _FORMER_STORY.search(text[max(0, start - 40) : start])
        or _FORMER_BEFORE.search(before)
        or (re.search(r"在$|到$|从$", before) and (_FORMER_AFTER.match(after) or re.match(r"[^，。；占出认]{0,8}(?:干|做了|上班|打工|当)", after)))
    ):
        return "former"
    own = (_OWN_BEFORE.search(before) and not _NOT_OWN.search(before)) or _OWN_AFTER.match(after)
    return "own" if own else ""
