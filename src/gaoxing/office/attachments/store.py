"""Where the content of attachments lies (附件存放): sealed files in the data folder, outside everything that is served, named by random tokens.

The file comes before its row and goes after it: what a kill leaves behind is a file without a row, which the tick takes away (`sweep`).
"""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime, timedelta
from pathlib import Path

from django.conf import settings

from gaoxing.engines import sealed_file
from gaoxing.engines.sealing import Sealer
from gaoxing.office.vault import office_sealer

FOLDER = "attachments"
CONTENT, PREVIEW = "content", "preview"

_ABANDONED = timedelta(hours=1)
"""A file without a row is younger than this only while its row is being written."""


def put(token: str, kind: str, content: bytes) -> None:
    """Seal a content or a preview. Raises a Fault where it cannot be written."""
    sealed_file.write(_path(token, kind), content, office_sealer(), place=_place(token, kind))


def get(token: str, kind: str) -> bytes:
    """What was put. Raises a Fault where it is gone or does not open."""
    return sealed_file.read(_path(token, kind), office_sealer(), place=_place(token, kind))


def remove(token: str) -> None:
    """Take both files away; what is gone already is gone."""
    for kind in (CONTENT, PREVIEW):
        _path(token, kind).unlink(missing_ok=True)


def keys_of(token: str) -> tuple[str, ...]:
    """The ids of the keys that its files are sealed under."""
    return tuple(sealed_file.key_of(path) for path in _there(token))


def reseal(token: str, sealer: Sealer) -> int:
    """Seal its files with the first key; how many needed it. May be broken off and run again. Raises a Fault where one does not open."""
    there = [kind for kind in (CONTENT, PREVIEW) if _path(token, kind).exists()]
    return sum(sealed_file.reseal(_path(token, kind), sealer, place=_place(token, kind)) for kind in there)


def sweep(tokens: Collection[str], *, now: datetime) -> int:
    """Take away the files, older than an hour, of no token among these; how many."""
    before, gone = (now - _ABANDONED).timestamp(), 0
    for path in _folder().glob("*/*"):
        if path.name.strip(".").partition(".")[0] not in tokens and path.stat().st_mtime < before:
            path.unlink(missing_ok=True)
            gone += 1
    return gone


def names_of(token: str) -> tuple[str, ...]:
    """The paths of its files below the data folder."""
    return tuple(f"{FOLDER}/{token[:2]}/{token}.{kind}" for kind in (CONTENT, PREVIEW))


def _there(token: str) -> list[Path]:
    return [path for kind in (CONTENT, PREVIEW) if (path := _path(token, kind)).exists()]


def _folder() -> Path:
    return Path(settings.DATA) / FOLDER


def _path(token: str, kind: str) -> Path:
    return _folder() / token[:2] / f"{token}.{kind}"


def _place(token: str, kind: str) -> str:
    return f"attachments.attachment:{token}:{kind}"
