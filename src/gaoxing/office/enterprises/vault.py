"""The register's vault (密存): where a record is sealed and opened, and where a code becomes the digest by which it is looked up."""

from __future__ import annotations

import json

from gaoxing.forms.register import Registered, plain_name
from gaoxing.office import vault

PURPOSE = "enterprise code"


def code_digest(uscc: str) -> str:
    """The digest under which a code is stored."""
    return vault.digest(uscc, purpose=PURPOSE)


def code_digests(uscc: str) -> tuple[str, ...]:
    """The digests under which a code may be stored, the one in use first."""
    return vault.digests(uscc, purpose=PURPOSE)


def seal(registered: Registered) -> bytes:
    """The record as a blob that opens only for an enterprise of its code."""
    plain = json.dumps(registered.to_json(), ensure_ascii=False, sort_keys=True)
    return vault.office_sealer().seal(plain.encode(), place=_place(registered.name))


def unseal(blob: bytes | memoryview, *, name: str) -> Registered:
    """The record of the enterprise of that name. Raises a Fault where it does not open."""
    return Registered.from_json(json.loads(vault.office_sealer().unseal(bytes(blob), place=_place(name))))


def _place(name: str) -> str:
    return f"enterprises.enterprise:{plain_name(name)}:record"
