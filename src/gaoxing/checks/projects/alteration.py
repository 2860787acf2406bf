"""How large a change of a filed project is (变更分级): field by field, and the whole as minor, major or a project of its own.

《企业投资项目核准和备案管理条例》第十四条 in force 2017-02-01 names no number; `checks/project.toml` holds Guangdong's yardstick until the
zone's own is known [K].

>>> from datetime import date
>>> from gaoxing.checks import parameters
>>> old = Form("project_filing", "2017", {"total_investment": Answer({"amount": "100000000", "currency": "CNY"}, Source.TYPED)})
>>> new = old.with_answers({"total_investment": Answer({"amount": "125000000", "currency": "CNY"}, Source.TYPED)})
>>> [each] = differences(old, new, parameters.in_force(project.FIGURES, date(2026, 11, 25)))
>>> each.weight.value, each.why
('major', '变动25%')
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import ROUND_DOWN, Decimal
from enum import StrEnum
from typing import Any

from gaoxing.checks import project
from gaoxing.checks.rule import Figures
from gaoxing.forms.form import Answer, Form, Source
from gaoxing.forms.project import ITEMS

CONTACT = ("contact.name", "contact.mobile")
BASIS = "《企业投资项目核准和备案管理条例》第十四条，较大变更的口径参考广东省（未核实）"


class Weight(StrEnum):
    """How much a change weighs (变更分级), the lightest first."""

    MINOR = "minor"
    MAJOR = "major"
    NEW_FILING = "new_filing"


TERMS = {Weight.MINOR: "一般变更", Weight.MAJOR: "较大变更", Weight.NEW_FILING: "要重新备案"}
"""What each is called."""


@dataclass(frozen=True)
class Difference:
    """A blank that differs: its values as stored (None: empty), how much that weighs by itself and why."""

    item: str
    label: str
    old: Any
    new: Any
    weight: Weight
    why: str = ""


def differences(old: Form, new: Form, figures: Figures) -> tuple[Difference, ...]:
    """Every blank of a filed project that differs, in the order of the form."""
    found = [(item, label, _value(old, item), _value(new, item)) for item, label in ITEMS]
    return tuple(Difference(item, label, before, after, *_weighed(item, before, after, figures)) for item, label, before, after in found if before != after)


def classed(found: Sequence[Difference], figures: Figures) -> Weight | None:
    """How much the change weighs as a whole: what is a project of its own only together counts so; None where nothing differs."""
    if not found:
        return None
    items = {each.item for each in found}
    if any(items.issuperset(together) for together in figures["another_project_together"]):
        return Weight.NEW_FILING
    return max((each.weight for each in found), key=list(Weight).index)


def altered(filed: Form, change: Form) -> Form:
    """A filed project's form as the form of a change (备案变更) alters it; an item that is not said anew stays."""
    said = {}
    for row in change.rows("changes"):
        item, to = str(row.get("item") or ""), row.get("to")
        if item == "contact" and isinstance(to, dict):
            said.update({f"contact.{name}": Answer(value, Source.TYPED) for name, value in to.items() if value})
        elif item in dict(ITEMS) and to not in (None, ""):
            said[item] = Answer(to, Source.TYPED)
    return replace(filed, answers={**filed.answers, **said})


def _value(form: Form, item: str) -> Any:
    if item != "contact":
        return form.value(item)
    told = tuple(form.value(path) for path in CONTACT)
    return told if any(told) else None


def _weighed(item: str, old: Any, new: Any, figures: Figures) -> tuple[Weight, str]:
    """How much one blank's change weighs, and why."""
    if old is None or new is None:
        return (Weight.MAJOR, "原来没有") if old is None and item in figures["major_items"] else (Weight.MINOR, "")
    if item in figures["major_items"]:
        return Weight.MAJOR, "属于较大变更的事项"
    if item not in figures["scale_items"]:
        return Weight.MINOR, ""
    return _moved(old, new, figures["larger_change_percent"])


def _moved(old: Any, new: Any, most: int) -> tuple[Weight, str]:
    """An amount or an area that moves by so many percent or more; in another currency nobody can say, so it weighs."""
    before, after = _amount(old), _amount(new)
    if before is None or after is None or before[1] != after[1] or not before[0]:
        return Weight.MAJOR, "前后没法比较"
    share = abs(after[0] - before[0]) * 100 / before[0]
    told = share.quantize(Decimal("0.1"), ROUND_DOWN).normalize()
    return (Weight.MAJOR if share >= most else Weight.MINOR), f"变动{told:f}%"


def _amount(value: Any) -> tuple[Decimal, str] | None:
    known = project.number(value)
    return project.money(value) or (None if known is None else (known, ""))
