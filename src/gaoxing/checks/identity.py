"""Rules on identity numbers and credit codes (身份证号码与统一社会信用代码): GB 11643-1999, GB 32100-2015, GB 11714-1997.

A number stays as it was given; a rule says what is wrong with it and never mends it.

>>> identity_check_digit.id, credit_code_check_digit.id
('ID-02', 'USCC-02')
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date

from gaoxing.checks.person import enterprises, residents
from gaoxing.checks.rule import Figures, Level, Told, rule
from gaoxing.checks.sentence import names
from gaoxing.forms.form import Form
from gaoxing.forms.parties import Party
from gaoxing.standards import credit_code, region_code, resident_id
from gaoxing.standards.invalid import Invalid, WrongCheckDigit

NUMBER = "id_number"
IDENTITY_STANDARD = date(1999, 7, 1)
CODE_STANDARD = date(2015, 10, 1)
FIRST_GENERATION = 15
SEXES = {"male": "男", "female": "女"}
HOLDERS = {"91": "企业", "92": "个体工商户", "93": "农民专业合作社", "12": "事业单位", "51": "社会团体", "52": "民办非企业单位", "53": "基金会"}
"""Kinds of holder by the first two characters of the code [K]; those that may hold shares in a company are not narrowed further."""
SOLE_TRADER = "92"


@rule("ID-01", basis="《公民身份号码》GB 11643-1999，《市场主体登记管理条例实施细则》第十六条", level=Level.REJECT, since=IDENTITY_STANDARD)
def identity_form(form: Form, on: date, figures: Figures) -> Told | None:
    """A resident's number has eighteen characters and holds a real day that is not in the future."""
    return _told((each, fault) for each in residents(form) if (fault := _form_fault(each, on)))


@rule("ID-02", basis="《公民身份号码》GB 11643-1999", level=Level.REJECT, since=IDENTITY_STANDARD)
def identity_check_digit(form: Form, on: date, figures: Figures) -> Told | None:
    """The last character of a resident's number follows from the others."""
    return _told((each, fault) for each in residents(form) if (fault := _check_fault(each, on)))


@rule("ID-03", basis="《公民身份号码》GB 11643-1999，《中华人民共和国行政区划代码》GB/T 2260", level=Level.WARN, since=IDENTITY_STANDARD)
def identity_region(form: Form, on: date, figures: Figures) -> Told | None:
    """The first six figures are a division, of today or an abolished one."""
    odd = [each for each in _valid(form, on) if region_code.known(resident_id.region(each.text(NUMBER))) is region_code.Known.UNKNOWN]
    if not odd:
        return None
    return f"{names(odd)}的身份证号前六位不是已知的地区代码，请对照证件再核对一遍。", *(each.at(NUMBER) for each in odd)


@rule("ID-04", basis="《公民身份号码》GB 11643-1999", level=Level.WARN, since=IDENTITY_STANDARD)
def identity_sex(form: Form, on: date, figures: Figures) -> Told | None:
    """The last but one figure is odd for men and even for women."""
    wrong = [each for each in _valid(form, on) if each.text("sex") in SEXES and each.text("sex") != resident_id.sex(each.text(NUMBER))]
    if not wrong:
        return None
    told = wrong[0]
    return f"{told.called}的性别填的是{SEXES[told.text('sex')]}，和身份证号对不上。请核对性别和身份证号。", told.at("sex"), told.at(NUMBER)


@rule("ID-07", basis="《居民身份证法》第三条，《公民身份号码》GB 11643-1999", level=Level.REJECT, since=date(2013, 1, 1))
def old_identity_number(form: Form, on: date, figures: Figures) -> Told | None:
    """Numbers of fifteen figures, of the first generation of cards, are no longer accepted."""
    old = [each for each in residents(form) if _is_old(each)]
    if not old:
        return None
    return f"{names(old)}报的是15位的老身份证号，第一代身份证已经停用。请按现在的身份证报18位号码。", *(each.at(NUMBER) for each in old)


@rule("ID-08", basis="《居民身份证法》第三条", level=Level.REJECT, since=date(2004, 1, 1))
def one_number_two_names(form: Form, on: date, figures: Figures) -> Told | None:
    """A number belongs to one person only."""
    persons = residents(form)
    shared = [each for each in persons if each.name and any(_clashes(each, other) for other in persons)]
    if not shared:
        return None
    return f"{names(shared)}填了同一个身份证号，一个号码只能是一个人的。请核对是谁的号码。", *(each.at(NUMBER) for each in shared)


@rule("ID-08B", basis="《居民身份证法》第三条", level=Level.WARN, since=date(2004, 1, 1))
def one_person_two_numbers(form: Form, on: date, figures: Figures) -> Told | None:
    """The same name and birthday with two numbers is most likely one person with a slip of the tongue."""
    persons = _valid(form, on)
    twice = [each for each in persons if each.name and any(_twin(each, other) for other in persons)]
    if not twice:
        return None
    return f"{twice[0].name}出现了两次，生日相同，身份证号却不同。请核对是不是同一个人，有没有报错号码。", *(each.at(NUMBER) for each in twice)


