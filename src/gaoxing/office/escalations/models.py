"""What does not get done (办不成事) and its causes: who brought it, who took it over, what came of it, and what is mended so that it does not recur.

Words are sealed. Times are handed in by whoever acts; the models ask no clock.
"""

from __future__ import annotations

from django.db import models

from gaoxing.office.happening import Happening
from gaoxing.office.vault import DIGEST

_SEALED = b""


class Cause(models.Model):
    """Why things do not get done (成因): its kind, its name without anything of persons, the unit that mends it, until when it is watched."""

    class State(models.TextChoices):
        """Where it stands, as `casework/escalation_cause.toml` says."""

        OPEN = "open", "待整改"
        FIXED = "fixed", "已整改"
        WATCHED = "watched", "观察中"
        RECURRED = "recurred", "又发生"
        CLOSED = "closed", "已销号"

    class Kind(models.TextChoices):
        """What lies behind it (成因类别)."""

        RULE = "rule", "制度"
        PROCESS = "process", "流程"
        PEOPLE = "people", "人员"
        SYSTEM = "system", "系统"

    kind = models.CharField("类别", max_length=16, choices=Kind.choices)
    name = models.CharField("成因", max_length=200)
    state = models.CharField("状态", max_length=16, choices=State.choices, default=State.OPEN)
    unit = models.ForeignKey("people.Unit", models.PROTECT, null=True, blank=True, related_name="+", verbose_name="责任单位")
    mend_by = models.DateField("整改期限", null=True, blank=True)
    fixed = models.DateTimeField("整改时间", null=True, blank=True)
    watched_until = models.DateField("观察到", null=True, blank=True)
    recurrences = models.PositiveSmallIntegerField("又发生次数", default=0)
    made = models.DateTimeField("记下时间")
    changed = models.DateTimeField("更改时间")
    revision = models.PositiveIntegerField("修订", default=0)

    class Meta:
        """Official terms; one a kind and name."""

        verbose_name = "办不成事的成因"
        verbose_name_plural = "办不成事的成因"
        ordering = ("pk",)
        constraints = (models.UniqueConstraint(fields=("kind", "name"), name="one_cause_a_name"),)

    def __str__(self) -> str:
        """The kind and the state."""
        return f"{self.kind} {self.state}"


