"""The blanks of a deregistration (公司注销登记申请书, edition 2026): who closes down, why, by which procedure, and what is settled.

The layout of the company's form was not seen; the blanks follow 《市场主体登记管理条例》 31 to 34 and the sole trader's form of 2022 (普通/简易, 原因, 清税).

>>> [each.id for each in FIELDS[:3]]
['enterprise', 'uscc', 'reason']
"""

from __future__ import annotations

from gaoxing.forms.derive_type import kind_of_name
from gaoxing.forms.field import Field, Kind
from gaoxing.forms.form import Form
from gaoxing.forms.licence import YES_NO
from gaoxing.forms.shareholder_count import sole_shareholder

PROCEDURES = (("ordinary", "普通注销"), ("simplified", "简易注销"))
DEBTS = (("none", "未发生债权债务"), ("settled", "已清理完毕"), ("open", "尚未清理完毕"))
TAXES = (("cleared", "已清理完毕"), ("none", "未涉及纳税义务"), ("open", "尚未清理完毕"))


def simplified(form: Form) -> bool:
    """Whether the simplified procedure (简易注销) was chosen."""
    return bool(form.value("procedure") == "simplified")


def _resolves(form: Form) -> bool:
    """Whether the shareholders have to resolve to dissolve: those of a company, by the ordinary procedure."""
    return bool(form.value("procedure") == "ordinary" and kind_of_name(str(form.value("enterprise") or "")))


FIELDS = (
    Field(
        "enterprise",
        "名称",
        Kind.TEXT,
        question="是哪一家企业要注销？请说全称。",
        why="要和营业执照上的名称一字不差。",
        example="昆山某某贸易有限公司",
        required=True,
    ),
    Field(
        "uscc",
        "统一社会信用代码",
        Kind.ID_NUMBER,
        question="这家企业的统一社会信用代码是多少？",
        why="登记机关按代码找档案。",
        example="营业执照上18位的那个，慢慢报",
        required=True,
    ),
    Field("reason", "注销原因", Kind.TEXT, question="为什么要注销？一句话说明就行。", why="申请书要写注销原因。", example="股东会决议解散", required=True),
    Field(
        "procedure",
        "注销方式",
        Kind.CHOICE,
        question="走普通注销，还是简易注销？",
        why="没有债权债务、也没有欠税的，全体投资人承诺后可以走简易注销，省掉清算报告。",
        example="简易注销",
        required=True,
        contract=False,
        verified=False,
        choices=PROCEDURES,
    ),
    sole_shareholder(_resolves),
    Field(
        "debts",
        "债权债务清理情况",
        Kind.CHOICE,
        question="债权债务清理完了吗，还是从来没有发生过？",
        why="债权债务清理完毕才能注销。",
        example="已经清理完毕",
        required=True,
        contract=False,
        verified=False,
        choices=DEBTS,
    ),
    Field(
        "tax_clearance",
        "清税情况",
        Kind.CHOICE,
        question="税务清了吗？",
        why="注销要有税务部门的清税证明；没有涉及纳税义务的除外。",
        example="已经清税",
        required=True,
        contract=False,
        verified=False,
        choices=TAXES,
    ),
    Field(
        "announced",
        "公告（公示）期满",
        Kind.CHOICE,
        question="债权人公告（走简易注销的，公示）期满了吗？",
        why="普通注销要等债权人公告满45日，简易注销要公示满20日；个体工商户走简易注销不用公示。",
        example="已经满了",
        required=True,
        contract=False,
        verified=False,
        choices=YES_NO,
    ),
    Field(
        "barred",
        "有不适用简易注销的情形",
        Kind.CHOICE,
        question="有没有被列入经营异常名录、股权被冻结或出质、还对外投资、正在打官司或被立案调查这类情形？",
        why="有其中一种，就不能走简易注销。",
        example="没有",
        required=True,
        contract=False,
        verified=False,
        choices=YES_NO,
        wanted=simplified,
    ),
)
