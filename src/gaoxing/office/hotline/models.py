"""A ticket of the hotline (12345 热线工单): its own number, and the request that it became. The model asks no clock."""

from __future__ import annotations

from django.db import models


class HotlineTicket(models.Model):
    """One ticket (热线工单); `received` is when the hotline took the call. A number comes once, so that a list imported twice makes no request twice."""

    number = models.CharField("工单编号", max_length=40, unique=True)
    request = models.OneToOneField("aftercare.Request", models.CASCADE, related_name="hotline_ticket", verbose_name="企业诉求")
    received = models.DateTimeField("受理时间", null=True, blank=True)

    class Meta:
        """Official terms; the newest first."""

        verbose_name = "热线工单"
        verbose_name_plural = "热线工单"
        ordering = ("-pk",)

    def __str__(self) -> str:
        """The hotline's number."""
        return self.number
