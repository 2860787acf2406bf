"""The verdict on a name (名称审查结论): 可用 · 提示相近 · 限用 · 不可用 · 禁用, from the name itself and from its neighbours.

The applicant's pre-check and the examiner's check are this one function; what it is given comes from the one index.

>>> from gaoxing.names.composition import split
>>> str(judge(split("昆山国家级芯片有限公司"), (), date(2026, 11, 24)).verdict)
'禁用'
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from gaoxing.names.comparison import ORDER, compare
from gaoxing.names.judgement import Finding, Hit, Judgement, Verdict, weight
from gaoxing.names.name import Name
from gaoxing.names.neighbour import Neighbour
from gaoxing.names.rule_book import found
from gaoxing.names.rules import findings

LONGEST_OTHER = 8
"""Characters from which another enterprise's name inside this one is taken for it (art 15)."""


def judge(name: Name, neighbours: Iterable[Neighbour], on: date, *, sole_trader: bool = False) -> Judgement:
    """What is to be said of the name on that day, the heaviest first.

    `neighbours` are what the index answers; the enterprise's own present name is left out by the caller. `suggestions` stay empty: they need
    the index, `suggestions.suggest` makes them. A branch bears its parent's name, so that it is not compared. Never raises for a bad name.
    """
    pool = [each for each in neighbours if each.name]
    told = (*findings(name, on, sole_trader=sole_trader), *_others(name, pool, on))
    hits = [] if name.branch else [hit for each in pool if (hit := compare(name, each, on, sole_trader=sole_trader)) is not None]
    verdicts = [*(each.verdict for each in told), *(each.verdict for each in hits)]
    return Judgement(name, max(verdicts, key=weight, default=Verdict.FREE), tuple(sorted(told, key=_finding_order)), tuple(sorted(hits, key=_hit_order)))


def _others(name: Name, pool: Iterable[Neighbour], on: date) -> tuple[Finding, ...]:
    """Another enterprise's whole name inside this one, which is no branch's."""
    if name.branch:
        return ()
    for each in pool:
        start = name.text.find(each.name) if LONGEST_OTHER <= len(each.name) < len(name.text) else -1
        if start >= 0:
            remedy = "有投资关系或者授权的，请带材料由工作人员核对；没有的，请去掉。"
            return found("OTHERS_NAME", on, name, (start, start + len(each.name)), f"名称里含有别家企业的名称“{each.name}”。", remedy)
    return ()


def _finding_order(finding: Finding) -> tuple[int, int, str]:
    return -weight(finding.verdict), finding.start, finding.rule


def _hit_order(hit: Hit) -> tuple[int, int, str]:
    return -weight(hit.verdict), ORDER.index(hit.rule), hit.name
