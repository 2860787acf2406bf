"""A list that was sent to be imported (导入批次) and its rows. What stands in the rows is sealed. Times are handed in; the models ask no clock."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _


class ImportBatch(models.Model):
    """One file that somebody sent (导入批次): its kind, the digest by which the same file is known again, its name sealed.

    `about` is sealed too: the file's name, its columns as they read there, what was noticed. `confirmed` is the moment at which it was pressed.
    """

    class State(models.TextChoices):
        """Where it stands (批次状态)."""

        JUDGING = "judging", _("正在核对")
        PREVIEWED = "previewed", _("等您确认")
        APPLYING = "applying", _("正在导入")
        DONE = "done", _("已导入")
        DISCARDED = "discarded", _("已放弃")

    kind = models.CharField("种类", max_length=32)
    by = models.ForeignKey("people.Person", models.PROTECT, related_name="+", verbose_name="导入人")
    digest = models.CharField("摘要", max_length=64, db_index=True)
    about = models.BinaryField("文件名、表头", default=b"")
    state = models.CharField("状态", max_length=16, choices=State.choices, default=State.JUDGING)
    made = models.DateTimeField("上传时间", db_index=True)
    confirmed = models.DateTimeField("确认时间", null=True, blank=True)
    ended = models.DateTimeField("完成时间", null=True, blank=True)

    class Meta:
        """Official terms; the newest first."""

        verbose_name = "导入批次"
        verbose_name_plural = "导入批次"
        ordering = ("-pk",)
        indexes = (models.Index(fields=("state", "id"), name="imports_that_go_on"),)

    def __str__(self) -> str:
        """The kind and the state."""
        return f"{self.pk} {self.kind} {self.state}"


class ImportLine(models.Model):
    """One row of it (导入行): `number` is that of the file; its values, what was found and what is told of it are sealed in `content`.

    `subject` is the number of the record that it became or changed.
    """

    class Verdict(models.TextChoices):
        """What importing it would do (核对结果)."""

        WAITING = "waiting", _("还没核对")
        NEW = "new", _("新增")
        CHANGED = "changed", _("更改")
        UNCHANGED = "unchanged", _("没有变化")
        ASKED = "asked", _("要问清")
        WRONG = "wrong", _("有错")

    batch = models.ForeignKey(ImportBatch, models.CASCADE, related_name="lines", verbose_name="导入批次")
    number = models.PositiveIntegerField("行号")
    verdict = models.CharField("核对结果", max_length=16, choices=Verdict.choices, default=Verdict.WAITING)
    content = models.BinaryField("内容")
    subject = models.BigIntegerField("记录编号", null=True, blank=True)
    done = models.DateTimeField("导入时间", null=True, blank=True)

    class Meta:
        """Official terms; a row once."""

        verbose_name = "导入行"
        verbose_name_plural = "导入行"
        ordering = ("number",)
        constraints = (models.UniqueConstraint(fields=("batch", "number"), name="one_line_a_row"),)
        indexes = (models.Index(fields=("batch", "verdict", "number"), name="lines_by_verdict"),)

    def __str__(self) -> str:
        """The batch, the row and the verdict."""
        return f"{self.batch_id}:{self.number} {self.verdict}"
