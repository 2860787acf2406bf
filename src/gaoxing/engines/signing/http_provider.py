"""A provider over HTTP (电子签名网关): posts what is to be signed as the operator wrote it, and reads number and values where the operator said they stand.

The values are a JSON object from digest to signature. No redirect is followed; of what the provider answers not a letter is repeated to anybody.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from gaoxing.engines.fault import Fault
from gaoxing.engines.sending.http_sender import Gateway, HttpSender, filled, value_at
from gaoxing.engines.signing.provider import Asked, Receipt
from gaoxing.engines.signing.rehearsal import OUTAGE

NONSENSE = "电子签名服务的回答看不懂，没有当作签名。请过一会儿再签，或者改用纸面签名；一直这样请告诉管理员。"
REFUSED = "电子签名服务不收这次签名，没有签成。请核对姓名和证件号码，或者改用纸面签名。"
_LONGEST = 8_192
_LONGEST_NUMBER = 100


@dataclass(frozen=True, repr=False)
class Setting:
    """The provider as the operator set it (`setting.py`): what it is called, its gateway, and the paths of the number and the values in its answer."""

    called: str
    gateway: Gateway
    number: str
    values: str


class HttpProvider:
    """Signs through a licensed provider's gateway."""

    rehearsal = False

    def __init__(self, setting: Setting) -> None:
        self.setting, self.called = setting, setting.called

    def sign(self, asked: Asked) -> Receipt:
        """Post it; the receipt for exactly the digests asked for. Raises a Fault where there is none."""
        told = {"{token}": asked.token, "{name}": asked.name, "{number}": asked.number, "{digests}": ",".join(asked.papers)}
        try:
            answer = HttpSender(self.setting.gateway).posted(filled(self.setting.gateway.body, told))
        except Fault as fault:
            raise Fault(REFUSED if fault.permanent else OUTAGE, permanent=fault.permanent) from None
        number, values = value_at(answer, self.setting.number), value_at(answer, self.setting.values)
        if not isinstance(number, str | int) or not str(number) or not _answers(values, asked.papers):
            raise Fault(NONSENSE, permanent=False)
        return Receipt(self.called, str(number)[:_LONGEST_NUMBER], dict(values))

    def verify(self, digest: str, receipt: Receipt) -> bool:
        """Whether it is this provider's and holds a value for the digest; the value itself is checked by the provider's own tool, outside of this office."""
        return receipt.provider == self.called and bool(receipt.values.get(digest))


def _answers(values: Any, papers: Mapping[str, str]) -> bool:
    return isinstance(values, dict) and set(values) == set(papers) and all(isinstance(each, str) and 0 < len(each) <= _LONGEST for each in values.values())
