"""Requests of enterprises (企业诉求): whom the zone serves and by which steward, visits, requests, their parts, and what happened to each.

Texts and contacts are sealed. Times are handed in by whoever acts; the models ask no clock.
"""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from gaoxing.office.aftercare.clients.models import ClientContact as ClientContact
from gaoxing.office.aftercare.clients.models import ClientVisit as ClientVisit
from gaoxing.office.aftercare.forces.models import ForceMember as ForceMember
from gaoxing.office.aftercare.forces.models import ForceTask as ForceTask
from gaoxing.office.happening import Happening
from gaoxing.office.vault import DIGEST

_SEALED = b""


class Client(models.Model):
    """An enterprise or project that has a steward (服务对象): its name is public, `contact` (whom to reach, and how) is sealed, `reached` its number's digest.

    `code` is what the zone's own list calls it; `person` the account with which the enterprise signs in, where it has one; `until` its last day on the list.
    What stands behind `until` is its profile; none of it need be known.
    """

    class Kind(models.TextChoices):
        """Kind of client (类别)."""

        ENTERPRISE = "enterprise", "重点企业"
        PROJECT = "project", "投资项目"

    class Revenue(models.TextChoices):
        """What it earns in a year, roughly (年营业收入)."""

        UNDER_20M = "under_20m", "2000 万元以下"
        TO_100M = "to_100m", "2000 万元到 1 亿元"
        TO_1BN = "to_1bn", "1 亿元到 10 亿元"
        OVER_1BN = "over_1bn", "10 亿元以上"

    kind = models.CharField("类别", max_length=16, choices=Kind.choices)
    code = models.CharField("编号", max_length=32)
    name = models.CharField("名称", max_length=200, db_index=True)
    contact = models.BinaryField("联系人", default=_SEALED)
    reached = models.CharField("联系电话摘要", max_length=DIGEST, blank=True, db_index=True)
    person = models.ForeignKey("people.Person", models.SET_NULL, null=True, blank=True, related_name="+", verbose_name="账号")
    since = models.DateField("自")
    until = models.DateField("至", null=True, blank=True)
    uscc = models.CharField("统一社会信用代码", max_length=18, blank=True, db_index=True)
    industry = models.CharField("行业", max_length=100, blank=True)
    town = models.CharField("所在镇、街道、片区", max_length=60, blank=True, db_index=True)
    staff = models.PositiveIntegerField("职工人数", null=True, blank=True)
    revenue = models.CharField("年营业收入", max_length=16, choices=Revenue.choices, blank=True)
    remark = models.CharField("备注", max_length=200, blank=True)

    class Meta:
        """Official terms; one a code."""

        verbose_name = "服务对象"
        verbose_name_plural = "服务对象"
        ordering = ("kind", "code")
        constraints = (models.UniqueConstraint(fields=("kind", "code"), name="one_client_a_code"),)

    def __str__(self) -> str:
        """The kind and the code."""
        return f"{self.kind} {self.code}"


class Stewardship(models.Model):
    """Who was a client's steward, from a day to a day, both included (专员任期); `until` empty while they are. The history stays.

    `why` they were given it, sealed.
    """

    client = models.ForeignKey(Client, models.PROTECT, related_name="stewardships", verbose_name="服务对象")
    steward = models.ForeignKey("people.Person", models.PROTECT, related_name="+", verbose_name="服务专员")
    since = models.DateField("自")
    until = models.DateField("至", null=True, blank=True)
    why = models.BinaryField("理由", default=_SEALED)

    class Meta:
        """Official terms; one steward at a time."""

        verbose_name = "专员任期"
        verbose_name_plural = "专员任期"
        ordering = ("pk",)
        constraints = (models.UniqueConstraint(fields=("client",), condition=Q(until=None), name="one_steward_a_client"),)

    def __str__(self) -> str:
        """The client and the steward."""
        return f"{self.client_id} {self.steward_id}"


