"""Holders that are no company under Chinese company law (非公司股东): foreign companies in Latin letters, institutes, hospitals, schools, associations.

Nothing but the words around tells them from a place of work or of study, so each needs 股东 before it or a share behind it.

>>> [each.words for each in find_holder_names("股东是昆山市工业技术研究院，占百分之二十")]
['昆山市工业技术研究院']
>>> [each.words for each in find_holder_names("我在昆山市第一人民医院当护士")]
[]
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from gaoxing.facts.place_name import CHAIN
from gaoxing.standards.expression import expression

_LATIN_FORM = r"(?:Co\.?，?Ltd\.?|Pte\.?Ltd\.?|PtyLtd\.?|Ltd\.?|Limited|GmbH|Inc\.?|LLC|LLP|Corp\.?|Corporation|PLC|S\.A\.|B\.V\.|AG|KG|SpA|Oy|AB)"
_LATIN = expression(rf"(?<![A-Za-z])(?P<name>[A-Z0-9À-Þ][A-Za-z0-9À-ÿ.&'+-]{{0,50}}?(?P<form>{_LATIN_FORM}))(?![A-Za-z])")
_INSTITUTIONS = "医院|研究院|研究所|设计院|工研院|大学|学院|学校|中学|小学|幼儿园|协会|学会|商会|基金会|合作社|合作联社|村民委员会|村委会|居委会"
_NAMED = expression(_INSTITUTIONS)
_INSTITUTION = expression(
    rf"(?P<name>{CHAIN.pattern}[一-龥]{{0,14}}?(?P<form>{_INSTITUTIONS}))"
    r"(?![一-龥]{0,16}?(?:公司|企业|中心|合伙|店|医院|研究院|研究所|院))"
)
_CUE = expression(r"(?:股东|投资人|出资人|出资方|投资方|合伙人|母公司)(?:就|还|也|分别|都|一个|另一个|[一二三甲乙])*(?:是|有|为|叫|：|，)*(?:[一-龥]{2,4}的)?$")
_SHARE = expression(r"[，、：]?(?:各|也|就|要|会|将|它|他们|那边)*(?:占|出资|认缴|持股|持有|投资|投入|投|出(?=[\d一二两三四五六七八九十百])|全资|独资)")


@dataclass(frozen=True)
class HolderName:
    """A holder's name: `text[start:end] == words`; `form` is its last word (GmbH, 研究院); `latin` names lost their blanks in cleaning."""

    start: int
    end: int
    words: str
    form: str
    latin: bool = False


def find_holder_names(text: str) -> tuple[HolderName, ...]:
    """The names in cleaned `text` that a holder's words surround, in order."""
    found = [
        _holder(match, latin=pattern is _LATIN)
        for pattern in ((_LATIN, _INSTITUTION) if _NAMED.search(text) else (_LATIN,))
        for match in pattern.finditer(text)
    ]
    return tuple(sorted((each for each in found if _holds(text, each)), key=lambda each: each.start))


def _holder(match: re.Match[str], *, latin: bool) -> HolderName:
    return HolderName(match.start("name"), match.end("name"), match["name"], match["form"], latin)


def _holds(text: str, each: HolderName) -> bool:
    return bool(_SHARE.match(text, each.end) or _CUE.search(text, max(0, each.start - 14), each.start))
