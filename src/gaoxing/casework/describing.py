"""Writes tables of states as text tables (Markdown) for the docs: states, ways, conditions, reasons and limits, nothing that is not in the tables.

>>> from gaoxing.casework.tables import table
>>> sections((table("change"),))["limits"].splitlines()[2]
'| 3个工作日 | 3 working days | 3 | 《市场主体登记管理条例》第十九条 |'
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from gaoxing.casework.table import Table, Term, Transition

ALL = "all"


def sections(tables: Sequence[Table]) -> Mapping[str, str]:
    """The text tables by name: `states`, `ways`, `conditions`, `reasons`, `limits`. The tables share their states; a way that only some have names them."""
    first = tables[0]
    return {
        "states": _table(("state", "term", "English", "an applicant reads", "clock"), _states(first)),
        "ways": _table(("from", "act", "to", "who", "conditions", "what follows", "clock", "reason", "only for"), _ways(tables)),
        "conditions": _table(("condition", "fact", "must be", "otherwise"), _conditions(tables)),
        "reasons": _table(("kind", "reasons"), ((kind.term, "；".join(each.term for each in kind.choices)) for kind in first.reasons.values())),
        "limits": _table(("limit", "English", "working days", "basis"), ((each.term, each.english, each.days, each.basis) for each in first.limits.values())),
    }


def _states(table: Table) -> Iterable[Sequence[object]]:
    return ((f"`{each.id}`", each.term, each.english, each.plain, each.clock) for each in table.states.values())


def _ways(tables: Sequence[Table]) -> Iterable[Sequence[object]]:
    """The states from which the same row leads on stand in one line."""
    for row, having in _gathered(tables).items():
        first = having[0][0]
        sources = dict.fromkeys(source for _, source in having)
        only = dict.fromkeys(table.term for table, _ in having)
        yield (
            "、".join(first.states[source].term for source in sources),
            f"**{first.acts[row.act].term}** `{row.act}`",
            first.states[row.target].term if row.target else "不变",
            _terms(first.roles[role] for role in row.roles),
            ", ".join(f"`{guard}`" for guard in row.guards),
            _terms(first.effects[effect] for effect in row.effects),
            _clock(first, row),
            first.reasons[row.reason].term if row.reason else "",
            ALL if len(only) == len(tables) else "、".join(only),
        )


def _gathered(tables: Sequence[Table]) -> Mapping[Transition, list[tuple[Table, str]]]:
    """By act, each row without its source, which tables have it and from which states; a row that stays has no target."""
    found: dict[Transition, list[tuple[Table, str]]] = {}
    for table in tables:
        for row in table.transitions:
            target = "" if row.target == row.source else row.target
            bare = Transition("", row.act, target, row.roles, row.guards, row.effects, row.clock, row.limits, row.why, row.reason)
            found.setdefault(bare, []).append((table, row.source))
    order = list(tables[0].acts)
    return dict(sorted(found.items(), key=lambda each: order.index(each[0].act)))


def _clock(table: Table, row: Transition) -> str:
    limits = " or ".join(table.limits[limit].english for limit in row.limits)
    return f"{row.clock}: {limits}" if limits else row.clock or ""


def _conditions(tables: Sequence[Table]) -> Iterable[Sequence[object]]:
    used = {guard for table in tables for row in table.transitions for guard in row.guards}
    guards = [each for each in tables[0].guards.values() if each.id in used]
    return ((f"`{each.id}`", f"`{each.fact}`", str(each.must).lower(), each.sentence) for each in guards)


def _terms(terms: Iterable[Term]) -> str:
    return "、".join(each.term for each in terms)


def _table(head: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    lines = [head, ["---"] * len(head), *rows]
    return "\n".join("| " + " | ".join(str(cell) for cell in line) + " |" for line in lines) + "\n"
