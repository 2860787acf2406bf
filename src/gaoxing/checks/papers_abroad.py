"""Rules on identity papers other than the resident's card (港澳台居民与外国人证件), and on how their holders pass the real-name check (实名认证).

The numbers' shapes rest on knowledge [K] and warn. 《市场主体登记管理条例实施细则》 article 16: whoever cannot pass the check online comes in person or sends
notarised papers. From 2026-05-01 everybody confirms on a sheet of its own (实名登记确认表, 国市监注发〔2026〕5号).

>>> number_form.level.value, real_name_by_hand.level.value
('warn', 'manual')
"""

from __future__ import annotations

from datetime import date

from gaoxing.checks.rule import Figures, Level, Told, rule
from gaoxing.checks.sentence import names
from gaoxing.forms.form import Form
from gaoxing.forms.parties import Party, everyone
from gaoxing.forms.person import IDENTITY_PAPERS
from gaoxing.standards import resident_id
from gaoxing.standards.expression import expression

REGULATION = date(2022, 3, 1)
PERMITS = {"hong_kong_macao_permit": expression(r"[HM]\d{8}(?:\d{2})?"), "taiwan_permit": expression(r"\d{8}(?:\d{2})?")}
RESIDENCES = {"hong_kong_macao_residence": ("81", "82"), "taiwan_residence": ("83",), "permanent_residence": ("9",)}
"""Papers with the eighteen characters of a resident's card, and how their numbers begin."""
OLD_RESIDENCE = expression(r"[A-Z]{3}\d{12}")
"""The number of a permanent residence card from before 2023."""
LABELS = dict(IDENTITY_PAPERS)
ABROAD = frozenset((*PERMITS, *RESIDENCES, "passport"))


@rule("ID-09", basis="港澳台居民和外国人证件的号码写法（未核实）[K]", level=Level.WARN, since=REGULATION)
def number_form(form: Form, on: date, figures: Figures) -> Told | None:
    """The number on a permit or a residence card has the shape of its kind (from practice [K])."""
    wrong = [each for each in everyone(form) if each.text("id_number") and not _fits(each)]
    if not wrong:
        return None
    label = LABELS[wrong[0].text("id_type")]
    return f"{wrong[0].called}的号码不像{label}上的写法。请对照证件核对号码，也看看证件类型有没有选错。", *(
        path for each in wrong for path in (each.at("id_number"), each.at("id_type"))
    )


@rule("GOV-16", basis="《市场主体登记管理条例实施细则》第十六条", level=Level.MANUAL, since=REGULATION)
def real_name_by_hand(form: Form, on: date, figures: Figures) -> Told | None:
    """Everybody on the form passes the real-name check; who has no resident's card does so in person or by notarised papers."""
    without = [each for each in everyone(form) if not each.is_enterprise and (each.text("id_type") in ABROAD or _foreigner(each))]
    if not without:
        return None
    sheet = f"，并在{figures['real_name_sheet']}上确认" if figures["real_name_sheet"] else ""
    return (
        f"{names(without)}没有用居民身份证，网上实名认证多半做不了。请本人带证件到窗口核对，或者交经过公证的身份证明{sheet}，由工作人员核对。",
        *(each.at("id_type") for each in without),
    )


RULES = (number_form, real_name_by_hand)


def _fits(person: Party) -> bool:
    """Whether the number has the shape of the paper named; anything fits a paper whose numbers are not known."""
    kind, number = person.text("id_type"), resident_id.compact(person.text("id_number"))
    if kind in PERMITS:
        return PERMITS[kind].fullmatch(number) is not None
    if kind not in RESIDENCES or (kind == "permanent_residence" and OLD_RESIDENCE.fullmatch(number)):
        return True
    return number.startswith(RESIDENCES[kind]) and len(number) == 18 and number[:17].isdigit() and resident_id.check_digit(number[:17]) == number[17]


def _foreigner(person: Party) -> bool:
    return person.is_person and person.text("nationality") not in {"", "中国"}