@rule("USCC-01", basis="《法人和其他组织统一社会信用代码编码规则》GB 32100-2015", level=Level.REJECT, since=CODE_STANDARD)
def credit_code_form(form: Form, on: date, figures: Figures) -> Told | None:
    """A unified social credit code has eighteen characters of its alphabet."""
    return _told((each, fault) for each in enterprises(form) if (fault := _fault(credit_code.validate, each, check=False)))


@rule("USCC-02", basis="《法人和其他组织统一社会信用代码编码规则》GB 32100-2015", level=Level.REJECT, since=CODE_STANDARD)
def credit_code_check_digit(form: Form, on: date, figures: Figures) -> Told | None:
    """The last character of the code follows from the others."""
    wrong = [each for each in enterprises(form) if _well_formed(each) and not _last_follows(each)]
    if not wrong:
        return None
    return f"{names(wrong)}的统一社会信用代码最后一位对不上，有一位念错或写错了。请对照营业执照核对。", *(each.at(NUMBER) for each in wrong)


@rule("USCC-03", basis="《全国组织机构代码编制规则》GB 11714-1997", level=Level.WARN, since=CODE_STANDARD)
def organisation_code(form: Form, on: date, figures: Figures) -> Told | None:
    """Characters nine to seventeen are an organisation code with a check character of its own."""
    wrong = [each for each in enterprises(form) if _well_formed(each) and _last_follows(each) and not credit_code.is_valid(each.text(NUMBER))]
    if not wrong:
        return None
    return f"{names(wrong)}的统一社会信用代码第9到17位对不上。请对照营业执照再核对一遍。", *(each.at(NUMBER) for each in wrong)


@rule("USCC-04", basis="《法人和其他组织统一社会信用代码编码规则》GB 32100-2015", level=Level.WARN, since=CODE_STANDARD)
def credit_code_holder(form: Form, on: date, figures: Figures) -> Told | None:
    """The first two characters say what the holder is; a sole trader is no organisation that holds shares in its own name (table [K])."""
    odd = [each for each in enterprises(form) if credit_code.is_valid(each.text(NUMBER)) and _holder(each) in {SOLE_TRADER, ""}]
    if not odd:
        return None
    kind = HOLDERS.get(_holder(odd[0])) or "不常见的单位"
    return f"{odd[0].called}的代码开头表示它是{kind}，和填的单位股东对不上。请核对代码；个体工商户要入股的，由经营者本人当股东。", odd[0].at(NUMBER)


RULES = (
    identity_form,
    old_identity_number,
    identity_check_digit,
    one_number_two_names,
    credit_code_form,
    credit_code_check_digit,
    identity_region,
    identity_sex,
    one_person_two_numbers,
    organisation_code,
    credit_code_holder,
)


def _told(wrong: Iterable[tuple[Party, str]]) -> Told | None:
    """One finding for all whose number is at fault, each with its own sentence."""
    faults = list(wrong)
    if not faults:
        return None
    return "；".join(f"{each.called}的号码：{fault}" for each, fault in faults) + "。", *(each.at(NUMBER) for each, _ in faults)


def _is_old(person: Party) -> bool:
    number = resident_id.compact(person.text(NUMBER))
    return len(number) == FIRST_GENERATION and number.isdigit()


def _form_fault(person: Party, on: date) -> str:
    return "" if _is_old(person) else _fault(lambda number: resident_id.validate(number, on=on), person, check=False)


def _check_fault(person: Party, on: date) -> str:
    return _fault(lambda number: resident_id.validate(number, on=on), person, check=True)


def _fault(validate: Callable[[str], str], party: Party, *, check: bool) -> str:
    """What is wrong with the number: with its check digit, or with anything else; empty where nothing of that sort is."""
    try:
        validate(party.text(NUMBER))
    except Invalid as fault:
        return str(fault) if isinstance(fault, WrongCheckDigit) is check else ""
    return ""


def _valid(form: Form, on: date) -> tuple[Party, ...]:
    return tuple(each for each in residents(form) if resident_id.is_valid(each.text(NUMBER), on=on))


def _clashes(one: Party, other: Party) -> bool:
    return other.name not in {"", one.name} and resident_id.compact(one.text(NUMBER)) == resident_id.compact(other.text(NUMBER))


def _twin(one: Party, other: Party) -> bool:
    first, second = resident_id.compact(one.text(NUMBER)), resident_id.compact(other.text(NUMBER))
    return one.name == other.name and first != second and first[6:14] == second[6:14]


def _well_formed(enterprise: Party) -> bool:
    return not _fault(credit_code.validate, enterprise, check=False)


def _last_follows(enterprise: Party) -> bool:
    code = credit_code.compact(enterprise.text(NUMBER))
    return credit_code.check_digit(code[:17]) == code[17]


def _holder(enterprise: Party) -> str:
    start = credit_code.compact(enterprise.text(NUMBER))[:2]
    return start if start in HOLDERS else ""
