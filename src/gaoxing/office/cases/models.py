"""A case (办件). It begins as a draft (草稿): the applicant's words and the form, sealed from the first migration.

Times are handed in by whoever acts; the model asks no clock.
"""

from __future__ import annotations

from django.db import models


class Case(models.Model):
    """One applicant's business (办件).

    `reference` is what the applicant's browser holds: opaque and random. `words` and `form` are sealed blobs, empty before the first save;
    `revision` counts changes, so that two changes at once cannot swallow each other.
    """

    class State(models.TextChoices):
        """Where the case stands (状态)."""

        DRAFT = "draft", "草稿"

    reference = models.CharField("查询码", max_length=43, unique=True)
    state = models.CharField("状态", max_length=16, choices=State.choices, default=State.DRAFT)
    matter = models.CharField("事项", max_length=64, blank=True)
    edition = models.CharField("文书版本", max_length=32, blank=True)
    words = models.BinaryField("所述")
    form = models.BinaryField("表单")
    revision = models.PositiveIntegerField("修订", default=0)
    created = models.DateTimeField("创建时间")
    changed = models.DateTimeField("更改时间")

    class Meta:
        """Official terms."""

        verbose_name = "办件"
        verbose_name_plural = "办件"

    def __str__(self) -> str:
        """The number and the state; nothing of what was said."""
        return f"{self.pk} {self.state}"
