"""The roles of the office (角色) and the three administrations that exclude each other (三员分立)."""

from __future__ import annotations

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Role(TextChoices):
    """What somebody acts as."""

    APPLICANT = "applicant", _("申请人")
    AGENT = "agent", _("代理人")
    WINDOW_CLERK = "window_clerk", _("窗口人员")
    EXAMINER = "examiner", _("审核人员")
    STEWARD = "steward", _("服务专员")
    UNIT_HANDLER = "unit_handler", _("单位经办人")
    TASK_FORCE_LEAD = "task_force_lead", _("专班负责人")
    LEADER = "leader", _("领导")
    SYSTEM_ADMINISTRATOR = "system_administrator", _("系统管理员")
    SECURITY_ADMINISTRATOR = "security_administrator", _("安全管理员")
    AUDIT_ADMINISTRATOR = "audit_administrator", _("审计管理员")


ADMINISTRATORS = frozenset({Role.SYSTEM_ADMINISTRATOR.value, Role.SECURITY_ADMINISTRATOR.value, Role.AUDIT_ADMINISTRATOR.value})
"""Nobody holds two of them, nor one of them beside a role that handles business."""

OF_APPLICANTS = frozenset({Role.APPLICANT.value, Role.AGENT.value})
"""The roles that no staff account has."""

OF_STAFF = frozenset(Role.values) - OF_APPLICANTS
"""The roles that are given to staff accounts."""

AT_A_UNIT = frozenset({Role.UNIT_HANDLER.value})
"""The roles that need a unit."""
