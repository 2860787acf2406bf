"""What is taken back (撤回): «这一项撤回不办了», «地址暂时不变更了», and what alone is left of it: «今天只办住所».

>>> from gaoxing.facts.statement import hear
>>> from gaoxing.speech.transcript import Transcript
>>> said = hear(Transcript.of("法人换成何苗，地址搬到元丰路1号", "法人先不换了"))
>>> withdrawals(said, {"domicile": "地址", "legal_representative": "法人"})
{'legal_representative': (1, 2)}
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from gaoxing.facts.statement import Heard, Statement
from gaoxing.standards.expression import expression

WITHDRAWN = expression(
    r"撤回|撤销|(?<!原来|以前|.[做干跑走])(?:先|暂时|还是|决定|就)?不(?:用|想|再|必|要)?(?:办理?|改|变更|换|弄|转|增资|增|加|减资|减|搬|迁)(?:名|理"
    r"|址)?(?:了|啦|$|(?=[，。；]))"
    r"|不变更(?!的)|不用动|先不动|不动了|算了|作罢|放一放|往后放|下次再|以后再[说办]|保持不变|一概不动|照旧|老样子"
)
UNCHANGED = expression("(?:那个|这块|那块|的)?(?:都|也|还是|先|暂时|就)*(?:不[变动]|没[变动]|维持|保持不变|先不动|不动)")
"""Right behind an item: it stays as it is. What «别的都不动» speaks of is none of the items named."""
OTHERWISE = expression("(?:别的|其他|其它|其余|另外|余下|剩下)[^，。；]{0,14}$")
DROPPED = expression("取消|不要了|作废|撤掉|撤了")
"""Words that take a change back, but strike an item out of the business scope where one is named."""
ONLY = expression("(?:只|仅|今天就|这次就|今天|就(?=办))(?:需要?|要|想)?(?:办理?|改|变更?|换|剩|留|保留|把)(?!成|为|到)")
POINTED = expression("[这那](?:一|个)?(?:项|块|条|件|样|边)")
"""Right behind an item: the sentence is about it («资本那项股东还没谈拢，这次不办»)."""
LEADING = frozenset(["撤回", "撤销", "取消"])
SCOPE = "business_scope"


@dataclass(frozen=True)
class Mark:
    """An item that is spoken of at `text[start:end]`."""

    item: str
    start: int
    end: int


def marks(text: str, topics: Mapping[str, str]) -> tuple[Mark, ...]:
    """Where a text speaks of which item; `topics` maps an item to the expression that names it."""
    found = [Mark(item, *match.span()) for item, words in topics.items() for match in re.finditer(words, text)]
    return tuple(sorted(found, key=lambda each: (each.start, -each.end)))


def withdrawals(statement: Statement, topics: Mapping[str, str]) -> dict[str, tuple[int, int]]:
    """Item → where (turn, place) it was last taken back; what is said of it later stands again."""
    found: dict[str, tuple[int, int]] = {}
    for heard in statement.turns:
        spoken = marks(heard.text, topics)
        for item, place in (*_taken_back(heard, spoken), *_all_but(heard, spoken, topics)):
            found[item] = (heard.turn, place)
    return found


def _taken_back(heard: Heard, spoken: tuple[Mark, ...]) -> Iterator[tuple[str, int]]:
    text = heard.text
    for pattern in (WITHDRAWN, DROPPED):
        for match in pattern.finditer(text):
            mark = _meant(text, match, spoken)
            if mark is not None and not OTHERWISE.search(text[: match.start()]) and not (pattern is DROPPED and _strikes(heard, mark, match)):
                yield mark.item, match.start()
    yield from ((each.item, each.end) for each in spoken if UNCHANGED.match(text, each.end) and not OTHERWISE.search(text[: each.start]))


def _strikes(heard: Heard, mark: Mark, match: re.Match[str]) -> bool:
    """Whether 取消 speaks of an item of the business scope that is named there, not of the change of the scope."""
    stop = re.search("[，。；！？]|$", heard.text[match.end() :])
    end = match.end() + (stop.start() if stop else 0)
    return mark.item == SCOPE and any(mark.start <= each.start and each.end <= end for each in heard.scope if each.items)


def _meant(text: str, match: re.Match[str], spoken: tuple[Mark, ...]) -> Mark | None:
    """The item named last before the word in its sentence, else the one right behind it (取消增资)."""
    opening = max(text.rfind(stop, 0, match.start()) for stop in "。；！？") + 1
    before = [each for each in spoken if opening <= each.start and each.end <= match.start()]
    before = [each for each in before if POINTED.match(text, each.end)] or before
    leads = match[0] in LEADING
    behind = [each for each in spoken if leads and match.end() <= each.start <= match.end() + 4 and "，" not in text[match.end() : each.start]]
    return before[-1] if before else behind[0] if behind else None


def _all_but(heard: Heard, spoken: tuple[Mark, ...], topics: Mapping[str, str]) -> Iterator[tuple[str, int]]:
    """«今天只办住所»: everything else."""
    for only in ONLY.finditer(heard.text):
        stop = re.search("[，。；！？]|$", heard.text[only.end() :])
        limit = only.end() + (stop.start() if stop else 0)
        left = {each.item for each in spoken if only.end() <= each.start < min(limit, only.end() + 6)}
        yield from ((item, only.start()) for item in topics if left and item not in left)
