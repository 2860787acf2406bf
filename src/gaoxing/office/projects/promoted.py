"""A project in promotion (招商项目): its investor and bureau, its stages with their evidence, what counts of it, its yearly plans and months. Sums are in yuan.

Nothing here is of a person: investors are enterprises. Times are handed in by whoever acts.
"""

from __future__ import annotations

from django.db import models

from gaoxing.office.happening import Happening


class Promotion(models.Model):
    """One project on its way from a lead to production. `project` is the filed one it became; `listed`: on whose list of major projects it stands."""

    class State(models.TextChoices):
        """Its stage, as `casework/promotion.toml` says."""

        LEAD = "lead", "线索"
        TALKS = "talks", "在谈"
        SIGNED = "signed", "已签约"
        REGISTERED = "registered", "已注册"
        ON_FILE = "on_file", "已备案"
        BEGUN = "begun", "已开工"
        BUILT = "built", "已竣工"
        PRODUCING = "producing", "已投产"
        DROPPED = "dropped", "已终止"

    class Listed(models.TextChoices):
        """Lists of major projects (三级重大项目)."""

        PROVINCE = "province", "省级"
        PREFECTURE = "prefecture", "苏州市级"
        COUNTY = "county", "昆山市级"

    number = models.CharField("编号", max_length=32, unique=True, null=True)
    name = models.CharField("项目名称", max_length=300)
    investor = models.CharField("投资方", max_length=200)
    town = models.CharField("镇", max_length=40, blank=True)
    planned = models.DecimalField("计划总投资", max_digits=20, decimal_places=2, null=True, blank=True)
    bureau = models.ForeignKey("people.Unit", models.PROTECT, null=True, blank=True, related_name="+", verbose_name="招商单位")
    listed = models.CharField("重大项目", max_length=16, choices=Listed.choices, blank=True)
    project = models.ForeignKey("projects.Project", models.SET_NULL, null=True, blank=True, related_name="promotions", verbose_name="备案项目")
    state = models.CharField("阶段", max_length=16, choices=State.choices, default=State.LEAD)
    made = models.DateTimeField("录入时间")
    changed = models.DateTimeField("更改时间")
    revision = models.PositiveIntegerField("修订", default=0)

    class Meta:
        """Official terms; the funnel is read along its index."""

        verbose_name = "招商项目"
        verbose_name_plural = "招商项目"
        ordering = ("pk",)
        indexes = (models.Index(fields=("state", "bureau"), name="promotions_by_stage"),)

    def __str__(self) -> str:
        """The number and the stage."""
        return f"{self.number} {self.state}"


class FormerInvestor(models.Model):
    """Whom a project had before another investor went on with it (原投资方), and until when: lists go on naming them."""

    promotion = models.ForeignKey(Promotion, models.CASCADE, related_name="former", verbose_name="招商项目")
    name = models.CharField("原投资方", max_length=200)
    until = models.DateField("换投资方日期")

    class Meta:
        """Official terms; an investor once, however often it came and went."""

        verbose_name = "原投资方"
        verbose_name_plural = "原投资方"
        ordering = ("until", "pk")
        constraints = (models.UniqueConstraint(fields=("promotion", "name"), name="one_row_a_former_investor"),)

    def __str__(self) -> str:
        """The project and the day."""
        return f"{self.promotion_id} {self.until}"


class PromotionStage(models.Model):
    """When a stage was reached (阶段), and by what that is shown."""

    promotion = models.ForeignKey(Promotion, models.CASCADE, related_name="stages", verbose_name="招商项目")
    stage = models.CharField("阶段", max_length=16, choices=Promotion.State.choices)
    day = models.DateField("日期")
    evidence = models.CharField("凭据", max_length=200, blank=True)

    class Meta:
        """Official terms; a stage is reached once."""

        verbose_name = "招商阶段"
        verbose_name_plural = "招商阶段"
        ordering = ("day", "pk")
        constraints = (models.UniqueConstraint(fields=("promotion", "stage"), name="one_row_a_stage"),)

    def __str__(self) -> str:
        """The project and the stage."""
        return f"{self.promotion_id} {self.stage}"


class PromotionCount(models.Model):
    """A sum that counts (计数): the first signing, or what an increase added."""

    class Kind(models.TextChoices):
        """What counts."""

        FIRST = "first", "首次签约"
        INCREASE = "increase", "增资"

    promotion = models.ForeignKey(Promotion, models.CASCADE, related_name="counts", verbose_name="招商项目")
    kind = models.CharField("类别", max_length=16, choices=Kind.choices)
    day = models.DateField("日期")
    amount = models.DecimalField("金额", max_digits=20, decimal_places=2)

    class Meta:
        """Official terms; a project counts once."""

        verbose_name = "招商计数"
        verbose_name_plural = "招商计数"
        ordering = ("day", "pk")
        constraints = (models.UniqueConstraint(fields=("promotion",), condition=models.Q(kind="first"), name="one_first_signing"),)

    def __str__(self) -> str:
        """The project and the kind."""
        return f"{self.promotion_id} {self.kind}"


class PromotionPlan(models.Model):
    """How much is to be invested in a year (年度计划)."""

    promotion = models.ForeignKey(Promotion, models.CASCADE, related_name="plans", verbose_name="招商项目")
    year = models.PositiveSmallIntegerField("年度")
    amount = models.DecimalField("计划投资", max_digits=20, decimal_places=2)

    class Meta:
        """Official terms; one plan a year."""

        verbose_name = "年度投资计划"
        verbose_name_plural = "年度投资计划"
        ordering = ("year",)
        constraints = (models.UniqueConstraint(fields=("promotion", "year"), name="one_plan_a_year"),)

    def __str__(self) -> str:
        """The project and the year."""
        return f"{self.promotion_id} {self.year}"


class PromotionMonth(models.Model):
    """The investment done in a month (当月完成投资); told again it takes the new figure."""

    promotion = models.ForeignKey(Promotion, models.CASCADE, related_name="months", verbose_name="招商项目")
    month = models.DateField("月份")
    invested = models.DecimalField("完成投资", max_digits=20, decimal_places=2)

    class Meta:
        """Official terms; one figure a month."""

        verbose_name = "招商项目月投资"
        verbose_name_plural = "招商项目月投资"
        ordering = ("month",)
        constraints = (models.UniqueConstraint(fields=("promotion", "month"), name="one_figure_a_month"),)

    def __str__(self) -> str:
        """The project and the month."""
        return f"{self.promotion_id} {self.month:%Y-%m}"


class PromotionEvent(Happening):
    """One thing that happened to a project in promotion (招商经过)."""

    subject = models.ForeignKey(Promotion, models.CASCADE, related_name="events", verbose_name="招商项目")

    class Meta(Happening.Meta):
        """Official terms; one event a number."""

        verbose_name = "招商经过"
        verbose_name_plural = "招商经过"
        constraints = (models.UniqueConstraint(fields=("subject", "number"), name="one_promotion_event_a_number"),)
