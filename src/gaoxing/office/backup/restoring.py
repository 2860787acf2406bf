"""Restoring (从备份恢复) into a new data folder, and on PostgreSQL into an empty database; nothing that stands is ever written over.

The data folder of this process is a draft beside the place that is wanted (`cli/restore.py`); it takes the name when everything was checked.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from dataclasses import asdict, dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import Any

from django.apps import apps
from django.conf import settings
from django.core.management import call_command
from django.db import connection, transaction

from gaoxing.engines import backup_archive, database_copy
from gaoxing.engines.fault import Fault
from gaoxing.engines.sealing import KEY_FILE, key_id
from gaoxing.office.audit import actions as audit
from gaoxing.office.audit import queries, triggers
from gaoxing.office.audit.entry import OPERATOR
from gaoxing.office.audit.verifying import Verdict, verify
from gaoxing.office.backup.copying import MEMBER, asking, parameters
from gaoxing.office.backup.facts import named_files, tables_of
from gaoxing.office.backup.manifest import PURPOSE, Manifest
from gaoxing.office.backup.taking import FILES, KEYS, SECRET
from gaoxing.office.sealed import SealedColumn, everything
from gaoxing.office.vault import digests, office_sealer

_ENDS = 3
"""Records at either end of a sealed column that are opened."""


@dataclass(frozen=True)
class Restored:
    """What was restored, and what of it is not as it should be: the audit's verdict, sealed values that do not open, files that are named and missing."""

    manifest: Manifest
    members: int
    verdict: Verdict
    guarded: bool
    opened: int
    unopened: tuple[str, ...]
    missing: tuple[str, ...]

    @property
    def whole(self) -> bool:
        """Whether nothing is amiss."""
        return not (self.verdict.broken or self.unopened or self.missing) and self.guarded

    def to_json(self) -> dict[str, Any]:
        """As the terminal is told."""
        return asdict(replace(self, manifest=replace(self.manifest, migrations=(), missing=()))) | {"whole": self.whole}


def restore(archive: Path, *, now: datetime, key_file: Path | None = None) -> Restored:
    """Restore into this process's data folder and database. Raises a Fault with a sentence where it cannot be: then the database is as empty as before."""
    folder = Path(settings.DATA)
    told, content, signature = backup_archive.told_by(archive)
    manifest = Manifest.from_json(told)
    _require_database(manifest)
    members = backup_archive.unpack(archive, folder / "unpacked", digests=manifest.digests)
    _place_keys(folder, manifest, key_file)
    if signature not in digests(content.decode(), purpose=PURPOSE):
        raise Fault("备份的签名对不上：清单被人改过，或者不是这个窗口的备份。没有恢复，请查明原因。", permanent=True)
    _place(folder, manifest)
    _require_rows(manifest)
    call_command("migrate", interactive=False, verbosity=0)
    restored = _looked_over(manifest, members, folder)
    with transaction.atomic():
        audit.write("backup.restored", actor=OPERATOR, now=now, details={"made": manifest.made, "entry": manifest.digest})
    connection.close()
    return restored


def _require_database(manifest: Manifest) -> None:
    if manifest.database != connection.vendor:
        wanted = "请用 DATABASE_URL 写明一个空的数据库" if manifest.database == "postgresql" else "请去掉 DATABASE_URL"
        raise Fault(f"这份备份是 {manifest.database} 的，现在设的是 {connection.vendor}，没有恢复。{wanted}，再恢复一次。", permanent=True)
    if connection.vendor == "postgresql" and tables_of(asking(connection), connection.vendor):
        raise Fault("DATABASE_URL 写的数据库里已经有东西，没有恢复，什么也没有改。请先建一个空的数据库。", permanent=True)


def _place_keys(folder: Path, manifest: Manifest, key_file: Path | None) -> None:
    """Put the keys where the office looks for them, if they open this backup."""
    packed, own = folder / "unpacked" / KEYS / KEY_FILE, folder / KEY_FILE
    if not settings.GAOXING_KEY.strip() and (source := key_file or (packed if packed.exists() else None)) is not None:
        own.touch(mode=0o600)
        own.write_bytes(source.read_bytes())
    if (secret := packed.with_name(SECRET)).exists():
        secret.replace(folder / SECRET)
    wanted = "、".join(manifest.keys)
    if not settings.GAOXING_KEY.strip() and not own.exists():
        told = f"请用 --key 指出另存的密钥文件，或用 GAOXING_KEY 给出（编号 {wanted}）"
        raise Fault(f"备份里没有密钥，没有密钥就打不开，没有恢复。{told}。", permanent=True)
    if set(manifest.keys) - {key_id(key).hex() for key in office_sealer().keys}:
        raise Fault(f"给的密钥打不开这份备份，没有恢复。请给出备份时的密钥（编号 {wanted}），几把就都要。", permanent=True)


def _place(folder: Path, manifest: Manifest) -> None:
    unpacked = folder / "unpacked"
    database = unpacked / MEMBER[manifest.database]
    if manifest.database == "postgresql":
        database_copy.load_postgresql(parameters(), database)
    else:
        connection.close()
        database.replace(Path(str(connection.settings_dict["NAME"])))
    for path in sorted((unpacked / FILES).iterdir()) if (unpacked / FILES).is_dir() else ():
        path.replace(folder / path.name)
    shutil.rmtree(unpacked)


def _require_rows(manifest: Manifest) -> None:
    found = tables_of(asking(connection), connection.vendor)
    if unlike := [name for name, count in manifest.tables.items() if found.get(name) != count]:
        told = f"恢复出来的 {unlike[0]} 有 {found.get(unlike[0], 0):,} 行，备份时有 {manifest.tables[unlike[0]]:,} 行"
        raise Fault(f"{told}，没有恢复。请换一份备份。", permanent=True)


def _looked_over(manifest: Manifest, members: int, folder: Path) -> Restored:
    head = queries.head()
    verdict = verify(queries.rows(queries.Wanted()), head, anchors=[(manifest.number, manifest.digest)] if manifest.number else [])
    tried = list(_tried())
    unopened = tuple(name for name, opens in tried if not opens)
    missing = tuple(name for name in named_files(asking(connection)) if not (folder / name).is_file())
    return Restored(manifest, members, verdict, triggers.standing(connection), len(tried), unopened, missing)


def _tried() -> Iterator[tuple[str, bool]]:
    """The first and the last sealed values of every column, by name and record number, and whether each opens."""
    for column in everything():
        if isinstance(column, SealedColumn):
            rows = apps.get_model(column.model)._base_manager.exclude(**{column.column: b""}).exclude(**{f"{column.column}__isnull": True})
            ends = {row.pk: row for row in (*rows.order_by("pk")[:_ENDS], *rows.order_by("-pk")[:_ENDS])}
            yield from ((f"{column.name} {number}", _opens(column, row)) for number, row in ends.items())


def _opens(column: SealedColumn, row: Any) -> bool:
    try:
        office_sealer().unseal(bytes(getattr(row, column.column)), place=column.place(row))
    except Fault:
        return False
    return True
