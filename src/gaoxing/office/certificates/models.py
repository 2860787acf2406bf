"""What the office allots and issues (证照): ranges of codes, licences and notices, seals. All of a licence is public and stands in the clear.

Times are handed in by whoever acts; the models ask no clock.
"""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _


class CodeRange(models.Model):
    """A range of organisation codes (主体标识码号段) that the authority may give out, both ends included, eight characters each without the check character.

    `start` and `end` are the same as numbers (`numbering`), by which ranges are compared; `next` is the number given out next, beyond `end` when all are.
    """

    region = models.CharField("行政区划代码", max_length=6, db_index=True)
    first = models.CharField("第一个", max_length=8)
    last = models.CharField("最后一个", max_length=8)
    start = models.BigIntegerField("第一个的序数")
    end = models.BigIntegerField("最后一个的序数")
    next = models.BigIntegerField("下一个的序数")
    made = models.DateTimeField("设置时间")
    made_by = models.BigIntegerField("设置人编号")
    closed = models.DateTimeField("停用时间", null=True, blank=True)

    class Meta:
        """Official terms; given out in the order in which they were entered."""

        verbose_name = "代码号段"
        verbose_name_plural = "代码号段"
        ordering = ("pk",)
        constraints = (models.CheckConstraint(condition=Q(start__lte=F("next")) & Q(next__lte=F("end") + 1), name="next_code_lies_in_its_range"),)

    def __str__(self) -> str:
        """Its ends."""
        return f"{self.region} {self.first}-{self.last}"

    @property
    def left(self) -> int:
        """How many may still be given out."""
        return 0 if self.closed else self.end - self.next + 1

    @property
    def size(self) -> int:
        """How many there are in all."""
        return self.end - self.start + 1


class Seal(models.Model):
    """A picture of the authority's seal (印章图样) as the operator configured it, a PNG drawn anew by this office; the one in use is not withdrawn."""

    picture = models.BinaryField("图样")
    made = models.DateTimeField("启用时间")
    made_by = models.BigIntegerField("设置人编号")
    withdrawn = models.DateTimeField("停用时间", null=True, blank=True)

    class Meta:
        """Official terms."""

        verbose_name = "印章图样"
        verbose_name_plural = "印章图样"
        ordering = ("-pk",)

    def __str__(self) -> str:
        """The number."""
        return str(self.pk)


class Certificate(models.Model):
    """A licence or notice (证照), its `content` frozen as it was issued. `case` and `case_number` tell by which case; nothing here is anybody's secret.

    `token` is what the QR code leads by: random, so that nobody can count licences through. `seal` is that of the day; without one it is a sample for ever.
    """

    class Kind(models.TextChoices):
        """What it is (证照种类)."""

        LICENCE = "licence", _("营业执照")
        CHANGE_NOTICE = "change_notice", _("变更登记通知书")
        DEREGISTRATION_NOTICE = "deregistration_notice", _("注销登记通知书")

    class State(models.TextChoices):
        """How it stands (证照状态)."""

        IN_FORCE = "in_force", _("有效")
        SUPERSEDED = "superseded", _("已换发")
        REVOKED = "revoked", _("已吊销、撤销")
        CANCELLED = "cancelled", _("已注销")

    token = models.CharField("查验码", max_length=32, unique=True)
    kind = models.CharField("种类", max_length=24, choices=Kind.choices)
    number = models.CharField("编号", max_length=32, unique=True)
    year = models.PositiveSmallIntegerField("年份")
    serial = models.PositiveIntegerField("序号")
    code = models.CharField("统一社会信用代码", max_length=18, db_index=True)
    name = models.CharField("名称", max_length=200)
    version = models.PositiveIntegerField("版本")
    content = models.JSONField("内容")
    case = models.BigIntegerField("办件", db_index=True)
    case_number = models.CharField("办件编号", max_length=24)
    state = models.CharField("状态", max_length=16, choices=State.choices, default=State.IN_FORCE)
    reason = models.CharField("事由", max_length=32, blank=True)
    issued = models.DateTimeField("发出时间")
    ended = models.DateTimeField("失效时间", null=True, blank=True)
    supersedes = models.OneToOneField("self", models.PROTECT, null=True, blank=True, related_name="superseded_by", verbose_name="换发自")
    seal = models.ForeignKey(Seal, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="印章图样")

    class Meta:
        """Official terms; an enterprise has one licence in force."""

        verbose_name = "证照"
        verbose_name_plural = "证照"
        ordering = ("pk",)
        constraints = (
            models.UniqueConstraint(fields=("code",), condition=Q(kind="licence", state="in_force"), name="one_licence_in_force"),
            models.UniqueConstraint(fields=("code", "kind", "version"), name="one_certificate_a_version"),
            models.UniqueConstraint(fields=("kind", "year", "serial"), name="one_certificate_a_serial"),
        )

    def __str__(self) -> str:
        """The number and the state."""
        return f"{self.number} {self.state}"
