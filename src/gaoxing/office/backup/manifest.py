"""A backup's manifest (备份清单): which version made it when, of what database, what is in it and which keys open it.

It is signed by a keyed digest: whoever has no key can neither open a backup nor write one that this office takes for its own.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any

from django.db.migrations.loader import MigrationLoader

from gaoxing.engines.fault import Fault

FORMAT = 1
PURPOSE = "backup manifest"
"""The purpose under which a manifest's bytes become a keyed digest."""


@dataclass(frozen=True)
class Manifest:
    """What is told of a backup. `missing` are the files that the database names and the data folder had not; `digests` is the list's own digest."""

    version: str
    made: str
    database: str
    tables: dict[str, int]
    migrations: tuple[str, ...]
    keys: tuple[str, ...]
    number: int
    digest: str
    files: int
    with_key: bool
    missing: tuple[str, ...] = ()
    digests: str = ""
    format: int = FORMAT

    def to_json(self) -> dict[str, Any]:
        """Every attribute."""
        return asdict(self)

    @classmethod
    def from_json(cls, told: Mapping[str, Any]) -> Manifest:
        """The manifest as it was written. Raises a permanent Fault with a sentence where a newer version wrote it, or it is none."""
        if told.get("format") != FORMAT:
            raise _newer(told)
        try:
            lists = {name: tuple(told[name]) for name in ("migrations", "keys", "missing")}
            found = cls(**{**told, **lists})
        except (TypeError, KeyError):
            raise Fault("备份文件的清单读不懂，没有恢复。请换一份备份。", permanent=True) from None
        if set(found.migrations) - _known():
            raise _newer(told)
        return found


def _newer(told: Mapping[str, Any]) -> Fault:
    version = str(told.get("version", ""))[:40]
    return Fault(f"这份备份是更新的版本（{version}）做的，这一版读不了，没有恢复。请先把高兴办升到那一版，再恢复。", permanent=True)


def _known() -> set[str]:
    """Every migration that this version knows, by app and name, those too that were squashed since."""
    disk = MigrationLoader(None).disk_migrations
    return {f"{app}.{name}" for app, name in disk} | {f"{app}.{former}" for (app, _), each in disk.items() for _, former in each.replaces}
