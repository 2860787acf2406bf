"""The zone's lists as a leader's desk sends them (名单): a spreadsheet as text, with the headings of the import, some of its rows written wrongly."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from io import StringIO

from gaoxing.engines.workbook import Column
from gaoxing.office.importing import actions as importing
from gaoxing.office.importing.actions import Sent
from gaoxing.office.importing.models import ImportBatch
from gaoxing.office.importing.registry import importer
from gaoxing.office.people.models import Person


def written(columns: Sequence[Column], rows: Iterable[Mapping[str, object]]) -> bytes:
    """Rows as a CSV file with the headings of these columns."""
    text = StringIO()
    lines = csv.writer(text)
    lines.writerow([each.label for each in columns])
    lines.writerows([row.get(each.id, "") for each in columns] for row in rows)
    return text.getvalue().encode("utf-8-sig")


def sent(kind: str, rows: Iterable[Mapping[str, object]], by: Person, *, now: datetime) -> ImportBatch:
    """A list of a kind sent up and judged, to be looked at. Raises KeyError for a kind that nobody entered."""
    wanted = importer(kind)
    if wanted is None:
        raise KeyError(kind)
    batch = importing.upload(wanted, Sent(f"{wanted.title}{now:%Y%m%d}.csv", written(wanted.columns, rows)), by, now=now)
    _gone_on_with(batch, now)
    return batch


def taken_in(number: int, by: Person, *, now: datetime) -> ImportBatch:
    """A list that was looked at taken in wholly. Raises NotAllowed where nothing of it can be."""
    batch = importing.confirm(ImportBatch.objects.get(pk=number), by, now=now)
    _gone_on_with(batch, now)
    return batch


def _gone_on_with(batch: ImportBatch, now: datetime) -> None:
    while importing.go_on(batch, now=now):
        pass
