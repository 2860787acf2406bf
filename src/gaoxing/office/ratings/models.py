"""A rating (好差评) and the call-back after a low one (回访). They refer to what is rated by its kind and number, for they stand below all business.

Times are handed in by whoever acts; the models ask no clock.
"""

from __future__ import annotations

from django.db import models

from gaoxing.office.vault import DIGEST


class Rating(models.Model):
    """What one applicant says of one piece of business, once; it is there, without a level, from the moment at which they were asked.

    `kind` and `subject` are the record's model and number, `reference` what people call it; `clerk` and `unit` who handled it. `link` is the keyed
    digest of the notice's link, empty once it was used. `reasons` are ids parted by blanks; `words` are sealed. No level is no answer, never a good one.
    """

    kind = models.CharField("对象类别", max_length=48)
    subject = models.BigIntegerField("对象编号")
    reference = models.CharField("编号", max_length=40)
    person = models.ForeignKey("people.Person", models.SET_NULL, null=True, related_name="ratings", verbose_name="评价人")
    clerk = models.ForeignKey("people.Person", models.SET_NULL, null=True, blank=True, related_name="+", verbose_name="经办人")
    unit = models.ForeignKey("people.Unit", models.PROTECT, null=True, blank=True, related_name="+", verbose_name="经办单位")
    link = models.CharField("链接摘要", max_length=DIGEST, null=True, blank=True, unique=True)
    link_until = models.DateTimeField("链接有效期至", null=True, blank=True)
    asked = models.DateTimeField("请评时间", db_index=True)
    level = models.CharField("等级", max_length=20, blank=True)
    reasons = models.CharField("原因", max_length=200, blank=True)
    words = models.BinaryField("说明", default=b"")
    rated = models.DateTimeField("评价时间", null=True, blank=True)
    changed = models.DateTimeField("更改时间", null=True, blank=True)

    class Meta:
        """Official terms; one rating a piece of business."""

        verbose_name = "好差评"
        verbose_name_plural = "好差评"
        constraints = (models.UniqueConstraint(fields=("kind", "subject"), name="one_rating_a_subject"),)

    def __str__(self) -> str:
        """The number and the level; never its words."""
        return f"{self.pk} {self.level}"


class CallBack(models.Model):
    """That somebody who was not satisfied is to be called back (回访): by when, and, once done, by whom and with which words, sealed."""

    rating = models.OneToOneField(Rating, models.CASCADE, related_name="call_back", verbose_name="好差评")
    due = models.DateTimeField("应回访时间", db_index=True)
    called = models.DateTimeField("回访时间", null=True, blank=True)
    by = models.ForeignKey("people.Person", models.SET_NULL, null=True, blank=True, related_name="+", verbose_name="回访人")
    words = models.BinaryField("回访记录", default=b"")

    class Meta:
        """Official terms."""

        verbose_name = "回访"
        verbose_name_plural = "回访"

    def __str__(self) -> str:
        """The rating and when it is due."""
        return f"{self.rating_id} {self.due:%Y-%m-%d}"
