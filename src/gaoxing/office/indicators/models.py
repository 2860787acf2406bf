"""What is held of an indicator (指标数值): values with their source and day, those that were computed at the end of a period, and which of several is used.

No value is ever overwritten: a new one stands in the place of its former, which stays. Nothing here is of a person but who entered it.
Times are handed in by whoever acts; the models ask no clock.
"""

from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from gaoxing.office.indicators.definitions import ID_LENGTH
from gaoxing.office.indicators.periods import LENGTH

SOURCE_LENGTH, SCOPE_LENGTH, REASON_LENGTH = 200, 120, 300
OWN_SOURCE = "系统计算"
"""The source of what the system computed and kept; nobody else's."""


class Value(models.Model):
    """One value of an indicator for one period from one source in one scope (指标数值), in the indicator's unit.

    `told` is how it was written where it was converted; `growth` the change on the year as its source gives it, in percent; `note` is the enterer's.
    `current`: it stands; else a later one of the same source restated it, which names it in `restates` and says why in `reason`.
    """

    class Origin(models.TextChoices):
        """How it came here (来历)."""

        ENTERED = "entered", _("手工录入")
        IMPORTED = "imported", _("导入")
        PUBLISHED = "published", _("随系统提供的公布数")
        KEPT = "kept", _("系统计算后留存")

    class Qualifier(models.TextChoices):
        """What its source says of its exactness (限定)."""

        EXACT = "", _("等于")
        MORE = "more_than", _("超过")
        ABOUT = "about", _("约")
        LESS = "less_than", _("不到")

    indicator = models.CharField("指标", max_length=ID_LENGTH)
    period = models.CharField("期间", max_length=LENGTH)
    origin = models.CharField("来历", max_length=16, choices=Origin.choices)
    value = models.DecimalField("数值", max_digits=24, decimal_places=6)
    qualifier = models.CharField("限定", max_length=16, choices=Qualifier.choices, default=Qualifier.EXACT, blank=True)
    growth = models.DecimalField("同比（%）", max_digits=9, decimal_places=2, null=True, blank=True)
    told = models.CharField("原来的写法", max_length=60, blank=True)
    source = models.CharField("来源", max_length=SOURCE_LENGTH)
    scope = models.CharField("口径", max_length=SCOPE_LENGTH)
    dated = models.DateField("来源日期")
    note = models.CharField("说明", max_length=REASON_LENGTH, blank=True)
    by = models.ForeignKey("people.Person", models.SET_NULL, null=True, blank=True, related_name="+", verbose_name="录入人")
    at = models.DateTimeField("录入时间")
    restates = models.OneToOneField("self", models.PROTECT, null=True, blank=True, related_name="restated_by", verbose_name="更正的是")
    reason = models.CharField("更正理由", max_length=REASON_LENGTH, blank=True)
    current = models.BooleanField("现行", default=True)

    class Meta:
        """Official terms; from one source one value of a period stands, and an indicator is read along its index."""

        verbose_name = "指标数值"
        verbose_name_plural = "指标数值"
        ordering = ("pk",)
        indexes = (models.Index(fields=("indicator", "period"), name="indicator_values"),)
        constraints = (models.UniqueConstraint(fields=("indicator", "period", "source", "scope"), condition=Q(current=True), name="one_value_a_source_stands"),)

    def __str__(self) -> str:
        """The indicator and the period."""
        return f"{self.indicator} {self.period}"


class Settlement(models.Model):
    """Which of several values of a period is used (采用哪个数): the owner's word, with the reason; the newest stands until another source tells anew."""

    indicator = models.CharField("指标", max_length=ID_LENGTH)
    period = models.CharField("期间", max_length=LENGTH)
    value = models.ForeignKey(Value, models.PROTECT, related_name="settlements", verbose_name="采用的数值")
    reason = models.CharField("理由", max_length=REASON_LENGTH)
    by = models.ForeignKey("people.Person", models.SET_NULL, null=True, blank=True, related_name="+", verbose_name="决定人")
    at = models.DateTimeField("决定时间")

    class Meta:
        """Official terms; the newest last."""

        verbose_name = "采用哪个数"
        verbose_name_plural = "采用哪个数"
        ordering = ("pk",)
        indexes = (models.Index(fields=("indicator", "period"), name="indicator_settlements"),)

    def __str__(self) -> str:
        """The indicator and the period."""
        return f"{self.indicator} {self.period}"


class Recount(models.Model):
    """How far the computed figures were computed anew (复算): the day, and how many of its figures are done. One row."""

    day = models.DateField("日期")
    done = models.PositiveIntegerField("算过的个数", default=0)

    class Meta:
        """Official terms."""

        verbose_name = "复算"
        verbose_name_plural = "复算"

    def __str__(self) -> str:
        """The day and how many."""
        return f"{self.day} {self.done}"
