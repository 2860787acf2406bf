"""What the office needs to work, part by part (就绪检查), a word each: strangers may read them, so they tell of no path, number or version."""

from __future__ import annotations

import os
import shutil
from collections.abc import Mapping
from datetime import datetime, timedelta
from functools import cache
from pathlib import Path

from django.apps import apps
from django.db import Error, connection
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.recorder import MigrationRecorder

from gaoxing.engines.fault import Fault
from gaoxing.office.audit.models import Entry
from gaoxing.office.health.models import Beat
from gaoxing.office.health.ticking import TICK
from gaoxing.office.keys.guard import require

OK, DOWN, UNKNOWN, WAITING, NEWER, WRONG, LOW, CLOSED, NEVER, LATE, OLD, CLOCK = (
    *("ok", "down", "unknown", "waiting", "newer", "wrong", "low", "closed", "never", "late", "old", "clock"),
)
NEEDED = ("database", "structure", "key", "disk", "tick")
"""Without each of these the office is not ready; an old backup is told alone."""

MISSED = timedelta(minutes=3)
"""A tick comes each minute."""

DAILY = timedelta(hours=26)
"""A nightly backup, and two hours to make it."""

ROOM = 500 * 1024 * 1024
_BACKUPS = ("backup.made", "backup.made_with_key")


def looked(folder: Path, *, now: datetime) -> dict[str, str]:
    """A word for each part, as things stand at `now`. Never raises for what is amiss."""
    words = dict.fromkeys(("structure", "key", "tick", "backup"), UNKNOWN)
    try:
        structure = _structure()
        words |= {"database": OK, "structure": structure}
        if structure == OK:
            words |= {"key": _key(), "tick": _since(tick_at(), MISSED, LATE, now=now), "backup": _since(backup_at(), DAILY, OLD, now=now)}
    except Error:
        words["database"] = DOWN
    return {**words, "disk": _disk(folder)}


def ready(words: Mapping[str, str]) -> bool:
    """Whether the office works as it should."""
    return all(words[name] == OK for name in NEEDED)


def tick_at() -> datetime | None:
    """When the tick last came to its end."""
    return Beat.objects.filter(name=TICK).values_list("at", flat=True).first()


def backup_at() -> datetime | None:
    """When the last backup was made, as the audit has it; a restored office knows those of before."""
    return Entry.objects.filter(act__in=_BACKUPS).order_by("-number").values_list("at", flat=True).first()


def _structure() -> str:
    applied = set(MigrationRecorder(connection).applied_migrations())
    if _known() - applied:
        return WAITING
    own = {config.label for config in apps.get_app_configs() if config.name.startswith("gaoxing.")}
    return NEWER if {each for each in applied if each[0] in own} - _known() else OK


@cache
def _known() -> frozenset[tuple[str, str]]:
    """The migrations that this version comes with."""
    return frozenset(MigrationLoader(None).disk_migrations or {})


def _key() -> str:
    try:
        require()
    except Fault:
        return WRONG
    return OK


def _disk(folder: Path) -> str:
    try:
        free = shutil.disk_usage(folder).free
    except OSError:
        return CLOSED
    if not os.access(folder, os.W_OK):
        return CLOSED
    return LOW if free < ROOM else OK


def _since(at: datetime | None, longest: timedelta, word: str, *, now: datetime) -> str:
    """Whether something is recent enough; what lies in the future tells that the clock was set back."""
    if at is None:
        return NEVER
    if at - now > MISSED:
        return CLOCK
    return word if now - at > longest else OK
