"""What was found about a name, as findings beside all others (名称审查意见), so that everything is told at once (一次性告知).

禁用 and 不可用 reject, 限用 goes to a clerk, 提示相近 warns; a rule that rests on [K] never rejects. A mere hint stands beside the name only.
"""

from __future__ import annotations

from collections.abc import Iterable

from gaoxing.checks.rule import Finding, Level
from gaoxing.names.judgement import Hit, Verdict
from gaoxing.names.neighbour import State
from gaoxing.office.cases.name_check import CheckedName

LEVELS = {Verdict.FORBIDDEN: Level.REJECT, Verdict.UNAVAILABLE: Level.REJECT, Verdict.RESTRICTED: Level.MANUAL, Verdict.SIMILAR: Level.WARN}
MOST_NAMED = 3
"""Names that one finding tells; the rest are counted."""

_ORDER = tuple(Level)


def with_names(findings: Iterable[Finding], checked: Iterable[CheckedName]) -> tuple[Finding, ...]:
    """The form's findings and those about its names together, the heaviest first."""
    found = (*findings, *(finding for each in checked for finding in name_findings(each)))
    return tuple(sorted(found, key=lambda each: _ORDER.index(each.level)))


def name_findings(checked: CheckedName) -> tuple[Finding, ...]:
    """A finding for everything amiss in the name itself, and one for each rule under which it meets others; messages stay Chinese, as all rules' do."""
    judged, path = checked.judgement, checked.path
    counted = [each for each in judged.findings if each.verdict in LEVELS]
    own = [Finding(each.rule, (path,), _level(each.verdict, each.basis), f"{each.message}{each.remedy}", each.basis) for each in counted]
    met: dict[tuple[str, Verdict, bool], list[Hit]] = {}
    for hit in judged.hits:
        met.setdefault((hit.rule, hit.verdict, _kept(hit)), []).append(hit)
    return (*own, *(_met(path, hits) for (_rule, verdict, _own), hits in met.items() if verdict in LEVELS))


def _met(path: str, hits: list[Hit]) -> Finding:
    first = hits[0]
    named = "、".join(f"“{each.name}”" for each in hits[:MOST_NAMED])
    more = f"等 {len(hits)} 个" if len(hits) > MOST_NAMED else ""
    own = "如果这就是您自己申报、还在保留期内的名称，请带上名称申报的凭据，由工作人员核对。" if _kept(first) else ""
    message = f"{first.message}碰到的名称：{named}{more}。{own}"
    return Finding(first.rule, (path,), Level.MANUAL if _kept(first) else _level(first.verdict, first.basis), message, first.basis)


def _kept(hit: Hit) -> bool:
    """The very name, kept for an applicant who may be this one: a clerk looks."""
    return hit.rule == "E1" and hit.verdict is Verdict.UNAVAILABLE and hit.state in {State.RETAINED, State.HELD}


def _level(verdict: Verdict, basis: str) -> Level:
    level = LEVELS[verdict]
    return Level.MANUAL if level is Level.REJECT and "[K]" in basis else level
