"""The application for closing down (申请书): a company's 公司注销登记申请书, a sole trader's own form with its part on 注销; the values, by edition.

>>> from gaoxing.forms.form import Answer, Source
>>> form = Form("deregistration", "2026", {"reason": Answer("股东会决议解散", Source.SAID), "procedure": Answer("ordinary", Source.SAID)})
>>> [each["label"] for each in application(form, date(2026, 11, 25)).values["reasons"] if each["ticked"]]
['股东会决议解散']
"""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

from gaoxing.documents import applying
from gaoxing.documents.document import Layout
from gaoxing.documents.edition import template
from gaoxing.documents.printable import printable
from gaoxing.documents.signer import Signer
from gaoxing.documents.ticks import ticks
from gaoxing.forms.form import Form
from gaoxing.matters.deregistration.fields import DEBTS, PROCEDURES, TAXES, simplified
from gaoxing.standards.expression import expression

TITLE = "公司注销登记申请书"

COMPANY_REASONS = (
    ("expired", "公司章程规定的营业期限届满或者其他解散事由出现", expression("期限届满|期限到|到期|章程规定")),
    ("resolved", "股东会决议解散", expression("股东会?(?:一致)?(?:决议|决定|同意)|决议解散|股东(?:都)?同意")),
    ("merged", "因合并或者分立需要解散", expression("合并|分立")),
    ("revoked", "依法被吊销营业执照、责令关闭或者被撤销", expression("吊销|责令关闭|被撤销")),
    ("court", "人民法院依法予以解散", expression("法院[^，。；]{0,6}解散")),
    ("bankrupt", "被宣告破产", expression("破产")),
    ("other", "其他", None),
)
TRADER_REASONS = (
    ("stopped", "停止经营", expression("停止经营|不(?:想)?(?:做|干|开|经营)|关门|歇业")),
    ("enterprise", "转型升级为企业", expression("转(?:型升级)?(?:为|成)?企业|个转企")),
    ("other", "其他", None),
)
"""The reasons of the form (《公司法》第二百二十九条; the sole trader's form of 2022), and the words that certainly mean one."""

SETTLED = (
    "清算工作已经全面完结，清算中没有隐瞒或者虚假记载；应缴税款、职工工资和债务已经清偿完毕。",
    "分支机构已经注销，对外投资已经清理，不存在尚未了结的诉讼、仲裁和行政处罚。",
)
SIMPLE = (
    "未发生债权债务或者已将债权债务清偿完结，未发生或者已结清清偿费用、职工工资、社会保险费用、法定补偿金、应缴纳税款（滞纳金、罚款）。",
    "不属于法律、行政法规规定不适用简易注销的情形；全体投资人对以上承诺的真实性承担法律责任。",
)


def application(form: Form, on: date) -> Layout:
    """The application as the form stands on the day `on`. Raises LookupError where the matter keeps no template of the form's edition."""
    title, trader = applying.title(form, TITLE), applying.trades_alone(form)
    reasons = TRADER_REASONS if trader else COMPANY_REASONS
    values = {
        "on": on.isoformat(),
        "title": title,
        "trader": trader,
        "enterprise": printable(form.value("enterprise")),
        "uscc": printable(form.value("uscc")),
        "procedure": ticks(PROCEDURES, form.value("procedure")),
        "reasons": ticks([(stored, label) for stored, label, _ in reasons], _reason(form, trader=trader)),
        "reason": printable(form.value("reason")),
        **_settled(form, trader=trader),
        "permissions": list(applying.TRADER_PERMISSIONS if trader else applying.COMPANY_PERMISSIONS),
        "promises": [applying.TRUE, *(SIMPLE if simplified(form) else SETTLED if not trader else SETTLED[:1])],
        "signers": _signers(form, trader=trader),
    }
    return Layout(title, title, template(Path(__file__).parent, form.edition), values, signers=_signing(form, trader=trader))


def _settled(form: Form, *, trader: bool) -> dict[str, Any]:
    """Debts and taxes as stated; what is still open has no box on the form and is left to be ticked."""
    cases = (("none", "未发生债权债务"), ("settled", "已将债权债务清偿完结"))
    return {
        "simple_cases": ticks(cases, form.value("debts") if simplified(form) else None),
        "debts": ticks(DEBTS[:2], form.value("debts")),
        "taxes": ticks(TAXES[:2] if not trader else (TAXES[0], ("none", "未涉及")), form.value("tax_clearance")),
        "announced": ticks((("yes", "已公告（公示）期满"),), form.value("announced")),
    }


def _reason(form: Form, *, trader: bool) -> str | None:
    """The one box that the reason certainly means; none where it means none or several."""
    said = str(form.value("reason") or "")
    found = [stored for stored, _, words in (TRADER_REASONS if trader else COMPANY_REASONS) if words is not None and words.search(said)]
    return found[0] if len(found) == 1 else None


def _signers(form: Form, *, trader: bool) -> list[str]:
    """The operator; a company's liquidators sign the ordinary way, its legal representative and all investors the simplified one."""
    if trader:
        return ["经营者签字：", "参加经营的家庭成员签字（仅家庭经营填写）："]
    if simplified(form):
        return ["法定代表人签字：", "全体投资人签字或者盖章：", "公司盖章："]
    return ["清算组负责人签字（未成立清算组的，由法定代表人签字）：", "公司盖章："]


def _signing(form: Form, *, trader: bool) -> tuple[Signer, ...]:
    """The same as data: the form names none of these people, so each is a line that whoever signs writes their own name on; a company seals besides."""
    if trader:
        return (Signer(post="经营者"),)
    heads = ("法定代表人", "全体投资人") if simplified(form) else ("清算组负责人",)
    return (*(Signer(post=each) for each in heads), Signer(printable(form.value("enterprise")), "enterprise", seal=True))