class Request(models.Model):
    """What an enterprise asks for (企业诉求). `content` holds its words and contact, sealed; `case` the number of the desk's draft that it came from;
    `said` the keyed digest of its words, by which a repetition is known; `reached` that of the contact's telephone, by which it is found.

    `main`: the request into which it was merged; `rejections` how often the enterprise was not satisfied; `unrated` when silence closed it; `rating` from 1,
    the worst, to 5; `called_back` when a bad rating was; `reviewer` who had it redone; `supervised_until` by when the supervision is answered.
    """

    class State(models.TextChoices):
        """Where a request stands (诉求状态), as `casework/request.toml` says."""

        DRAFT = "draft", "草稿"
        SUBMITTED = "submitted", "已提交"
        RECEIVED = "received", "已受理"
        CONTACTED = "contacted", "已联系"
        DECOMPOSED = "decomposed", "已分解"
        IN_HAND = "in_hand", "部门办理中"
        ANSWERED = "answered", "待验收"
        REDOING = "redoing", "重办"
        ACCEPTED = "accepted", "已验收"
        ARCHIVED = "archived", "已归档"
        MERGED = "merged", "已并入主单"
        NOT_ACCEPTED = "not_accepted", "不予受理"
        WITHDRAWN = "withdrawn", "已撤回"

    class Source(models.TextChoices):
        """Who brought it (来源)."""

        ENTERPRISE = "enterprise", "企业"
        STEWARD = "steward", "服务专员"
        WINDOW = "window", "窗口"
        HOTLINE = "hotline", "12345 热线"

    number = models.CharField("诉求编号", max_length=32, unique=True, null=True)
    case = models.BigIntegerField("来自办件", null=True, blank=True, unique=True)
    client = models.ForeignKey(Client, models.PROTECT, null=True, blank=True, related_name="requests", verbose_name="服务对象")
    enterprise = models.CharField("企业名称", max_length=200)
    owner = models.ForeignKey("people.Person", models.SET_NULL, null=True, blank=True, related_name="+", verbose_name="企业账号")
    brought_by = models.ForeignKey("people.Person", models.SET_NULL, null=True, blank=True, related_name="+", verbose_name="提交人")
    source = models.CharField("来源", max_length=16, choices=Source.choices)
    state = models.CharField("状态", max_length=16, choices=State.choices, default=State.DRAFT)
    content = models.BinaryField("内容", default=_SEALED)
    said = models.CharField("诉求摘要", max_length=DIGEST, db_index=True)
    reached = models.CharField("联系电话摘要", max_length=DIGEST, blank=True, db_index=True)
    urgent = models.BooleanField("紧急", default=False)
    main = models.ForeignKey("self", models.SET_NULL, null=True, blank=True, related_name="merged", verbose_name="主单")
    rejections = models.PositiveSmallIntegerField("不满意次数", default=0)
    unrated = models.BooleanField("未评价", default=False)
    rating = models.PositiveSmallIntegerField("评价", null=True, blank=True)
    solved = models.BooleanField("已解决", null=True, blank=True)
    called_back = models.DateTimeField("回访时间", null=True, blank=True)
    reviewer = models.ForeignKey("people.Person", models.SET_NULL, null=True, blank=True, related_name="+", verbose_name="复核人")
    supervised_until = models.DateTimeField("督办答复期限", null=True, blank=True)
    made = models.DateTimeField("提交时间")
    changed = models.DateTimeField("更改时间")
    revision = models.PositiveIntegerField("修订", default=0)
    due = models.DateTimeField("到期时间", null=True, blank=True)
    yellow_from = models.DateTimeField("转黄时间", null=True, blank=True)

    class Meta:
        """Official terms; a desk is read along its index."""

        verbose_name = "企业诉求"
        verbose_name_plural = "企业诉求"
        ordering = ("pk",)
        indexes = (models.Index(fields=("state", "due"), name="requests_that_are_due"),)

    def __str__(self) -> str:
        """The number and the state."""
        return f"{self.number} {self.state}"


class Part(models.Model):
    """One thing of a request (诉求里的一件事), with one lead unit (主办): its category, how hard it is, its own limit and outcome.

    `content` is sealed; `sent` when it was last dispatched; `designated`: a leader said that this unit does it; `force_lead` who leads the task force;
    `next_reply` the day that the last reply by stage named.
    """

    class State(models.TextChoices):
        """Where a part stands (事项状态), as `casework/request_part.toml` says."""

        PLANNED = "planned", "待派单"
        DISPATCHED = "dispatched", "已派单"
        OBJECTED = "objected", "退回异议"
        IN_HAND = "in_hand", "办理中"
        WAITING = "waiting", "等企业补充"
        EXTENSION_ASKED = "extension_asked", "申请延期"
        DONE = "done", "已答复"
        IMPOSSIBLE = "impossible", "不能办"
        ENDED = "ended", "不再办"

    class Outcome(models.TextChoices):
        """What came of it (办理结果); explained is not solved."""

        SOLVED = "solved", "解决"
        PARTLY = "partly", "部分解决"
        EXPLAINED = "explained", "政策不允许，已解释"
        PASSED_UP = "passed_up", "转上级"
        PLANNED = "planned", "列入计划"

    request = models.ForeignKey(Request, models.CASCADE, related_name="parts", verbose_name="企业诉求")
    number = models.PositiveSmallIntegerField("序号")
    category = models.CharField("类别", max_length=32)
    grade = models.CharField("难易", max_length=16, blank=True)
    content = models.BinaryField("内容", default=_SEALED)
    lead = models.ForeignKey("people.Unit", models.PROTECT, null=True, blank=True, related_name="+", verbose_name="主办单位")
    state = models.CharField("状态", max_length=16, choices=State.choices, default=State.PLANNED)
    sent = models.DateTimeField("派单时间", null=True, blank=True)
    designated = models.BooleanField("指定办理", default=False)
    force_lead = models.ForeignKey("people.Person", models.SET_NULL, null=True, blank=True, related_name="+", verbose_name="专班负责人")
    handler = models.ForeignKey("people.Person", models.SET_NULL, null=True, blank=True, related_name="+", verbose_name="经办人")
    next_reply = models.DateField("下次答复", null=True, blank=True)
    outcome = models.CharField("办理结果", max_length=16, choices=Outcome.choices, blank=True)
    changed = models.DateTimeField("更改时间")
    revision = models.PositiveIntegerField("修订", default=0)
    due = models.DateTimeField("到期时间", null=True, blank=True)
    yellow_from = models.DateTimeField("转黄时间", null=True, blank=True)

    class Meta:
        """Official terms; one part a number, and a desk is read along its index."""

        verbose_name = "诉求里的一件事"
        verbose_name_plural = "诉求里的事"
        ordering = ("number",)
        indexes = (models.Index(fields=("lead", "state", "due"), name="parts_on_a_desk"),)
        constraints = (models.UniqueConstraint(fields=("request", "number"), name="one_part_a_number"),)

    def __str__(self) -> str:
        """The request, the number and the state."""
        return f"{self.request_id}.{self.number} {self.state}"


