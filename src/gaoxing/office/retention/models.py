"""What was deleted because its time was over (到期删除), counted by kind and day: no number, name or text of what it was."""

from __future__ import annotations

from django.db import models


class Deletion(models.Model):
    """So many of a kind deleted on a day (到期删除计数)."""

    kind = models.CharField("种类", max_length=48)
    day = models.DateField("日期")
    count = models.PositiveBigIntegerField("数量", default=0)

    class Meta:
        """Official terms; one row a kind and day."""

        verbose_name = "到期删除"
        verbose_name_plural = "到期删除"
        ordering = ("-day", "kind")
        constraints = (models.UniqueConstraint(fields=("kind", "day"), name="one_deletion_row_a_day"),)

    def __str__(self) -> str:
        """Kind, day and count."""
        return f"{self.kind} {self.day} {self.count}"
