"""The vault (密存): the one place where a case's blobs are sealed and opened."""

from __future__ import annotations

from functools import cache

from django.conf import settings

from gaoxing.engines.sealing import Sealer, sealer


@cache
def office_sealer() -> Sealer:
    """The sealer of this office. Raises a Fault where its key is no key."""
    return sealer(settings.GAOXING_KEY, settings.DATA)


def seal(plain: bytes, *, case: int, column: str) -> bytes:
    """A blob that opens only in this case and column."""
    return office_sealer().seal(plain, place=_place(case, column))


def unseal(blob: bytes | memoryview, *, case: int, column: str) -> bytes:
    """What the blob holds. Raises a Fault where it does not open."""
    return office_sealer().unseal(bytes(blob), place=_place(case, column))


def _place(case: int, column: str) -> str:
    return f"cases.case:{case}:{column}"
