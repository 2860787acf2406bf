"""Years in spoken figures (年度): «去年», «2024年», «二四年», «23年到25年», «近三年»; what is only a part of a year is told apart.

>>> [(each.years, each.partial) for each in find_years("前年五千万去年八千万今年前十个月九千万近三年", date(2026, 11, 25))]
[((2024,), False), ((2025,), False), ((2026,), True), ((2023, 2024, 2025), False)]
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from gaoxing.standards.expression import expression

_D = "零〇一二三四五六七八九"
_MONTH = rf"(?:[0-9]{{1,2}}|[{_D}十]{{1,2}})月"
BACK = {"大前年": 3, "前年": 2, "去年": 1, "上年": 1, "上一年": 1, "上一年度": 1, "上年度": 1, "去年度": 1, "上个年度": 1, "今年": 0, "本年": 0, "本年度": 0}
BACK |= {"明年": -1, "后年": -2}
MARK = expression(
    rf"(?P<back>大前年|(?<!大)前年|去年度?|(?<!以)上(?:一|个)?年度?|今年|本年度?|明年|(?<!大)后年)|"
    rf"(?<![0-9.])(?P<full>(?:19|20)[0-9]{{2}}|[二两][零〇][{_D}]{{2}}|两千零[{_D}十]{{1,3}})(?:会计)?(?:年度?|财年|(?=营收|营业|销售|研发|收入|净资产|总资产))|"
    rf"(?<![0-9第点{_D}十百千万亿])(?P<short>2[0-9]|二[{_D}])年度?(?!来|前|后|多|间|经验|历史|时间|左右|以上)"
)
LISTED = expression(
    rf"(?<![0-9.])(?P<list>(?:(?:20)?[0-9]{{2}}年?[、，和到至])+(?:20)?[0-9]{{2}}|(?:二[{_D}]年?[、，和到至]?)+二[{_D}])年?这?[两三四五](?:个)?年(?:度)?"
)
ONE = expression(rf"(?:20)?[0-9]{{2}}|二[{_D}]")
RECENT = expression("(?:最?近|过去|这|前)(?P<count>[两二三四五2345])个?(?:会计|完整)?年度?来?(?![0-9])")
NOT_OF_FIGURES = expression(
    rf"(?:的?{_MONTH}(?:[0-9{_D}十]+[日号])?|年?[底初末]|的时候)?(?:份|，|就|在[^，。；]{{2,6}}?|才|刚|我们|公司|正式)*(?:成立|注册|创办|设立|创立|创建|开业|建厂|认定|评上|评的|获评|到期|入选|获得|获批)"
)
"""Behind a year that is not that of figures."""
PARTIAL = expression(
    rf"的?(?:上半年|下半年|[前头]?(?:[0-9]{{1,2}}|[{_D}十两]{{1,2}}|几)个?(?:月|季度)|第?[一二三四1-4]季度|{_MONTH}?(?:份)?[到至~-]{_MONTH}|[0-9{_D}十]{{1,2}}[到至~-]{_MONTH}|"
    rf"[截到至](?:现在|目前|今天|止|{_MONTH})|至今|截至|截止|以来|还没|没过完|{_MONTH})"
)
JOIN, UP_TO = expression("[、，和跟与及]|以及"), expression("[到至~～—-]{1,2}")
MOST_YEARS = 6


@dataclass(frozen=True)
class Years:
    """Years named at `text[start:end]`, in the order in which they are meant; `partial` where only a part of one is spoken of, `counted` for «近三年»."""

    start: int
    end: int
    years: tuple[int, ...]
    partial: bool = False
    counted: bool = False


def find_years(text: str, on: date) -> tuple[Years, ...]:
    """Every year of a cleaned text that may be that of figures, those of a founding or a certificate left out; neighbours joined to one mark."""
    single = [_of(match, text, on) for match in MARK.finditer(text) if not NOT_OF_FIGURES.match(text, match.end()) and not _denied(text, match.start())]
    recent = [*(_recent(match, on) for match in RECENT.finditer(text)), *(_list(match) for match in LISTED.finditer(text))]
    found = [each for each in single if each is not None and not any(other.start <= each.start < other.end for other in recent)]
    return tuple(_joined(text, sorted([*found, *recent], key=lambda each: each.start)))


def year_of(words: str) -> int:
    """The year that a full or a short number of a year names.

    >>> year_of("二零二四"), year_of("24"), year_of("两千零九")
    (2024, 2024, 2009)
    """
    if words.startswith("两千零"):
        return 2000 + _number(words[3:])
    number = _number(words)
    return number + 2000 if number < 100 else number


def _number(words: str) -> int:
    if "十" in words:
        tens, _, ones = words.partition("十")
        return 10 * (_number(tens) if tens else 1) + (_number(ones) if ones else 0)
    return int("".join(character if character.isascii() else str(f"{_D}两".index(character) - (character != "零")) for character in words.replace("两", "二")))


def _of(match: re.Match[str], text: str, on: date) -> Years | None:
    back = match["back"]
    year = on.year - BACK[back.replace("年度", "年").replace("上个年", "上年")] if back else year_of(match["full"] or match["short"])
    part = PARTIAL.match(text, match.end())
    return Years(match.start(), part.end() if part else match.end(), (year,), partial=part is not None)


def _recent(match: re.Match[str], on: date) -> Years:
    count = "零一二三四五".find(match["count"].replace("两", "二")) if not match["count"].isascii() else int(match["count"])
    return Years(*match.span(), tuple(range(on.year - count, on.year)), counted=True)


def _list(match: re.Match[str]) -> Years:
    """«23、24、25三年»."""
    years = [year_of(each) for each in ONE.findall(match["list"])]
    if len(years) == 2 and "到" in match["list"]:
        years = list(range(years[0], years[1] + 1))
    return Years(*match.span(), tuple(years), counted=True)


def _denied(text: str, start: int) -> bool:
    return text[:start].endswith(("不是", "并非", "不算"))


def _joined(text: str, found: list[Years]) -> Iterator[Years]:
    """«23年到25年» and «前年和去年» as one mark of several years."""
    held: Years | None = None
    for each in found:
        together = None if held is None else _together(text, held, each)
        if held is not None and together is None:
            yield held
        held = together or each
    if held is not None:
        yield held


def _together(text: str, one: Years, other: Years) -> Years | None:
    between = text[one.end : other.start]
    if one.partial or other.partial or one.counted or other.counted or len(other.years) != 1:
        return None
    if UP_TO.fullmatch(between) and len(one.years) == 1 and 0 < other.years[0] - one.years[0] < MOST_YEARS:
        return replace(one, end=other.end, years=tuple(range(one.years[0], other.years[0] + 1)))
    return replace(one, end=other.end, years=(*one.years, *other.years)) if JOIN.fullmatch(between) else None
