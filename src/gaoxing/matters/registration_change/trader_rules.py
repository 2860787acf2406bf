"""The rule on what a sole trader does not have to change (个体工商户变更审查规则): 《市场主体登记管理条例实施细则》第六条, in force 2022-03-01.

>>> [each.id for each in TRADER_RULES]
['CHANGE-15']
"""

from __future__ import annotations

from datetime import date

from gaoxing.checks import filer
from gaoxing.checks.rule import Figures, Level, Rule, Told, rule
from gaoxing.forms.form import Form
from gaoxing.matters.registration_change.fields import ITEMS, changed

REGULATION = date(2022, 3, 1)


@rule("CHANGE-15", basis="《市场主体登记管理条例实施细则》第六条", level=Level.MANUAL, since=REGULATION)
def not_a_sole_traders(form: Form, on: date, figures: Figures) -> Told | None:
    """A sole trader has no shareholders and is of no type of company: what is registered is the operator, place, scope and funds."""
    rows = [row for item in ("shareholders", "company_type") for row in changed(form, item)]
    if not rows or not filer.is_sole_trader(form):
        return None
    labels = "、".join(dict.fromkeys(dict(ITEMS)[row.text("item")] for row in rows))
    return f"代码以92开头，是个体工商户，没有{labels}可以变更。要换经营者的请说“换经营者”；其实是公司的，请核对代码。", *(row.at("item") for row in rows)


TRADER_RULES: tuple[Rule, ...] = (not_a_sole_traders,)
