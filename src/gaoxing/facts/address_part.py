"""The parts of an address behind the road (门牌号、楼栋、楼层、房号), read from words into Arabic digits.

A part is its kind and its written form; parts stand one behind another, a comma between them is dropped. A price or a period behind is no part.

>>> [part.text for part in read_parts("一百二十六号四号厂房一个月一万二", 0)[0]]
['126号', '4号厂房']
>>> [part.text for part in read_parts("三百六十六号不对是三百九十六号八号楼四零三室", 0)[0]]
['396号', '8号楼', '403室']
"""

from __future__ import annotations

from dataclasses import dataclass

from gaoxing.standards.expression import expression

N = r"(?:\d+|[零〇一二两三四五六七八九十百千幺拐洞]+)"
_DIGITS = {character: str(value) for value, character in enumerate("零一二三四五六七八九")} | {"〇": "0", "洞": "0", "幺": "1", "两": "2", "拐": "7"}
_UNITS = {"十": 10, "百": 100, "千": 1000}
_NUMBER = expression(r"[零〇一二两三四五六七八九十百千幺拐洞]+")
_LAST_PLACES = expression(
    r"(?<=百)[一二两三四五六七八九幺拐][零〇一二三四五六七八九幺拐洞]$|(?<=千)[一二两三四五六七八九幺拐][零〇一二三四五六七八九幺拐洞]{2}$"
)
"""The places below a unit said one by one: 三百幺二."""
_DASH = expression(r"横杠|(?<!^)[杠之－—–]|(?<!^)[到至](?![^到至]*[楼层]$)")
"""A dash said; 一到三层 stays as it was said."""

LEADING_DASH = expression(f"^[—杠](?={N})")
_COUNTED = r"楼|厂房|库|院|门(?!牌|面)|商?铺(?![A-Za-z\d])|摊|房(?!子|租|东|主|产)|别墅|车间|工位|门面|展位|店面"
_NAMED = r"楼|大厦|广场|中心|科技园|产业园|创业园|工业园|公寓|花园|小区|园区|商城|市场|工业坊|孵化器"
_KINDS = (
    ("group", rf"{N}组"),
    ("lane", rf"{N}支?弄(?!堂口)"),
    ("house", rf"{N}(?:(?:-|横杠|[杠之－—–到至]){N})*号(?!{_COUNTED}|店(?!里|一共|内|门|主|名|长|员)|线)"),
    ("annex", rf"(?:附{N}号?|之{N}(?!号)|(?:横杠|[-—杠]){N}(?![\d号弄室]))"),
    ("side", r"（?[东南西北]{1,2}(?:侧|面|首|端|边)(?!的?(?:是|有|那|邻))）?"),
    ("building", rf"(?:{N}|[A-Za-z]\d?|[甲乙丙丁])(?:号楼|号厂房|号库房?|号院|号别墅|号车间|栋|幢|座(?!机)|区(?!域))"),
    ("floor", rf"(?:(?:负|地下|B|b|F|L)?{N}(?:[-到至]{N})?(?:楼|层)(?!\d?人)|[底顶][楼层]|[BbLFM]\d{{1,2}}(?![\d室号])(?:楼|层)?|\d+[Ff](?![A-Za-z]))"),
    (
        "named",
        rf"(?:[一-龥]{{2,8}}?(?:{_NAMED})|[一-龥]{{0,6}}?(?:商业街|步行街|商铺|底商|裙楼))(?=[，,]?(?:[\dA-Za-z]|[负零〇一二两三四五六七八九十百千幺]+[号楼层栋幢座室单]))",
    ),
    ("bay", r"(?:[A-Za-z]|\d{1,3})-\d{1,4}(?![\d-]|号|[幢栋层楼元万])室?"),
    ("unit", rf"{N}单元"),
    (
        "room",
        rf"[A-Za-z]?{N}(?:-{N})?(?:[、和]{N})*(?:室|铺(?!子)|号铺|号商铺|号摊位?|摊位|号工位|工位|号门面|号店面|号展位|号房(?![东租产子主])|房(?!租|产|子|间))",
    ),
)
_KIND = tuple((name, expression(pattern)) for name, pattern in _KINDS)
_BARE_ROOM = expression(
    r"[零〇一二三四五六七八九幺]{3}(?=一[个年])|(?:[A-Z]?\d{3,4}|[零〇一二三四五六七八九幺]{3,4})(?![\d零〇一二两三四五六七八九十百千万幺平方个元块人年月日号点%股亩米])"
)
_GAP = expression(r"[，,、]?")
_TALK = expression(r"[的了租在个是我他她这那有做开月万]")
_CORRECTION = expression(
    r"(?:[呃嗯哦啊哎，,。\s]|那个)*(?:说错了?|念错了?|讲错了?|错了|不对|不是|哦不|更正)(?:不对|不是|[啊呀哦呃嗯，,。\s])*(?:应该)?(?:是|改成|改为|写)?"
)


