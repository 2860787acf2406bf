"""A case (办件). It begins as a draft (草稿): the applicant's words and the form, sealed from the first migration. What it gains later stands in `filed`.

Times are handed in by whoever acts; the model asks no clock.
"""

from __future__ import annotations

from datetime import timedelta

from django.db import models
from django.db.models import Q

from gaoxing.office.cases.filed import CaseEvent as CaseEvent
from gaoxing.office.cases.filed import Serial as Serial
from gaoxing.office.cases.filed import Submission as Submission
from gaoxing.office.cases.noted import CaseNote as CaseNote
from gaoxing.office.cases.noted import SearchKey as SearchKey
from gaoxing.office.cases.noted import Unlisted as Unlisted

KEPT = timedelta(days=30)
"""A draft nobody changes is deleted after so long (草稿保存期)."""


class Case(models.Model):
    """One applicant's business (办件).

    `reference` is what the applicant's browser holds: opaque and random. `words` and `form` are sealed blobs, empty before the first save;
    `revision` counts changes, so that two changes at once cannot swallow each other; `position` is the step of its history that stands now.
    `owner` is the applicant's account where they signed in; a draft needs none.
    `resume` is the keyed digest of the code by which the draft is taken up elsewhere, `subject` that of what it is about; neither can be read back.
    `number` is what people call a case once it is submitted, empty before; `handler` the clerk who last acted and `unit` theirs; `due` when it is due,
    empty while the clock stands still, `rank` by what the queue is ordered, empty once it is decided; `yellow_from` when the light turns yellow.
    `title` is what the lists call it, sealed apart, so that a list opens no form; `holds_name` says that its name is held in the pool for it.
    """

    class State(models.TextChoices):
        """Where the case stands (状态), as `casework/registration.toml` and `casework/joint_licence.toml` say."""

        DRAFT = "draft", "草稿"
        SUBMITTED = "submitted", "已提交"
        CORRECTION_ASKED = "correction_asked", "待补正"
        NOT_ACCEPTED = "not_accepted", "不予受理"
        ACCEPTED = "accepted", "已受理"
        REOPENED = "reopened", "重新办理"
        EXAMINED = "examined", "已审查"
        REGISTERED = "registered", "准予登记"
        REFUSED = "refused", "不予登记"
        COMPLETED = "completed", "已办结"
        WITHDRAWN = "withdrawn", "已撤回"
        ARCHIVED = "archived", "已归档"

    WRITABLE = (State.DRAFT, State.CORRECTION_ASKED)
    """The states in which its applicant writes."""

    reference = models.CharField("查询码", max_length=43, unique=True)
    state = models.CharField("状态", max_length=16, choices=State.choices, default=State.DRAFT)
    matter = models.CharField("事项", max_length=64, blank=True)
    edition = models.CharField("文书版本", max_length=32, blank=True)
    words = models.BinaryField("所述")
    form = models.BinaryField("表单")
    revision = models.PositiveIntegerField("修订", default=0)
    position = models.PositiveIntegerField("所在步骤", default=0)
    confirmed = models.PositiveIntegerField("核对时的修订", null=True, blank=True)
    subject = models.CharField("主体摘要", max_length=96, blank=True, db_index=True)
    resume = models.CharField("取回码摘要", max_length=96, null=True, blank=True, unique=True)
    resume_until = models.DateTimeField("取回码有效期至", null=True, blank=True)
    owner = models.ForeignKey("people.Person", models.SET_NULL, null=True, blank=True, related_name="cases", verbose_name="申请人账号")
    consent = models.CharField("同意的隐私说明版本", max_length=16, blank=True)
    consented = models.DateTimeField("同意时间", null=True, blank=True)
    created = models.DateTimeField("创建时间")
    changed = models.DateTimeField("更改时间", db_index=True)
    number = models.CharField("办件编号", max_length=24, null=True, blank=True, unique=True)
    filed = models.DateTimeField("首次提交时间", null=True, blank=True)
    handler = models.ForeignKey("people.Person", models.SET_NULL, null=True, blank=True, related_name="+", db_index=False, verbose_name="经办人")
    unit = models.ForeignKey("people.Unit", models.PROTECT, null=True, blank=True, related_name="+", db_index=False, verbose_name="经办单位")
    due = models.DateTimeField("到期时间", null=True, blank=True)
    rank = models.DateTimeField("排队次序", null=True, blank=True)
    yellow_from = models.DateTimeField("亮黄灯时间", null=True, blank=True)
    title = models.BinaryField("名称", default=b"")
    paused_days = models.PositiveSmallIntegerField("暂停的工作日", default=0)
    holds_name = models.BooleanField("占用着名称", default=False)

    class Meta:
        """Official terms; each list is read along its index, which holds what it is narrowed by. Handler and unit have none of their own to lead astray."""

        verbose_name = "办件"
        verbose_name_plural = "办件"
        indexes = (
            models.Index(
                fields=("rank", "id", "number", "state", "matter", "handler", "unit", "yellow_from"), name="cases_queue", condition=Q(rank__isnull=False)
            ),
            models.Index(fields=("filed", "id", "number", "state", "matter", "handler", "unit"), name="cases_newest", condition=Q(filed__isnull=False)),
        )

    def __str__(self) -> str:
        """The number and the state; nothing of what was said."""
        return f"{self.pk} {self.state}"


