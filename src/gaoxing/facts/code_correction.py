"""Corrections of a code's last figures (尾号更正): 最后四位是六四二幺, 后四位错了是四三二一, 最后一位念错了不是二是八.

They may follow the code at once or stand in a later turn. Source: registration.md F.3, F.6 [K].

>>> [(each.count, each.digits, each.old) for each in tail_corrections("最后一位念错了不是二是八")]
[(1, '8', '2')]
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from gaoxing.facts.code_words import FIGURES, PLAIN, figures
from gaoxing.standards.expression import expression

_CODE = f"(?:[二两三四五六七八2-8]个[{PLAIN}](?![十百千万亿])|双[{PLAIN}]|[{PLAIN}两洞拐A-Za-z]|叉(?!车)|[艾埃爱]克斯)"
_WRONG = "(?:我)?(?:刚刚|刚才)?(?:念|说|报|写|讲|弄|记|打)?(?:错|反)了?|不对"
TAIL = expression(
    rf"(?P<lead>(?:[哦噢啊呃]不(?=，)|不对|不是|错了|说错了|等一下|等等|更正一下|[，。、…\s哦噢哎啊]){{0,12}})(?P<where>倒数第|最后面?的?|末尾|尾号的?|后面?的?|末)(?:(?P<count>[一二两三四五六七八九1-9])?(?:位数?|个数字?|个|位数字)(?:数字|号码|数)?|(?<=尾号))"
    rf"[，]?(?P<wrong>{_WRONG})?[，]?(?:不是(?P<old>{_CODE}+?)[，]?)?(?:而|应该|应|要)?(?P<verb>是|改成|改为|换成|为|(?:重新|重|再)(?:报|念|说)(?:一下|一遍|一次)?[，]?(?:是)?)(?P<new>{_CODE}+)(?![十百千万亿个位家人名年月成点%般共样起])"
)
RETOLD = expression(
    rf"(?<=[{PLAIN}])[，。、\s]*[哦噢呃啊哎]*(?:不对|不是|错了|说错了?|报错了?|更正)[，。、\s]*(?:应该)?是?(?:尾号|末尾|后面)?是?(?P<new>(?:{_CODE}){{2,5}})(?![{PLAIN}十百千万亿个位家人名年月号点%])"
)
"""«…四五二零，不是，四五二七»: the last figures once more, beginning as they did."""
RESTART = expression(
    r"(?:不对|不是[，]?(?:不是|是)|错了|重来|重新|再来|再报|再念|再说|说错|念错|报错|讲错|从头|写错|太快|等一下|等等|更正|改成|换成|应该是|记错)"
)  # fmt: skip


@dataclass(frozen=True)
class TailCorrection:
    """The last `count` figures are `digits`; `kept` figures after them stay (倒数第二位是三).

    `old` is what was said before; `sure` where a word of correction was said.
    """

    start: int
    end: int
    count: int
    digits: str
    old: str | None = None
    kept: int = 0
    sure: bool = True
    alike: bool = False
    """Whether the new figures must begin like the old ones."""


def tail_corrections(text: str) -> tuple[TailCorrection, ...]:
    """Every correction of last figures in a text, in order."""
    read = [each for match in TAIL.finditer(text) if (each := _correction(match)) is not None]
    again = (TailCorrection(match.start(), match.end(), len(new), new, alike=True) for match in RETOLD.finditer(text) if (new := figures(match["new"])))
    read += [each for each in again if not any(each.start < other.end and other.start < each.end for other in read)]
    return tuple(sorted(read, key=lambda each: each.start))


def corrected(value: str, correction: TailCorrection) -> str | None:
    """The code with its last figures exchanged; None where the correction does not fit it (too short, or `old` is not what stands there)."""
    end = len(value) - correction.kept
    start = end - correction.count
    if start < 1 or (correction.alike and value[start] != correction.digits[0]):
        return None
    if correction.old is not None and value[start:end] != correction.old:
        return None
    return value[:start] + correction.digits + value[end:]


def _correction(match: re.Match[str]) -> TailCorrection | None:
    digits, count = figures(match["new"]), int(FIGURES[match["count"]]) if match["count"] else None
    old = figures(match["old"]) if match["old"] else None
    sure = bool(match["wrong"] or old or match["verb"] not in ("是", "为") or re.search("不对|不是|错|更正|[哦噢啊呃]不", match["lead"]))
    start = match.start() + len(match["lead"]) - len(match["lead"].lstrip("，。、… "))
    if match["where"] == "倒数第":
        return TailCorrection(start, match.end(), 1, digits, old, (count or 1) - 1, sure) if len(digits) == 1 else None
    if count is not None and count != len(digits):
        return None
    return TailCorrection(start, match.end(), len(digits), digits, old, 0, sure)
