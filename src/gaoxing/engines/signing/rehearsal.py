"""A provider for rehearsals (演练签名), clearly called so: its signatures have no legal effect. And its failing twin, for drills."""

from __future__ import annotations

import hashlib

from gaoxing.engines.fault import Fault
from gaoxing.engines.signing.provider import Asked, Receipt

OUTAGE = "电子签名服务没有应答，这一次没有签成。您填的都在，请过一会儿再签；也可以改用纸面签名。"


class Rehearsal:
    """Signs everything, with a value that anybody could make; a name with 签名故障 in it fails."""

    called = "演练签名（没有法律效力）"
    rehearsal = True

    def sign(self, asked: Asked) -> Receipt:
        """The receipt. Raises a Fault for the name told above."""
        if "签名故障" in asked.name:
            raise Fault(OUTAGE, permanent=False)
        return Receipt(self.called, f"演练-{asked.token[:16]}", {each: _value(each) for each in asked.papers})

    def verify(self, digest: str, receipt: Receipt) -> bool:
        """Whether the value is the one that the rehearsal makes."""
        return receipt.provider == self.called and receipt.values.get(digest) == _value(digest)


class Failing:
    """Never signs."""

    called = "演练签名（总是不通）"
    rehearsal = True

    def sign(self, asked: Asked) -> Receipt:
        """Raise the Fault."""
        raise Fault(OUTAGE, permanent=False)

    def verify(self, digest: str, receipt: Receipt) -> bool:
        """Nothing is this one's."""
        return False


def _value(digest: str) -> str:
    return hashlib.sha256(f"rehearsal {digest}".encode()).hexdigest()
