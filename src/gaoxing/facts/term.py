"""Terms in spoken words (期限): 二十年, 五年内, 自成立之日起五年内, 长期. Years of a life (干了十一年) are marked, so that no term is made of them.

>>> [(each.value, each.within) for each in find_terms("营业期限二十年自成立之日起五年内缴清")]
[({'years': 20}, False), ({'years': 5}, True)]
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from gaoxing.standards.expression import expression
from gaoxing.standards.numeral_words import half_width
from gaoxing.standards.numerals import parse

_D = "一二两三四五六七八九"
_EXACT = rf"[0-9]{{1,3}}|[{_D}]百(?:零?[{_D}]|[{_D}]十[{_D}]?)?|[{_D}]?十[{_D}]?|[{_D}]"
_PAIR = "(?:一[二两]|[二两]三|三四|四五|五六|六七|七八|八九|三五)"
_VAGUE = rf"[{_D}]?十?(?:好?几|[多来余])[十]?|[{_D}]?十[多来余几]|[{_D}]?十{_PAIR}|数十?|{_PAIR}|[0-9]{{1,3}}[多来余]|若干|好多|多少|半"
YEARS = expression(
    rf"(?P<since>(?:自|从|公司)?(?:公司)?(?:成立|设立|登记|领照|拿照)(?:之日|那天|当天|以后|之后|后)?(?:起|开始|算起|算)?(?:的)?)?(?<![第0-9零〇{_D}十百千])"
    rf"(?:(?P<vague>{_VAGUE})|(?P<exact>{_EXACT}))个?年(?!限|纪|龄|底|末|初|度|级|轻|代|月|会|产|薪|货|前[面任])(?P<half>半)?(?P<more>多|左右|上下|出头|以上|以下)?(?P<within>以内|之内|内|里面|里)?"
)
INDEFINITE = expression(
    "长期(?!合作|租|借|从事|供|做|在|待|住|缺|加班|以来|招|客户|订单|病|没|拖|占|堵|积|停|大量|发展|持有|投资|股权|护理|照护|驻|出差|亏|稳定|签|雇|聘|债|贷|照顾|需要|使用|受|被|以|睡)"
    "(?:有效|经营)?|永久(?!居留|性|居民)(?:有效|经营|存续)?|永续(?:经营|存续)?|无固定期限(?!劳动|合同)|不约定期限|无限期|不限期限?|没有期限|不设期限|无期限|(?:期限|年限)不限制?"
)
LIFE_BEFORE = expression(
    "(?:[了过干做满租签住待学每近前这头上判养修管开]|工作|已经|嫁到.{1,5}|嫁来.{1,5}|来.{2,4}|从业|工龄|累计|连续|过去|最近|房租|保修|质保|合同|教龄|剪头发|开业|快)$"
)
LIFE_AFTER = expression(
    rf"(?:[了来老制]|前(?!缴|到|交|付|出)|以前|之前(?!缴|到|交|付|出)|以?后|的?(?:经验|工龄|工|老|租|手艺|时间了)|经验|多了|一[签次换付]|到头|房租|租|营收|收入|利润|收租|下来|"
    rf"[{_D}十百0-9]+[万千百块])"
)
RANGE = expression(rf"[0-9{_D}十百]个?年?(?:到|至|或者?|[-~—、])$")
"""十到二十年: the figure before makes a choice of it."""
ASKED = expression("期限|营业期|经营期|年限|认缴期|缴|到位|有效期")


@dataclass(frozen=True)
class TermMention:
    """A length of time at `text[start:end]`: `{"years": n}`, `indefinite`, or None where `approximate`.

    `within`: 内 was said (五年内). `duration_of_life`: it tells how long something has been done; no term of the company.
    """

    start: int
    end: int
    value: str | Mapping[str, int] | None
    within: bool = False
    approximate: bool = False
    duration_of_life: bool = False


def find_terms(text: str) -> tuple[TermMention, ...]:
    """All terms of a cleaned text, in order."""
    folded = half_width(text)
    found = [TermMention(match.start(), match.end(), "indefinite") for match in INDEFINITE.finditer(folded)]
    found += [_years(folded, match) for match in YEARS.finditer(folded)]
    return tuple(sorted(found, key=lambda mention: mention.start))


def _years(text: str, match: re.Match[str]) -> TermMention:
    vague = bool(match["vague"] or match["half"] or match["more"] or RANGE.search(text[max(0, match.start() - 4) : match.start()]))
    life = not match["within"] and not match["since"] and _of_life(text, match)
    value = None if vague else {"years": int(parse(match["exact"]))}
    return TermMention(match.start(), match.end(), value, bool(match["within"]), vague, life)


def _of_life(text: str, match: re.Match[str]) -> bool:
    before = text[max(0, match.start() - 8) : match.start()].rpartition("年")[2]
    if ASKED.search(before):
        return False
    return LIFE_BEFORE.search(before) is not None or LIFE_AFTER.match(text, match.end()) is not None
