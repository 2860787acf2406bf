"""The vault (密存) of the whole office: the one place where the sealing key is read, and where what is only looked up becomes a keyed digest.

A digest is HMAC-SM3 (GB/T 15852.2, GB/T 32905—2016) under a key drawn from the sealing key for that one purpose: without the key nobody can try names,
numbers or codes against a copy of the database. It ends in the id of its key, so that digests can be told apart when keys are exchanged.
"""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.hmac import HMAC
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from django.conf import settings

from gaoxing.engines.sealing import KEY_FILE, Sealer, key_id, sealer

DIGEST = 81
"""Characters of a keyed digest: 64 hex digits, a point, the 16 of the key's id."""

_KEYS_REMEMBERED = 8
_PURPOSES_REMEMBERED = 64


def office_sealer() -> Sealer:
    """The sealer of this office; read anew when the key file changes, so that keys can be exchanged while the office is open. Raises a Fault."""
    return _read(settings.GAOXING_KEY, settings.DATA, _stamp(settings.DATA / KEY_FILE))


def digest(text: str, *, purpose: str) -> str:
    """The keyed digest to be stored, under the key in use."""
    return _digest(office_sealer().keys[0], text, purpose)


def digests(text: str, *, purpose: str) -> tuple[str, ...]:
    """The digests to look for: under the key in use and those it replaced, also as they were stored before a key's id stood behind them."""
    found = [_digest(key, text, purpose) for key in office_sealer().keys]
    return (*found, *(each.partition(".")[0] for each in found))


@lru_cache(maxsize=_KEYS_REMEMBERED)
def _read(given: str, folder: Path, stamp: tuple[int, int] | None) -> Sealer:
    return sealer(given, folder)


def _stamp(file: Path) -> tuple[int, int] | None:
    """What tells that the file was changed; None where there is none."""
    try:
        found = file.stat()
    except OSError:
        return None
    return found.st_mtime_ns, found.st_ino


def _digest(key: bytes, text: str, purpose: str) -> str:
    mac = HMAC(_drawn(key, purpose), hashes.SM3())
    mac.update(text.encode())
    return f"{mac.finalize().hex()}.{key_id(key).hex()}"


@lru_cache(maxsize=_PURPOSES_REMEMBERED)
def _drawn(key: bytes, purpose: str) -> bytes:
    return HKDF(hashes.SM3(), length=32, salt=None, info=f"gaoxing digest: {purpose}".encode()).derive(key)
