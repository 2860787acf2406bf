"""Copies of a database that is in use (数据库副本): SQLite by its online backup, PostgreSQL by `pg_dump` and `pg_restore` of the client tools.

Both copies are of one moment, while others go on writing.
"""

from __future__ import annotations

import os
import shutil
import sqlite3
import subprocess
from collections.abc import Callable, Mapping, Sequence
from contextlib import closing
from pathlib import Path

from gaoxing.engines.fault import Fault

PAGES = 4096
"""Pages of SQLite that are copied between two words of how far it is."""

PATIENCE = 20.0
"""Seconds that a lock is waited for."""

_VARIABLES = {"dbname": "PGDATABASE", "user": "PGUSER", "password": "PGPASSWORD", "host": "PGHOST", "port": "PGPORT", "sslmode": "PGSSLMODE"}
_FURTHER = {"sslrootcert": "PGSSLROOTCERT", "sslcert": "PGSSLCERT", "sslkey": "PGSSLKEY", "service": "PGSERVICE", "passfile": "PGPASSFILE"}
_SHOWN = 300


def copy_sqlite(source: Path, target: Path, *, told: Callable[[int, int], object] = lambda *_: None) -> None:
    """Copy a database as it is at this moment into a new file; `told` hears how many pages are done, and how many there are.

    The read transaction holds the moment: writers go on in the write-ahead log, and the copy never has to begin anew. Raises a Fault with a sentence.
    """
    try:
        with closing(sqlite3.connect(source, timeout=PATIENCE, isolation_level=None)) as live, closing(sqlite3.connect(target)) as copy:
            live.execute("BEGIN")
            live.execute("SELECT count(*) FROM sqlite_master").fetchone()
            live.backup(copy, pages=PAGES, progress=lambda _, left, whole: told(whole - left, whole))
            copy.execute("PRAGMA journal_mode=DELETE")
            answer = copy.execute("PRAGMA quick_check(1)").fetchone()[0]
    except sqlite3.Error as trouble:
        raise Fault(f"数据库没有拷成：{_why(trouble)}。没有留下备份。", permanent=False) from None
    if answer != "ok":
        raise Fault("数据库文件里头坏了，备份也会是坏的，没有做。请停下窗口，从上一份备份恢复。", permanent=True)


def dump_postgresql(parameters: Mapping[str, object], target: Path, *, snapshot: str) -> None:
    """Dump the database of psycopg's `parameters` in the custom format, as a transaction sees it that exported its `snapshot`. Raises a Fault."""
    words = ("--format=custom", "--no-owner", "--no-privileges", f"--snapshot={snapshot}", f"--file={target}")
    _run("pg_dump", words, parameters, "数据库没有拷成，没有留下备份")


def load_postgresql(parameters: Mapping[str, object], dump: Path) -> None:
    """Load a dump into the empty database of psycopg's `parameters`: whole or not at all. Raises a Fault."""
    words = ("--no-owner", "--no-privileges", "--exit-on-error", "--single-transaction", f"--dbname={parameters.get('dbname', '')}", str(dump))
    _run("pg_restore", words, parameters, "数据库没有恢复成，里头什么也没有写")


def environment(parameters: Mapping[str, object]) -> dict[str, str]:
    """The client tools' environment for psycopg's parameters: a password never stands in a command line.

    >>> environment({"dbname": "office", "port": 5433, "password": "x", "cursor_factory": None})["PGPORT"]
    '5433'
    """
    known = {**_VARIABLES, **_FURTHER}
    given = {known[name]: str(value) for name, value in parameters.items() if name in known and value not in (None, "")}
    return {**{name: value for name, value in os.environ.items() if not name.startswith("PG")}, **given}


def _run(program: str, words: Sequence[str], parameters: Mapping[str, object], told: str) -> None:
    found = shutil.which(program)
    if found is None:
        raise Fault(f"{told}：没有找到 {program}。请装 PostgreSQL 的客户端软件包（Debian：postgresql-client），版本不低于数据库的。", permanent=True)
    done = subprocess.run([found, *words], env=environment(parameters), capture_output=True, text=True, errors="replace", check=False)  # noqa: S603 - our own words
    if done.returncode:
        last = next((line for line in reversed(done.stderr.splitlines()) if line.strip()), "没有说原因")
        raise Fault(f"{told}。{program} 说：{last.strip()[:_SHOWN]}", permanent=False)


def _why(trouble: sqlite3.Error) -> str:
    name = getattr(trouble, "sqlite_errorname", "")
    if name.startswith("SQLITE_FULL"):
        return "磁盘满了，请腾出与数据库一样大的两份地方，或把备份写到别的磁盘"
    if name.startswith(("SQLITE_CORRUPT", "SQLITE_NOTADB")):
        return "数据库文件坏了，请从上一份备份恢复"
    return "数据库被占着或打不开，请稍后再试" if name.startswith(("SQLITE_BUSY", "SQLITE_LOCKED")) else "读写没有成功，请检查磁盘和权限"
