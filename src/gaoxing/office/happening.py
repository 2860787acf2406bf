"""One thing that happened (经过): what the events of cases, of licences and of requests have in common; each is a model of its own app.

`reason` holds the typed reasons by their ids, parted by blanks; `note` is sealed. Times are handed in by whoever acts.
"""

from __future__ import annotations

from django.db import models


class Happening(models.Model):
    """The act, from which state to which, by whom, in which role, and what it did to the clock."""

    number = models.PositiveSmallIntegerField("序号")
    act = models.CharField("操作", max_length=32)
    source = models.CharField("原状态", max_length=32)
    target = models.CharField("新状态", max_length=32)
    by = models.ForeignKey("people.Person", models.SET_NULL, null=True, related_name="+", verbose_name="经办人")
    role = models.CharField("角色", max_length=32)
    at = models.DateTimeField("时间")
    clock = models.CharField("时限操作", max_length=8, blank=True)
    days = models.PositiveSmallIntegerField("时限（工作日）", default=0)
    pause = models.CharField("暂停类别", max_length=32, blank=True)
    reason = models.CharField("理由", max_length=200, blank=True)
    note = models.BinaryField("说明", default=b"")

    class Meta:
        """In the order in which it happened."""

        abstract = True
        ordering = ("number",)

    def __str__(self) -> str:
        """The number and the act."""
        return f"{self.number} {self.act}"
