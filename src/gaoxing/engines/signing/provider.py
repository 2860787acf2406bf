"""What a provider of electronic signatures is given and gives back (电子签名服务): who signs which digests; the receipt.

《中华人民共和国电子签名法》 (2019): a reliable signature is its signer's own, under their control alone, and shows every later change (第十三条); where a third
party must certify it, that party is licensed (第十六条). What a provider says is believed for exactly the digests that it was asked for, and no others.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Protocol


@dataclass(frozen=True, repr=False)
class Asked:
    """Who signs, by name and identity number, which papers: their digests (SM3, 64 hex digits) with their titles. `token` is the same when it is sent again."""

    token: str
    name: str
    number: str
    papers: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, repr=False)
class Receipt:
    """What the provider says: its own number of the signature, and the signature's value for each digest."""

    provider: str
    number: str
    values: Mapping[str, str] = field(default_factory=dict)

    def to_json(self) -> dict[str, Any]:
        """Plain values, to be sealed."""
        return {"provider": self.provider, "number": self.number, "values": dict(self.values)}

    @classmethod
    def from_json(cls, plain: Mapping[str, Any]) -> Receipt:
        """The receipt that `to_json` gave."""
        return cls(str(plain["provider"]), str(plain["number"]), {str(key): str(value) for key, value in plain["values"].items()})


class Provider(Protocol):
    """Whatever signs. `called` is what people read; `rehearsal` says that its signatures have no legal effect."""

    called: str
    rehearsal: bool

    def sign(self, asked: Asked) -> Receipt:
        """Sign. Raises a Fault where no receipt for exactly these digests came: an outage is never a signature."""

    def verify(self, digest: str, receipt: Receipt) -> bool:
        """Whether the receipt is of this provider and holds a value for the digest."""
