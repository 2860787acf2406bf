"""What is sealed in the office (加密内容的清单): each app tells in its own `sealed.py` what it seals and what it looks up by a keyed digest.

The list is found by walking the apps, so that an app that begins to seal something need not be entered anywhere: `SEALED` in its `sealed.py` is enough.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from importlib import import_module
from typing import Any, Protocol

from django.apps import apps
from django.db import transaction
from django.db.models import BinaryField, CharField, Count, Model, QuerySet, Value
from django.db.models.functions import Right, Substr
from django.utils.module_loading import module_has_submodule

from gaoxing.engines.fault import Fault
from gaoxing.engines.sealing import Sealer, key_id

BYTES_AT_ONCE = 4 * 1024 * 1024
"""A step is one transaction: it ends after so many bytes, so that nobody waits long while the office is open."""

ROWS_AT_ONCE = 200

_ID_AT, _ID_BYTES, _ID_LETTERS = 2, 8, 16
_UNKNOWN = ""

Row = Any
"""A stored record of whatever model."""


@dataclass(frozen=True)
class Step:
    """One step of renewing: how many were renewed, which record numbers could not be opened, and after which to go on; None at the end."""

    renewed: int
    broken: tuple[int, ...]
    after: int | None


class Sealed(Protocol):
    """Something sealed under keys, or digested under them."""

    @property
    def name(self) -> str:
        """What it is called where it is listed, such as `cases.case.words`."""
        ...

    def counts(self) -> Mapping[str, int]:
        """How many there are under each key, by the key's id in hex; the empty id stands for what does not tell."""
        ...

    def renew(self, sealer: Sealer, after: int) -> Step:
        """Bring some of those after a record number under the first key, in one transaction. May be broken off and begun again."""
        ...


@dataclass(frozen=True)
class SealedColumn:
    """A column of blobs. `place` gives the place that a row's blob was sealed for."""

    model: str
    column: str
    place: Callable[[Row], str]

    @property
    def name(self) -> str:
        """Model and column."""
        return f"{self.model}.{self.column}".lower()

    def counts(self) -> Mapping[str, int]:
        """Blobs by key; empty ones are none."""
        found = self._blobs().values_list("head").annotate(count=Count("pk")).order_by()
        return {bytes(head).hex(): count for head, count in found}

    def renew(self, sealer: Sealer, after: int) -> Step:
        """Seal some blobs anew that are under another key. A blob that somebody changes meanwhile is left to them."""
        newest = key_id(sealer.keys[0])
        numbers = list(self._blobs().filter(pk__gt=after).exclude(head=Value(newest, BinaryField())).order_by("pk").values_list("pk", flat=True)[:ROWS_AT_ONCE])
        return _stepwise(numbers, lambda number: self._renew_one(sealer, number))

    def _renew_one(self, sealer: Sealer, number: int) -> int:
        rows = _model(self.model)._base_manager
        row = rows.filter(pk=number).first()
        blob = bytes(getattr(row, self.column)) if row is not None else b""
        if row is None or not blob:
            return 0
        place = self.place(row)
        renewed = sealer.seal(sealer.unseal(blob, place=place), place=place)
        rows.filter(pk=number, **{self.column: blob}).update(**{self.column: renewed})
        return len(blob)

    def _blobs(self) -> QuerySet[Any]:
        head = Substr(self.column, _ID_AT, _ID_BYTES, output_field=BinaryField())
        rows: QuerySet[Any] = _model(self.model)._base_manager.exclude(**{self.column: b""})
        blobs: QuerySet[Any] = rows.annotate(head=head)
        return blobs


@dataclass(frozen=True)
class KeyedDigest:
    """A column of keyed digests (`vault.digest`). `anew` gives the digest of a row under the key in use, None where the row no longer knows the text.

    `forgotten` is what a row is set to where such digests are to be given up instead of waiting for their end.
    """

    model: str
    column: str
    anew: Callable[[Row], str | None]
    forgotten: Mapping[str, Any] = field(default_factory=dict)

    @property
    def name(self) -> str:
        """Model and column."""
        return f"{self.model}.{self.column}".lower()

    def counts(self) -> Mapping[str, int]:
        """Digests by key."""
        found = self._digests().values_list("tail").annotate(count=Count("pk")).order_by()
        counts: dict[str, int] = {}
        for tail, count in found:
            known = tail[1:] if tail.startswith(".") else _UNKNOWN
            counts[known] = counts.get(known, 0) + count
        return counts

    def renew(self, sealer: Sealer, after: int) -> Step:
        """Make some digests anew that are under another key, where the row still knows the text."""
        newest = f".{key_id(sealer.keys[0]).hex()}"
        numbers = list(self._digests().filter(pk__gt=after).exclude(tail=newest).order_by("pk").values_list("pk", flat=True)[:ROWS_AT_ONCE])
        return _stepwise(numbers, self._renew_one)

    def forget(self, sealer: Sealer) -> int:
        """Give up every digest under another key that cannot be made anew; how many."""
        newest = f".{key_id(sealer.keys[0]).hex()}"
        numbers = list(self._digests().exclude(tail=newest).values_list("pk", flat=True)) if self.forgotten else []
        return _model(self.model)._base_manager.filter(pk__in=numbers).update(**self.forgotten) if numbers else 0

    def _renew_one(self, number: int) -> int:
        rows = _model(self.model)._base_manager
        row = rows.filter(pk=number).first()
        former = getattr(row, self.column) if row is not None else None
        anew = self.anew(row) if former else None
        return rows.filter(pk=number, **{self.column: former}).update(**{self.column: anew}) if anew else 0

    def _digests(self) -> QuerySet[Any]:
        rows: QuerySet[Any] = _model(self.model)._base_manager.exclude(**{self.column: ""}).exclude(**{f"{self.column}__isnull": True})
        digests: QuerySet[Any] = rows.annotate(tail=Right(self.column, _ID_LETTERS + 1, output_field=CharField()))
        return digests


def everything() -> tuple[Sealed, ...]:
    """What every app of the office seals, in the order of the apps."""
    found: list[Sealed] = []
    for config in apps.get_app_configs():
        if config.name.startswith("gaoxing.") and module_has_submodule(config.module, "sealed"):
            found += import_module(f"{config.name}.sealed").SEALED
    return tuple(found)


def _stepwise(numbers: list[int], renew_one: Callable[[int], int]) -> Step:
    """Renew one after another in one transaction, until the step is large enough; what does not open is passed over and told."""
    renewed, weight, broken = 0, 0, []
    with transaction.atomic():
        for number in numbers:
            try:
                size = renew_one(number)
            except Fault:
                broken.append(number)
                continue
            renewed, weight = renewed + (size > 0), weight + size
            if weight >= BYTES_AT_ONCE:
                return Step(renewed, tuple(broken), number)
    return Step(renewed, tuple(broken), numbers[-1] if numbers else None)


def _model(name: str) -> type[Model]:
    return apps.get_model(name)
