"""A body over HTTP (部门接口): posts an errand as the operator wrote it, and reads number, progress and sentence where the operator said they stand.

No redirect is followed. What is no word of the setting is nonsense, and nonsense is a Fault: nothing is taken for done that nobody understood.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from urllib.parse import quote

from gaoxing.engines.fault import Fault
from gaoxing.engines.registers.body import Errand, Progress, Stage
from gaoxing.engines.registers.rehearsal import NONSENSE, OUTAGE
from gaoxing.engines.sending.http_sender import Gateway, HttpSender, filled, value_at

REFUSED = "{called}的系统不收，没有交上去。请管理员核对接口的设置，或者自己去办。"
_LONGEST_NUMBER, _LONGEST_TOLD = 100, 200


@dataclass(frozen=True, repr=False)
class Setting:
    """A body as the operator set it (`setting.py`): what it is called, its gateway, and where the sentence stands in its answer."""

    called: str
    gateway: Gateway
    told: str = ""
    stages: Mapping[str, str] = field(default_factory=dict)


class HttpBody:
    """Hands errands in through a body's gateway."""

    def __init__(self, setting: Setting) -> None:
        self.setting, self.called, self._sender = setting, setting.called, HttpSender(setting.gateway)

    def hand_in(self, errand: Errand) -> str:
        """Post it; the body's number. Raises a Fault where it was refused, or the answer holds none."""
        try:
            answer = self._sender.posted(filled(self.setting.gateway.body, errand.words))
        except Fault as fault:
            raise self._fault(fault) from None
        number = value_at(answer, self.setting.gateway.receipt)
        if not isinstance(number, str | int) or isinstance(number, bool) or not 0 < len(str(number)) <= _LONGEST_NUMBER:
            raise self._nonsense()
        return str(number)

    def ask(self, number: str) -> Progress:
        """Ask after it. Raises a Fault where no answer came or its word is none of those that were set."""
        try:
            answer = self._sender.asked("GET", self.setting.gateway.outcome_url.replace("{receipt}", quote(number, safe="")), None)
        except Fault as fault:
            raise self._fault(fault) from None
        stage = self.setting.stages.get(str(value_at(answer, self.setting.gateway.outcome)))
        if stage is None:
            raise self._nonsense()
        told = value_at(answer, self.setting.told) if self.setting.told else ""
        return Progress(Stage(stage), told[:_LONGEST_TOLD] if isinstance(told, str) else "")

    def _fault(self, fault: Fault) -> Fault:
        return Fault((REFUSED if fault.permanent else OUTAGE).format(called=self.called), permanent=fault.permanent)

    def _nonsense(self) -> Fault:
        return Fault(NONSENSE.format(called=self.called), permanent=False)
