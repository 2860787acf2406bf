"""The vault (密存): the one place where a case's blobs are sealed and opened, and where what is only looked up becomes a keyed digest.

A digest is HMAC-SM3 (GB/T 15852.2, GB/T 32905—2016) under a key drawn from the sealing key for that one purpose: without the key nobody can try names,
numbers or codes against a copy of the database.
"""

from __future__ import annotations

from functools import cache

from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.hmac import HMAC
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
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


def digest(text: str, *, purpose: str) -> str:
    """The keyed digest to be stored: 64 hex digits, under the key in use."""
    return _digest(office_sealer().keys[0], text, purpose)


def digests(text: str, *, purpose: str) -> tuple[str, ...]:
    """The digests to look for: under the key in use and under those it replaced."""
    return tuple(_digest(key, text, purpose) for key in office_sealer().keys)


def _digest(key: bytes, text: str, purpose: str) -> str:
    drawn = HKDF(hashes.SM3(), length=32, salt=None, info=f"gaoxing digest: {purpose}".encode()).derive(key)
    mac = HMAC(drawn, hashes.SM3())
    mac.update(text.encode())
    return mac.finalize().hex()


def _place(case: int, column: str) -> str:
    return f"cases.case:{case}:{column}"
