"""What signatures seal (加密内容): who signs, what they object to, the receipts; and the digests by which a signer and a link are found."""

from __future__ import annotations

from gaoxing.office.sealed import KeyedDigest, Sealed, SealedColumn
from gaoxing.office.signatures.models import Signer
from gaoxing.office.signatures.vault import key_of, objection_place, told_place, unseal, who_place


def _key(signer: Signer) -> str | None:
    plain = unseal(signer.who, who_place(signer)).get("plain")
    return key_of(plain) if plain else None


def _unknown(signer: Signer) -> None:
    """Nobody knows a link but who holds it: it stays under its key until it ends."""


SEALED: tuple[Sealed, ...] = (
    SealedColumn("signatures.Signer", "who", who_place),
    SealedColumn("signatures.Signer", "objection", objection_place),
    SealedColumn("signatures.Signature", "told", told_place),
    KeyedDigest("signatures.Signer", "key", _key),
    KeyedDigest("signatures.Signer", "link", _unknown, forgotten={"link": None, "until": None}),
)
"""What `gaoxing keys rotate` brings under a new key."""
