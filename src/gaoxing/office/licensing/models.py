"""What a joint licence case gains (联办办件): its licences as items, what happened to each, defects, visits, duties, and the zone's own tables.

Times are handed in by whoever acts; the models ask no clock.
"""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from gaoxing.office.happening import Happening


class JointCase(models.Model):
    """What a submitted case is as a joint one (联办): its trade, how its applicant wants the results, and the token of its public sheet.

    `blanks` are the further fields of the licences' forms as the applicant filled them, sealed; `opens` the day on which the shop opens, once it is known.
    """

    class Delivery(models.TextChoices):
        """How the results come (出证方式)."""

        READY = "ready", "办好一个发一个"
        ALL = "all", "全部办好一起发"

    case = models.OneToOneField("cases.Case", models.PROTECT, related_name="joint", verbose_name="办件")
    trade = models.CharField("行业", max_length=48)
    trade_name = models.CharField("行业名称", max_length=80)
    delivery = models.CharField("出证方式", max_length=8, choices=Delivery.choices, default=Delivery.READY)
    token = models.CharField("公示标记", max_length=43, unique=True)
    blanks = models.BinaryField("填写项", default=b"")
    opens = models.DateField("开业日期", null=True, blank=True)

    class Meta:
        """Official terms."""

        verbose_name = "联办"
        verbose_name_plural = "联办"

    def __str__(self) -> str:
        """The case and the trade."""
        return f"{self.case_id} {self.trade}"


class Visit(models.Model):
    """One joint visit of all units (联合踏勘): the times offered, and the one that the applicant picked."""

    case = models.ForeignKey("cases.Case", models.PROTECT, related_name="visits", verbose_name="办件")
    slots = models.JSONField("可选时间", default=list)
    offered = models.DateTimeField("提出时间")
    starts = models.DateTimeField("约定时间", null=True, blank=True)
    picked = models.DateTimeField("选定时间", null=True, blank=True)

    class Meta:
        """Official terms; one offer at a time."""

        verbose_name = "联合踏勘"
        verbose_name_plural = "联合踏勘"
        constraints = (models.UniqueConstraint(fields=("case",), condition=Q(starts=None), name="one_open_offer_a_case"),)

    def __str__(self) -> str:
        """The case and the time."""
        return f"{self.case_id} {self.starts:%Y-%m-%d %H:%M}" if self.starts else f"{self.case_id}"


class Item(models.Model):
    """One licence of a joint case (联办的证照), as the catalogue of its day said it: who decides it, its time, what it waits for and asks for.

    `unit` is empty where the zone named none for its authority; `waits` and `decides` are licences of the same case; `said` is when its unit had looked at
    the papers; `committed` when the applicant signed the commitment; `issued` when its certificate was handed out; `rank` by what a desk is ordered.
    """

    class State(models.TextChoices):
        """Where the licence stands (证照状态), as `casework/licence_item.toml` says."""

        WAITING = "waiting", "等前面的证"
        DISPATCHED = "dispatched", "已派件"
        CORRECTING = "correcting", "等补正"
        ACCEPTED = "accepted", "审查中"
        VISIT = "visit", "约好上门"
        RECTIFYING = "rectifying", "等整改"
        HEARING = "hearing", "听证"
        EXAMINED = "examined", "审查完"
        GRANTED = "granted", "准予"
        REFUSED = "refused", "不予许可"
        REVOKED = "revoked", "已撤销"
        STOPPED = "stopped", "不再办"
        WITHDRAWN = "withdrawn", "已撤回"

    case = models.ForeignKey("cases.Case", models.PROTECT, related_name="items", verbose_name="办件")
    licence = models.CharField("许可事项", max_length=48)
    name = models.CharField("名称", max_length=120)
    document = models.CharField("证件", max_length=120)
    authority = models.CharField("办理部门", max_length=80)
    basis = models.CharField("依据", max_length=300)
    reason = models.CharField("为什么要办", max_length=300, blank=True)
    unit = models.ForeignKey("people.Unit", models.PROTECT, null=True, blank=True, related_name="+", verbose_name="办理单位")
    state = models.CharField("状态", max_length=16, choices=State.choices, default=State.WAITING)
    days = models.PositiveSmallIntegerField("时限（工作日）")
    extension = models.PositiveSmallIntegerField("可延长（工作日）", default=0)
    waits = models.JSONField("要等的证", default=list)
    decides = models.JSONField("决定前要交的证", default=list)
    materials = models.JSONField("材料", default=list)
    fields = models.JSONField("填写项", default=list)
    visit = models.BooleanField("要上门", default=False)
    hearing = models.BooleanField("要听证", default=False)
    commitment = models.JSONField("告知承诺", null=True, blank=True)
    said = models.DateTimeField("看过材料", null=True, blank=True)
    committed = models.DateTimeField("承诺时间", null=True, blank=True)
    appointment = models.ForeignKey(Visit, models.PROTECT, null=True, blank=True, related_name="items", verbose_name="上门")
    inspected = models.DateTimeField("上门结果", null=True, blank=True)
    verify_by = models.DateField("核查期限", null=True, blank=True)
    verified = models.DateTimeField("核查时间", null=True, blank=True)
    number = models.CharField("证号", max_length=60, blank=True)
    granted = models.DateTimeField("准予时间", null=True, blank=True)
    valid_until = models.DateField("有效期至", null=True, blank=True)
    issued = models.DateTimeField("发证时间", null=True, blank=True)
    handler = models.ForeignKey("people.Person", models.SET_NULL, null=True, blank=True, related_name="+", verbose_name="经办人")
    revision = models.PositiveIntegerField("修订", default=0)
    due = models.DateTimeField("到期时间", null=True, blank=True)
    rank = models.DateTimeField("排队次序", null=True, blank=True)

    class Meta:
        """Official terms; one item a licence, and a desk is read along its index."""

        verbose_name = "联办的证照"
        verbose_name_plural = "联办的证照"
        ordering = ("pk",)
        indexes = (models.Index(fields=("unit", "state", "rank"), name="licensing_on_a_desk"),)
        constraints = (models.UniqueConstraint(fields=("case", "licence"), name="one_item_a_licence"),)

    def __str__(self) -> str:
        """The case, the licence and the state."""
        return f"{self.case_id} {self.licence} {self.state}"


