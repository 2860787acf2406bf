"""The data folder (数据目录): where the database, the keys and the speech models lie. `GAOXING_DATA` names it, else the platform's own place."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path


def data_folder(environ: Mapping[str, str]) -> Path:
    """The folder as an absolute path; it need not exist yet.

    >>> data_folder({"GAOXING_DATA": "/srv/gaoxing"}).as_posix()
    '/srv/gaoxing'
    """
    named = environ.get("GAOXING_DATA", "").strip()
    if named:
        return Path(named).expanduser().resolve()
    home = environ.get("LOCALAPPDATA") if os.name == "nt" else environ.get("XDG_DATA_HOME")
    return (Path(home) if home else Path.home() / ".local" / "share") / "gaoxing"
