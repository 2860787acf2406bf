"""The zone's own lists of industrial policy (本区的产业政策清单), version by version. Nothing here is of a person: items, words and their sources."""

from __future__ import annotations

from django.db import models


class PolicyLists(models.Model):
    """A version of the zone's own lists: the TOML as it was sent; the newest that is not withdrawn is in force, without one the shipped lists are."""

    text = models.TextField("内容")
    made = models.DateTimeField("发布时间")
    made_by = models.BigIntegerField("发布人编号")
    withdrawn = models.DateTimeField("撤回时间", null=True, blank=True)

    class Meta:
        """Official terms; the newest first."""

        verbose_name = "产业政策清单版本"
        verbose_name_plural = "产业政策清单版本"
        ordering = ("-pk",)

    def __str__(self) -> str:
        """The number."""
        return str(self.pk)
