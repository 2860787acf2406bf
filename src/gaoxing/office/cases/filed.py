"""What a case gains when it is submitted (提交以后的办件): its number, the sealed submissions, and one row for everything that happened to it.

Times are handed in by whoever acts; the models ask no clock.
"""

from __future__ import annotations

from django.db import models

from gaoxing.office.happening import Happening


class Submission(models.Model):
    """What was submitted (一次提交), sealed as it was: words, form, findings, and the digests of papers and attachments. A correction is another one.

    `edition` and `rules_on` say by which form and by the rules of which day it was judged; `token` is the page's, so that a post that comes twice is one.
    """

    case = models.ForeignKey("cases.Case", models.PROTECT, related_name="submissions", verbose_name="办件")
    number = models.PositiveSmallIntegerField("第几次")
    token = models.CharField("提交标记", max_length=64)
    at = models.DateTimeField("提交时间")
    by = models.ForeignKey("people.Person", models.SET_NULL, null=True, related_name="+", verbose_name="提交人")
    role = models.CharField("提交人角色", max_length=16)
    edition = models.CharField("文书版本", max_length=32)
    rules_on = models.DateField("规则日期")
    words = models.BinaryField("所述")
    form = models.BinaryField("表单")
    findings = models.BinaryField("审查意见")
    papers = models.BinaryField("材料摘要")

    class Meta:
        """Official terms; one submission a number, and a page's token."""

        verbose_name = "提交"
        verbose_name_plural = "提交"
        ordering = ("number",)
        constraints = (
            models.UniqueConstraint(fields=("case", "number"), name="one_submission_a_number"),
            models.UniqueConstraint(fields=("case", "token"), name="one_submission_a_post"),
        )

    def __str__(self) -> str:
        """The case and which it is."""
        return f"{self.case_id}.{self.number}"


class CaseEvent(Happening):
    """One thing that happened to a case (办件经过): the act, from which state to which, by whom, in which role, and what it did to the clock.

    `reason` holds the typed reasons by their ids, parted by blanks; `note` is sealed: the reasons' words, the defects, a clerk's note.
    """

    case = models.ForeignKey("cases.Case", models.PROTECT, related_name="events", verbose_name="办件")

    class Meta:
        """Official terms; one event a number; who decided how many since a day is read along its index."""

        verbose_name = "办件经过"
        verbose_name_plural = "办件经过"
        ordering = ("number",)
        indexes = (models.Index(fields=("act", "at", "by"), name="cases_acts"),)
        constraints = (models.UniqueConstraint(fields=("case", "number"), name="one_event_a_number"),)

    def __str__(self) -> str:
        """The case, the number and the act."""
        return f"{self.case_id}.{self.number} {self.act}"


class Serial(models.Model):
    """The last case number given out (编号流水), a row a zone and year, so that no number is given twice."""

    region = models.CharField("行政区划代码", max_length=6)
    year = models.PositiveSmallIntegerField("年份")
    last = models.PositiveIntegerField("最后的序号", default=0)

    class Meta:
        """Official terms; one row a zone and year."""

        verbose_name = "编号流水"
        verbose_name_plural = "编号流水"
        constraints = (models.UniqueConstraint(fields=("region", "year"), name="one_serial_a_year"),)

    def __str__(self) -> str:
        """Zone, year and the last number."""
        return f"{self.region} {self.year} {self.last}"
