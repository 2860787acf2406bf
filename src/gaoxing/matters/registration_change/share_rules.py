"""The rules on shares that pass (股权转让审查规则): 《公司法》 (2023) articles 84 to 88, in force 2024-07-01.

>>> [each.id for each in SHARE_RULES]
['SHARE-01', 'SHARE-02', 'SHARE-03', 'SHARE-04', 'SHARE-05']
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from gaoxing.checks.rule import Figures, Level, Rule, Told, rule
from gaoxing.checks.sentence import yuan
from gaoxing.forms.form import Form
from gaoxing.forms.parties import Party, number
from gaoxing.matters.registration_change.fields import changed

COMPANY_LAW = date(2024, 7, 1)
WHOLE = Decimal(100)
"""Percent."""


@rule("SHARE-01", basis="《公司法》第八十四条", level=Level.REJECT, since=COMPANY_LAW)
def to_oneself(form: Form, on: date, figures: Figures) -> Told | None:
    """A share passes to somebody else."""
    same = [row for row in _passings(form) if row.text("transferor") and row.text("transferor") == row.text("transferee")]
    if not same:
        return None
    return f"转让方和受让方都是{same[0].text('transferor')}，股权不能转给自己。请核对是谁转给谁。", *(row.at("transferee") for row in same)


@rule("SHARE-02", basis="《公司法》第八十四条", level=Level.REJECT, since=COMPANY_LAW)
def beyond_the_whole(form: Form, on: date, figures: Figures) -> Told | None:
    """Nobody hands on nothing, or more than the whole company; all that is handed on together is not more either, unless somebody takes and hands on."""
    rows = list(_passings(form))
    wrong = [row for row in rows if (part := number(row.answers.get("percent"))) is not None and not Decimal(0) < part <= WHOLE]
    if wrong:
        return f"转让比例填的是{wrong[0].text('percent')}%，应当大于0、不超过100%。请按占整个公司的比例填。", *(row.at("percent") for row in wrong)
    giver = next((each for each in dict.fromkeys(row.text("transferor") for row in rows) if each and _total(rows, each) > WHOLE), "")
    if not giver:
        return None
    told = f"{giver}转出的比例加起来是{_total(rows, giver)}%，超过了整个公司。请核对每一笔，按占整个公司的比例填。"
    return told, *(row.at("percent") for row in rows if row.text("transferor") == giver)


@rule("SHARE-03", basis="《公司法》第八十四条", level=Level.WARN, since=COMPANY_LAW)
def tell_the_others(form: Form, on: date, figures: Figures) -> Told | None:
    """Who hands a share to an outsider tells the other shareholders, who have thirty days to answer and may buy first."""
    rows = [row for row in _passings(form) if row.text("transferee")]
    if not rows:
        return None
    taker = rows[0].text("transferee")
    return (
        f"{taker}原来不是股东的，要把转让的数量、价格、支付方式和期限书面通知其他股东；其他股东{figures['preemption_days']}日内不答复的，视为放弃优先购买权。"
        "股东之间转让的不用。章程另有规定的，从章程。",
        *(row.at("transferee") for row in rows),
    )


@rule("SHARE-04", basis="《公司法》第八十八条", level=Level.INFORM, since=COMPANY_LAW)
def unpaid_share(form: Form, on: date, figures: Figures) -> Told | None:
    """Who takes over a contribution that is not yet due pays it; who handed it on answers for what is not paid."""
    rows = [row for row in _passings(form) if row.text("transferee") and row.text("transferor")]
    if not rows:
        return None
    giver, taker = rows[0].text("transferor"), rows[0].text("transferee")
    return f"转让的出资还没有缴足、也没到期的，由{taker}缴纳；到期没有缴的，{giver}还要承担补充责任。请双方想清楚。", rows[0].at("transferor")


@rule("SHARE-05", basis="《公司法》第四十七条、第八十四条", level=Level.REJECT, since=COMPANY_LAW)
def more_than_the_capital(form: Form, on: date, figures: Figures) -> Told | None:
    """A contribution that passes is not more than the registered capital, as far as it was said."""
    capital = next((row.answers.get("from") or row.answers.get("to") for row in changed(form, "registered_capital")), None)
    whole = number(capital.get("amount")) if isinstance(capital, dict) else None
    wrong = [row for row in _passings(form) if whole is not None and (amount := number(row.answers.get("amount"))) is not None and amount > whole]
    if not wrong or whole is None:
        return None
    amount = number(wrong[0].answers.get("amount")) or Decimal(0)
    return f"转让的出资额{yuan(amount)}比注册资本{yuan(whole)}还多。请核对这两个数。", *(row.at("amount") for row in wrong)


SHARE_RULES: tuple[Rule, ...] = (to_oneself, beyond_the_whole, tell_the_others, unpaid_share, more_than_the_capital)


def _passings(form: Form) -> Iterator[Party]:
    yield from changed(form, "shareholders")


def _total(rows: list[Party], giver: str) -> Decimal:
    return sum((number(row.answers.get("percent")) or Decimal(0) for row in rows if row.text("transferor") == giver), Decimal(0))
