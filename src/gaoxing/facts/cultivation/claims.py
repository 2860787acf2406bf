"""Yes or no about the enterprise (是否的说法): «没上市», «没出过安全事故», «核心技术是自己的»; what is only planned, doubted or another's is neither.

>>> [(claim, holds) for claim, holds, _, _ in find_claims("我们没上市，也不在异常名录里，明年准备上市")]
[('listed_abnormal', False), ('listed', False)]
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path

from gaoxing.facts.cultivation.bars import OTHERS, OURS
from gaoxing.facts.fact import Fact
from gaoxing.facts.statement import Heard
from gaoxing.standards.expression import expression

TABLE = Path(__file__).parents[1] / "tables" / "claims.toml"

PUNISHED = expression("(?:环保|环境|安全|质量|消防)[^，。；！？没未]{0,8}(?:被罚|罚过|罚了|处罚过)")
"""Whether a punishment was a grave one, nobody said."""

OPEN = expression(
    "准备|打算|计划|想(?!不)|争取|希望|要不要|能不能|是不是|有没有|可能|也许|好像|不确定|不知道|不清楚|拟|筹备|正在|申请|辅导|明年|后年|以后|将来|打听|如果|要是"
)
QUESTION = expression("[^，。；！]{0,10}(?:吗|？)")


@cache
def claims() -> Mapping[str, tuple[str, str]]:
    """Blank → what says yes, what says no (empty where nothing does); no goes before."""
    table = tomllib.loads(TABLE.read_text(encoding="utf-8"))
    return {blank: (_joined(each["yes"], table["words"]), _joined(each["no"], table["words"])) for blank, each in table["claims"].items()}


def find_claims(text: str) -> Iterator[tuple[str, bool, int, int]]:
    """Every blank that the text answers with yes or no, with the place of the words; each once, the last said."""
    for blank, (yes, no) in claims().items():
        if blank == "serious_offence" and PUNISHED.search(text):
            continue
        denied = [match for match in _words(no).finditer(text) if _holds(text, match, sure=False)] if no else []
        affirmed = [match for match in _words(yes).finditer(text) if _holds(text, match, sure=True)] if yes else []
        affirmed = [match for match in affirmed if not any(each.start() < match.end() and match.start() < each.end() for each in denied)]
        found = max([*denied, *affirmed], key=lambda match: match.start(), default=None)
        if found is not None:
            yield blank, found in affirmed, found.start(), found.end()


def claim_facts(heard: Heard) -> Iterator[Fact]:
    """One fact a blank."""
    for blank, holds, start, end in find_claims(heard.text):
        yield Fact(blank, holds, (heard.wording.evidence(heard.turn, start, end),))


def _holds(text: str, match: re.Match[str], *, sure: bool) -> bool:
    """Whether the words are said of this enterprise, and for certain."""
    opening = max(text.rfind(stop, 0, match.start()) for stop in "。；！？") + 1
    clause = text[opening : match.start()]
    other = [each.end() for each in OTHERS.finditer(clause)]
    if (other and OURS.search(clause, other[-1]) is None) or QUESTION.match(text, match.end()):
        return False
    near = text[max(opening, match.start() - 8) : match.start()].rpartition("，")[2]
    return not (sure and OPEN.search(near + match[0]))


def _joined(ways: Sequence[str], words: Mapping[str, str]) -> str:
    """One expression of all ways, the words of the table put in."""
    told = "|".join(ways)
    for name, meant in words.items():
        told = told.replace(f"<{name}>", meant)
    return told


@cache
def _words(words: str) -> re.Pattern[str]:
    return re.compile(words)
