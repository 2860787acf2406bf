"""The limits of the request loop (诉求办理时限): by category and grade, and of every step between; data of `limits.toml`, none of them confirmed [K].

>>> limits().of("construction").days, limits().of("construction", urgent=True).days, limits().of("amenities", grade="complex").days
(5, 3, 15)
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

_SOURCE = "limits.toml"
_SECTIONS = {"steps", "hours", "silence", "reopening", "grades", "categories", "urgent"}
_STEPS = {"receive", "contact", "decompose", "sign", "object", "advise", "supervision", "double_red"}
_STEPS |= {"extension_before", "enterprise_reminded", "enterprise_given_up"}
_HOURS = {"contact_urgent"}


@dataclass(frozen=True)
class Grade:
    """How hard a part is (难易): its working days and by how many it may be extended; 0 where it may not."""

    id: str
    term: str
    english: str
    days: int
    extension: int


@dataclass(frozen=True)
class Limits:
    """Every limit of the loop. Days are working days, but for `reopen_days` (natural ones); `hours` are working hours.

    `steps` and `hours` by name as in the file; `reminders` and `lapse` of silence; `to_the_top`: so many dissatisfactions bring a request to the first leader.
    """

    steps: Mapping[str, int]
    hours: Mapping[str, int]
    reminders: tuple[int, ...]
    lapse: int
    reopen_days: int
    to_the_top: int
    grades: Mapping[str, Grade]
    categories: Mapping[str, str]
    urgent: str

    def of(self, category: str, *, grade: str = "", urgent: bool = False) -> Grade:
        """The grade of a part: the one that was chosen, else its category's; an urgent part has at most the urgent grade's days.

        Raises KeyError for a category or grade that the file does not know.
        """
        found, quick = self.grades[grade or self.categories[category]], self.grades[self.urgent]
        return quick if urgent and found.days > quick.days else found


def load(text: str) -> Limits:
    """The limits of a TOML text, checked. Raises ValueError that says what is missing, unknown or no number of days."""
    try:
        found = _made(tomllib.loads(text))
    except KeyError as fault:
        raise ValueError(f"limits: missing key {fault}") from fault
    except TypeError as fault:
        raise ValueError(f"limits: {str(fault).partition(') ')[2] or fault}") from fault
    if faults := _faults(found):
        raise ValueError("limits: " + "; ".join(faults))
    return found


@cache
def limits() -> Limits:
    """The limits that lie in this folder."""
    return load(files("gaoxing.casework.aftercare").joinpath(_SOURCE).read_text(encoding="utf-8"))


def _made(told: Mapping[str, Any]) -> Limits:
    if unknown := sorted(set(told) - _SECTIONS):
        raise ValueError(f"limits: unknown sections: {', '.join(unknown)}")
    return Limits(
        steps=dict(told["steps"]),
        hours=dict(told["hours"]),
        reminders=tuple(told["silence"]["reminders"]),
        lapse=told["silence"]["lapse"],
        reopen_days=told["reopening"]["days"],
        to_the_top=told["reopening"]["rejections_to_the_top"],
        grades={each["id"]: Grade(**each) for each in told["grades"]},
        categories=dict(told["categories"]),
        urgent=told["urgent"]["grade"],
    )


def _faults(found: Limits) -> list[str]:
    counted = {**found.steps, **found.hours, "lapse": found.lapse, "reopening": found.reopen_days, "rejections_to_the_top": found.to_the_top}
    counted |= {f"grade {each.id}": each.days for each in found.grades.values()}
    faults = [f"{name} must be a whole number from 1" for name, days in counted.items() if type(days) is not int or days < 1]
    faults += [f"unknown or missing step {name}" for name in sorted({*set(found.steps) ^ _STEPS, *set(found.hours) ^ _HOURS})]
    faults += [f"{name}: no grade {grade!r}" for name, grade in (*found.categories.items(), ("urgent", found.urgent)) if grade not in found.grades]
    if faults:
        return faults
    spans = (*found.reminders, found.lapse)
    return [] if list(spans) == sorted(set(spans)) and spans[0] > 0 else ["silence: reminders must rise and come before the lapse"]
