"""What ratings seal (加密内容): what people wrote, and the digests of the links."""

from __future__ import annotations

from gaoxing.office.ratings.models import Rating
from gaoxing.office.ratings.vault import place
from gaoxing.office.sealed import KeyedDigest, Sealed, SealedColumn


def _unknown(rating: Rating) -> None:
    """Nobody knows a link but who holds it: it stays under its key until it ends."""


SEALED: tuple[Sealed, ...] = (
    SealedColumn("ratings.Rating", "words", place),
    SealedColumn("ratings.CallBack", "words", place),
    KeyedDigest("ratings.Rating", "link", _unknown, forgotten={"link": None, "link_until": None}),
)
"""What `gaoxing keys rotate` brings under a new key."""
