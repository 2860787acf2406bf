"""What the API keeps (接口): tokens, what was answered to a key, subscriptions and deliveries. Times are handed in by whoever acts; the models ask no clock."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _


class Token(models.Model):
    """What another system shows to act in a person's name (接口令牌): of it only a digest and its first characters are kept.

    `scopes` are words of `scopes.toml`; `ended` is when it was revoked, or first found past `until`: from then on it never opens anything again, whatever
    the clock says.
    """

    person = models.ForeignKey("people.Person", models.CASCADE, related_name="tokens", verbose_name="用户")
    label = models.CharField("用途", max_length=60)
    start = models.CharField("开头", max_length=12)
    digest = models.CharField("摘要", max_length=64, unique=True)
    scopes = models.JSONField("权限", default=list)
    made = models.DateTimeField("创建时间")
    until = models.DateTimeField("有效期至")
    used = models.DateTimeField("最近使用", null=True, blank=True)
    ended = models.DateTimeField("停用时间", null=True, blank=True)

    class Meta:
        """Official terms; the newest first."""

        verbose_name = "接口令牌"
        verbose_name_plural = "接口令牌"
        ordering = ("-made", "-pk")

    def __str__(self) -> str:
        """The number and whose it is."""
        return f"{self.pk} {self.person_id}"


class Replay(models.Model):
    """What was answered to a request with an Idempotency-Key (幂等记录), so that a repeated one is answered alike and done once.

    `key` is a digest of the key, `body` a keyed digest of method, address and body; `answer` is sealed.
    """

    token = models.ForeignKey(Token, models.CASCADE, related_name="replays", verbose_name="接口令牌")
    key = models.CharField("键的摘要", max_length=64)
    body = models.CharField("请求的摘要", max_length=64)
    status = models.PositiveSmallIntegerField("状态码", default=0)
    answer = models.BinaryField("答复", default=b"")
    made = models.DateTimeField("时间", db_index=True)

    class Meta:
        """Official terms; one request a key."""

        verbose_name = "幂等记录"
        verbose_name_plural = "幂等记录"
        constraints = (models.UniqueConstraint(fields=("token", "key"), name="one_request_a_key"),)

    def __str__(self) -> str:
        """The token's number and the status."""
        return f"{self.token_id} {self.status}"


class Subscription(models.Model):
    """Where a person's or a unit's system is told that a case went on (推送订阅), as a system administrator set it.

    `secret` signs and is sealed; `failures` counts those one after another; `paused` is since when it rests.
    """

    person = models.ForeignKey("people.Person", models.CASCADE, null=True, blank=True, related_name="subscriptions", verbose_name="用户")
    unit = models.ForeignKey("people.Unit", models.PROTECT, null=True, blank=True, related_name="+", verbose_name="单位")
    url = models.CharField("推送地址", max_length=300)
    events = models.JSONField("事件", default=list)
    mark = models.CharField("标记", max_length=32, unique=True)
    secret = models.BinaryField("签名密钥")
    failures = models.PositiveIntegerField("连续失败次数", default=0)
    paused = models.DateTimeField("暂停时间", null=True, blank=True)
    made = models.DateTimeField("创建时间")
    ended = models.DateTimeField("停用时间", null=True, blank=True)

    class Meta:
        """Official terms; for a person or a unit."""

        verbose_name = "推送订阅"
        verbose_name_plural = "推送订阅"
        ordering = ("pk",)
        constraints = (models.CheckConstraint(condition=models.Q(person=None) ^ models.Q(unit=None), name="subscription_for_one"),)

    def __str__(self) -> str:
        """The number alone."""
        return str(self.pk)


class Delivery(models.Model):
    """One event to one subscription (推送): numbers and states alone. `token` is the same at every try, so that a receiver knows what comes twice."""

    class State(models.TextChoices):
        """How it stands (推送状态). `failed` will be tried again, `given_up` will not."""

        QUEUED = "queued", _("等待推送")
        SENT = "sent", _("已送达")
        FAILED = "failed", _("没有送到，会再试")
        GIVEN_UP = "given_up", _("没有送到，不再试")

    subscription = models.ForeignKey(Subscription, models.CASCADE, related_name="deliveries", verbose_name="推送订阅")
    token = models.CharField("标记", max_length=32, unique=True)
    event = models.CharField("事件", max_length=48)
    body = models.JSONField("内容")
    state = models.CharField("状态", max_length=16, choices=State.choices, default=State.QUEUED)
    due = models.DateTimeField("应推时间")
    claimed = models.DateTimeField("开始推送", null=True, blank=True)
    tries = models.PositiveIntegerField("次数", default=0)
    trouble = models.CharField("没有送到的原因", max_length=100, blank=True)
    made = models.DateTimeField("创建时间", db_index=True)
    sent = models.DateTimeField("送达时间", null=True, blank=True)

    class Meta:
        """Official terms."""

        verbose_name = "推送"
        verbose_name_plural = "推送"
        ordering = ("-made", "-pk")
        indexes = (models.Index(fields=("state", "due"), name="deliveries_due"),)

    def __str__(self) -> str:
        """The number, the event and the state."""
        return f"{self.pk} {self.event} {self.state}"