class Help(models.Model):
    """That a clerk with an account helps with a draft (代填): its applicant handed them the resume code, and has it back when the clerk gives it back."""

    case = models.ForeignKey(Case, models.CASCADE, related_name="helps", verbose_name="办件")
    clerk = models.ForeignKey("people.Person", models.CASCADE, related_name="helps", verbose_name="窗口人员")
    since = models.DateTimeField("接手时间")

    class Meta:
        """Official terms; a clerk helps once with a draft."""

        verbose_name = "代填"
        verbose_name_plural = "代填"
        constraints = (models.UniqueConstraint(fields=("case", "clerk"), name="one_help_a_clerk"),)

    def __str__(self) -> str:
        """The case and the clerk's number."""
        return f"{self.case_id} {self.clerk_id}"


class Step(models.Model):
    """One step in the history of a draft (修改记录): what was done, when, by whom, and all words as they stood after it, sealed."""

    class Act(models.TextChoices):
        """What was done (操作)."""

        STATE = "state", "说了一段"
        ANSWER = "answer", "回答"
        ADD = "add", "补充一句"
        AMEND = "amend", "修改一句"
        REMOVE = "remove", "删去一句"
        CORRECT = "correct", "手工更正"
        RESTORE = "restore", "恢复原话"
        SKIP = "skip", "跳过"
        CHOOSE = "choose", "选定事项"
        MERGE = "merge", "合并两处修改"
        MODEL = "model", "请语言模型再读"
        UNMODEL = "unmodel", "去掉模型填的"

    case = models.ForeignKey(Case, models.CASCADE, related_name="steps", verbose_name="办件")
    number = models.PositiveIntegerField("序号")
    act = models.CharField("操作", max_length=16, choices=Act.choices)
    by_clerk = models.BooleanField("窗口代办", default=False)
    words = models.BinaryField("所述")
    at = models.DateTimeField("时间")

    class Meta:
        """Official terms; one step a number."""

        verbose_name = "修改记录"
        verbose_name_plural = "修改记录"
        ordering = ("number",)
        constraints = (models.UniqueConstraint(fields=("case", "number"), name="one_step_a_number"),)

    def __str__(self) -> str:
        """The case, the number and the act."""
        return f"{self.case_id}.{self.number} {self.act}"


class Recording(models.Model):
    """What an applicant said at the microphone (录音), kept because they agreed to it: sealed, with the moment at which it is deleted.

    `token` is the page's, so that a post that comes twice is taken once; `consent` the version of the sentences that were agreed to.
    """

    case = models.ForeignKey(Case, models.CASCADE, related_name="recordings", verbose_name="办件")
    token = models.CharField("提交标记", max_length=64)
    sound = models.BinaryField("声音")
    milliseconds = models.PositiveIntegerField("长度（毫秒）")
    consent = models.CharField("同意的录音说明版本", max_length=40)
    made = models.DateTimeField("录音时间")
    until = models.DateTimeField("删除时间", db_index=True)

    class Meta:
        """Official terms; one recording a post."""

        verbose_name = "录音"
        verbose_name_plural = "录音"
        ordering = ("made", "pk")
        constraints = (models.UniqueConstraint(fields=("case", "token"), name="one_recording_a_post"),)

    def __str__(self) -> str:
        """The number and the case; nothing of what was said."""
        return f"{self.pk} {self.case_id}"


class Reveal(models.Model):
    """That one of the staff was shown a masked value of a case (显示打码内容): the path of its blank, the reason's code and, sealed, their own words for it.

    The value itself is nowhere here. It goes with its case.
    """

    case = models.ForeignKey(Case, models.CASCADE, related_name="reveals", verbose_name="办件")
    path = models.CharField("栏目", max_length=160)
    by = models.ForeignKey("people.Person", models.PROTECT, related_name="+", verbose_name="查看人")
    reason = models.CharField("事由代码", max_length=48)
    words = models.BinaryField("说明")
    at = models.DateTimeField("时间")

    class Meta:
        """Official terms."""

        verbose_name = "显示打码内容"
        verbose_name_plural = "显示打码内容"
        ordering = ("at", "pk")

    def __str__(self) -> str:
        """The case and the path; nothing of what was shown."""
        return f"{self.case_id} {self.path}"
