"""One step after the licence (后续事项办理): asked for by the applicant, handed in to its body, followed until it is done or declined.

Times are handed in by whoever acts; the model asks no clock.
"""

from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _


class Formality(models.Model):
    """A step of one case. `token` is ours and makes handing in twice one; `number` is the body's; `trouble` tells of an outage, `told` what the body said.

    `due` is when it is tried or asked after next; `claimed` since when somebody does so.
    """

    class State(models.TextChoices):
        """How it stands (状态)."""

        WAITING = "waiting", _("正在交")
        HANDED_IN = "handed_in", _("已交，等对方办")
        DONE = "done", _("办好了")
        DECLINED = "declined", _("对方没有办")
        GIVEN_UP = "given_up", _("没有交成，请自己办")

    case = models.ForeignKey("cases.Case", models.PROTECT, related_name="formalities", verbose_name="办件")
    step = models.CharField("事项", max_length=32)
    state = models.CharField("状态", max_length=12, choices=State.choices, default=State.WAITING)
    token = models.CharField("标记", max_length=32, unique=True)
    number = models.CharField("对方编号", max_length=100, blank=True)
    asked = models.DateTimeField("申请时间")
    due = models.DateTimeField("下一次时间", null=True, blank=True)
    claimed = models.DateTimeField("正在办理自", null=True, blank=True)
    tries = models.PositiveSmallIntegerField("连续没有应答的次数", default=0)
    trouble = models.CharField("没有应答的说明", max_length=200, blank=True)
    told = models.CharField("对方的说明", max_length=200, blank=True)
    ended = models.DateTimeField("办结时间", null=True, blank=True)

    class Meta:
        """Official terms; a step once a case."""

        verbose_name = "后续事项"
        verbose_name_plural = "后续事项"
        ordering = ("pk",)
        constraints = (models.UniqueConstraint(fields=("case", "step"), name="one_formality_a_step"),)
        indexes = (models.Index(fields=("due",), name="formalities_due", condition=Q(due__isnull=False)),)

    def __str__(self) -> str:
        """The case's number here, the step and the state."""
        return f"{self.case_id} {self.step} {self.state}"
