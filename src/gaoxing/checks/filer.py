"""Rules on the enterprise that files (申请企业): its name and its unified social credit code (统一社会信用代码), GB 32100-2015.

>>> filer_code.id, filer_code_check_digit.level.value
('USCC-11', 'reject')
"""

from __future__ import annotations

from datetime import date

from gaoxing.checks.identity import CODE_STANDARD
from gaoxing.checks.rule import Figures, Level, Told, rule
from gaoxing.forms.derive_type import kind_of_name
from gaoxing.forms.form import Form
from gaoxing.standards import credit_code
from gaoxing.standards.invalid import Invalid, WrongCheckDigit

FIELD = "uscc"
SOLE_TRADER = "92"
"""The first two characters of a sole trader's code."""


@rule("USCC-11", basis="《法人和其他组织统一社会信用代码编码规则》GB 32100-2015", level=Level.REJECT, since=CODE_STANDARD)
def filer_code(form: Form, on: date, figures: Figures) -> Told | None:
    """The code of the enterprise has eighteen characters of its alphabet."""
    fault = _fault(form)
    if fault is None or isinstance(fault, WrongCheckDigit):
        return None
    return f"企业的统一社会信用代码“{form.value(FIELD)}”写得不对：{fault}。请对照营业执照核对。", FIELD


@rule("USCC-12", basis="《法人和其他组织统一社会信用代码编码规则》GB 32100-2015", level=Level.REJECT, since=CODE_STANDARD)
def filer_code_check_digit(form: Form, on: date, figures: Figures) -> Told | None:
    """The last character of the enterprise's code follows from the others."""
    if not isinstance(_fault(form), WrongCheckDigit):
        return None
    return f"企业的统一社会信用代码“{form.value(FIELD)}”校验对不上，有一位念错或写错了。请对照营业执照核对。", FIELD


@rule("USCC-13", basis="《法人和其他组织统一社会信用代码编码规则》GB 32100-2015", level=Level.MANUAL, since=CODE_STANDARD)
def filer_code_of_another_kind(form: Form, on: date, figures: Figures) -> Told | None:
    """A sole trader's code is none of a company's (the first two characters, by the table of codes [K])."""
    name = str(form.value("enterprise") or "")
    if not is_sole_trader(form) or not kind_of_name(name):
        return None
    return f"代码以92开头，是个体工商户的，“{name}”却是公司的名称。请对照营业执照，看是代码念错了还是名称说错了。", FIELD, "enterprise"


RULES = (filer_code, filer_code_check_digit, filer_code_of_another_kind)


def is_sole_trader(form: Form) -> bool:
    """Whether the enterprise that files is a sole trader (个体工商户), by its code."""
    return credit_code.compact(str(form.value(FIELD) or "")).startswith(SOLE_TRADER)


def _fault(form: Form) -> Invalid | None:
    """What is wrong with the code; None where it is right or was not given."""
    code = form.value(FIELD)
    if not code:
        return None
    try:
        credit_code.validate(str(code))
    except Invalid as fault:
        return fault
    return None