@dataclass(frozen=True)
class Part:
    """One part: `kind` house | lane | annex | group | bay | building | named | unit | floor | room | side, and `text` with Arabic digits."""

    kind: str
    text: str


def read_parts(text: str, at: int) -> tuple[tuple[Part, ...], int]:
    """The parts that stand at `at`, a correction among them carried out, and where the last of them ends (`at` where there is none)."""
    parts, end = _run(text, at, ())
    while parts and (corrected := _CORRECTION.match(text, end)):
        further, beyond = _run(text, corrected.end(), ())
        if not further or further[0].kind not in {part.kind for part in parts}:
            break
        parts, end = replace_parts(parts, further), beyond
    return parts, end


def replace_parts(parts: tuple[Part, ...], further: tuple[Part, ...]) -> tuple[Part, ...]:
    """`parts` with those from the first of `further`'s kind on given up for `further`; what `further` does not name behind it stays."""
    kinds = [part.kind for part in parts]
    if not further or further[0].kind not in kinds:
        return parts + further
    place = kinds.index(further[0].kind)
    named = {part.kind for part in further}
    kept = tuple(part for part in parts[place + 1 :] if part.kind not in named) if len(further) == 1 else ()
    return parts[:place] + further + kept


def arabic(words: str) -> str:
    """Every Chinese number in `words` in Arabic digits: counted (一百三十六) or digit by digit (三零幺); a dash said is a dash."""
    return _NUMBER.sub(lambda match: _arabic(match.group()), _DASH.sub("-", LEADING_DASH.sub("-", words)))


def _run(text: str, at: int, parts: tuple[Part, ...]) -> tuple[tuple[Part, ...], int]:
    end = at
    while found := _part(text, end, parts):
        part, end = found
        parts += (part,)
    return parts, end


def _part(text: str, at: int, before: tuple[Part, ...]) -> tuple[Part, int] | None:
    begin = _GAP.match(text, at).end() if before else at  # type: ignore[union-attr]
    for kind, pattern in _KIND:
        match = pattern.match(text, begin)
        if match and not (kind == "named" and (not before or _TALK.search(match.group()))):
            return Part(kind, match.group() if kind == "named" else arabic(match.group())), match.end()
    bare = _BARE_ROOM.match(text, at) if before and before[-1].kind in {"building", "unit", "floor", "named"} else None
    return (Part("room", arabic(bare.group())), bare.end()) if bare else None


def _arabic(words: str) -> str:
    if not any(character in _UNITS for character in words):
        return "".join(_DIGITS[character] for character in words)
    total, digit = 0, 0
    if last := _LAST_PLACES.search(words):
        return str(int(_arabic(words[: last.start()])) + int(_arabic(last[0])))
    for character in words:
        if character in _UNITS:
            total += (digit or 1) * _UNITS[character]
            digit = 0
        else:
            digit = int(_DIGITS[character])
    shortened = digit and words[-2] in _UNITS and words[-2] != "十"
    return str(total + digit * (_UNITS[words[-2]] // 10 if shortened else 1))
