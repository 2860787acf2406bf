"""What was filled in with an act (所填): texts, numbers, days and units among its details, as every room reads them; and who looks at a record with it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Generic, TypeVar

from django.db.models import Model

from gaoxing.office.firing.pressed import Pressed
from gaoxing.office.people.models import Person, Unit

Row = TypeVar("Row", bound=Model)
_DIGITS = 19


@dataclass(frozen=True)
class Look(Generic[Row]):
    """A record that somebody looks at (None: the system), in a role, at a moment, with what was pressed."""

    row: Row
    by: Person | None
    role: str
    now: datetime
    pressed: Pressed


def text(details: Mapping[str, Any], name: str) -> str:
    """A text among what was pressed; empty where there is none."""
    found = details.get(name, "")
    return found.strip() if isinstance(found, str) else ""


def number(details: Mapping[str, Any], name: str) -> int:
    """The number of a record among what was pressed; 0, which no record has, where there is none."""
    found = str(details.get(name, ""))
    return int(found) if found.isascii() and found.isdigit() and len(found) < _DIGITS else 0


def day(details: Mapping[str, Any], name: str) -> date | None:
    """A day among what was pressed; None where there is none."""
    try:
        return date.fromisoformat(text(details, name))
    except ValueError:
        return None


def open_unit(details: Mapping[str, Any], *, on: date) -> Unit | None:
    """The unit that was chosen, where it still acts on a day."""
    found = Unit.objects.filter(pk=number(details, "unit")).first()
    return found if found and (found.closed is None or found.closed > on) else None
