"""A filed project (备案项目), its versions, its reports and reminders. What is filed is public but for the contact, so the form is sealed.

Times are handed in by whoever acts; the models ask no clock. Sums are in yuan.
"""

from __future__ import annotations

from django.db import models

from gaoxing.office.happening import Happening
from gaoxing.office.projects.policy_lists import PolicyLists as PolicyLists
from gaoxing.office.projects.promoted import FormerInvestor as FormerInvestor
from gaoxing.office.projects.promoted import Promotion as Promotion
from gaoxing.office.projects.promoted import PromotionCount as PromotionCount
from gaoxing.office.projects.promoted import PromotionEvent as PromotionEvent
from gaoxing.office.projects.promoted import PromotionMonth as PromotionMonth
from gaoxing.office.projects.promoted import PromotionPlan as PromotionPlan
from gaoxing.office.projects.promoted import PromotionStage as PromotionStage


class Project(models.Model):
    """An investment project of an enterprise. The columns are those of the newest version, for lists; the whole lies sealed in the versions.

    `number` is how it is called here, `filing_number` that of the notice, `code` the project code (provisional until the platform's is entered); `case`
    the desk's draft from which it came. `to_look`: a rule sent the filing, or its last change, to somebody who has not looked yet.
    """

    class State(models.TextChoices):
        """Where it stands, as `casework/project.toml` says."""

        DRAFT = "draft", "没有备案"
        FILED = "filed", "已备案"
        STARTED = "started", "已开工"
        COMPLETED = "completed", "已竣工"
        WITHDRAWN = "withdrawn", "已撤回"
        REMOVED = "removed", "已移除"

    number = models.CharField("编号", max_length=32, unique=True, null=True)
    filing_number = models.CharField("备案号", max_length=64, unique=True, null=True)
    year = models.PositiveSmallIntegerField("备案年度", default=0)
    serial = models.PositiveIntegerField("备案序号", default=0)
    code = models.CharField("项目代码", max_length=24, unique=True, null=True)
    case = models.BigIntegerField("来自办件", null=True, blank=True, unique=True)
    owner = models.ForeignKey("people.Person", models.SET_NULL, null=True, blank=True, related_name="+", verbose_name="企业账号")
    brought_by = models.ForeignKey("people.Person", models.SET_NULL, null=True, blank=True, related_name="+", verbose_name="告知人")
    state = models.CharField("状态", max_length=16, choices=State.choices, default=State.DRAFT)
    enterprise = models.CharField("项目单位", max_length=200, blank=True)
    uscc = models.CharField("统一社会信用代码", max_length=18, blank=True, db_index=True)
    name = models.CharField("项目名称", max_length=300, blank=True)
    place = models.CharField("建设地点", max_length=300, blank=True)
    town = models.CharField("镇", max_length=40, blank=True)
    nature = models.CharField("建设性质", max_length=32, blank=True)
    total = models.DecimalField("总投资", max_digits=20, decimal_places=2, null=True, blank=True)
    currency = models.CharField("币种", max_length=3, default="CNY")
    filed = models.DateField("备案日期", null=True, blank=True)
    started = models.DateField("开工日期", null=True, blank=True)
    completed = models.DateField("竣工日期", null=True, blank=True)
    procedure = models.DateField("最近办手续的日期", null=True, blank=True)
    explained = models.DateField("最近说明的日期", null=True, blank=True)
    to_look = models.BooleanField("要人工看", default=False)
    made = models.DateTimeField("告知时间")
    changed = models.DateTimeField("更改时间")
    revision = models.PositiveIntegerField("修订", default=0)

    class Meta:
        """Official terms; a year's serial is given once, and the lists are read along the index."""

        verbose_name = "备案项目"
        verbose_name_plural = "备案项目"
        ordering = ("pk",)
        indexes = (models.Index(fields=("state", "filed"), name="projects_by_state"),)
        constraints = (models.UniqueConstraint(fields=("year", "serial"), condition=models.Q(serial__gt=0), name="one_filing_a_serial"),)

    def __str__(self) -> str:
        """The number and the state."""
        return f"{self.number} {self.state}"


class ProjectVersion(models.Model):
    """What was filed at a moment (一版备案内容), sealed: the first at filing, one more at each change. `weight` is how large the change was."""

    project = models.ForeignKey(Project, models.CASCADE, related_name="versions", verbose_name="备案项目")
    number = models.PositiveSmallIntegerField("版次")
    form = models.BinaryField("表单", default=b"")
    weight = models.CharField("变更分级", max_length=16, blank=True)
    at = models.DateTimeField("时间")

    class Meta:
        """Official terms; one version a number."""

        verbose_name = "备案内容"
        verbose_name_plural = "备案内容"
        ordering = ("number",)
        constraints = (models.UniqueConstraint(fields=("project", "number"), name="one_version_a_number"),)

    def __str__(self) -> str:
        """The project and the number."""
        return f"{self.project_id}.{self.number}"


class ProjectEvent(Happening):
    """One thing that happened to a project (项目经过)."""

    subject = models.ForeignKey(Project, models.CASCADE, related_name="events", verbose_name="备案项目")

    class Meta(Happening.Meta):
        """Official terms; one event a number."""

        verbose_name = "项目经过"
        verbose_name_plural = "项目经过"
        constraints = (models.UniqueConstraint(fields=("subject", "number"), name="one_project_event_a_number"),)


class ProjectProgress(models.Model):
    """The investment done in a month (当月完成投资), in yuan; a month that is told again has the new figure."""

    project = models.ForeignKey(Project, models.CASCADE, related_name="progress", verbose_name="备案项目")
    month = models.DateField("月份")
    invested = models.DecimalField("完成投资", max_digits=20, decimal_places=2)
    at = models.DateTimeField("报告时间")

    class Meta:
        """Official terms; one figure a month, the first day of which stands for it."""

        verbose_name = "投资进度"
        verbose_name_plural = "投资进度"
        ordering = ("month",)
        constraints = (models.UniqueConstraint(fields=("project", "month"), name="one_progress_a_month"),)

    def __str__(self) -> str:
        """The project and the month."""
        return f"{self.project_id} {self.month:%Y-%m}"


class ProjectReminder(models.Model):
    """That the enterprise was reminded (提醒): after how many months, 0 where one of the staff did it by hand."""

    project = models.ForeignKey(Project, models.CASCADE, related_name="reminders", verbose_name="备案项目")
    months = models.PositiveSmallIntegerField("备案后月数")
    at = models.DateTimeField("提醒时间")

    class Meta:
        """Official terms; the system reminds once after so many months."""

        verbose_name = "备案提醒"
        verbose_name_plural = "备案提醒"
        ordering = ("at", "pk")
        constraints = (models.UniqueConstraint(fields=("project", "months"), condition=models.Q(months__gt=0), name="one_reminder_a_term"),)

    def __str__(self) -> str:
        """The project and the months."""
        return f"{self.project_id} {self.months}"
