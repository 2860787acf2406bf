"""Taking a backup (做备份) while the office is open.

The files are copied first, then the database, then the files that came meanwhile. A file is written before its row and goes after it, and is never changed:
so whatever the copied database names was there in the first or in the second pass, but for what came and went between the two; then the database is
copied once more.
"""

from __future__ import annotations

import errno
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from django.conf import settings
from django.db import connection, transaction

from gaoxing import __version__
from gaoxing.engines.backup_archive import Writing, writing
from gaoxing.engines.fault import Fault
from gaoxing.engines.file_trouble import reason
from gaoxing.engines.sealing import KEY_FILE
from gaoxing.office.audit import actions as audit
from gaoxing.office.audit.entry import OPERATOR
from gaoxing.office.backup.copying import MEMBER, copy_database
from gaoxing.office.backup.facts import Facts
from gaoxing.office.backup.manifest import PURPOSE, Manifest
from gaoxing.office.keys.guard import require
from gaoxing.office.vault import digest, office_sealer

FILES, KEYS = "files", "keys"
"""The folders of an archive."""

SECRET = "secret.key"  # noqa: S105 - a file's name
LEFT_OUT = frozenset({"speech", "demo"})
"""Folders that are no part of the office: speech models, which are installed anew, and the demonstration."""

_LEFT_OUT_ENDINGS = (".key", ".sqlite3", ".sqlite3-wal", ".sqlite3-shm", ".csv", ".jsonl", ".txt", ".part")
_TRIES = 3
_FULL = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)

Told = Callable[[str, int, int], object]
"""Hears what is being copied, how much is done, and how much there is (0 where that is not known)."""


@dataclass(frozen=True)
class Taken:
    """A backup that lies on the disk: where, how large, and its manifest."""

    path: str
    size: int
    manifest: Manifest


def take(target: Path, *, now: datetime, with_key: bool = False, told: Told = lambda *_: None) -> Taken:
    """Make a backup at `target`. Raises a Fault with a sentence where it cannot be made: then nothing is left there."""
    folder = Path(settings.DATA)
    _require_place(target, folder)
    require()
    database = target.with_name(f"{target.name}.database.part")
    try:
        with writing(target) as archive:
            _files(archive, folder, told)
            found, missing = _database(archive, database, folder, told)
            files = sum(1 for name in archive.names if name.startswith(f"{FILES}/"))
            archive.add(MEMBER[connection.vendor], database)
            if with_key:
                _keys(archive, folder)
            manifest = _manifest(found, missing, files, now=now, with_key=with_key)
            archive.close(manifest.to_json(), lambda content: digest(content.decode(), purpose=PURPOSE))
    except OSError as trouble:
        raise Fault(_why(trouble), permanent=False) from trouble
    finally:
        for left in (database, *(database.with_name(f"{database.name}-{each}") for each in ("wal", "shm", "journal"))):
            left.unlink(missing_ok=True)
    with transaction.atomic():
        audit.write("backup.made_with_key" if with_key else "backup.made", actor=OPERATOR, now=now, details={"entry": found.digest})
    return Taken(str(target), target.stat().st_size, manifest)


def _require_place(target: Path, folder: Path) -> None:
    if target.exists():
        raise Fault(f"已经有 {target} 了，没有覆盖。请换一个名字，或写一个文件夹，会按时间起名。", permanent=True)
    if not target.parent.is_dir():
        raise Fault(f"没有 {target.parent} 这个文件夹，没有做备份。请先建好，或换一个地方。", permanent=True)
    if folder.resolve() in target.resolve().parents:
        raise Fault("备份不能放在数据目录里：目录丢了，备份也一起丢。请放到别的磁盘或别的机器上。", permanent=True)


def _files(archive: Writing, folder: Path, told: Told) -> None:
    """Copy what is not in the archive yet."""
    for number, path in enumerate(_standing(folder)):
        name = f"{FILES}/{path.relative_to(folder).as_posix()}"
        if not archive.holds(name):
            archive.add(name, path)
        if not number % 100:
            told("files", number, 0)


def _standing(folder: Path) -> Iterator[Path]:
    """The files of the data folder that belong to the office; drafts of files begin with a point."""
    for path in sorted(folder.iterdir()):
        if path.name.startswith(".") or path.is_symlink():
            continue
        if path.is_dir() and path.name not in LEFT_OUT:
            yield from (each for each in sorted(path.rglob("*")) if each.is_file() and not each.is_symlink() and not each.name.startswith("."))
        elif path.is_file() and not path.name.endswith(_LEFT_OUT_ENDINGS):
            yield path


def _database(archive: Writing, into: Path, folder: Path, told: Told) -> tuple[Facts, tuple[str, ...]]:
    """Copy the database until all that it names is in the archive; what is in it, and what is missing in spite of all."""
    for _ in range(_TRIES):
        found, named = copy_database(into, told=lambda done, whole: told("database", done, whole))
        into.chmod(0o600)
        _files(archive, folder, told)
        missing = tuple(name for name in named if not archive.holds(f"{FILES}/{name}"))
        if not missing:
            break
    return found, missing


def _keys(archive: Writing, folder: Path) -> None:
    archive.add_bytes(f"{KEYS}/{KEY_FILE}", "".join(f"{key.hex()}\n" for key in office_sealer().keys).encode())
    archive.add(f"{KEYS}/{SECRET}", folder / SECRET)


def _manifest(found: Facts, missing: tuple[str, ...], files: int, *, now: datetime, with_key: bool) -> Manifest:
    told: dict[str, Any] = {"version": __version__, "made": now.isoformat(), "database": connection.vendor, "files": files, "with_key": with_key}
    told |= {"tables": found.tables, "migrations": found.migrations, "keys": found.keys, "number": found.number, "digest": found.digest}
    return Manifest(**told, missing=missing)


def _why(trouble: OSError) -> str:
    if trouble.errno in _FULL:
        return "磁盘满了，备份没有做成，没有留下半份。请腾出地方，或把备份写到别的磁盘，再做一次。"
    return f"备份没有做成，没有留下半份：{reason(trouble)}。请检查路径、权限和磁盘，再做一次。"
