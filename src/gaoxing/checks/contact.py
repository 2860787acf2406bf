"""Rules on telephones, e-mail and post codes (联系方式): how to reach everybody.

The forms of telephone numbers rest on knowledge [K] alone, so they warn.

>>> telephone_form.level.value, email_form.level.value
('warn', 'reject')
"""

from __future__ import annotations

from collections import defaultdict
from datetime import date

from gaoxing.checks.rule import Figures, Level, Told, rule
from gaoxing.checks.sentence import names
from gaoxing.forms.form import Form
from gaoxing.forms.parties import Party, everyone
from gaoxing.standards import telephone
from gaoxing.standards.expression import expression
from gaoxing.standards.invalid import Invalid

REGULATION = date(2022, 3, 1)
EMAIL = expression(r"[A-Za-z0-9._%+\-]+@(?:[A-Za-z0-9](?:[A-Za-z0-9\-]*[A-Za-z0-9])?\.)+[A-Za-z]{2,}")
POSTCODE = expression(r"[0-9]{6}")


@rule("TEL-01", basis="《市场主体登记管理条例实施细则》第七条，电话号码格式（未核实）", level=Level.WARN, since=REGULATION)
def telephone_form(form: Form, on: date, figures: Figures) -> Told | None:
    """A mobile number has eleven figures; a fixed line has an area code and seven or eight."""
    wrong = [(path, fault) for path in _numbers(form) if (fault := _fault(str(form.value(path))))]
    if not wrong:
        return None
    return "；".join(dict.fromkeys(fault for _, fault in wrong)) + "。", *(path for path, _ in wrong)


@rule("TEL-02", basis="《公司登记管理实施办法》第十四条，代办号码（未核实）", level=Level.WARN, since=date(2025, 2, 10))
def shared_mobile(form: Form, on: date, figures: Figures) -> Told | None:
    """One mobile number for many people, or the agent's for somebody else, means that nobody can be reached."""
    users: dict[str, list[Party]] = defaultdict(list)
    for each in everyone(form):
        if each.text("mobile"):
            users[telephone.compact(each.text("mobile"))].append(each)
    shared = next((persons for persons in users.values() if _too_many(persons, figures["same_mobile_most"])), None)
    if shared is None:
        return None
    return f"{names(shared)}填了同一个手机号。登记机关要能联系到本人，请各填各的号码，不要都写代办人的。", *(each.at("mobile") for each in shared)


@rule("MAIL-01", basis="《公司登记管理实施办法》第十四条", level=Level.REJECT, since=date(2025, 2, 10))
def email_form(form: Form, on: date, figures: Figures) -> Told | None:
    """An e-mail address has a name, an @ and a domain."""
    wrong = [each for each in everyone(form) if each.text("email") and not EMAIL.fullmatch(each.text("email"))]
    if not wrong:
        return None
    return f"{names(wrong)}的电子邮箱“{wrong[0].text('email')}”写得不对，应当像 name@example.cn 这样。请一个字母一个字母地核对。", *(
        each.at("email") for each in wrong
    )


@rule("POST-01", basis="《市场主体登记管理条例实施细则》第七条，邮政编码号段（未核实）", level=Level.WARN, since=REGULATION)
def postcode_form(form: Form, on: date, figures: Figures) -> Told | None:
    """A post code has six figures; Kunshan's begin with 2153."""
    code, known = str(form.value("postcode") or ""), figures["postcodes"]
    if not code or (POSTCODE.fullmatch(code) and known["lowest"] <= code <= known["highest"]):
        return None
    if not POSTCODE.fullmatch(code):
        return f"邮政编码“{code}”不是六位数字，请重新填，昆山市区是215300。", "postcode"
    return f"邮政编码{code}不是昆山的（{known['lowest']}到{known['highest']}），请核对。", "postcode"


RULES = (email_form, telephone_form, shared_mobile, postcode_form)


def _numbers(form: Form) -> list[str]:
    return [path for path in form.answers if path.rpartition(".")[2] in {"telephone", "mobile", "landline"}]


def _fault(number: str) -> str:
    try:
        telephone.validate(number)
    except Invalid as fault:
        return str(fault)
    return ""


def _too_many(persons: list[Party], most: int) -> bool:
    """More than a family, or an agent beside somebody else."""
    different = {each.name for each in persons}
    return len(different) > most or (len(different) > 1 and any("agent" in each.roles for each in persons))
