"""What is known of a joint case when somebody acts on it (联办办件事实), for the guards of casework/joint_licence.toml."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from django.db.models import QuerySet

from gaoxing.casework.table import Running
from gaoxing.casework.tables import table
from gaoxing.office.cases.clocking import calendar
from gaoxing.office.cases.facts import Look
from gaoxing.office.cases.models import Case
from gaoxing.office.licensing.models import Defect, Item

TERM = 5
"""Working days in which the units say whether the papers are complete (《行政许可法》第三十二条)."""

OVER = frozenset(state.id for state in table("licence_item").states.values() if state.clock is Running.STOPPED)
"""The states in which an item has its outcome."""


def open_items(case: Case) -> QuerySet[Item]:
    """The items that have no outcome yet."""
    return Item.objects.filter(case=case).exclude(state__in=OVER)


def unsent(case: Case) -> QuerySet[Defect]:
    """The defects that were not told yet, of items that still go on."""
    return Defect.objects.filter(item__case=case, sent=None).exclude(item__state__in=OVER)


def silent(look: Look) -> int:
    """How many units have not said yet whether their papers are complete; none once their term is over."""
    case = look.case
    if case.filed is not None:
        held = calendar()
        if held.closing(held.after(held.day(case.filed), TERM)) < look.now:
            return 0
    return open_items(case).filter(said=None).count()


KNOWN: Mapping[str, Callable[[Look], bool | int]] = {
    "units_silent": silent,
    "defects_unsent": lambda look: unsent(look.case).count(),
    "nothing_defective": lambda look: not unsent(look.case).exists(),
    "items_open": lambda look: open_items(look.case).count(),
}
"""Fact → how it is worked out."""
