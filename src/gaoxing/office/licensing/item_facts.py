"""What is known of one licence when somebody acts on it (证照事实), for the guards of casework/licence_item.toml."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime

from gaoxing.casework.table import Facts
from gaoxing.office.cases.facts import is_own
from gaoxing.office.cases.models import Case
from gaoxing.office.licensing import clocking
from gaoxing.office.licensing.models import Item
from gaoxing.office.people.models import Person

ASKED = "ask_correction"


@dataclass(frozen=True)
class Look:
    """An item that somebody looks at (None: the system) at a moment, with what the act hands in."""

    item: Item
    by: Person | None
    now: datetime
    given: Facts = field(default_factory=dict)


def facts(look: Look, wanted: Iterable[str]) -> dict[str, bool | int]:
    """These facts, as handed in, else as worked out."""
    return {name: look.given[name] if name in look.given else KNOWN[name](look) for name in wanted}


def _missing(item: Item, licences: Iterable[str]) -> int:
    """How many of these licences of the case are not granted."""
    names = list(licences)
    return len(names) - Item.objects.filter(case=item.case_id, licence__in=names, state=Item.State.GRANTED).count()


def _waits(look: Look) -> int:
    """What must come first and is not had; a correction of its own papers that is awaited counts too."""
    item = look.item
    correcting = item.case.state == Case.State.CORRECTION_ASKED and item.defects.exclude(sent=None).exists()
    return _missing(item, item.waits) + correcting


def _list_sent(look: Look) -> bool:
    return look.item.case.events.filter(act=ASKED).exists()


def _visit_due(look: Look) -> bool:
    return look.item.visit and look.item.inspected is None


def _visit_early(look: Look) -> bool:
    appointment = look.item.appointment
    return appointment is None or appointment.starts is None or appointment.starts > look.now


def _hearing_due(look: Look) -> bool:
    return look.item.hearing and not look.item.events.filter(act="close_hearing").exists()


def _overdue(look: Look) -> bool:
    read = clocking.reading(look.item.events.all(), now=look.now)
    return bool(read and read.late)


KNOWN: Mapping[str, Callable[[Look], bool | int]] = {
    "own_case": lambda look: is_own(look.item.case, look.by),
    "waits": _waits,
    "waits_to_decide": lambda look: _missing(look.item, look.item.decides),
    "list_sent": _list_sent,
    "visit_due": _visit_due,
    "visit_early": _visit_early,
    "hearing_due": _hearing_due,
    "hearing_none": lambda look: not look.item.hearing,
    "committed": lambda look: look.item.commitment is not None and look.item.committed is not None,
    "to_verify": lambda look: look.item.committed is not None and look.item.verify_by is not None and look.item.verified is None,
    "extensions": lambda look: look.item.events.filter(act="extend").count(),
    "extension_none": lambda look: not look.item.extension,
    "overdue": _overdue,
}
"""Fact → how it is worked out of what is stored."""
