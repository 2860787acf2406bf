"""The rules that a deregistration is checked by (注销登记审查规则): 《公司法》 229 to 242, 《市场主体登记管理条例》 31 to 34, its 实施细则 44 to 49.

>>> len({each.id for each in RULES}) == len(RULES)
True
"""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

from gaoxing.checks import filer, parameters, register
from gaoxing.checks.rule import Figures, Level, Rule, Told, rule
from gaoxing.forms.form import Form
from gaoxing.matters.deregistration.fields import simplified
from gaoxing.standards.expression import expression

TABLES = (Path(__file__).with_name("parameters.toml"),)
REGULATION = date(2022, 3, 1)
COMPANY_LAW = date(2024, 7, 1)
MERGED = expression("合并|分立")
"""Reasons after which nothing is liquidated (《公司法》第二百三十二条)."""


@rule("CLOSE-01", basis="《公司法》第二百四十条，《市场主体登记管理条例》第三十三条", level=Level.REJECT, since=COMPANY_LAW)
def simplified_with_debts(form: Form, on: date, figures: Figures) -> Told | None:
    """The simplified procedure is for who never had debts or has paid them all."""
    if not simplified(form) or form.value("debts") != "open":
        return None
    return "债权债务还没有清理完，不能走简易注销。请先清理完毕，或者改走普通注销，成立清算组清算。", "procedure", "debts"


@rule("CLOSE-02", basis="《市场主体登记管理条例》第三十三条，《市场主体登记管理条例实施细则》第四十八条", level=Level.REJECT, since=REGULATION)
def barred_from_simplified(form: Form, on: date, figures: Figures) -> Told | None:
    """Who is on the list of irregularities, has frozen or pledged shares, is at law and the like may not use the simplified procedure."""
    if not simplified(form) or form.value("barred") != "yes":
        return None
    return "有经营异常、股权冻结或出质、对外投资、诉讼、立案调查这类情形的，不能走简易注销。请先消除这些情形，或者改走普通注销。", "procedure", "barred"


@rule("CLOSE-03", basis="《市场主体登记管理条例》第三十三条，《市场主体登记管理条例实施细则》第四十六条", level=Level.REJECT, since=REGULATION)
def taxes_unsettled(form: Form, on: date, figures: Figures) -> Told | None:
    """Taxes are settled before the registration is cancelled."""
    if form.value("tax_clearance") != "open":
        return None
    return "税务还没有清，现在不能注销登记。请先到税务部门清税，拿到清税证明再来。", "tax_clearance"


@rule("CLOSE-04", basis="《公司法》第二百四十条，《市场主体登记管理条例》第三十三条", level=Level.REJECT, since=REGULATION)
def simplified_not_published(form: Form, on: date, figures: Figures) -> Told | None:
    """The promise is published for twenty days first; a sole trader need not publish."""
    if not simplified(form) or form.value("announced") != "no" or filer.is_sole_trader(form):
        return None
    days = figures["publication_days"]
    return f"简易注销要先把承诺书在国家企业信用信息公示系统公示{days}日，现在还没有满。请公示期满、没有人提出异议后，在{days}日内来申请。", "announced"


@rule("CLOSE-05", basis="《公司法》第二百三十五条、第二百三十九条", level=Level.REJECT, since=COMPANY_LAW)
def creditors_not_called(form: Form, on: date, figures: Figures) -> Told | None:
    """A company in liquidation calls its creditors, who have forty-five days from the announcement; nothing is liquidated after a merger or a division."""
    ordinary = form.value("procedure") == "ordinary" and not filer.is_sole_trader(form)
    if not ordinary or form.value("announced") != "no" or MERGED.search(str(form.value("reason") or "")):
        return None
    return f"清算组要公告债权人，债权人从公告之日起有{figures['creditor_days']}日申报债权，现在还没有满。请公告期满、清算结束后再申请注销。", "announced"


@rule("CLOSE-06", basis="《公司法》第二百三十九条，《市场主体登记管理条例实施细则》第四十六条", level=Level.REJECT, since=COMPANY_LAW)
def liquidation_unfinished(form: Form, on: date, figures: Figures) -> Told | None:
    """A company is cancelled after its liquidation has ended; a sole trader hands in no liquidation report."""
    ordinary = form.value("procedure") == "ordinary" and not filer.is_sole_trader(form)
    if not ordinary or form.value("debts") != "open" or MERGED.search(str(form.value("reason") or "")):
        return None
    return "债权债务还没有清理完，清算没有结束，现在不能注销。请清算结束、清算报告经股东会确认以后再来；还不起债的，要向法院申请破产清算。", "debts"


@rule("CLOSE-07", basis="《市场主体登记管理条例》第三十四条", level=Level.MANUAL, since=REGULATION)
def ended_by_a_court(form: Form, on: date, figures: Figures) -> Told | None:
    """After bankruptcy or a compulsory liquidation the administrator applies with the court's ruling."""
    if not re.search("破产|强制清算", str(form.value("reason") or "")):
        return None
    return "破产或者强制清算的，由破产管理人或清算组拿法院终结程序的裁定来申请。请准备好裁定书，工作人员会核对。", "reason"


@rule("CLOSE-08", basis="《市场主体登记管理条例》第三十三条，《市场主体登记管理条例实施细则》第四十八条", level=Level.REJECT, since=REGULATION)
def simplified_after_revocation(form: Form, on: date, figures: Figures) -> Told | None:
    """Who lost the licence or was closed by order may not use the simplified procedure."""
    if not simplified(form) or not re.search("吊销|责令关闭|被撤销", str(form.value("reason") or "")):
        return None
    return "被吊销营业执照、责令关闭或者撤销的，不能走简易注销。请改走普通注销，先成立清算组清算。", "procedure", "reason"


RULES: tuple[Rule, ...] = (
    *filer.RULES,
    simplified_with_debts,
    barred_from_simplified,
    taxes_unsettled,
    simplified_not_published,
    creditors_not_called,
    liquidation_unfinished,
    ended_by_a_court,
    simplified_after_revocation,
    *register.CLOSING_RULES,
)


def figures(on: date) -> Figures:
    """The figures of law in force on the day."""
    return parameters.merged(TABLES, on)
