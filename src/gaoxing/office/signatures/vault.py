"""Where signers and signatures are sealed and opened (密存): a signer's blobs under their token, a signature's for exactly the columns of its row."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import UTC
from typing import Any

from gaoxing.office.signatures.models import Signature, Signer
from gaoxing.office.vault import digest, digests, office_sealer

WHO, LINK = "signer", "signing link"
"""The purposes of digests."""


def key_of(plain: str) -> str:
    """The keyed digest of name and number that is stored."""
    return digest(plain, purpose=WHO)


def keys_of(plain: str) -> tuple[str, ...]:
    """The digests under which the same person may be stored, also from before a change of keys."""
    return digests(plain, purpose=WHO)


def link_of(token: str) -> str:
    """The keyed digest of a link that is stored."""
    return digest(token, purpose=LINK)


def links_of(token: str) -> tuple[str, ...]:
    """The digests under which a link may be stored."""
    return digests(token, purpose=LINK)


def seal(plain: Mapping[str, Any], place: str) -> bytes:
    """The values as a blob that opens in this place alone."""
    return office_sealer().seal(json.dumps(plain, ensure_ascii=False).encode(), place=place)


def unseal(blob: bytes | memoryview, place: str) -> dict[str, Any]:
    """What the blob holds; nothing of an empty one. Raises a Fault where it does not open."""
    found: dict[str, Any] = json.loads(office_sealer().unseal(bytes(blob), place=place)) if blob else {}
    return found


def who_place(signer: Signer) -> str:
    """Where a signer's name and number belong."""
    return f"signatures.signer:{signer.token}:who"


def objection_place(signer: Signer) -> str:
    """Where a signer's objection belongs."""
    return f"signatures.signer:{signer.token}:objection"


def told_place(signature: Signature) -> str:
    """Where a signature's receipt belongs: to this signer, paper, way, clerk and moment; another row's, or a changed one's, does not open here."""
    at = signature.at.astimezone(UTC).isoformat()
    return f"signatures.signature:{signature.signer.token}:{signature.digest}:{signature.way}:{signature.by}:{at}"
