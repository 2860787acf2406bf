"""Notices and the words a zone wrote for them (通知、通知模板). Times are handed in by whoever acts; the models ask no clock."""

from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _


class Channel(models.TextChoices):
    """How somebody is told (通知渠道)."""

    PAGE = "page", _("站内")
    EMAIL = "email", _("电子邮件")
    SMS = "sms", _("短信")
    WECOM = "wecom", _("企业微信")


class Notice(models.Model):
    """One notice to one person by one channel (通知).

    `person` is the number of an account, 0 for whoever has none; `address` and `content` (title and text as they are sent) are sealed under `token`,
    which a gateway gets, too, so that it knows what comes twice. `once` keeps one and the same reminder from being queued twice. `claimed` is the moment
    at which somebody began to send it; `until` that after which it is of no use.
    """

    class State(models.TextChoices):
        """How it stands (通知状态). `failed` will be tried again, `given_up` will not."""

        QUEUED = "queued", _("等待发送")
        SENT = "sent", _("已发出")
        DELIVERED = "delivered", _("已送达")
        READ = "read", _("已读")
        FAILED = "failed", _("没有发成，会再试")
        GIVEN_UP = "given_up", _("没有发成，不再试")

    token = models.CharField("标记", max_length=32, unique=True)
    person = models.BigIntegerField("收件人编号", default=0)
    event = models.CharField("通知事项", max_length=48)
    channel = models.CharField("渠道", max_length=8, choices=Channel.choices)
    language = models.CharField("语言", max_length=8)
    address = models.BinaryField("地址", default=b"")
    content = models.BinaryField("内容")
    state = models.CharField("状态", max_length=16, choices=State.choices, default=State.QUEUED)
    urgent = models.BooleanField("夜间也发", default=False)
    once = models.CharField("只发一次的标记", max_length=64, blank=True)
    due = models.DateTimeField("应发时间")
    until = models.DateTimeField("有用至", null=True, blank=True)
    claimed = models.DateTimeField("开始发送", null=True, blank=True)
    tries = models.PositiveIntegerField("次数", default=0)
    receipt = models.CharField("回执", max_length=100, blank=True)
    trouble = models.CharField("没有发成的原因", max_length=200, blank=True)
    made = models.DateTimeField("创建时间", db_index=True)
    sent = models.DateTimeField("发出时间", null=True, blank=True)
    read = models.DateTimeField("阅读时间", null=True, blank=True)

    class Meta:
        """Official terms; the same reminder once a person and channel."""

        verbose_name = "通知"
        verbose_name_plural = "通知"
        ordering = ("-made", "-pk")
        indexes = (models.Index(fields=("state", "due")), models.Index(fields=("person", "channel", "-made")))
        constraints = (models.UniqueConstraint(fields=("person", "channel", "event", "once"), condition=~Q(once=""), name="one_notice_a_reason"),)

    def __str__(self) -> str:
        """The number, the kind and the state; never its words."""
        return f"{self.pk} {self.event} {self.channel} {self.state}"


class Template(models.Model):
    """The words of a zone for a kind of notice, a channel and a language (通知模板), in the place of those shipped."""

    event = models.CharField("通知事项", max_length=48)
    channel = models.CharField("渠道", max_length=8, choices=Channel.choices)
    language = models.CharField("语言", max_length=8)
    title = models.CharField("标题", max_length=60)
    text = models.CharField("内容", max_length=500)
    changed = models.DateTimeField("更改时间")
    changed_by = models.BigIntegerField("更改人编号")

    class Meta:
        """Official terms."""

        verbose_name = "通知模板"
        verbose_name_plural = "通知模板"
        constraints = (models.UniqueConstraint(fields=("event", "channel", "language"), name="one_template_a_place"),)

    def __str__(self) -> str:
        """Where it stands."""
        return f"{self.event} {self.channel} {self.language}"
