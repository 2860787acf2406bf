"""Rules on who the shareholders are and what they hold (股东与出资比例): 《公司法》 (2023, in force 2024-07-01).

>>> sum_of_shares.id, sum_of_shares.level.value
('SH-03', 'reject')
"""

from __future__ import annotations

from collections import Counter
from datetime import date
from decimal import Decimal
from fractions import Fraction

from gaoxing.checks.person import age
from gaoxing.checks.rule import Figures, Level, Told, rule
from gaoxing.checks.sentence import names, yuan
from gaoxing.forms.form import Form
from gaoxing.forms.parties import Party, capital, shareholders
from gaoxing.forms.shares import AMOUNT, PERCENT, exact_shares, percent_text

COMPANY_LAW = date(2024, 7, 1)


@rule("SH-01", basis="《公司法》第四十二条", level=Level.REJECT, since=COMPANY_LAW)
def too_many_shareholders(form: Form, on: date, figures: Figures) -> Told | None:
    """A limited company has one to fifty shareholders."""
    count, most = len(shareholders(form)), figures["limited_shareholders_most"]
    if form.value("company_type") != "limited_liability" or count <= most:
        return None
    return f"现在有{count}位股东，有限责任公司最多{most}位。请减少股东，或者改办股份有限公司。", "parties"


@rule("SH-02", basis="《公司法》第九十二条", level=Level.REJECT, since=COMPANY_LAW)
def too_many_promoters(form: Form, on: date, figures: Figures) -> Told | None:
    """A company limited by shares has one to two hundred promoters."""
    count, most = len(shareholders(form)), figures["joint_stock_promoters_most"]
    if form.value("company_type") != "joint_stock" or count <= most:
        return None
    return f"现在有{count}位发起人，股份有限公司的发起人最多{most}位。请减少发起人。", "parties"


@rule("SH-02B", basis="《公司法》第九十二条", level=Level.MANUAL, since=COMPANY_LAW)
def promoters_from_abroad(form: Form, on: date, figures: Figures) -> Told | None:
    """At least half of the promoters have their domicile in this country; where most are foreign, a clerk asks for it."""
    owners = shareholders(form)
    foreign = [each for each in owners if each.text("nationality") not in {"", "中国"}]
    if form.value("company_type") != "joint_stock" or len(foreign) * 2 <= len(owners):
        return None
    return f"{len(owners)}位发起人里有{len(foreign)}位是境外的。半数以上的发起人要在中国境内有住所。请准备他们在境内的住所证明，由工作人员核对。", *(
        each.at("nationality") for each in foreign
    )


@rule("SH-03", basis="《公司法》第四十七条", level=Level.REJECT, since=COMPANY_LAW)
def sum_of_shares(form: Form, on: date, figures: Figures) -> Told | None:
    """The registered capital is the sum of what all shareholders undertake to pay, to the fen."""
    owners, whole = shareholders(form), capital(form)
    amounts = [each.amount for each in owners if each.amount is not None]
    total, every = sum(amounts, Decimal(0)), len(amounts) == len(owners)
    if whole is not None and amounts and (total > whole or (every and total != whole)):
        apart = f"多了{yuan(total - whole)}" if total > whole else f"还差{yuan(whole - total)}"
        told = f"各位股东认缴的钱加起来是{yuan(total)}，注册资本是{yuan(whole)}，{apart}。两边要一分不差，请核对每位股东的出资，或者改注册资本。"
        return told, *(*(each.at(AMOUNT) for each in owners), "registered_capital")
    return _percents(form, owners)


@rule("SH-04", basis="《公司法》第四十七条", level=Level.WARN, since=COMPANY_LAW)
def percent_against_amount(form: Form, on: date, figures: Figures) -> Told | None:
    """A percent that was given must be the amount's part of the capital, within its own rounding."""
    whole = capital(form)
    wrong = [each for each in shareholders(form) if whole is not None and _contradicts(each, whole)]
    if not wrong or whole is None:
        return None
    first = wrong[0]
    worth = percent_text(Fraction(first.amount or 0) / Fraction(whole))
    return (
        f"{names(wrong)}的出资额和比例对不上：{first.called}认缴{yuan(first.amount or Decimal(0))}，占注册资本的{worth}%，填的却是{first.percent}%。"
        "请确认以哪个为准，改掉另一个。",
        *(path for each in wrong for path in (each.at(AMOUNT), each.at(PERCENT))),
    )


