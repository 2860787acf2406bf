"""Checks the chain of the audit (核验审计链) from its first entry to its head: the first entry that does not fit is told, and in what.

Whoever can do anything to the database could write the whole chain anew: an anchor (锚点), number and digest noted elsewhere earlier, tells that too.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import asdict, dataclass
from typing import Any

from gaoxing.office.audit.chain import BEGINNING, digest_of
from gaoxing.office.audit.queries import Row

TOLD_EVERY = 20_000
"""Entries between two words of how far it is."""


@dataclass(frozen=True)
class Break:
    """The first broken link: the entry's number, what differs, and both sides of it."""

    number: int
    differs: str
    found: str
    expected: str


@dataclass(frozen=True)
class Verdict:
    """What a check came to: how many entries were read, the newest one's number and digest, and the first broken link, if any."""

    checked: int
    number: int
    digest: str
    broken: Break | None = None

    def to_json(self) -> dict[str, Any]:
        """As JSON has it."""
        return asdict(self)


Anchor = tuple[int, str]
"""Number and digest of an entry."""


def verify(entries: Iterable[Row], head: Anchor | None, *, anchors: Iterable[Anchor] = (), told: Callable[[int], object] = lambda _: None) -> Verdict:
    """Check entries that come in order, up to the head as it was read before them; what was written since is not looked at."""
    noted = dict(anchors)
    last, previous = 0, BEGINNING
    limit = head[0] if head else 0
    for row in entries:
        if row[0] > limit:
            break
        broken = _broken(row, last + 1, previous) or _unlike(row, noted)
        if broken:
            return Verdict(last, last, previous, broken)
        last, previous = row[0], row[-1]
        if not last % TOLD_EVERY:
            told(last)
    return Verdict(last, last, previous, _at_the_end(head, last, previous, noted))


def _broken(row: Row, number: int, previous: str) -> Break | None:
    """How this entry does not fit behind the one before it."""
    if row[0] != number:
        return Break(number, "这一条不见了", f"第 {row[0]} 条", f"第 {number} 条")
    if row[-2] != previous:
        return Break(number, "记的上一条摘要与上一条不同", row[-2], previous)
    own = digest_of(row[:-1])
    return None if own == row[-1] else Break(number, "内容与本条摘要不符，内容或摘要被改过", row[-1], own)


def _unlike(row: Row, noted: dict[int, str]) -> Break | None:
    expected = noted.get(row[0])
    return None if expected in (None, row[-1]) else Break(row[0], "与另外记下的锚点不同，整条链可能被重写过", row[-1], str(expected))


def _at_the_end(head: Anchor | None, last: int, previous: str, noted: dict[int, str]) -> Break | None:
    """What the head and the anchors say that the entries do not."""
    if head is None:
        return Break(0, "链头不见了", "没有", "一行")
    if last != head[0]:
        return Break(last + 1, "末尾的记录不见了", f"到第 {last} 条", f"到第 {head[0]} 条")
    if previous != head[1]:
        return Break(last, "最新一条的摘要与链头不同", previous, head[1])
    beyond = min((number for number in noted if number > last), default=None)
    return None if beyond is None else Break(beyond, "锚点记下的这一条不见了", f"到第 {last} 条", f"第 {beyond} 条")
