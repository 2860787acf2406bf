"""The rule on which authority registers a company (登记管辖): 《市场主体登记管理条例实施细则》 article 4 (in force 2022-03-01).

>>> higher_authority.id, higher_authority.level.value
('PROC-10', 'manual')
"""

from __future__ import annotations

from datetime import date

from gaoxing.checks.rule import Figures, Level, Told, rule
from gaoxing.forms.derive_authority import PREFECTURE, level
from gaoxing.forms.form import Form

REGULATION = date(2022, 3, 1)


@rule("PROC-10", basis="《市场主体登记管理条例实施细则》第四条", level=Level.MANUAL, since=REGULATION)
def higher_authority(form: Form, on: date, figures: Figures) -> Told | None:
    """A company limited by shares is registered by the authority of a prefecture or above, unless it has delegated that."""
    if level(form).label != PREFECTURE:
        return None
    return "股份有限公司由设区的市以上的登记机关登记，不在县级办。昆山的请向苏州市的登记机关申请；已经委托昆山办的，工作人员会告诉您。", "company_type"


RULES = (higher_authority,)
