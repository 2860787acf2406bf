"""Sign-in codes as urgent notices by SMS (验证码短信): handed over at once, for somebody waits; satisfies the Protocol `people.sending.CodeSender`."""

from __future__ import annotations

from datetime import datetime

from gaoxing.engines.fault import Fault
from gaoxing.office.notices.actions import Recipient, notify
from gaoxing.office.notices.delivery import deliver
from gaoxing.office.notices.events import CHINESE, event
from gaoxing.office.notices.models import Channel, Notice

KIND = "sign_in_code"
NOT_SENT = "验证码没有发出去，短信暂时不通。请过一会儿再试，或者用密码登录、不登录直接填表。"


class CodeSender:
    """Sends a code by the gateway for SMS."""

    def __init__(self, language: str = CHINESE) -> None:
        self.language = language

    def send(self, mobile: str, code: str, *, now: datetime) -> None:
        """Send the code now; what cannot be sent now is not sent later. Raises a Fault with a sentence."""
        values = {"code": code, "minutes": str(event(KIND).minutes)}
        (notice,) = notify(KIND, Recipient(language=self.language, addresses={Channel.SMS: mobile}), values, now=now)
        if not deliver(notice, now=now):
            Notice.objects.filter(pk=notice.pk).update(state=Notice.State.GIVEN_UP)
            raise Fault(NOT_SENT, permanent=False)
