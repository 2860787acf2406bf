"""The rule on who applies for others (委托代理): 《市场主体登记管理条例实施细则》 article 71, 《公司登记管理实施办法》 (in force 2025-02-10).

>>> within_the_mandate.id
'CHG-01'
"""

from __future__ import annotations

from datetime import date

from gaoxing.checks.rule import Figures, Level, Told, rule
from gaoxing.checks.sentence import names
from gaoxing.forms.form import Form
from gaoxing.forms.parties import holders

REGULATION = date(2022, 3, 1)


@rule("CHG-01", basis="《市场主体登记管理条例实施细则》第七十一条，《公司登记管理实施办法》", level=Level.INFORM, since=REGULATION)
def within_the_mandate(form: Form, on: date, figures: Figures) -> Told | None:
    """An agent shows that he is one, and corrects and collects only what the power of attorney allows."""
    agents = holders(form, "agent")
    if not agents:
        return None
    return (
        f"{names(agents)}代办：要向登记机关表明是代理人，只能做委托书里勾选“同意”的事。请在申请书上逐项勾选；明知材料是假的还帮着提交，代理人也要受罚。",
        *(each.at("roles") for each in agents),
    )


RULES = (within_the_mandate,)
