"""Whoever signs in (用户), what they may act as (角色), for whom (委托、代理), and what is kept of signing in.

Names, mobile numbers and e-mail addresses are sealed; a number is found by its keyed digest alone. Times are handed in by whoever acts.
"""

from __future__ import annotations

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.contrib.auth.models import PermissionsMixin
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from gaoxing.office.people.roles import ADMINISTRATORS, Role
from gaoxing.office.vault import DIGEST


class Unit(models.Model):
    """A unit or one of its offices (单位、科室): `parent` is empty for a unit; `closed` is the first day on which it no longer acts."""

    code = models.CharField("编号", max_length=32, unique=True)
    name = models.CharField("名称", max_length=100)
    parent = models.ForeignKey("self", models.PROTECT, null=True, blank=True, related_name="offices", verbose_name="所属单位")
    closed = models.DateField("撤销日期", null=True, blank=True)

    class Meta:
        """Official terms."""

        verbose_name = "单位"
        verbose_name_plural = "单位"
        ordering = ("code",)

    def __str__(self) -> str:
        """The name."""
        return self.name


class Person(AbstractBaseUser, PermissionsMixin):
    """Someone with an account (用户).

    `account` is what staff sign in with; an applicant's is drawn at random, for they sign in with their mobile number. `name`, `mobile` and `email` are
    sealed blobs, empty where not known. `password_due`: the password was given by somebody else and is to be changed first. `erased`: the person had
    everything about them deleted; the row stays, empty, so that what was done keeps its number.
    """

    class Kind(models.TextChoices):
        """Kind of account (账号类别)."""

        APPLICANT = "applicant", _("申请人")
        STAFF = "staff", _("工作人员")

    account = models.CharField("账号", max_length=150, unique=True)
    kind = models.CharField("账号类别", max_length=16, choices=Kind.choices, default=Kind.APPLICANT)
    name = models.BinaryField("姓名", default=b"")
    mobile = models.BinaryField("移动电话", default=b"")
    mobile_digest = models.CharField("移动电话摘要", max_length=DIGEST, null=True, blank=True, db_index=True)
    email = models.BinaryField("电子邮箱", default=b"")
    language = models.CharField("界面语言", max_length=8, default="zh-hans")
    password_due = models.BooleanField("须改密码", default=False)
    demo = models.BooleanField("演示账号", default=False)
    is_active = models.BooleanField("可用", default=True)
    joined = models.DateTimeField("开户时间", null=True, blank=True)
    erased = models.DateTimeField("清除时间", null=True, blank=True)

    objects = BaseUserManager()

    USERNAME_FIELD = "account"

    class Meta:
        """Official terms; one applicant a mobile number."""

        verbose_name = "用户"
        verbose_name_plural = "用户"
        constraints = (models.UniqueConstraint(fields=("mobile_digest",), condition=Q(kind="applicant"), name="one_applicant_a_mobile"),)

    def __str__(self) -> str:
        """The account."""
        return self.account

    @property
    def is_staff_member(self) -> bool:
        """Whether this is one of the staff."""
        return self.kind == self.Kind.STAFF


class RoleAssignment(models.Model):
    """A role that a person has (角色任命), from a day to a day, both included; for a unit where it is bound to one."""

    person = models.ForeignKey(Person, models.PROTECT, related_name="assignments", verbose_name="用户")
    role = models.CharField("角色", max_length=32, choices=Role.choices)
    unit = models.ForeignKey(Unit, models.PROTECT, null=True, blank=True, verbose_name="单位")
    since = models.DateField("自")
    until = models.DateField("至", null=True, blank=True)
    granted_by = models.ForeignKey(Person, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="任命人")

    class Meta:
        """Official terms; whoever holds or held one of the three administrations never gets another."""

        verbose_name = "角色任命"
        verbose_name_plural = "角色任命"
        constraints = (models.UniqueConstraint(fields=("person",), condition=Q(role__in=sorted(ADMINISTRATORS)), name="one_administration_a_person"),)

    def __str__(self) -> str:
        """The person's number and the role."""
        return f"{self.person_id} {self.role}"


class Delegation(models.Model):
    """What one of the staff lets another do (授权), or a deputy does while they are away (代理): which acts, from a day to a day, both included."""

    class Kind(models.TextChoices):
        """Kind of delegation (授权类别)."""

        DELEGATION = "delegation", _("授权")
        DEPUTY = "deputy", _("代理")

    giver = models.ForeignKey(Person, models.PROTECT, related_name="given", verbose_name="授权人")
    taker = models.ForeignKey(Person, models.PROTECT, related_name="taken", verbose_name="受权人")
    kind = models.CharField("授权类别", max_length=16, choices=Kind.choices)
    acts = models.JSONField("事权", default=list)
    since = models.DateField("自")
    until = models.DateField("至")
    withdrawn = models.DateTimeField("收回时间", null=True, blank=True)

    class Meta:
        """Official terms."""

        verbose_name = "授权"
        verbose_name_plural = "授权"
        constraints = (models.CheckConstraint(condition=Q(until__gte=models.F("since")) & ~Q(giver=models.F("taker")), name="delegation_makes_sense"),)

    def __str__(self) -> str:
        """Who to whom."""
        return f"{self.giver_id} → {self.taker_id}"


