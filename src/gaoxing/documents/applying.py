"""What the applications of an enterprise that exists say alike (申请书的公用文字): the title by who files, the agent's permissions, the promises.

>>> from gaoxing.forms.form import Answer, Source
>>> title(Form("deregistration", "2026", {"uscc": Answer("92320583MA0000007N", Source.SAID)}), "公司注销登记申请书")
'个体工商户登记（备案）申请书'
"""

from __future__ import annotations

from gaoxing.checks import filer
from gaoxing.forms.form import Form
from gaoxing.names.composition import split
from gaoxing.names.organisation import Holder, holder

TRADERS = "个体工商户登记（备案）申请书"

COMPANY_PERMISSIONS = ("核对登记材料中的复印件并签署核对意见；", "修改企业自备文件的错误；", "修改有关表格的填写错误；", "领取营业执照和有关文书。")
TRADER_PERMISSIONS = (COMPANY_PERMISSIONS[0], "修改自备文件的错误；", *COMPANY_PERMISSIONS[2:])
"""What the agent may do (委托权限), each to be ticked by the applicant."""

TRUE = "所提交的文件、证件和填写的内容真实、合法、有效，复印文本与原件一致；签字、盖章均出自本人或者本单位的真实意思。"
NAME = "所使用的名称不侵犯他人的合法权益；经认定名称不适宜使用的，按照登记机关的要求予以更正。"
PREMISES = "已依法取得住所（经营场所）的使用权，所申报的住所（经营场所）真实；仅以网络场所登记的，不改变房屋的居住用途。"
PERMITS = "经营范围涉及依法须经批准的项目的，在取得批准文件、证件以前不从事该项经营活动。"
CHANGE_PROMISES = (TRUE, NAME, PREMISES, PERMITS)
"""What who signs a change vouches for, after the facts that the law asks applicants to vouch for."""


def trades_alone(form: Form) -> bool:
    """Whether a sole trader files (个体工商户): by the code, else by the form that the name has."""
    if form.value(filer.FIELD):
        return filer.is_sole_trader(form)
    return holder(split(str(form.value("enterprise") or "")).form) is Holder.SHOP


def title(form: Form, companys: str) -> str:
    """The form's official title: a sole trader's own form, else the company's."""
    return TRADERS if trades_alone(form) else companys
