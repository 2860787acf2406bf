"""The nature of a project (建设性质) in plain words: 新建, 扩建, 技术改造, 迁建; what stands in a project's name is no answer.

«新建一栋厂房» tells what is built, not the nature: it counts for nothing.

>>> [each.value for each in find_natures("性质就勾扩建")], [each.value for each in find_natures("我们想新建一栋厂房")]
(['expansion'], [])
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from gaoxing.facts.fact import Certainty, Fact
from gaoxing.facts.project_name import find_project_names
from gaoxing.facts.statement import Heard, Statement
from gaoxing.standards.expression import expression

WORDS = (
    ("new", "新建|平地起|从零(?:开始)?建"),
    ("expansion", "(?<!改)扩建"),
    ("technical_renovation", "技改|技术改造|技术更新|技术升级改造|设备更新改造"),
    ("relocation", "迁建|整体搬迁|搬迁(?=类|性质|项目|改造)|异地搬迁|整厂搬迁"),
)
INTO = expression("(?:改|换|变更|调整|变)(?:成|为|到)了?$")
BUILT = expression(
    "新建(?!的|(?:[一两个]|一座|一家)*(?:新|大|小)?(?:工厂|厂(?!房)|项目|生产基地|基地|产业园))成?了?(?:[一二两三四五六七八九十几]+(?:栋|幢|层|条|座|个|间|期)|厂房|车间|楼|仓库|办公|宿舍|立体|生产线|产线|研发楼|面积|建筑)"
)
"""新建 with what is built behind it tells no nature, unless a word for the nature led to it."""
MIXED = expression("改扩建|新改扩建|(?<!技)改建(?!设)")
ASKED = expression(
    r"(?:性质|属于|类型|类别|算|归|按|走|勾|选|填|写)(?:呢|嘛)?(?:就|是|为|写|填|勾|选|成|上|的|：|，|应该|还是|改成|改为|改到|变更|变|调整|换|到|要|你|帮我|给我|我们|按|算|报)*$"
)
DENIED = expression(r"(?:不是|不算|不属于|并非|没有|不搞|不做|别写|不要写|而非|不|非)(?:是|算|做的|搞的|的|什么|那种|按|报的?)*$")
FORMER = expression("(?:以前|原来|上次|去年|上一期|之前|前年|当时)(?:是|算|做的|搞的|的|什么|那种|按|报的?)*$")
FILLED_WRONGLY = expression(
    "[填写勾选报备弄搞登](?:成)?(?:错|反)|不是[^，。]{0,6}(?:而|应该|应当|得)?是|(?:应该|应当|得|要)(?:写|填|勾)?是?[^，。]{0,6}，?(?:而)?不是"
)
NO_MORE = expression("(?:不是|并非)$")
TAKEN_BACK = expression(r"[，]?(?:哦|呃)?(?:不对|说错了?|不是(?!新建|扩建|改扩建|改建|技改|技术改造|迁建)|错了)")
CHANGED = expression("不对|说错|错了|改成|改为|应该|更正|而是|后来|现在")


@dataclass(frozen=True)
class NatureWord:
    """A nature said at `text[start:end]`; `asked`: a word for the nature (性质, 属于) led to it."""

    start: int
    end: int
    value: str
    asked: bool


def find_natures(text: str, barred: Sequence[tuple[int, int]] = (), *, former: bool = False) -> tuple[NatureWord, ...]:
    """Every nature said, in order; none in a project's name, in an enterprise's (`barred`), denied, or a `former` one unless wanted."""
    held = [*barred, *((each.start, each.end) for each in find_project_names(text)), *(match.span() for match in MIXED.finditer(text))]
    found = [
        NatureWord(match.start(), match.end(), value, _is_asked(text, match))
        for value, words in WORDS
        for match in re.finditer(words, text)
        if not any(start < match.end() and match.start() < end for start, end in held) and not _denied(text, match, former=former)
        if _is_asked(text, match) or (former and _was(text, match)) or not BUILT.match(text, match.start())
    ]
    return tuple(sorted(found, key=lambda each: each.start))


def wrong_natures(text: str, barred: Sequence[tuple[int, int]] = ()) -> tuple[tuple[int, int, str], ...]:
    """The natures (start, end, value) said to have been put down by mistake.

    >>> wrong_natures("性质填错了应该是扩建不是新建")
    ((12, 14, 'new'),)
    """
    if not FILLED_WRONGLY.search(text):
        return ()
    held = [*barred, *((each.start, each.end) for each in find_project_names(text))]
    return tuple(
        (*match.span(), value)
        for value, words in WORDS
        for match in re.finditer(words, text)
        if not any(start < match.end() and match.start() < end for start, end in held) and NO_MORE.search(text[max(0, match.start() - 4) : match.start()])
    )


def _is_asked(text: str, match: re.Match[str]) -> bool:
    before = text[max(0, match.start() - 14) : match.start()]
    return ASKED.search(before) is not None or INTO.search(before) is not None


def _denied(text: str, match: re.Match[str], *, former: bool) -> bool:
    before = text[max(0, match.start() - 8) : match.start()]
    return bool(DENIED.search(before) or TAKEN_BACK.match(text, match.end()) or (not former and _was(text, match)))


def _was(text: str, match: re.Match[str]) -> bool:
    return FORMER.search(text[max(0, match.start() - 8) : match.start()]) is not None


def nature_facts(statement: Statement, field: str = "nature") -> Iterator[Fact]:
    """The nature said last for it; a question where two were only mentioned."""
    asked: tuple[Heard, NatureWord] | None = None
    told: list[tuple[Heard, NatureWord]] = []
    for heard in statement.turns:
        for each in find_natures(heard.text, held(heard)):
            if each.asked or heard.asked == field:
                asked = (heard, each)
            told.append((heard, each))
            if asked and not each.asked and heard.turn > asked[0].turn and CHANGED.search(heard.text):
                asked = (heard, each)
    values = {each.value for _, each in told}
    if not told:
        return
    heard, said = asked or told[-1]
    evidence = (heard.wording.evidence(heard.turn, said.start, said.end),)
    if asked or len(values) == 1 or CHANGED.search(heard.text[max(0, said.start - 12) : said.start]):
        yield Fact(field, said.value, evidence)
    else:
        yield Fact(field, said.value, evidence, Certainty.UNSURE, tuple(sorted(values)))


def held(heard: Heard) -> list[tuple[int, int]]:
    """Where no nature stands: enterprises' names and addresses."""
    return [(token.start, token.end) for token in heard.tokens if token.kind in {"enterprise", "address"}]
