"""Reading imported lists (查看导入的名单): how many rows of each verdict, some rows of one, whether the same file was imported before."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import Count

from gaoxing.office.importing.models import ImportBatch, ImportLine
from gaoxing.office.importing.vault import place, unseal

PAGE = 50

Verdict = ImportLine.Verdict
TAKEN = (Verdict.NEW, Verdict.CHANGED)
"""Rows that are taken in."""


@dataclass(frozen=True, repr=False)
class Shown:
    """A row as a page shows it: its number, its verdict, its cells in the order of the columns, and what is told of it."""

    number: int
    verdict: Verdict
    cells: tuple[str, ...]
    told: tuple[str, ...]
    done: bool


def head_of(batch: ImportBatch) -> dict[str, Any]:
    """The file's name (`name`), its columns (`columns`: pairs of id and heading) and what was noticed (`notices`). Raises a Fault."""
    return {"name": "", "columns": [], "notices": [], **unseal(batch.about, place(batch.pk))}


def content_of(line: ImportLine) -> dict[str, Any]:
    """What a row holds: `values`, `shown`, `told` and `kept`. Raises a Fault."""
    return {"values": {}, "shown": {}, "told": [], "kept": {}, **unseal(line.content, place(line.batch.pk, line.number))}


def counts(batch: ImportBatch) -> Mapping[Verdict, int]:
    """How many rows of each verdict there are, those of none left out."""
    found = dict(batch.lines.order_by().values_list("verdict").annotate(count=Count("pk")))
    return {each: found[each.value] for each in Verdict if each.value in found}


def progress(batch: ImportBatch) -> tuple[int, int]:
    """How many rows are over, and how many there are to go over: to be judged, or to be taken in."""
    if batch.state == ImportBatch.State.JUDGING:
        return batch.lines.exclude(verdict=Verdict.WAITING).count(), batch.lines.count()
    done = batch.lines.filter(done__isnull=False).count()
    return done, done + batch.lines.filter(verdict__in=TAKEN, done=None).count()


def rows(batch: ImportBatch, *, verdict: str = "", after: int = 0, most: int | None = PAGE) -> tuple[Shown, ...]:
    """Rows behind a number, of one verdict or of all."""
    columns = [id_ for id_, _ in head_of(batch)["columns"]]
    found = batch.lines.filter(number__gt=after, **({"verdict": verdict} if verdict else {})).select_related("batch")
    return tuple(_shown(each, columns) for each in found[:most])


def imported_before(batch: ImportBatch) -> ImportBatch | None:
    """The batch in which the very same file was imported before."""
    same = ImportBatch.objects.filter(kind=batch.kind, digest=batch.digest, confirmed__isnull=False)
    return same.exclude(pk=batch.pk).order_by("-pk").first()


def _shown(line: ImportLine, columns: Sequence[str]) -> Shown:
    content = content_of(line)
    cells = tuple(str(content["shown"].get(each, "")) for each in columns)
    return Shown(line.number, Verdict(line.verdict), cells, tuple(content["told"]), line.done is not None)