class CoUnit(models.Model):
    """A unit that helps the lead of a part (协办单位); `advised` when it answered."""

    part = models.ForeignKey(Part, models.CASCADE, related_name="co_units", verbose_name="事项")
    unit = models.ForeignKey("people.Unit", models.PROTECT, related_name="+", verbose_name="单位")
    advised = models.DateTimeField("答复时间", null=True, blank=True)

    class Meta:
        """Official terms; a unit helps once."""

        verbose_name = "协办单位"
        verbose_name_plural = "协办单位"
        ordering = ("pk",)
        constraints = (models.UniqueConstraint(fields=("part", "unit"), name="a_unit_helps_once"),)

    def __str__(self) -> str:
        """The part and the unit."""
        return f"{self.part_id} {self.unit_id}"


class RequestEvent(Happening):
    """One thing that happened to a request (诉求经过)."""

    subject = models.ForeignKey(Request, models.CASCADE, related_name="events", verbose_name="企业诉求")

    class Meta:
        """Official terms; one event a number."""

        verbose_name = "诉求经过"
        verbose_name_plural = "诉求经过"
        ordering = ("number",)
        constraints = (models.UniqueConstraint(fields=("subject", "number"), name="one_request_event_a_number"),)


class PartEvent(Happening):
    """One thing that happened to a part (事项经过); `unit` is the unit that led it when it was done, which may be another by now."""

    subject = models.ForeignKey(Part, models.CASCADE, related_name="events", verbose_name="事项")
    unit = models.ForeignKey("people.Unit", models.PROTECT, null=True, blank=True, related_name="+", verbose_name="当时的主办单位")

    class Meta:
        """Official terms; one event a number."""

        verbose_name = "事项经过"
        verbose_name_plural = "事项经过"
        ordering = ("number",)
        constraints = (models.UniqueConstraint(fields=("subject", "number"), name="one_part_event_a_number"),)


class NamedLeader(models.Model):
    """The leader who is told when a part is late (督办领导): of a unit, a category, both or, with neither, of the whole zone; `rung` as of the ladder."""

    class Rung(models.IntegerChoices):
        """How high (层级)."""

        LEADER = 2, "分管领导"
        FIRST_LEADER = 3, "主要领导"

    rung = models.PositiveSmallIntegerField("层级", choices=Rung.choices)
    unit = models.ForeignKey("people.Unit", models.CASCADE, null=True, blank=True, related_name="+", verbose_name="单位")
    category = models.CharField("类别", max_length=32, blank=True)
    person = models.ForeignKey("people.Person", models.CASCADE, related_name="+", verbose_name="领导")

    class Meta:
        """Official terms; one a place."""

        verbose_name = "督办领导"
        verbose_name_plural = "督办领导"
        ordering = ("rung", "unit__code", "category")
        constraints = (
            models.UniqueConstraint(fields=("rung", "unit", "category"), name="one_leader_a_place"),
            models.UniqueConstraint(fields=("rung", "category"), condition=Q(unit=None), name="one_leader_of_all_units"),
        )

    def __str__(self) -> str:
        """The rung and for what."""
        return f"{self.rung} {self.unit_id} {self.category}"


class RequestReveal(models.Model):
    """That one of the staff was shown what is masked of a request (显示诉求打码内容): which, the reason's code and, sealed, their words. No value is here."""

    request = models.ForeignKey(Request, models.CASCADE, related_name="reveals", verbose_name="企业诉求")
    path = models.CharField("栏目", max_length=32)
    by = models.ForeignKey("people.Person", models.PROTECT, related_name="+", verbose_name="查看人")
    reason = models.CharField("事由代码", max_length=48)
    words = models.BinaryField("说明", default=_SEALED)
    at = models.DateTimeField("时间")

    class Meta:
        """Official terms; the newest last."""

        verbose_name = "显示诉求打码内容"
        verbose_name_plural = "显示诉求打码内容"
        ordering = ("pk",)

    def __str__(self) -> str:
        """The request and the path; nothing of what was shown."""
        return f"{self.request_id} {self.path}"
