"""What a backup says of the database in it (备份清单): rows of every table, migrations, the keys it needs, the audit's head, and the files that it names.

All of it is asked of the copy itself, or in the copy's own snapshot, in plain SQL that both databases understand: never of the office that goes on.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from importlib import import_module
from typing import Any

from django.apps import apps
from django.utils.module_loading import module_has_submodule

Ask = Callable[[str], Iterable[tuple[Any, ...]]]
"""Asks the database one question in SQL; the rows."""

TABLES = {
    "sqlite": "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%' ORDER BY name",
    "postgresql": "SELECT tablename FROM pg_tables WHERE schemaname = current_schema() ORDER BY tablename",
}


@dataclass(frozen=True)
class Facts:
    """What is in a database: rows by table, applied migrations, ids of the keys it needs, number and digest of the newest entry of the audit."""

    tables: dict[str, int]
    migrations: tuple[str, ...]
    keys: tuple[str, ...]
    number: int
    digest: str


def facts(ask: Ask, vendor: str) -> Facts:
    """What is in the database that `ask` asks. Raises the database's own error where it is none of ours."""
    tables = tables_of(ask, vendor)
    migrations = tuple(f"{app}.{name}" for app, name in ask("SELECT app, name FROM django_migrations ORDER BY app, name"))
    keys = tuple(key for (key,) in ask("SELECT key FROM keys_canary ORDER BY key"))
    number, digest = next(iter(ask("SELECT number, digest FROM audit_head")), (0, ""))
    return Facts(tables, migrations, keys, number, digest)


def tables_of(ask: Ask, vendor: str) -> dict[str, int]:
    """How many rows each table has; nothing of a database that is empty."""
    names = [name for (name,) in ask(TABLES[vendor])]
    return {name: next(iter(ask(f'SELECT count(*) FROM "{name}"')))[0] for name in names}  # noqa: S608 - the database's own names


def named_files(ask: Ask) -> Iterator[str]:
    """Every file of the data folder, as a path below it, that the database names: each app tells its own in `backed_up.py`."""
    for config in apps.get_app_configs():
        if config.name.startswith("gaoxing.") and module_has_submodule(config.module, "backed_up"):
            yield from import_module(f"{config.name}.backed_up").named(ask)
