"""The cases' vault (密存): the one place where a case's blobs are sealed and opened. A blob opens in its own case and column alone."""

from __future__ import annotations

from gaoxing.office.vault import digest as digest
from gaoxing.office.vault import digests as digests
from gaoxing.office.vault import office_sealer as office_sealer


def seal(plain: bytes, *, case: int, column: str) -> bytes:
    """A blob that opens only in this case and column."""
    return office_sealer().seal(plain, place=place(case, column))


def unseal(blob: bytes | memoryview, *, case: int, column: str) -> bytes:
    """What the blob holds. Raises a Fault where it does not open."""
    return office_sealer().unseal(bytes(blob), place=place(case, column))


def place(case: int, column: str) -> str:
    """What is sealed along with a blob: the case and the column it belongs to."""
    return f"cases.case:{case}:{column}"
