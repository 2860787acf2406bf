"""What came of an examination at once (自动审查): a row a submission, with every condition that held or did not, and the human review of it.

Times are handed in by whoever acts; the model asks no clock.
"""

from __future__ import annotations

from django.db import models


class Examination(models.Model):
    """An examination of one submission (自动审查记录).

    `met` and `unmet` are ids of `casework/automatic/conditions.toml` parted by blanks, `version` tells which text of it; `decided` says that the case was
    registered by it. `sampled`: drawn for a later look (抽查). `asked`: when the applicant asked for a person to look. `agreed` is what that person found.
    """

    case = models.ForeignKey("cases.Case", models.PROTECT, related_name="examinations", verbose_name="办件")
    submission = models.OneToOneField("cases.Submission", models.PROTECT, related_name="examination", verbose_name="提交")
    at = models.DateTimeField("时间")
    decided = models.BooleanField("自动准予登记")
    met = models.CharField("符合的条件", max_length=400, blank=True)
    unmet = models.CharField("不符合的条件", max_length=400, blank=True)
    version = models.CharField("条件版本", max_length=16)
    sampled = models.BooleanField("抽查", default=False)
    asked = models.DateTimeField("申请人要求复核的时间", null=True, blank=True)
    reviewed = models.DateTimeField("复核时间", null=True, blank=True)
    reviewer = models.ForeignKey("people.Person", models.SET_NULL, null=True, blank=True, related_name="+", verbose_name="复核人")
    agreed = models.BooleanField("复核同意", null=True, blank=True)
    words = models.BinaryField("复核意见", default=b"")

    class Meta:
        """Official terms; what waits for a person is read along its index."""

        verbose_name = "自动审查记录"
        verbose_name_plural = "自动审查记录"
        indexes = (models.Index(fields=("decided", "reviewed", "at"), name="examination_reviews"),)

    def __str__(self) -> str:
        """The case's number and what came of it."""
        return f"{self.case_id} {self.decided}"

    @property
    def waits(self) -> bool:
        """Whether somebody still has to look at it."""
        return self.decided and self.reviewed is None and (self.sampled or self.asked is not None)
