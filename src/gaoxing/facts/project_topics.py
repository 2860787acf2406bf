"""The words of a project's figures and dates (备案表的用语): which blank an amount, an area or a date beside them belongs to, and which belong to none.

A topic without a blank (营收, 房租, 贷款, 投产) takes its figure away from the others. A `weak` one (投, 一共; 盖) only counts where no firm one governs.

>>> [(each.item, each.start, each.weak) for each in find_topics("总投资一亿设备六千万去年产值两亿", "money")]
[('total_investment', 0, False), ('equipment_investment', 5, False), ('', 10, False), ('', 12, False)]
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from gaoxing.facts.taken import Taken
from gaoxing.standards.expression import expression

TABLE = Path(__file__).parent / "tables" / "project_topics.toml"
TOTAL, EQUIPMENT, FLOOR, LAND, START, FINISH = "total_investment", "equipment_investment", "floor_area", "land_area", "start", "finish"
PERIOD = "period"
"""建设期: a span of two dates, start and finish."""
NOBODY = ""
OF_OTHERS = expression("(?:隔壁|别人|人家|别的?家|同行|朋友)[^，。；！？我咱本亿万千百0-9]{0,8}$")
"""Before a topic of somebody else's: 隔壁公司备案总投资."""
TOGETHER = expression("(?:加上|算上|连上?|含|包括|包含|带上?)(?:了|着)?$")
"""Before a topic without a blank: 加上厂房是六千万 is still the whole."""


@dataclass(frozen=True)
class TopicWord:
    """A topic's words at `text[start:end]`; `item` is the blank, empty for something that is no blank."""

    item: str
    start: int
    end: int
    weak: bool = False


def find_topics(text: str, kind: str, barred: Sequence[tuple[int, int]] = ()) -> tuple[TopicWord, ...]:
    """The topics of a kind (`money`, `area`, `day`), in order, the longer where two overlap; none inside a barred span (a name, an address)."""
    closed = Taken.by(barred)
    found = [
        TopicWord(NOBODY if OF_OTHERS.search(text, 0, match.start()) else item, match.start(), match.end(), weak)
        for item, weak, pattern in _table()[kind]
        for match in pattern.finditer(text)
        if closed.free(*match.span()) and not (item == NOBODY and TOGETHER.search(text, 0, match.start()))
    ]
    taken, kept = Taken(), list[TopicWord]()
    for each in sorted(found, key=lambda one: (one.weak, one.start - one.end, one.start)):
        if taken.take(each.start, each.end):
            kept.append(each)
    return tuple(sorted(kept, key=lambda each: each.start))


@cache
def _table() -> dict[str, list[tuple[str, bool, re.Pattern[str]]]]:
    read = tomllib.loads(TABLE.read_text(encoding="utf-8"))
    return {kind: [(each["item"], each.get("weak", False), re.compile("|".join(each["words"]))) for each in rows] for kind, rows in read.items()}
