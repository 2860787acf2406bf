"""The versions of the zone's own table (目录版本), newest first: who published each and when, which licences it speaks of otherwise, whose text it is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from tomllib import TOMLDecodeError

from gaoxing.office.licensing import local
from gaoxing.office.licensing.models import LocalCatalogue
from gaoxing.office.people.accounts import name_of
from gaoxing.office.people.models import Person

PAGE = 20
SHIPPED = 0
"""The number by which the shipped catalogue is gone back to: a table that says nothing."""


@dataclass(frozen=True)
class Version:
    """A version: its number, when and by whom (empty: not a person who is still there), whether it holds or was withdrawn, what it changed against the
    one before it by the licences' names, the earlier one whose text it brought back (0: none), and from which day yet to come it holds.
    """

    number: int
    made: datetime
    by: str
    in_force: bool
    withdrawn: bool
    changed: tuple[str, ...]
    restores: int = 0
    begins: date | None = None


def versions(before: int | None = None, *, on: date) -> tuple[tuple[Version, ...], int]:
    """A page of versions, newest first, those older than `before`; and before which number the next page begins (0: there is none)."""
    found = LocalCatalogue.objects.all() if before is None else LocalCatalogue.objects.filter(pk__lt=before)
    rows = list(found[: PAGE + 1])
    held = local.in_force(on=on)
    names = _names({each.made_by for each in rows})
    older = [*rows[1:], None][: len(rows)]
    shown = [_version(row, below, names, held.pk if held else 0, on) for row, below in zip(rows, older, strict=True)][:PAGE]
    return tuple(shown), rows[PAGE - 1].pk if len(rows) > PAGE else 0


def text_of(number: int) -> str | None:
    """The table of a version; an empty one for what is shipped, None where there is no such version."""
    if number == SHIPPED:
        return ""
    return LocalCatalogue.objects.filter(pk=number).values_list("text", flat=True).first()


def changed(before: str, after: str) -> tuple[str, ...]:
    """The names of the licences on which two tables differ; none where one of them is no longer borne by the catalogue."""
    try:
        return tuple(local.joint().changed_licences(before, after))
    except (TOMLDecodeError, KeyError, TypeError):
        return ()


def _version(row: LocalCatalogue, below: LocalCatalogue | None, names: dict[int, str], held: int, on: date) -> Version:
    earlier = LocalCatalogue.objects.filter(pk__lt=row.pk, text=row.text).values_list("pk", flat=True).first() or 0
    return Version(
        row.pk,
        row.made,
        names.get(row.made_by, ""),
        row.pk == held,
        row.withdrawn is not None,
        changed(below.text if below else "", row.text),
        earlier,
        row.since if row.since and row.since > on else None,
    )


def _names(numbers: Sequence[int] | set[int]) -> dict[int, str]:
    return {each.pk: name_of(each) for each in Person.objects.filter(pk__in=numbers)}
