"""What the people seal (人员的加密内容): names, numbers, addresses, the secrets of second factors; and the digests by which a number is found."""

from __future__ import annotations

from base64 import b64decode, b64encode
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from allauth.mfa.models import Authenticator

from gaoxing.engines.sealing import Sealer, key_id
from gaoxing.office.people.accounts import COLUMNS, own
from gaoxing.office.people.models import Person
from gaoxing.office.people.vault import MOBILE, SECOND_FACTOR, place
from gaoxing.office.sealed import ROWS_AT_ONCE, KeyedDigest, Sealed, SealedColumn, Step
from gaoxing.office.vault import digest

_HEAD = slice(1, 9)
"""Where a blob tells its key."""

_SHORTEST = 50
"""Letters of the shortest sealed text."""


@dataclass(frozen=True)
class SecondFactors:
    """The secrets of dynamic codes and recovery codes, which lie as letters in allauth's JSON."""

    name: str = "mfa.authenticator.data"

    def counts(self) -> Mapping[str, int]:
        """Sealed texts by key."""
        return Counter(b64decode(text)[_HEAD].hex() for row in Authenticator.objects.all() for text in _texts(row.data))

    def renew(self, sealer: Sealer, after: int) -> Step:
        """Seal some anew that are under another key."""
        rows, renewed, newest = list(Authenticator.objects.filter(pk__gt=after).order_by("pk")[:ROWS_AT_ONCE]), 0, key_id(sealer.keys[0])
        for row in rows:
            if any(b64decode(text)[_HEAD] != newest for text in _texts(row.data)):
                row.data = {name: _anew(value, sealer) for name, value in row.data.items()}
                renewed += Authenticator.objects.filter(pk=row.pk).update(data=row.data)
        return Step(renewed, (), rows[-1].pk if len(rows) == ROWS_AT_ONCE else None)


def _texts(data: Mapping[str, Any]) -> list[str]:
    every = [each for value in data.values() for each in (value if isinstance(value, list) else [value])]
    return [each for each in every if _sealed(each)]


def _sealed(value: object) -> bool:
    """Whether a value is a sealed text: Base64 of a blob of version 1, which is never shorter than its head and tag."""
    if not isinstance(value, str) or len(value) < _SHORTEST:
        return False
    try:
        return b64decode(value, validate=True)[:1] == b"\x01"
    except ValueError:
        return False


def _anew(value: Any, sealer: Sealer) -> Any:
    if isinstance(value, list):
        return [_anew(each, sealer) for each in value]
    return b64encode(sealer.seal(sealer.unseal(b64decode(value), place=SECOND_FACTOR), place=SECOND_FACTOR)).decode() if _sealed(value) else value


def _mobile(person: Person) -> str | None:
    """Of an applicant, who is found by it; the number of somebody of the staff is looked up by nobody."""
    return digest(number, purpose=MOBILE) if not person.is_staff_member and (number := own(person, "mobile")) else None


def _column(column: str) -> SealedColumn:
    return SealedColumn("people.Person", column, lambda person: place(person.pk, column))


SEALED: tuple[Sealed, ...] = (*map(_column, COLUMNS), KeyedDigest("people.Person", "mobile_digest", _mobile), SecondFactors())
"""What `gaoxing keys rotate` brings under a new key."""