class ItemEvent(Happening):
    """One thing that happened to an item (证照经过), as a case's event tells of a case. `note` is sealed."""

    item = models.ForeignKey(Item, models.PROTECT, related_name="events", verbose_name="证照")

    class Meta:
        """Official terms; one event a number."""

        verbose_name = "证照经过"
        verbose_name_plural = "证照经过"
        ordering = ("number",)
        constraints = (models.UniqueConstraint(fields=("item", "number"), name="one_item_event_a_number"),)

    def __str__(self) -> str:
        """The item, the number and the act."""
        return f"{self.item_id}.{self.number} {self.act}"


class Defect(models.Model):
    """One thing that a unit wants put right (要补正的地方): its kind, the paper it is about, its words sealed; `sent` once it stood in the one list."""

    item = models.ForeignKey(Item, models.PROTECT, related_name="defects", verbose_name="证照")
    kind = models.CharField("类别", max_length=32)
    material = models.CharField("材料", max_length=64, blank=True)
    words = models.BinaryField("说明")
    at = models.DateTimeField("写下时间")
    sent = models.DateTimeField("告知时间", null=True, blank=True)

    class Meta:
        """Official terms."""

        verbose_name = "要补正的地方"
        verbose_name_plural = "要补正的地方"
        ordering = ("pk",)

    def __str__(self) -> str:
        """The item and the kind."""
        return f"{self.item_id} {self.kind}"


class OpeningDuty(models.Model):
    """What has to be done within some days after the shop opened (开业后的义务); `due` once the day of opening is known, `told` when it was reminded of."""

    case = models.ForeignKey("cases.Case", models.PROTECT, related_name="duties", verbose_name="办件")
    licence = models.CharField("许可事项", max_length=48)
    name = models.CharField("名称", max_length=120)
    authority = models.CharField("办理部门", max_length=80)
    basis = models.CharField("依据", max_length=300)
    days = models.PositiveSmallIntegerField("期限（日）")
    due = models.DateField("最晚", null=True, blank=True)
    told = models.DateTimeField("提醒时间", null=True, blank=True)
    done = models.DateTimeField("办好时间", null=True, blank=True)

    class Meta:
        """Official terms; one row a licence."""

        verbose_name = "开业后的义务"
        verbose_name_plural = "开业后的义务"
        ordering = ("days", "pk")
        constraints = (models.UniqueConstraint(fields=("case", "licence"), name="one_duty_a_licence"),)

    def __str__(self) -> str:
        """The case and the licence."""
        return f"{self.case_id} {self.licence}"


class Desk(models.Model):
    """Which unit of the zone handles what an authority decides (办理部门对应的单位)."""

    authority = models.CharField("办理部门", max_length=80, unique=True)
    unit = models.ForeignKey("people.Unit", models.PROTECT, related_name="+", verbose_name="单位")

    class Meta:
        """Official terms."""

        verbose_name = "部门对应的单位"
        verbose_name_plural = "部门对应的单位"

    def __str__(self) -> str:
        """The authority."""
        return self.authority


class LocalCatalogue(models.Model):
    """A version of the zone's own table over the joint catalogue (本地目录版本): its TOML as it was sent; the newest that is not withdrawn is in force.

    `since`: the day of its own from which it holds, where it names one; until then the one before it does.
    """

    text = models.TextField("内容")
    since = models.DateField("起用日期", null=True, blank=True)
    made = models.DateTimeField("发布时间")
    made_by = models.BigIntegerField("发布人编号")
    withdrawn = models.DateTimeField("撤回时间", null=True, blank=True)

    class Meta:
        """Official terms."""

        verbose_name = "本地目录版本"
        verbose_name_plural = "本地目录版本"
        ordering = ("-pk",)

    def __str__(self) -> str:
        """The number."""
        return str(self.pk)


class HelpAsked(models.Model):
    """That somebody whose trade the catalogue does not know asked the window to take over (请窗口接手): their draft, and which clerk took it."""

    case = models.OneToOneField("cases.Case", models.CASCADE, related_name="help_asked", verbose_name="办件")
    asked = models.DateTimeField("请求时间")
    taken = models.DateTimeField("接手时间", null=True, blank=True)
    clerk = models.ForeignKey("people.Person", models.SET_NULL, null=True, blank=True, related_name="+", verbose_name="窗口人员")

    class Meta:
        """Official terms; the longest waiting first."""

        verbose_name = "请窗口接手"
        verbose_name_plural = "请窗口接手"
        ordering = ("asked", "pk")

    def __str__(self) -> str:
        """The case."""
        return str(self.case_id)
