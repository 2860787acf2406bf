"""What is known when somebody acts on a project (流转的事实): the facts that the guards of `casework/project.toml` ask for."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal

from django.utils.timezone import localdate

from gaoxing.checks.deadline import whole_day
from gaoxing.checks.projects.due import Standing
from gaoxing.forms import Form
from gaoxing.forms.field import Field, Kind
from gaoxing.forms.typing import Unfit, typed_value
from gaoxing.office.firing import pressed
from gaoxing.office.projects.models import Project
from gaoxing.office.projects.queries import invested, reminded, two_years
from gaoxing.standards import project_code
from gaoxing.standards.invalid import Invalid

SUM = Field("invested", "当月完成投资", Kind.MONEY)
_ABOVE = Decimal("1.2")
"""So many times the total may be done before the sum is asked about: a fifth above it."""

_UNITS = ("元", "万", "亿", "千", "百", "块")
_ENOUGH_MONTH = len("2026-11")


@dataclass(frozen=True)
class Content:
    """What is filed anew: the whole form, how large the change is (empty at filing), and whether somebody is to look at it."""

    form: Form
    weight: str = ""
    to_look: bool = False


@dataclass(frozen=True)
class Pressed(pressed.Pressed):
    """What was pressed on a project; `content` is what filing and changing hand in."""

    content: Content | None = None


@dataclass(frozen=True)
class Look:
    """What is looked at: the project, what was pressed, and when."""

    row: Project
    pressed: Pressed
    now: datetime

    @property
    def today(self) -> date:
        """The day on which somebody acts."""
        return localdate(self.now)


def day_of(pressed: Pressed) -> date | None:
    """The day that was typed whole; None else."""
    return whole_day(str(pressed.details.get("day") or "").strip())


def month_of(pressed: Pressed) -> date | None:
    """The first day of the month that was typed (2026-11); None else."""
    text = str(pressed.details.get("month") or "").strip()
    return whole_day(f"{text}-01") if len(text) == _ENOUGH_MONTH else None


def sum_of(pressed: Pressed) -> Decimal | None:
    """The sum that was typed with its unit, in yuan; None where it is none, has no unit, or is in other money."""
    text = str(pressed.details.get("invested") or "").strip()
    return yuan_of(text)


def yuan_of(text: str) -> Decimal | None:
    """A sum with its unit (850万元, 1.2亿), in yuan; a bare figure is none: it could be 元 or 万元."""
    if not any(unit in text for unit in _UNITS):
        return None
    try:
        told = typed_value(SUM, text, SUM.id) if text else None
    except Unfit:
        return None
    return Decimal(str(told["amount"])) if isinstance(told, Mapping) and told["currency"] == "CNY" else None


def code_of(pressed: Pressed) -> str:
    """The platform's code that was typed; empty where it is none, or only a provisional one."""
    try:
        found = project_code.parse(str(pressed.details.get("code") or ""))
    except Invalid:
        return ""
    return "" if found.provisional else found.code


def _start_unfit(look: Look) -> bool:
    day = day_of(look.pressed)
    return day is None or day > look.today


def _month_unfit(look: Look) -> bool:
    month, started = month_of(look.pressed), look.row.started
    return month is None or started is None or not started.replace(day=1) <= month <= look.today


def _sum_unfit(look: Look) -> bool:
    return sum_of(look.pressed) is None


def _sum_implausible(look: Look) -> bool:
    done, total = sum_of(look.pressed), look.row.total
    if done is None or total is None or look.row.currency != "CNY" or look.pressed.details.get("sure") == "yes":
        return False
    return invested(look.row, without=month_of(look.pressed)) + done > total * _ABOVE


def _completion_unfit(look: Look) -> bool:
    day = day_of(look.pressed)
    return day is None or day > look.today or (look.row.started is not None and day < look.row.started)


def _procedure_unfit(look: Look) -> bool:
    return _start_unfit(look) or not look.pressed.note.strip()


def _code_taken(look: Look) -> bool:
    code = code_of(look.pressed)
    return bool(code) and Project.objects.filter(code=code).exclude(pk=look.row.pk).exists()


FACTS: Mapping[str, Callable[[Look], bool]] = {
    "start_unfit": _start_unfit,
    "month_unfit": _month_unfit,
    "sum_unfit": _sum_unfit,
    "sum_implausible": _sum_implausible,
    "completion_unfit": _completion_unfit,
    "procedure_unfit": _procedure_unfit,
    "explanation_missing": lambda look: not look.pressed.note.strip(),
    "code_unfit": lambda look: not code_of(look.pressed),
    "code_taken": _code_taken,
    "looked_at": lambda look: not look.row.to_look,
    "within_two_years": lambda look: two_years(look.row, on=look.today) is Standing.FRESH,
    "never_reminded": lambda look: not reminded(look.row, on=look.today),
    "answered": lambda look: two_years(look.row, on=look.today) in (Standing.STARTED, Standing.PROCEDURE, Standing.EXPLAINED),
}
"""Every fact but those that filing and changing hand in."""