class PowerOfAttorney(models.Model):
    """What an applicant lets an agent do (授权委托): the acts, the matters (none named: all), from a day to a day, both included."""

    principal = models.ForeignKey(Person, models.PROTECT, related_name="powers_given", verbose_name="委托人")
    agent = models.ForeignKey(Person, models.PROTECT, related_name="powers", verbose_name="代理人")
    acts = models.JSONField("委托权限", default=list)
    matters = models.JSONField("委托事项", default=list)
    since = models.DateField("自")
    until = models.DateField("至")
    withdrawn = models.DateTimeField("撤回时间", null=True, blank=True)

    class Meta:
        """Official terms."""

        verbose_name = "授权委托"
        verbose_name_plural = "授权委托"
        constraints = (models.CheckConstraint(condition=Q(until__gte=models.F("since")) & ~Q(principal=models.F("agent")), name="power_makes_sense"),)

    def __str__(self) -> str:
        """Whose, to whom."""
        return f"{self.principal_id} → {self.agent_id}"


class SignInCode(models.Model):
    """A code sent to a mobile number (验证码), as digests alone; good once, for a few minutes and a few tries."""

    mobile_digest = models.CharField("移动电话摘要", max_length=DIGEST, db_index=True)
    digest = models.CharField("验证码摘要", max_length=DIGEST)
    made = models.DateTimeField("发出时间")
    until = models.DateTimeField("有效期至", db_index=True)
    tries = models.PositiveSmallIntegerField("试过次数", default=0)
    used = models.DateTimeField("使用时间", null=True, blank=True)

    class Meta:
        """Official terms."""

        verbose_name = "验证码"
        verbose_name_plural = "验证码"

    def __str__(self) -> str:
        """The number alone."""
        return str(self.pk)


class SignIn(models.Model):
    """A browser in which a person is or was signed in (登录): how they showed who they are, when it began, was last seen, ended and why."""

    person = models.ForeignKey(Person, models.CASCADE, related_name="sign_ins", verbose_name="用户")
    session = models.CharField("会话", max_length=40, db_index=True)
    browser = models.CharField("浏览器", max_length=60, blank=True)
    way = models.CharField("登录方式", max_length=32, blank=True)
    began = models.DateTimeField("登录时间")
    seen = models.DateTimeField("最近使用")
    ended = models.DateTimeField("结束时间", null=True, blank=True, db_index=True)
    why = models.CharField("结束原因", max_length=16, blank=True)

    class Meta:
        """Official terms; the newest first."""

        verbose_name = "登录"
        verbose_name_plural = "登录"
        ordering = ("-began", "-pk")

    def __str__(self) -> str:
        """The person's number and the time."""
        return f"{self.person_id} {self.began:%Y-%m-%d %H:%M}"


class Consent(models.Model):
    """One line of the consent ledger (同意记录): what for, to which version of the sentences, when it was given and taken back.

    `about` names the record it was given for by its number (`cases.case:12`); `person` is known where they had signed in.
    """

    class Purpose(models.TextChoices):
        """What the consent is for (同意的用途)."""

        PRIVACY = "privacy", _("隐私说明")
        RECORDING = "recording", _("存录音")
        IDENTITY = "identity", _("实名核验")

    person = models.ForeignKey(Person, models.SET_NULL, null=True, blank=True, related_name="consents", verbose_name="用户")
    about = models.CharField("对象", max_length=64, blank=True, db_index=True)
    purpose = models.CharField("用途", max_length=16, choices=Purpose.choices)
    version = models.CharField("版本", max_length=40)
    given = models.DateTimeField("同意时间")
    withdrawn = models.DateTimeField("撤回时间", null=True, blank=True)

    class Meta:
        """Official terms; a version is agreed to once for a record and purpose."""

        verbose_name = "同意记录"
        verbose_name_plural = "同意记录"
        ordering = ("given", "pk")
        constraints = (
            models.UniqueConstraint(fields=("about", "purpose", "version"), condition=~Q(about="") & Q(withdrawn=None), name="one_consent_a_version"),
        )

    def __str__(self) -> str:
        """The record, purpose and version."""
        return f"{self.about} {self.purpose} {self.version}"


class IdentityCheck(models.Model):
    """That somebody was who they say (实名核验): by the real-name service, or seen in person by a clerk with a document; the number only as a digest."""

    class Way(models.TextChoices):
        """How it was looked at (核验方式)."""

        SERVICE = "service", _("实名认证服务")
        SEEN = "seen", _("当面核对证件")

    class Document(models.TextChoices):
        """The document seen (证件类型)."""

        RESIDENT_ID = "resident_id", _("居民身份证")
        PASSPORT = "passport", _("护照")
        TRAVEL_PERMIT = "travel_permit", _("港澳居民来往内地通行证、台湾居民来往大陆通行证")
        RESIDENCE_PERMIT = "residence_permit", _("外国人永久居留身份证")
        OTHER = "other", _("其他有效证件")

    person = models.ForeignKey(Person, models.CASCADE, related_name="identity_checks", verbose_name="用户")
    way = models.CharField("核验方式", max_length=16, choices=Way.choices)
    document = models.CharField("证件类型", max_length=24, choices=Document.choices)
    number_digest = models.CharField("证件号码摘要", max_length=DIGEST, blank=True)
    on = models.DateField("核验日期")
    at = models.DateTimeField("记录时间")
    by = models.ForeignKey(Person, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="核验人")
    passed = models.BooleanField("核验通过")
    told = models.CharField("说明", max_length=200, blank=True)

    class Meta:
        """Official terms; the newest first."""

        verbose_name = "实名核验"
        verbose_name_plural = "实名核验"
        ordering = ("-at", "-pk")

    def __str__(self) -> str:
        """The person's number, the way and the day."""
        return f"{self.person_id} {self.way} {self.on}"
