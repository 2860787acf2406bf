"""The report of a run (年度报告): counted from the records; the same seed gives the same report byte for byte, stopped on the way or not, on either database.

It holds no time of the machine, no key, no number that a database gave out. A player that wants to be told of adds to `SECTIONS`.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

from django.db.models import Count

from gaoxing.casework.tables import table_for
from gaoxing.catalogue import matters
from gaoxing.office.aftercare.models import Request
from gaoxing.office.cases.models import Case, CaseEvent
from gaoxing.office.certificates.models import Certificate
from gaoxing.office.enterprises.models import Enterprise
from gaoxing.office.licensing.models import Item, ItemEvent
from gaoxing.office.ratings.models import Rating
from gaoxing.office.simulation.invariants import INVARIANTS, Looked
from gaoxing.office.simulation.models import Noted, Run, Step

LISTED = 40
"""Words that were read otherwise than meant: so many are told whole."""

Section = Callable[[Run], dict[str, Any]]


def report(run: Run, proved: Mapping[str, Looked]) -> dict[str, Any]:
    """Everything as JSON has it."""
    scale = f"{run.scale.normalize():f}"
    told = {"seed": run.seed, "scale": scale, "begins": run.begins.isoformat(), "months": run.months, "steps": run.played}
    for name, section in SECTIONS.items():
        told[name] = section(run)
    held = {each.id: proved[each.id] for each in INVARIANTS}
    told["invariants"] = {name: {"looked": each.count, "broken": each.broken, "examples": list(each.examples)} for name, each in held.items()}
    return told


def lines(told: Mapping[str, Any]) -> Iterator[str]:
    """The report as a person reads it."""
    yield f"模拟 {told['begins']} 起 {told['months']} 个月，种子 {told['seed']}，规模 {told['scale']}：一共 {told['steps']} 步。"
    for name, section in told.items():
        if isinstance(section, dict) and name != "invariants":
            yield ""
            yield f"【{TITLES.get(name, name)}】"
            yield from _lines(section)
    yield ""
    yield "【不变式】"
    terms = {each.id: each.term for each in INVARIANTS}
    for name, found in told["invariants"].items():
        verdict = f"{found['broken']} 处不对" if found["broken"] else "都对"
        yield f"  {terms.get(name, name)}：看了 {found['looked']} 件，{verdict}"
        yield from (f"    {each}" for each in found["examples"])


def _lines(section: Mapping[str, Any], depth: int = 1) -> Iterator[str]:
    for name, value in section.items():
        if isinstance(value, Mapping):
            yield f"{'  ' * depth}{name}"
            yield from _lines(value, depth + 1)
        elif isinstance(value, list):
            yield f"{'  ' * depth}{name}：{len(value)} 处" if value else f"{'  ' * depth}{name}：没有"
            yield from (f"{'  ' * (depth + 1)}{'；'.join(map(str, each.values())) if isinstance(each, Mapping) else each}" for each in value)
        else:
            yield f"{'  ' * depth}{name}：{value}"


def _cases(_run: Run) -> dict[str, Any]:
    """Cases by matter and state."""
    names = {each.id: each.name for each in matters()}
    found: dict[str, dict[str, int]] = {}
    for matter, state, count in Case.objects.values_list("matter", "state").annotate(count=Count("pk")).order_by("matter", "state"):
        found.setdefault(names.get(matter, matter) or "没有认出事项", {})[str(Case.State(state).label)] = count
    return found


def _paths(_run: Run) -> dict[str, Any]:
    """What was done, by matter's table and act."""
    found: Counter[tuple[str, str]] = Counter()
    for matter, act, count in CaseEvent.objects.values_list("case__matter", "act").annotate(count=Count("pk")).order_by():
        table = table_for(matter)
        found[table.term, table.acts[act].term] += count
    for act, count in ItemEvent.objects.values_list("act").annotate(count=Count("pk")).order_by():
        table = table_for("licence_item")
        found[table.term, table.acts[act].term] += count
    return _nested(found)


def _nested(found: Mapping[tuple[str, str], int]) -> dict[str, Any]:
    nested: dict[str, dict[str, int]] = {}
    for (first, second), count in sorted(found.items()):
        nested.setdefault(first, {})[second] = count
    return nested


def _results(_run: Run) -> dict[str, Any]:
    """What came of it: the register, licences and notices, ratings, requests and licences of joint cases."""
    return {
        "登记簿": _counted(Enterprise.objects.values_list("status", flat=True), dict(Enterprise._meta.get_field("status").flatchoices)),
        "证照和通知书": _counted(Certificate.objects.values_list("kind", flat=True), dict(Certificate.Kind.choices)),
        "联办的证照": _counted(Item.objects.values_list("state", flat=True), dict(Item.State.choices)),
        "企业诉求": _counted(Request.objects.values_list("state", flat=True), dict(Request.State.choices)),
        "好差评": _counted(Rating.objects.exclude(level="").values_list("level", flat=True), {}),
    }


def _counted(values: Iterable[str], names: Mapping[Any, Any]) -> dict[str, int]:
    return {str(names.get(value, value)): count for value, count in sorted(Counter(values).items())}


def _reading(run: Run) -> dict[str, Any]:
    """What the recogniser made of the words, held against what was meant: a value that differs, though nothing was asked, is the worst defect of the house."""
    told = list(Noted.objects.filter(run=run, kind="misread").order_by("key", "pk").values_list("key", "told"))
    rows = [{"blank": each["blank"], "read": each["read"], "meant": each["meant"], "said": each["said"]} for _key, each in told]
    statements = Step.objects.filter(run=run, kind__endswith=".says", done=True).count()
    left = Noted.objects.filter(run=run, kind="unfinished").order_by("key")
    return {
        "陈述": statements,
        "读得和意思不一样": len(rows),
        "各栏": _counted((str(each["blank"]) for each in rows), {}),
        "没有答完": left.count(),
        "前几处": rows[:LISTED],
    }


def _refused(run: Run) -> dict[str, Any]:
    """What the office said instead of doing it."""
    rows = Step.objects.filter(run=run).exclude(refused="").values_list("kind", "refused")
    return _nested(Counter((kind, why[:60]) for kind, why in rows))


def _papers(run: Run) -> dict[str, Any]:
    """Papers that were really drawn."""
    drawn = [each["count"] for each in Noted.objects.filter(run=run, kind="papers").values_list("told", flat=True)]
    return {"办件": len(drawn), "材料": sum(drawn)}


SECTIONS: dict[str, Section] = {"cases": _cases, "paths": _paths, "results": _results, "reading": _reading, "refused": _refused, "papers": _papers}
"""Every part of the report by its name."""

TITLES = {"cases": "办件", "paths": "办理经过", "results": "结果", "reading": "听懂了多少", "refused": "窗口没有办的", "papers": "出了的材料"}
