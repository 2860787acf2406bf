"""The rules that a sole trader's application is checked by (个体工商户设立登记审查规则): the shared ones and its own.

>>> enterprise_ending.id, len({each.id for each in RULES}) == len(RULES)
('IND-02', True)
"""

from __future__ import annotations

from datetime import date
from pathlib import Path

from gaoxing.checks import capacity, contact, identity, parameters, premises
from gaoxing.checks.rule import Figures, Level, Rule, Told, rule
from gaoxing.forms.form import Form

TABLES = (parameters.SHARED, Path(__file__).with_name("parameters.toml"))
PERSONAL = (
    identity.identity_form,
    identity.old_identity_number,
    identity.identity_check_digit,
    identity.one_number_two_names,
    identity.identity_region,
    identity.identity_sex,
    identity.one_person_two_numbers,
)
REACHED = (contact.telephone_form, contact.postcode_form)


@rule("IND-02", basis="《市场主体登记管理条例》第十条，个体工商户名称用语 [K]", level=Level.MANUAL, since=date(2022, 11, 1))
def enterprise_ending(form: Form, on: date, figures: Figures) -> Told | None:
    """A sole trader's name does not end like an enterprise's (from service guides [K])."""
    name = str(form.value("name") or "")
    ending = next((each for each in figures["company_endings"] if name.endswith(each)), None)
    if ending is None:
        return None
    return f"个体工商户的名称不能用“{ending}”结尾。请换成店、厂、馆、部、行、中心这样的字；想叫公司的，要办公司设立登记。", "name"


RULES: tuple[Rule, ...] = (*PERSONAL, *capacity.TRADER_RULES, enterprise_ending, *REACHED, *premises.RULES)


def figures(on: date) -> Figures:
    """The figures of law in force on the day: the shared ones and this matter's own."""
    return parameters.merged(TABLES, on)
