"""Who signs and what was signed (签署人、签名). Both refer to their case by number. Times are handed in by whoever acts; the models ask no clock."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _


class Signer(models.Model):
    """Somebody who signs papers of a case (签署人).

    `key` is a keyed digest of name and number, by which they are found again on the form; `who` (name and number) and `objection` are sealed under `token`.
    `link` is a keyed digest of their link, which is good for them alone `until`; `touched` is the latest moment known here, so that a clock set back revives
    nothing. `tries` are wrong ones in a row, `locked` the time until which nothing is tried. `trouble` is why the last signature did not come about.
    """

    class Way(models.TextChoices):
        """How they sign (签名方式): both are of equal rank."""

        PAPER = "paper", _("纸面签名")
        ELECTRONIC = "electronic", _("电子签名")

    class Proof(models.TextChoices):
        """How they proved who they are (核验方式); `number`: only that they know the number on the form, nobody has seen a document."""

        NONE = "", _("还没有核验")
        SERVICE = "service", _("实名核验通过")
        NUMBER = "number", _("证件号码与表上一致，待窗口看原件")
        SEEN = "seen", _("窗口当面看过证件")

    token = models.CharField("存放标记", max_length=32, unique=True)
    case = models.BigIntegerField("办件编号", db_index=True)
    key = models.CharField("姓名和证件摘要", max_length=96)
    who = models.BinaryField("姓名和证件")
    way = models.CharField("签名方式", max_length=12, choices=Way.choices, default=Way.PAPER)
    link = models.CharField("链接摘要", max_length=96, null=True, unique=True)
    until = models.DateTimeField("链接有效期至", null=True)
    asked = models.DateTimeField("请签时间", null=True)
    touched = models.DateTimeField("最近一次")
    tries = models.PositiveSmallIntegerField("核验错的次数", default=0)
    locked = models.DateTimeField("锁定至", null=True)
    proof = models.CharField("核验方式", max_length=8, choices=Proof.choices, default=Proof.NONE, blank=True)
    proved = models.DateTimeField("核验时间", null=True)
    objection = models.BinaryField("异议", default=b"")
    objected = models.DateTimeField("提出异议时间", null=True)
    trouble = models.CharField("没有签成的原因", max_length=200, blank=True)

    class Meta:
        """Official terms; a person once a case."""

        verbose_name = "签署人"
        verbose_name_plural = "签署人"
        ordering = ("pk",)
        constraints = (models.UniqueConstraint(fields=("case", "key"), name="one_signer_a_person"),)

    def __str__(self) -> str:
        """The number, the case and the way; never a name."""
        return f"{self.pk} {self.case} {self.way}"


class Signature(models.Model):
    """That a signer signed one paper (签名): which, by the digest (SM3) of what is printed on it; when; how; `by` whom it was seen where it is on paper.

    `told` is sealed for exactly these columns, so that a row changed by anybody else no longer opens: the paper's title, the provider's receipt, and short
    digests of the form's values, which tell afterwards what changed.
    """

    signer = models.ForeignKey(Signer, models.CASCADE, related_name="signatures", verbose_name="签署人")
    digest = models.CharField("材料摘要（SM3）", max_length=64)
    way = models.CharField("签名方式", max_length=12, choices=Signer.Way.choices)
    at = models.DateTimeField("签名时间")
    by = models.BigIntegerField("查看签名的窗口人员编号", default=0)
    told = models.BinaryField("回执")

    class Meta:
        """Official terms; a paper as it stands is signed once by a signer."""

        verbose_name = "签名"
        verbose_name_plural = "签名"
        ordering = ("at", "pk")
        constraints = (models.UniqueConstraint(fields=("signer", "digest"), name="one_signature_a_paper"),)

    def __str__(self) -> str:
        """The number, the signer's number and the way."""
        return f"{self.pk} {self.signer_id} {self.way}"
