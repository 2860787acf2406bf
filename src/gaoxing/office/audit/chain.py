"""The chain of the audit (哈希链): SM3 (GB/T 32905—2016) over a canonical form of each entry, the digest of the one before among it.

The canonical form is a JSON list without blanks, ASCII alone, the time in microseconds since 1970 (UTC), so that it is the same on every database and in
every time zone, and no two entries have the same.

>>> at = datetime(2026, 11, 25, tzinfo=UTC)
>>> canonical((1, at, 7, "clerk", "case.opened", "cases.case", 3, "", "", BEGINNING[:4]))
b'[1,1795564800000000,7,"clerk","case.opened","cases.case",3,"","","0000"]'
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any

BEGINNING = "0" * 64
"""What stands for the digest before the first entry."""

FIELDS = ("number", "at", "actor", "role", "act", "subject_kind", "subject", "details", "reason", "previous")
"""What the digest is taken of, in this order; `own` is the digest."""

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MICROSECOND = timedelta(microseconds=1)
_encode = json.JSONEncoder(separators=(",", ":")).encode


def canonical(row: tuple[Any, ...]) -> bytes:
    """The ten fields of an entry, in the order of FIELDS, as the bytes that are digested. Raises TypeError where one is of another kind."""
    number, at, *others = row
    return _encode([number, (at - _EPOCH) // _MICROSECOND, *others]).encode("ascii")


def digest_of(row: tuple[Any, ...]) -> str:
    """The digest of the ten fields: 64 hex digits."""
    return sm3(canonical(row))


def _chosen() -> Callable[[bytes], str]:
    """SM3 by OpenSSL through hashlib, which is fastest; where that build has none, by `cryptography`."""
    if "sm3" in hashlib.algorithms_available:
        return lambda data: hashlib.new("sm3", data).hexdigest()
    return _by_cryptography


def _by_cryptography(data: bytes) -> str:
    from cryptography.hazmat.primitives import hashes

    digest = hashes.Hash(hashes.SM3())
    digest.update(data)
    return digest.finalize().hex()


sm3: Callable[[bytes], str] = _chosen()
"""The SM3 digest of some bytes in hex."""
