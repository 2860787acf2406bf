"""The people's vault (密存): where names, numbers and addresses of people are sealed and opened."""

from __future__ import annotations

from base64 import b64decode, b64encode

from gaoxing.office.vault import office_sealer

MOBILE, CODE, IDENTITY = "person mobile", "sign-in code", "identity number"
"""The purposes of digests."""

SECOND_FACTOR = "allauth.mfa.authenticator"
"""The place for which the secrets of second factors are sealed."""


def seal(text: str, *, person: int, column: str) -> bytes:
    """A blob that opens only for this person and column; empty for an empty text."""
    return office_sealer().seal(text.encode(), place=place(person, column)) if text else b""


def unseal(blob: bytes | memoryview, *, person: int, column: str) -> str:
    """What the blob holds. Raises a Fault where it does not open."""
    return office_sealer().unseal(bytes(blob), place=place(person, column)).decode() if blob else ""


def seal_text(text: str, *, place: str) -> str:
    """A sealed text as letters (Base64), for what lies in JSON: a second factor's secret, a number in a session."""
    return b64encode(office_sealer().seal(text.encode(), place=place)).decode()


def unseal_text(sealed: str, *, place: str) -> str:
    """What the letters hold. Raises a Fault where they do not open."""
    return office_sealer().unseal(b64decode(sealed), place=place).decode()


def place(person: int, column: str) -> str:
    """Record and column, as the blob was sealed for them."""
    return f"people.person:{person}:{column}"