@rule("SH-05", basis="《公司法》第四十二条、第九十二条", level=Level.WARN, since=COMPANY_LAW)
def same_shareholder_twice(form: Form, on: date, figures: Figures) -> Told | None:
    """Nobody stands twice in the table of shareholders (from practice [K])."""
    owners = shareholders(form)
    twice = [each for each in owners if each.name and any(_same(each, other) for other in owners if other is not each)]
    if not twice:
        return None
    return f"股东里{twice[0].name}出现了不止一次。同一位股东请合成一行，把出资加在一起；要是两个同名的人，请分别填上证件号码。", *(
        each.at("name") for each in twice
    )


@rule("SH-06", basis="《公司法》第二十三条第三款、第六十条", level=Level.WARN, since=COMPANY_LAW)
def sole_shareholder(form: Form, on: date, figures: Figures) -> Told | None:
    """A company with one shareholder has no shareholders' meeting; who cannot prove that purses are kept apart answers for its debts."""
    owners, shares = shareholders(form), exact_shares(form)
    if form.value("company_type") != "limited_liability" or len(owners) != 1 or shares.get(owners[0].path) != 1:
        return None
    return (
        f"公司只有{owners[0].called}一位股东：不设股东会，用股东决定代替决议。请把公司的钱和自己的钱分开记账，说不清的，公司的债要由股东一起还。",
        owners[0].at("name"),
    )


@rule("SH-08", basis="《民法典》第十七条、第二十三条", level=Level.MANUAL, since=date(2021, 1, 1))
def minor_shareholder(form: Form, on: date, figures: Figures) -> Told | None:
    """A shareholder under eighteen acts through a guardian (practice of 工商企字〔2007〕131号 [K])."""
    minors = [each for each in shareholders(form) if (years := age(each, on)) is not None and years < figures["full_age"]]
    if not minors:
        return None
    return f"股东{names(minors)}还没满{figures['full_age']}周岁，要由父母等法定代理人代办。请准备监护人的身份证件和关系证明，由工作人员核对。", *(
        each.at("id_number") for each in minors
    )


@rule("SH-09", basis="《防范和查处假冒企业登记违法行为规定》", level=Level.MANUAL, since=date(2024, 3, 15))
def enterprise_shareholder(form: Form, on: date, figures: Figures) -> Told | None:
    """That an enterprise shareholder exists, and wants this, is checked against the register."""
    enterprises = [each for each in shareholders(form) if each.is_enterprise]
    if not enterprises:
        return None
    return f"股东{names(enterprises)}是单位，工作人员要核对它的登记状态，并确认是它自己要入股。请带上营业执照和盖章的材料。", *(
        each.at("id_number") for each in enterprises
    )


RULES = (
    too_many_shareholders,
    too_many_promoters,
    sum_of_shares,
    promoters_from_abroad,
    minor_shareholder,
    enterprise_shareholder,
    percent_against_amount,
    same_shareholder_twice,
    sole_shareholder,
)


def _percents(form: Form, owners: tuple[Party, ...]) -> Told | None:
    """Where amounts do not decide: the percents together are no more than the whole, and the whole where everyone has one."""
    given = [each.percent for each in owners if each.percent is not None]
    total, slack = sum(given, Decimal(0)), Decimal(len(given)) / 100
    every = len(given) == len(owners)
    if not given or (total <= 100 + slack and (not every or total >= 100 - slack)):
        return None
    return (
        f"各位股东的出资比例加起来是{total.normalize():f}%，要正好是100%。请核对每位股东占多少。",
        *(each.at(PERCENT) for each in owners if each.percent is not None),
    )


def _contradicts(owner: Party, whole: Decimal) -> bool:
    """Whether the percent is further from the amount's part than half of its own last figure."""
    if owner.amount is None or owner.percent is None:
        return False
    exponent = owner.percent.as_tuple().exponent
    places = max(0, -exponent) if isinstance(exponent, int) else 0
    apart = abs(Fraction(owner.amount) / Fraction(whole) * 100 - Fraction(owner.percent))
    return apart > Fraction(1, 2 * 10**places)


def _same(one: Party, other: Party) -> bool:
    """The same number, or the same name where no two numbers tell them apart."""
    numbers = Counter((one.text("id_number"), other.text("id_number")))
    told_apart = "" not in numbers and len(numbers) == 2
    return one.name == other.name and not told_apart
