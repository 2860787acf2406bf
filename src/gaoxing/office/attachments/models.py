"""An attachment (附件) as the database knows it: what it is, how it stands, and when it goes. Its content lies sealed in files (`store.py`).

It refers to its case by number, for attachments stand below the cases. Times are handed in by whoever acts; the model asks no clock.
"""

from __future__ import annotations

from django.db import models


class Attachment(models.Model):
    """One file that somebody sent (附件).

    `token` names its files and tells nothing; `name` is sealed, for people write names into names; `advice` are the codes of what hinders reading it
    (`advice.py`); `until` is the day on which it goes, none while it goes with its draft.
    """

    class State(models.TextChoices):
        """How it stands (附件状态). `infected` has lost its content."""

        WAITING = "waiting", "等待查毒"
        CLEAN = "clean", "已查毒"
        INFECTED = "infected", "查出病毒"
        REFUSED = "refused", "不收"

    token = models.CharField("存放标记", max_length=32, unique=True)
    case = models.BigIntegerField("办件编号", db_index=True)
    material = models.CharField("材料", max_length=120, blank=True)
    name = models.BinaryField("文件名")
    media_type = models.CharField("种类", max_length=32)
    size = models.PositiveIntegerField("字节数")
    sha256 = models.CharField("摘要", max_length=64)
    pages = models.PositiveIntegerField("页数", default=1)
    advice = models.CharField("拍照提示", max_length=60, blank=True)
    state = models.CharField("状态", max_length=16, choices=State.choices, default=State.WAITING)
    threat = models.CharField("病毒名", max_length=200, blank=True)
    reason = models.CharField("不收的原因", max_length=16, blank=True)
    tries = models.PositiveIntegerField("查毒次数", default=0)
    next_scan = models.DateTimeField("下次查毒", null=True, blank=True, db_index=True)
    added = models.DateTimeField("上传时间")
    until = models.DateField("保存至", null=True, blank=True, db_index=True)

    class Meta:
        """Official terms; the same file stands once at a material."""

        verbose_name = "附件"
        verbose_name_plural = "附件"
        ordering = ("added", "pk")
        constraints = (models.UniqueConstraint(fields=("case", "material", "sha256"), name="one_attachment_a_file"),)

    def __str__(self) -> str:
        """The number, the case and the state; never its name."""
        return f"{self.pk} {self.case} {self.state}"
