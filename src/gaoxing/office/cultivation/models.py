"""An enterprise on the ladder (培育企业): its own figures, sealed; where they put it before each rung; what it holds; what it plans.

Times are handed in by whoever acts; the models ask no clock. Sums are in yuan.
"""

from __future__ import annotations

from django.db import models

from gaoxing.checks.assessment.verdict import TERMS
from gaoxing.forms.cultivation import CERTIFICATES

RUNG_LENGTH = 32
"""Characters of a rung's id."""

VERDICTS = [(str(each), term) for each, term in TERMS.items()]
"""The verdicts as they are stored, each with its official term."""


class Assessed(models.Model):
    """One enterprise and its one set of figures for every rung (自评企业): `content` holds the form, each datum with its source and who entered it, sealed.

    `client` is the zone's own record of it (服务对象): only such a row is known to be that enterprise. Without one `enterprise` and `uscc` are what its
    `owner` typed. `year` is the newest of which figures were told; `doubts` how many of the figures cannot be so; `judged` the day of the verdicts,
    `stands` the first day on which they may be others by the same figures and rules, `rules` the digest of the rules.
    """

    number = models.CharField("编号", max_length=32, unique=True, null=True)
    owner = models.ForeignKey("people.Person", models.SET_NULL, null=True, blank=True, related_name="+", verbose_name="企业账号")
    client = models.OneToOneField("aftercare.Client", models.SET_NULL, null=True, blank=True, related_name="+", verbose_name="服务对象")
    enterprise = models.CharField("企业名称", max_length=200, blank=True)
    uscc = models.CharField("统一社会信用代码", max_length=18, blank=True, db_index=True)
    content = models.BinaryField("自评数据", default=b"")
    year = models.PositiveSmallIntegerField("数据年度", null=True, blank=True)
    doubts = models.PositiveSmallIntegerField("数据疑点", default=0)
    asked = models.PositiveSmallIntegerField("待确认", default=0)
    judged = models.DateField("评定日期", null=True, blank=True, db_index=True)
    stands = models.DateField("到这天以前不变", null=True, blank=True, db_index=True)
    rules = models.CharField("评定规则摘要", max_length=64, blank=True, default="")
    entered_by = models.ForeignKey("people.Person", models.SET_NULL, null=True, blank=True, related_name="+", verbose_name="填报人")
    made = models.DateTimeField("建立时间")
    changed = models.DateTimeField("更改时间")
    revision = models.PositiveIntegerField("修订", default=0)

    class Meta:
        """Official terms; the newest changed are found along the index."""

        verbose_name = "培育企业"
        verbose_name_plural = "培育企业"
        ordering = ("pk",)

    def __str__(self) -> str:
        """The number and the year."""
        return f"{self.number} {self.year}"


class AssessedRung(models.Model):
    """The last verdict before one rung (自评结果), as plain columns for counting: `unmet` conditions that are not met, `wants` inputs that are missing.

    `gap` is the sentence of the nearest gap, `lacks` what the one step to the rung is about (empty: there is no such step), `step` the cheapest step to
    more points; `batch` is the round by whose figures it was judged, empty where they stand until changed; `held`: a certificate of it was in force on the
    day `on`.
    """

    assessed = models.ForeignKey(Assessed, models.CASCADE, related_name="rungs", verbose_name="培育企业")
    rung = models.CharField("资质", max_length=RUNG_LENGTH, choices=CERTIFICATES)
    place = models.PositiveSmallIntegerField("先后", default=0)
    verdict = models.CharField("判断", max_length=16, choices=VERDICTS)
    unmet = models.PositiveSmallIntegerField("不满足的条件", default=0)
    wants = models.PositiveSmallIntegerField("还缺的数", default=0)
    gap = models.CharField("差距", max_length=300, blank=True)
    lacks = models.CharField("只差", max_length=60, blank=True)
    step = models.CharField("升一档", max_length=300, blank=True)
    worst = models.DecimalField("最低得分", max_digits=6, decimal_places=2, null=True, blank=True)
    best = models.DecimalField("最高得分", max_digits=6, decimal_places=2, null=True, blank=True)
    mark = models.DecimalField("要达到的得分", max_digits=6, decimal_places=2, null=True, blank=True)
    batch = models.CharField("批次", max_length=16, blank=True)
    held = models.BooleanField("有有效资质", default=False)
    on = models.DateField("评定日期")

    class Meta:
        """Official terms; one row a rung, counted along the index."""

        verbose_name = "自评结果"
        verbose_name_plural = "自评结果"
        ordering = ("place", "pk")
        indexes = (models.Index(fields=("rung", "verdict"), name="cultivation_by_verdict"),)
        constraints = (models.UniqueConstraint(fields=("assessed", "rung"), name="one_verdict_a_rung"),)

    def __str__(self) -> str:
        """The rung and the verdict."""
        return f"{self.rung} {self.verdict}"


class Qualification(models.Model):
    """A qualification that an enterprise holds (资质证书): of which rung, its number, from when until when, and who says so."""

    class Origin(models.TextChoices):
        """Who says so (来源)."""

        ENTERPRISE = "enterprise", "企业自己填"
        OFFICE = "office", "工作人员录入"
        LIST = "list", "导入的认定名单"

    assessed = models.ForeignKey(Assessed, models.CASCADE, related_name="qualifications", verbose_name="培育企业")
    rung = models.CharField("资质", max_length=RUNG_LENGTH, choices=CERTIFICATES)
    number = models.CharField("证书编号", max_length=64, blank=True)
    since = models.DateField("发证日期", null=True, blank=True)
    until = models.DateField("有效期至", null=True, blank=True, db_index=True)
    origin = models.CharField("来源", max_length=16, choices=Origin.choices)
    by = models.ForeignKey("people.Person", models.SET_NULL, null=True, blank=True, related_name="+", verbose_name="录入人")
    at = models.DateTimeField("录入时间")

    class Meta:
        """Official terms; the same one is entered once."""

        verbose_name = "资质证书"
        verbose_name_plural = "资质证书"
        ordering = ("until", "pk")
        indexes = (models.Index(fields=("rung", "until"), name="qualifications_by_rung"),)
        constraints = (models.UniqueConstraint(fields=("assessed", "rung", "until"), name="one_qualification_a_term"),)

    def __str__(self) -> str:
        """The rung and its last day."""
        return f"{self.rung} {self.until}"


class GrowthYear(models.Model):
    """A year of the plan to double (倍增计划): the revenue planned, and what it came to; what is not known is empty."""

    assessed = models.ForeignKey(Assessed, models.CASCADE, related_name="growth", verbose_name="培育企业")
    year = models.PositiveSmallIntegerField("年度")
    planned = models.DecimalField("计划销售收入", max_digits=20, decimal_places=2, null=True, blank=True)
    actual = models.DecimalField("实际销售收入", max_digits=20, decimal_places=2, null=True, blank=True)
    at = models.DateTimeField("填报时间")

    class Meta:
        """Official terms; one row a year."""

        verbose_name = "倍增计划"
        verbose_name_plural = "倍增计划"
        ordering = ("year",)
        constraints = (models.UniqueConstraint(fields=("assessed", "year"), name="one_growth_plan_a_year"),)

    def __str__(self) -> str:
        """The enterprise and the year."""
        return f"{self.assessed_id} {self.year}"
