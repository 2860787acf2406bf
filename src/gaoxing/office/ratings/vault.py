"""What is written freely in ratings and call-backs, sealed (好差评的密存), and the digest of a link."""

from __future__ import annotations

from gaoxing.office.ratings.models import CallBack, Rating
from gaoxing.office.vault import digest, digests, office_sealer

_PURPOSE = "rating link"


def place(row: Rating | CallBack) -> str:
    """The place for which a row's words are sealed."""
    return f"{row._meta.label_lower}:{row.pk}:words"


def seal(row: Rating | CallBack, words: str) -> bytes:
    """Words sealed for a row; empty words are none."""
    return office_sealer().seal(words.encode(), place=place(row)) if words else b""


def words_of(row: Rating | CallBack) -> str:
    """What was written. Raises a Fault where it does not open."""
    return office_sealer().unseal(bytes(row.words), place=place(row)).decode() if row.words else ""


def link_digest(token: str) -> str:
    """A link's token as it is stored."""
    return digest(token, purpose=_PURPOSE)


def link_digests(token: str) -> tuple[str, ...]:
    """The digests under which a link may be stored."""
    return digests(token, purpose=_PURPOSE)
