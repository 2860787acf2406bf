"""The rules on when a company that exists pays in (增资与出资期限审查规则): 《公司法》 (2023) and the State Council's 规定 on it, in force 2024-07-01.

A company registered before 2024-07-01 has a transition: by 2027-06-30 its charter brings the rest of the period down to five years from 2027-07-01, so to
2032-06-30 at the latest; a company limited by shares is fully paid by 2027-06-30.

>>> [each.id for each in CAPITAL_RULES]
['CAP-03', 'CAP-04', 'CAP-01B', 'CAP-04B', 'CAP-11']
"""

from __future__ import annotations

from datetime import date
from typing import Any

from gaoxing.checks.deadline import beyond, earliest, later, whole_day, years
from gaoxing.checks.rule import Figures, Level, Rule, Told, rule
from gaoxing.checks.sentence import day
from gaoxing.forms.form import Form
from gaoxing.matters.registration_change.fields import capital_step, changed, company_kind
from gaoxing.standards import working_days

COMPANY_LAW = date(2024, 7, 1)
ESTABLISHED, DUE, INCREASE_DUE = "established", "contribution_due", "increase_due"
REGULATION = "《国务院关于实施〈公司法〉注册资本登记管理制度的规定》"


@rule("CAP-03", basis="《公司法》第二百二十八条，《公司登记管理实施办法》第四条", level=Level.REJECT, since=COMPANY_LAW)
def increase_paid_late(form: Form, on: date, figures: Figures) -> Told | None:
    """New capital of a limited company is paid within five years of the change; new shares are paid for beforehand."""
    kind, due = company_kind(form), form.value(INCREASE_DUE)
    if due is None or capital_step(form)[1] <= 0:
        return None
    if kind == "joint_stock" and beyond(due, on, 0):
        return "股份有限公司增加注册资本，新股的股款要先缴足，再来变更。请先缴足，把缴款日期写在申请日以前。", INCREASE_DUE
    limit = figures["pay_in_years"]
    if kind != "limited_liability" or not beyond(due, later(on, limit), limit):
        return None
    return f"新增的出资要从变更登记之日起{limit}年内缴足，现在写的太晚了。请改到{day(later(on, limit))}以前。", INCREASE_DUE


@rule("CAP-04", basis=f"{REGULATION}第二条，《公司登记管理实施办法》第八条", level=Level.REJECT, since=COMPANY_LAW)
def old_company_paid_late(form: Form, on: date, figures: Figures) -> Told | None:
    """Contributions to a company registered before the law of 2023 end within the transition."""
    terms, due = figures["old_companies"], _due(form)
    last = _last(form, terms)
    if not _old(form, terms) or due is None or last is None or due <= last:
        return None
    return (
        f"公司是{day(terms['registered_before'])}以前登记的，出资期限最晚只能到{day(last)}，现在写的是以后。"
        f"请把期限改到{day(last)}以前，在{day(terms['adjust_by'])}以前写进章程。",
        DUE,
        ESTABLISHED,
    )


@rule("CAP-01B", basis="《公司法》第四十七条", level=Level.REJECT, since=COMPANY_LAW)
def younger_company_paid_late(form: Form, on: date, figures: Figures) -> Told | None:
    """A limited company set up under the law of 2023 stays within five years of its establishment."""
    founded, due, limit = whole_day(form.value(ESTABLISHED)), _due(form), figures["pay_in_years"]
    if founded is None or founded < figures["old_companies"]["registered_before"] or due is None or company_kind(form) != "limited_liability":
        return None
    last = later(founded, limit)
    if due <= last:
        return None
    return f"公司是{day(founded)}成立的，股东要在成立之日起{limit}年内缴足，最晚{day(last)}。请把出资期限改到那天以前。", DUE, ESTABLISHED


@rule("CAP-04B", basis=f"{REGULATION}第二条", level=Level.INFORM, since=COMPANY_LAW)
def old_company_must_adjust(form: Form, on: date, figures: Figures) -> Told | None:
    """An old company is told of the transition where its period of contribution was not said."""
    terms, last = figures["old_companies"], _last(form, figures["old_companies"])
    if not _old(form, terms) or last is None or form.value(DUE) is not None:
        return None
    told = f"公司是{day(terms['registered_before'])}以前登记的：出资还没有缴足的，期限最晚到{day(last)}"
    when = "要写进章程" if on <= terms["adjust_by"] else "已经过了，没有调整的登记机关会要求改正"
    return f"{told}，{day(terms['adjust_by'])}以前{when}。请看一下章程；已经缴足或者期限没超过的，不用动。", ESTABLISHED


@rule("CAP-11", basis=f"{REGULATION}第四条", level=Level.INFORM, since=COMPANY_LAW)
def publish_the_change(form: Form, on: date, figures: Figures) -> Told | None:
    """What shareholders undertake and have paid is published within twenty working days of a change."""
    rows = [row for item in ("registered_capital", "shareholders") for row in changed(form, item) if row.answers.get("to") or row.answers.get("transferee")]
    if not rows:
        return None
    days, resolved = figures["publish_working_days"], whole_day(form.value("resolved"))
    reckoned = working_days.add(resolved, days) if resolved is not None else None
    by = f"（从决议那天算，最晚{day(reckoned.day)}）" if reckoned is not None and reckoned.certain else ""
    return f"认缴、实缴的数额、方式和期限变了，要在{days}个工作日内到国家企业信用信息公示系统公示{by}。请记得公示。", rows[0].at("item")


CAPITAL_RULES: tuple[Rule, ...] = (increase_paid_late, old_company_paid_late, younger_company_paid_late, old_company_must_adjust, publish_the_change)


def _old(form: Form, terms: Any) -> bool:
    """Whether the company was registered before the law of 2023."""
    founded = whole_day(form.value(ESTABLISHED))
    return founded is not None and founded < terms["registered_before"]


def _last(form: Form, terms: Any) -> date | None:
    """The last day of the transition for this kind of company; None where the kind is not known."""
    found: date | None = terms.get(f"{company_kind(form)}_last")
    return found


def _due(form: Form) -> date | None:
    """The earliest day that the period of contribution can mean; a term in years runs from the establishment."""
    founded, count = whole_day(form.value(ESTABLISHED)), years(form.value(DUE))
    return later(founded, count) if founded is not None and count is not None else earliest(form.value(DUE))
