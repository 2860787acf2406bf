"""A run of the year (模拟), what is still to be played in it, and how long each of those who work is busy.

A step is marked as done in the transaction of its own acts, so a run that is killed goes on where it stood.
"""

from __future__ import annotations

from django.db import models

KEY_LENGTH = 96


class Run(models.Model):
    """One run: the same seed, scale and year give the same report. `ended` once every step is played and the invariants are proved."""

    seed = models.BigIntegerField("种子")
    scale = models.DecimalField("规模", max_digits=6, decimal_places=3)
    begins = models.DateField("开始")
    months = models.PositiveSmallIntegerField("月数")
    played = models.PositiveIntegerField("已演步数", default=0)
    at = models.DateTimeField("演到", null=True, blank=True)
    ended = models.BooleanField("已演完", default=False)

    class Meta:
        """Official terms."""

        verbose_name = "模拟"
        verbose_name_plural = "模拟"

    def __str__(self) -> str:
        """Seed and span."""
        return f"{self.seed}: {self.begins} +{self.months}"


class Step(models.Model):
    """Something that somebody will do at a moment: its `kind` names the handler, `told` is what it is given. `refused` is what the office said instead."""

    run = models.ForeignKey(Run, models.CASCADE, related_name="steps", verbose_name="模拟")
    key = models.CharField("键", max_length=KEY_LENGTH)
    kind = models.CharField("种类", max_length=48)
    at = models.DateTimeField("时刻")
    told = models.JSONField("内容", default=dict)
    done = models.BooleanField("已演", default=False)
    refused = models.TextField("没有办成", blank=True)

    class Meta:
        """A key stands once in a run."""

        verbose_name = "模拟步"
        verbose_name_plural = "模拟步"
        constraints = (models.UniqueConstraint(fields=["run", "key"], name="simulation_step_once"),)
        indexes = (models.Index(fields=["run", "done", "at"], name="simulation_step_next"),)

    def __str__(self) -> str:
        """Its key."""
        return self.key


class Hands(models.Model):
    """Somebody who works in the run, and until when what is already given to them keeps them busy."""

    run = models.ForeignKey(Run, models.CASCADE, related_name="hands", verbose_name="模拟")
    worker = models.CharField("人手", max_length=KEY_LENGTH)
    free = models.DateTimeField("空闲时刻")

    class Meta:
        """One row a worker."""

        verbose_name = "人手"
        verbose_name_plural = "人手"
        constraints = (models.UniqueConstraint(fields=["run", "worker"], name="simulation_hands_once"),)

    def __str__(self) -> str:
        """The worker."""
        return self.worker


class Noted(models.Model):
    """Something that the report of a run tells and no record of the office says: its kind, the step in which it showed, and what it is (all invented)."""

    run = models.ForeignKey(Run, models.CASCADE, related_name="noted", verbose_name="模拟")
    kind = models.CharField("种类", max_length=48)
    key = models.CharField("键", max_length=KEY_LENGTH)
    told = models.JSONField("内容", default=dict)

    class Meta:
        """Official terms."""

        verbose_name = "模拟所见"
        verbose_name_plural = "模拟所见"
        indexes = (models.Index(fields=["run", "kind", "key"], name="simulation_noted_kind"),)

    def __str__(self) -> str:
        """Kind and key."""
        return f"{self.kind} {self.key}"
