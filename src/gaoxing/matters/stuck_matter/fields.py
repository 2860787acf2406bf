"""The blanks of a matter that does not get done (办不成事登记): who it is, how to reach them, what is stuck, how often they came.

No official form was seen: the labels are ours.

>>> [each.id for each in FIELDS]
['blocked_matter', 'attempts', 'enterprise', 'applicant', 'mobile']
"""

from __future__ import annotations

from gaoxing.forms.field import Field, Kind
from gaoxing.forms.form import Form

MATTERS = (
    ("company_registration", "公司设立登记"),
    ("sole_trader_registration", "个体工商户设立登记"),
    ("registration_change", "变更登记"),
    ("deregistration", "注销登记"),
    ("joint_licence", "证照联办"),
    ("project_filing", "企业投资项目备案"),
    ("project_change", "备案变更"),
    ("enterprise_request", "企业诉求"),
)
"""Matters of this window that may be stuck: stored id and official name; anything else stands by its own name."""


def _no_enterprise(form: Form) -> bool:
    return form.value("enterprise") is None


def _no_applicant(form: Form) -> bool:
    return form.value("applicant") is None


FIELDS = (
    Field(
        "blocked_matter",
        "办不成的事项",
        Kind.OPEN_CHOICE,
        question="是什么事办不成？要办哪个证、哪项手续？",
        why="先弄清卡在哪一项，才好交给管这件事的部门。",
        example="变更登记，或者排水许可证",
        required=True,
        verified=False,
        choices=MATTERS,
    ),
    Field(
        "attempts",
        "已经跑的趟数",
        Kind.INTEGER,
        question="为这件事一共跑了几趟？",
        why="跑了几趟要记下来，督办时看得见。",
        example="四趟，加上今天",
        required=True,
        verified=False,
    ),
    Field(
        "enterprise",
        "企业名称",
        Kind.TEXT,
        question="是哪一家企业的事？请说全称；是个人的事就报自己的名字。",
        why="要查这件事以前的办理记录。",
        example="昆山某某科技有限公司",
        required=True,
        verified=False,
        wanted=_no_applicant,
    ),
    Field(
        "applicant",
        "反映人姓名",
        Kind.TEXT,
        question="您叫什么名字？",
        why="个人来反映的，登记本人的姓名。",
        example="张三，弓长张，一二三的三",
        verified=False,
        wanted=_no_enterprise,
    ),
    Field(
        "mobile",
        "联系电话",
        Kind.TELEPHONE,
        question="回话打哪个手机号？",
        why="谁来负责、什么时候办好，都打这个号码告诉您。",
        example="十一位手机号，按三四四报",
        required=True,
        private=True,
        verified=False,
    ),
)
