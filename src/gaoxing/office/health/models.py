"""When the minute's tick last came to its end (心跳). Times are handed in by whoever acts; the model asks no clock."""

from __future__ import annotations

from django.db import models


class Beat(models.Model):
    """The last time that something recurrent came to its end (心跳); one row a name, `tick` alone so far."""

    name = models.CharField("例行", max_length=16, unique=True)
    at = models.DateTimeField("时间")

    class Meta:
        """Official terms."""

        verbose_name = "心跳"
        verbose_name_plural = "心跳"

    def __str__(self) -> str:
        """The name."""
        return self.name
