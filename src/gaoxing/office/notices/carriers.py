"""What carries a notice by each channel (发送渠道): e-mail through Django, SMS and 企业微信 through the gateways that the operator set."""

from __future__ import annotations

import smtplib

from django.conf import settings
from django.core.mail import EmailMessage

from gaoxing.engines.fault import Fault
from gaoxing.engines.sending.sender import Message, Outcome, Sender
from gaoxing.engines.sending.setting import chosen
from gaoxing.office.notices.models import Channel

NOT_SET = {
    Channel.EMAIL: "没有配置邮件（GAOXING_SMTP、GAOXING_MAIL_FROM），这条没有发。",
    Channel.SMS: "没有配置短信（GAOXING_SMS_URL），这条没有发。",
    Channel.WECOM: "没有配置企业微信（GAOXING_WECOM_URL），这条没有发。",
}
_PREFIXES = {Channel.SMS: "SMS", Channel.WECOM: "WECOM"}


class Mail:
    """A sender of e-mail. The mail server gives no receipt."""

    def send(self, message: Message) -> str:
        """Hand the message to the mail server. Raises a Fault where it is not taken."""
        title = " ".join(message.title.split())
        mail = EmailMessage(title, message.text, settings.MAIL_FROM, [message.address], headers={"Message-ID": f"<{message.token}@gaoxing>"})
        try:
            mail.send()
        except smtplib.SMTPRecipientsRefused:
            raise Fault("邮件服务器不收这个邮箱地址，没有发出去。请核对邮箱。", permanent=True) from None
        except (smtplib.SMTPException, OSError, ValueError):
            raise Fault("邮件服务器没有答复，这条没有发出去，会自动再发。", permanent=False) from None
        return ""

    def outcome(self, receipt: str) -> Outcome:
        """Nobody knows."""
        return Outcome.UNKNOWN


def carrier(channel: str) -> Sender:
    """What carries by this channel. Raises a permanent Fault where the operator set nothing, or what cannot be read."""
    kind = Channel(channel)
    if kind == Channel.EMAIL and settings.MAIL_FROM:
        return Mail()
    sender = chosen(_PREFIXES[kind], settings.GATEWAYS, settings.DATA) if kind in _PREFIXES else None
    if sender is None:
        raise Fault(NOT_SET[kind], permanent=True)
    return sender
