"""The copied database of a backup (数据库副本), of one moment, and what is in it, on both databases."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable
from contextlib import closing
from pathlib import Path
from typing import Any

from django.db import connection
from django.db.backends.base.base import BaseDatabaseWrapper

from gaoxing.engines import database_copy
from gaoxing.office.backup.facts import Ask, Facts, facts, named_files

MEMBER = {"sqlite": "database.sqlite3", "postgresql": "database.pgdump"}
"""What the copy is called in an archive."""

Told = Callable[[int, int], object]
_SNAPSHOT = "SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY"


def copy_database(target: Path, *, told: Told) -> tuple[Facts, tuple[str, ...]]:
    """Copy this office's database into a file; what is in the copy, and the files that it names. Raises a Fault."""
    target.unlink(missing_ok=True)
    if connection.vendor == "sqlite":
        database_copy.copy_sqlite(Path(str(connection.settings_dict["NAME"])), target, told=told)
        with closing(sqlite3.connect(target)) as copy:
            return _asked(lambda sql: copy.execute(sql).fetchall(), "sqlite")
    return _copy_postgresql(target)


def parameters() -> dict[str, Any]:
    """The parameters of this office's database, as psycopg takes them."""
    found: dict[str, Any] = connection.get_connection_params()
    return found


def asking(wrapper: BaseDatabaseWrapper) -> Ask:
    """Asks over a connection of Django's."""

    def ask(sql: str) -> Iterable[tuple[Any, ...]]:
        with wrapper.cursor() as cursor:
            cursor.execute(sql)
            return list(cursor.fetchall())

    return ask


def _copy_postgresql(target: Path) -> tuple[Facts, tuple[str, ...]]:
    """The dump and the questions see one and the same snapshot."""
    other = connection.copy("backup")
    try:
        ask = asking(other)
        other.set_autocommit(False)
        with other.cursor() as cursor:
            cursor.execute(_SNAPSHOT)
        ((snapshot,),) = ask("SELECT pg_export_snapshot()")
        database_copy.dump_postgresql(parameters(), target, snapshot=str(snapshot))
        return _asked(ask, "postgresql")
    finally:
        other.close()


def _asked(ask: Ask, vendor: str) -> tuple[Facts, tuple[str, ...]]:
    return facts(ask, vendor), tuple(named_files(ask))
