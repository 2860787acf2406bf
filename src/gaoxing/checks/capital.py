"""Rules on the registered capital and how it is paid in (注册资本与出资): 《公司法》 (2023, in force 2024-07-01) and its side rules.

>>> overdue.id, overdue.basis
('CAP-01', '《公司法》第四十七条')
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal

from gaoxing.checks.deadline import beyond, later
from gaoxing.checks.rule import Figures, Level, Told, rule
from gaoxing.checks.sentence import day, names, yuan
from gaoxing.forms.form import Form
from gaoxing.forms.parties import Party, capital, number, shareholders
from gaoxing.forms.person import METHODS

COMPANY_LAW = date(2024, 7, 1)
REGULATION = date(2022, 3, 1)
DUE = "contribution.due"
METHOD = "contribution.method"
LAWFUL = frozenset(method for method, _ in METHODS)


@rule("CAP-01", basis="《公司法》第四十七条", level=Level.REJECT, since=COMPANY_LAW)
def overdue(form: Form, on: date, figures: Figures) -> Told | None:
    """Shareholders of a limited company pay in full within five years of its establishment."""
    if form.value("company_type") != "limited_liability":
        return None
    limit, last = figures["pay_in_years"], later(on, figures["pay_in_years"])
    late = [each for each in shareholders(form) if beyond(each.answers.get(DUE), last, limit)]
    if not late:
        return None
    return (
        f"{names(late)}的出资期限超过了{limit}年。有限责任公司的股东要自公司成立之日起{limit}年内缴足出资。"
        f"请改到{day(last)}以前，或者写“自公司成立之日起{limit}年内”。",
        *(each.at(DUE) for each in late),
    )


@rule("CAP-02", basis="《公司法》第九十八条", level=Level.REJECT, since=COMPANY_LAW)
def unpaid_stock(form: Form, on: date, figures: Figures) -> Told | None:
    """Promoters of a company limited by shares pay for their shares in full before it is established."""
    if form.value("company_type") != "joint_stock":
        return None
    late = [each for each in shareholders(form) if beyond(each.answers.get(DUE), on, 0)]
    if not late:
        return None
    return f"{names(late)}的股款写的是公司成立以后才缴。股份有限公司要在成立前缴足全部股款。请先缴足，再把缴款日期写在申请日以前。", *(
        each.at(DUE) for each in late
    )


@rule("CAP-05", basis="《国务院关于实施〈公司法〉注册资本登记管理制度的规定》第三条，《公司登记管理实施办法》第十九条", level=Level.MANUAL, since=COMPANY_LAW)
def doubtful_capital(form: Form, on: date, figures: Figures) -> Told | None:
    """A capital that is plainly beyond reason is weighed by the authority, which may ask for an adjustment."""
    whole = capital(form)
    if whole is None or _currency(form) != "CNY":
        return None
    owners = shareholders(form)
    personal = bool(owners) and all(each.is_person for each in owners)
    bound = figures["personal_capital_doubtful"] if personal else figures["any_capital_doubtful"]
    if whole <= bound:
        return None
    return (
        f"注册资本{yuan(whole)}比较高，登记机关会看股东出不出得起、和经营项目配不配。请再想想要不要写这么多；确实需要的，准备好能说明出资能力的材料。",
        "registered_capital",
    )


@rule("CAP-06", basis="《公司法》第四十八条，《公司登记管理实施办法》第六条", level=Level.MANUAL, since=COMPANY_LAW)
def unusual_contribution(form: Form, on: date, figures: Figures) -> Told | None:
    """A contribution other than those the law names must be valuable in money and lawfully transferable; a clerk looks."""
    odd = [each for each in _with_method(form) if each.text(METHOD) not in LAWFUL and not _forbidden(each, figures)]
    if not odd:
        return None
    return (
        f"{names(odd)}的出资方式“{odd[0].text(METHOD)}”不在常见的几种里。出资要能用货币估价、能依法转让。请改成货币、实物、知识产权、土地使用权、股权或债权，"
        "确实是别的财产的，由工作人员看过再定。",
        *(each.at(METHOD) for each in odd),
    )


@rule("CAP-07", basis="《市场主体登记管理条例》第十三条", level=Level.REJECT, since=REGULATION)
def forbidden_contribution(form: Form, on: date, figures: Figures) -> Told | None:
    """Labour, credit, a person's name, goodwill, a franchise and pledged property are no contribution."""
    wrong = [each for each in _with_method(form) if _forbidden(each, figures)]
    if not wrong:
        return None
    return (
        f"{names(wrong)}想用“{wrong[0].text(METHOD)}”出资，这不行：劳务、信用、自然人姓名、商誉、特许经营权和设定担保的财产都不能作价出资。请换成货币或其他能转让的财产。",
        *(each.at(METHOD) for each in wrong),
    )


