"""Deletes what is due and counts it (到期删除). Each app tells what it keeps and how long in the `KEPT` of its own `kept.py`; the list is found by walking."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from importlib import import_module
from typing import Any

from django.apps import apps
from django.db import transaction
from django.db.models import F
from django.utils.module_loading import module_has_submodule
from django.utils.timezone import localdate

from gaoxing.office.retention.models import Deletion


@dataclass(frozen=True)
class Kept:
    """Something that is kept for a time: a word of the code, what it is called and how long it is kept, how many there are, how many are due, and the deed.

    `delete` deletes what is due at a moment and tells how many; it may run as often as one likes.
    """

    kind: str
    called: str
    rule: str
    held: Callable[[], int]
    due: Callable[[datetime], int]
    delete: Callable[[datetime], int]


def everything() -> tuple[Kept, ...]:
    """What every app of the office keeps for a time, the cellar first: the topmost app takes what the drafts deleted before it left behind."""
    found: list[Kept] = []
    for config in apps.get_app_configs():
        if config.name.startswith("gaoxing.") and module_has_submodule(config.module, "kept"):
            found += import_module(f"{config.name}.kept").KEPT
    return tuple(found)


def delete_due(*, now: datetime) -> dict[str, int]:
    """Delete everything that is due, and count it, kind by kind; what was deleted, by what it is called.

    Files that were deleted do not come back with a transaction: each kind keeps its own, and is counted when it is done.
    """
    done: dict[str, int] = {}
    for each in everything():
        if count := each.delete(now):
            note(each.kind, count, now=now)
            done[each.called] = count
    return done


def note(kind: str, count: int, *, now: datetime) -> None:
    """Count so many of a kind as deleted on this day."""
    row: dict[str, Any] = {"kind": kind, "day": localdate(now)}
    with transaction.atomic():
        Deletion.objects.get_or_create(**row)
        Deletion.objects.filter(**row).update(count=F("count") + count)
