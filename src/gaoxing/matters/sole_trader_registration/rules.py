"""The rules that a sole trader's application is checked by (个体工商户设立登记审查规则): the shared ones and its own.

>>> enterprise_ending.id, len({each.id for each in RULES}) == len(RULES)
('IND-02', True)
"""

from __future__ import annotations

from datetime import date
from pathlib import Path

from gaoxing.checks import capacity, contact, identity, parameters, premises, scope
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


@rule("SH-10", basis="《公务员法》第五十九条，现役军人同样（未核实）[K]", level=Level.WARN, since=date(2019, 6, 1))
def public_servant(form: Form, on: date, figures: Figures) -> Told | None:
    """A civil servant takes no part in what is done for profit; a soldier neither [K]."""
    work = str(form.value("operator.occupation") or "")
    if not any(word in work for word in figures["public_servants"]) or any(word in work for word in ("退休", "退役", "退伍", "辞去", "离职")):
        return None
    return f"职业状况填的是“{work}”。在职的公务员和现役军人不能经商办店。请核对职业；已经不在职的，请写明退休或者离职。", "operator.occupation"


RULES: tuple[Rule, ...] = (
    *PERSONAL,
    *capacity.TRADER_RULES,
    enterprise_ending,
    public_servant,
    *REACHED,
    *premises.RULES,
    scope.approved_before,
    scope.permits_after,
    scope.outside_the_catalogue,
    scope.no_longer_offered,
    scope.too_many_items,
)


def figures(on: date) -> Figures:
    """The figures of law in force on the day: the shared ones and this matter's own."""
    return parameters.merged(TABLES, on)
