"""Takes a file of names in (名称导入): in steps, each one transaction with the position it reached, so that a kill loses nothing and repeats nothing."""

from __future__ import annotations

import csv
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from hashlib import sha256
from io import StringIO
from itertools import islice
from pathlib import Path
from typing import BinaryIO

from django.db import transaction

from gaoxing.names.keys import EDITION
from gaoxing.office.audit import actions as audit
from gaoxing.office.audit.entry import OPERATOR
from gaoxing.office.names.bulk import making_room
from gaoxing.office.names.entry import Entry, Reading, Unreadable
from gaoxing.office.names.files import Row, Source, digest, opened
from gaoxing.office.names.models import NameLoad
from gaoxing.office.names.storing import store

STEP = 10_000
"""Rows read, split and written at once."""
TOGETHER = 5
"""Steps in one transaction: the keys of a step lie all over the index, so that each commit writes much of it anew."""
REPORT_HEADING = "行号,原因,内容\n"


@dataclass(frozen=True)
class Progress:
    """How far a load is: the share read, and the counts so far."""

    share: float
    rows: int
    added: int
    changed: int
    broken: int


@dataclass(frozen=True)
class Loaded:
    """What a load came to. `resumed` is the rows that an earlier run had read; `first_broken` the first reasons of this run."""

    progress: Progress
    resumed: int
    first_broken: tuple[tuple[int, str], ...]
    finished_before: bool = False


@dataclass
class _Step:
    """The rows of one transaction."""

    entries: list[Entry] = field(default_factory=list)
    broken: list[tuple[int, str, str]] = field(default_factory=list)
    end: int = 0
    rows: int = 0


def load(
    path: Path, prefecture: int, now: datetime, *, report: Path, told: Callable[[Progress], object] = lambda _: None, again: bool = False, shown: int = 20
) -> Loaded:
    """Take a file in, or what an earlier run left of it. Broken rows go to `report`. Raises Unreadable, OSError."""
    source = opened(path)
    reading = Reading(source.heading, prefecture=prefecture, on=now.date())
    state = _begun(_mark(path, prefecture), now, again=again)
    resumed = state.rows
    first: list[tuple[int, str]] = []
    if state.finished:
        return Loaded(_progress(state, source), resumed, (), finished_before=True)
    with _report(report, state.report_size) as reported, making_room():
        steps = _steps(source.rows(state.position, state.rows + 1), reading)
        for step in steps:
            with transaction.atomic():
                first += _take(state, step, reported)[: shown - len(first)]
                for another in islice(steps, TOGETHER - 1):
                    told(_progress(state, source))
                    first += _take(state, another, reported)[: shown - len(first)]
            told(_progress(state, source))
    with transaction.atomic():
        state.finished = now
        state.save()
        audit.write("names.loaded", actor=OPERATOR, subject=state, now=now, details={"digest": state.digest, "added": state.added, "changed": state.changed})
    return Loaded(_progress(state, source), resumed, tuple(first))


def _mark(path: Path, prefecture: int) -> str:
    """The file and how it is read: the same file for another prefecture is another load."""
    return sha256(f"{digest(path)} {prefecture} {EDITION}".encode()).hexdigest()


def _begun(mark: str, now: datetime, *, again: bool) -> NameLoad:
    if again:
        NameLoad.objects.filter(digest=mark).delete()
    return NameLoad.objects.get_or_create(digest=mark, defaults={"began": now})[0]


def _steps(rows: Iterator[Row], reading: Reading) -> Iterator[_Step]:
    while (step := _read(rows, reading)).rows:
        yield step


def _read(rows: Iterator[Row], reading: Reading) -> _Step:
    step = _Step()
    for row in islice(rows, STEP):
        step.end, step.rows = row.end, row.number
        reason = row.reason or _entered(step, reading, row)
        if reason:
            step.broken.append((row.number, reason, " ".join(map(str, row.cells))[:60]))
    return step


def _entered(step: _Step, reading: Reading, row: Row) -> str:
    """Put a row into the step; why it cannot be read, or nothing."""
    try:
        step.entries.append(reading.entry(row.cells))
    except Unreadable as trouble:
        return str(trouble)
    return ""


def _take(state: NameLoad, step: _Step, reported: BinaryIO) -> list[tuple[int, str]]:
    """Names, keys and the position, in the current transaction; the report is written before, and cut back to its recorded length on resuming.

    What it returns are the broken rows' numbers and reasons.
    """
    lines = StringIO()
    csv.writer(lines, lineterminator="\n").writerows(step.broken)
    reported.write(lines.getvalue().encode(errors="replace"))
    reported.flush()
    done = store(step.entries)
    state.added += done.added
    state.changed += done.changed
    state.broken += len(step.broken)
    state.position, state.rows, state.report_size = step.end, step.rows - 1, reported.tell()
    state.save()
    return [(number, reason) for number, reason, _ in step.broken]


@contextmanager
def _report(path: Path, size: int) -> Iterator[BinaryIO]:
    """The report from its recorded length on; deleted again where it stayed empty."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("r+b" if path.exists() else "w+b") as file:
        file.truncate(size)
        file.seek(0, os.SEEK_END)
        if not file.tell():
            file.write(b"\xef\xbb\xbf" + REPORT_HEADING.encode())
        yield file
        empty = file.tell() <= len(REPORT_HEADING.encode()) + 3
    if empty:
        path.unlink()


def _progress(state: NameLoad, source: Source) -> Progress:
    return Progress(state.position / max(source.size, 1), state.rows, state.added, state.changed, state.broken)