@rule("CAP-08", basis="《公司法》第四十八条、第四十九条", level=Level.WARN, since=COMPANY_LAW)
def appraisal(form: Form, on: date, figures: Figures) -> Told | None:
    """What is not money is appraised, and its title passes to the company."""
    things = [each for each in _with_method(form) if each.text(METHOD) in LAWFUL - {"cash"}]
    if not things:
        return None
    return f"{names(things)}不是用现金出资。这部分要评估作价，并把财产权办到公司名下。请准备评估材料，记得按期办转移手续。", *(
        each.at(METHOD) for each in things
    )


@rule("CAP-09", basis="《市场主体登记管理条例实施细则》第十三条", level=Level.REJECT, since=REGULATION)
def foreign_money(form: Form, on: date, figures: Figures) -> Told | None:
    """The capital is stated in renminbi, but for a foreign-invested company."""
    owners = shareholders(form)
    if _currency(form) in {None, "CNY"} or not owners or not all(_domestic(each) for each in owners):
        return None
    return "股东都是境内的，注册资本却写成了外币。请换成人民币；只有外商投资的公司才可以用可自由兑换的外币。", "registered_capital"


@rule("CAP-09B", basis="《市场主体登记管理条例实施细则》第十三条", level=Level.MANUAL, since=REGULATION)
def foreign_money_unclear(form: Form, on: date, figures: Figures) -> Told | None:
    """A capital in foreign money needs a foreign investor; where the form does not show one, a clerk looks."""
    owners = shareholders(form)
    if _currency(form) in {None, "CNY"} or (owners and all(_domestic(each) for each in owners)):
        return None
    return "注册资本写的是外币，只有外商投资的公司可以这样写。请让工作人员核对境外股东的身份；没有境外股东的，请换成人民币。", "registered_capital"


@rule("CAP-10", basis="《公司法》第四十七条第二款，《劳动合同法》第五十七条，《融资担保公司监督管理条例》第七条", level=Level.WARN, since=COMPANY_LAW)
def trade_minimum(form: Form, on: date, figures: Figures) -> Told | None:
    """Some trades have a least capital of their own."""
    whole, scope = capital(form), form.value("business_scope") or ()
    if whole is None or _currency(form) != "CNY":
        return None
    short = next((each for each in figures["minimum_capital"] if each["item"] in scope and whole < each["amount"]), None)
    if short is None:
        return None
    return (
        f"经营范围里有“{short['item']}”，{short['basis']}要求注册资本不少于{yuan(Decimal(short['amount']))}，现在是{yuan(whole)}。请把注册资本加上去，或者去掉这一项。",
        "registered_capital",
        "business_scope",
    )


RULES = (
    overdue,
    unpaid_stock,
    foreign_money,
    forbidden_contribution,
    doubtful_capital,
    unusual_contribution,
    foreign_money_unclear,
    appraisal,
    trade_minimum,
)


def _with_method(form: Form) -> tuple[Party, ...]:
    return tuple(each for each in shareholders(form) if each.text(METHOD))


def _forbidden(party: Party, figures: Figures) -> bool:
    return any(word in party.text(METHOD) for word in figures["forbidden_contributions"])


def _currency(form: Form) -> str | None:
    money = form.value("registered_capital")
    return str(money.get("currency")) if isinstance(money, Mapping) and number(money.get("amount")) is not None else None


def _domestic(party: Party) -> bool:
    """Whether the form shows a party of this country: so said, or by an enterprise's code or a mainland resident's number."""
    nationality, number_given = party.text("nationality"), party.text("id_number")
    if nationality:
        return nationality == "中国"
    return len(number_given) == 18 and (party.is_enterprise or number_given[0] in "123456")
