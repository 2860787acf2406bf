"""What the register seals (登记簿的加密内容): the record of every enterprise, and the digest by which its code is found."""

from __future__ import annotations

from gaoxing.office.enterprises.models import Enterprise
from gaoxing.office.enterprises.vault import code_digest, unseal
from gaoxing.office.sealed import KeyedDigest, Sealed, SealedColumn


def _place(row: Enterprise) -> str:
    return f"enterprises.enterprise:{row.name}:record"


def _code(row: Enterprise) -> str:
    return code_digest(unseal(row.record, name=row.name).uscc)


SEALED: tuple[Sealed, ...] = (SealedColumn("enterprises.Enterprise", "record", _place), KeyedDigest("enterprises.Enterprise", "code", _code))
"""What `gaoxing keys rotate` brings under a new key."""
