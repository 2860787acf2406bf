"""Versions of the zone profile (园区资料版本). The one in force is the one applied last; nothing is ever changed in an old one.

Times and days are handed in by whoever acts; the model asks no clock.
"""

from __future__ import annotations

from django.db import models


class ZoneVersion(models.Model):
    """One version (园区资料版本): its values, from which day it is to hold, and when it was applied; `restores` names the version whose values it repeats.

    Who made it stands as a number; `logo` is a PNG drawn anew by this office, empty where the mark of the house is shown.
    """

    values = models.JSONField("内容")
    logo = models.BinaryField("标志", default=b"")
    since = models.DateField("起用日期")
    made = models.DateTimeField("发布时间")
    made_by = models.BigIntegerField("发布人编号")
    restores = models.BigIntegerField("恢复自", null=True, blank=True)
    applied = models.DateTimeField("生效时间", null=True, blank=True, db_index=True)
    withdrawn = models.DateTimeField("撤回时间", null=True, blank=True)

    class Meta:
        """Official terms."""

        verbose_name = "园区资料版本"
        verbose_name_plural = "园区资料版本"
        ordering = ("-pk",)

    def __str__(self) -> str:
        """The number and the day."""
        return f"{self.pk} {self.since}"