class Escalation(models.Model):
    """One thing that does not get done (办不成的一件事). `case` is the desk's draft from which it comes; `blocked` the number of the case or request that
    is stuck; `content` sealed: what was tried, where, how often, what blocked it, whom to reach.

    `once` is the page's token, so that a post that comes twice is taken once; `said` the keyed digest of the words, by which a repetition is known,
    `reached` that of the telephone. `contact_due` by when the person is contacted; `late`: whether there was no result in time (None: none yet);
    once concluded, `due` is the end of the days after which somebody calls back.
    """

    class State(models.TextChoices):
        """Where it stands, as `casework/escalation.toml` says."""

        DRAFT = "draft", "草稿"
        SUBMITTED = "submitted", "已提交"
        TAKEN = "taken", "已接手"
        IN_HAND = "in_hand", "马上办理中"
        CONCLUDED = "concluded", "待本人确认"
        UNSATISFIED = "unsatisfied", "换人再办"
        CONFIRMED = "confirmed", "已确认"
        REFERRED = "referred", "已告知渠道"
        WITHDRAWN = "withdrawn", "已撤回"

    class Outcome(models.TextChoices):
        """What came of it (结果)."""

        DONE = "done", "办成了"
        PARTLY = "partly", "部分办成"
        IMPOSSIBLE = "impossible", "不能办"

    number = models.CharField("编号", max_length=32, unique=True, null=True)
    case = models.BigIntegerField("来自办件", null=True, blank=True, unique=True)
    blocked = models.CharField("卡住的办件、诉求", max_length=32, blank=True, db_index=True)
    once = models.CharField("提交标记", max_length=64, blank=True)
    said = models.CharField("内容摘要", max_length=DIGEST, blank=True, db_index=True)
    reached = models.CharField("联系电话摘要", max_length=DIGEST, blank=True)
    owner = models.ForeignKey("people.Person", models.SET_NULL, null=True, blank=True, related_name="+", verbose_name="本人")
    brought_by = models.ForeignKey("people.Person", models.SET_NULL, null=True, blank=True, related_name="+", verbose_name="提交人")
    state = models.CharField("状态", max_length=16, choices=State.choices, default=State.DRAFT)
    content = models.BinaryField("内容", default=_SEALED)
    handler = models.ForeignKey("people.Person", models.SET_NULL, null=True, blank=True, related_name="+", verbose_name="接手的人")
    contact_due = models.DateTimeField("联系期限", null=True, blank=True)
    contacted = models.DateTimeField("联系时间", null=True, blank=True)
    next_reply = models.DateField("下次答复", null=True, blank=True)
    outcome = models.CharField("结果", max_length=16, choices=Outcome.choices, blank=True)
    concluded = models.DateTimeField("办结时间", null=True, blank=True)
    late = models.BooleanField("超期办结", null=True, blank=True)
    cause = models.ForeignKey(Cause, models.PROTECT, null=True, blank=True, related_name="escalations", verbose_name="成因")
    rejections = models.PositiveSmallIntegerField("没有办成次数", default=0)
    confirmed = models.DateTimeField("确认时间", null=True, blank=True)
    made = models.DateTimeField("提交时间")
    changed = models.DateTimeField("更改时间")
    revision = models.PositiveIntegerField("修订", default=0)
    due = models.DateTimeField("到期时间", null=True, blank=True)

    class Meta:
        """Official terms; the desk is read along its index."""

        verbose_name = "办不成的一件事"
        verbose_name_plural = "办不成事"
        ordering = ("pk",)
        indexes = (models.Index(fields=("handler", "state", "due"), name="escalations_on_a_desk"),)
        constraints = (models.UniqueConstraint(fields=("brought_by", "once"), condition=~models.Q(once=""), name="one_escalation_a_page"),)

    def __str__(self) -> str:
        """The number and the state."""
        return f"{self.number} {self.state}"


class EscalationEvent(Happening):
    """One thing that happened to it (办不成事的经过)."""

    subject = models.ForeignKey(Escalation, models.CASCADE, related_name="events", verbose_name="办不成的一件事")

    class Meta:
        """Official terms; one event a number."""

        verbose_name = "办不成事的经过"
        verbose_name_plural = "办不成事的经过"
        ordering = ("number",)
        constraints = (models.UniqueConstraint(fields=("subject", "number"), name="one_escalation_event_a_number"),)


class EscalationReveal(models.Model):
    """That one of the staff was shown whom to reach (显示办不成事的联系方式): the reason's code and, sealed, their words. No name or number is here."""

    escalation = models.ForeignKey(Escalation, models.CASCADE, related_name="reveals", verbose_name="办不成的一件事")
    by = models.ForeignKey("people.Person", models.PROTECT, related_name="+", verbose_name="查看人")
    reason = models.CharField("事由代码", max_length=48)
    words = models.BinaryField("说明", default=_SEALED)
    at = models.DateTimeField("时间")

    class Meta:
        """Official terms; the newest last."""

        verbose_name = "显示办不成事的联系方式"
        verbose_name_plural = "显示办不成事的联系方式"
        ordering = ("pk",)

    def __str__(self) -> str:
        """Its number; nothing of what was shown."""
        return str(self.escalation_id)


class CauseEvent(Happening):
    """One thing that happened to a cause (整改经过)."""

    subject = models.ForeignKey(Cause, models.CASCADE, related_name="events", verbose_name="成因")

    class Meta:
        """Official terms; one event a number."""

        verbose_name = "整改经过"
        verbose_name_plural = "整改经过"
        ordering = ("number",)
        constraints = (models.UniqueConstraint(fields=("subject", "number"), name="one_cause_event_a_number"),)
