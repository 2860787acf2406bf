"""Takes a file of enterprises in (登记簿导入): what was loaded before is brought up to date, so that a load may be run again after a stop."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from itertools import islice
from pathlib import Path

from gaoxing.office.enterprises.actions import record_all
from gaoxing.office.enterprises.rows import Unreadable, rows

STEP = 500
"""Enterprises in one transaction."""
SHOWN = 50
LARGEST = 512 * 1024 * 1024


@dataclass(frozen=True)
class Loaded:
    """What a load came to: rows read and taken in, and the numbers and reasons of the broken ones, the first fifty."""

    rows: int
    recorded: int
    broken: int
    first_broken: tuple[tuple[int, str], ...]


def load(path: Path, *, now: datetime, told: Callable[[int], object] = lambda _: None) -> Loaded:
    """Take a file in; `told` is given the number of rows read so far. Raises Unreadable, OSError."""
    if path.stat().st_size > LARGEST:
        raise Unreadable("文件超过 512 MB。请分成几个文件再导。")
    read, recorded = 0, 0
    broken: list[tuple[int, str]] = []
    every = rows(path.read_bytes(), table=path.suffix.lower() != ".json")
    while step := list(islice(every, STEP)):
        found = [each.enterprise for each in step if each.enterprise is not None]
        record_all(found, now=now)
        read, recorded = read + len(step), recorded + len(found)
        broken += [(each.number, each.reason) for each in step if each.enterprise is None]
        told(read)
    return Loaded(read, recorded, len(broken), tuple(broken[:SHOWN]))
