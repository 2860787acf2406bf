"""The unit of a project beside the register (项目单位与登记簿核对): known under its code, by the name it gives, and still registered.

《企业投资项目核准和备案管理条例》第十三条 wants facts about the enterprise, for whose truth it answers. A register here is a copy: what differs goes to
a clerk.

>>> beside_the_register(Form("project_filing", "2017"), ())
()
"""

from __future__ import annotations

from collections.abc import Sequence

from gaoxing.checks.rule import Finding, Level
from gaoxing.forms.form import Form
from gaoxing.forms.register import ACTIVE, STATES, Registered, same_name

BASIS = "《企业投资项目核准和备案管理条例》第十三条"


def beside_the_register(form: Form, found: Sequence[Registered]) -> tuple[Finding, ...]:
    """What a clerk is to look at; `found` is what the register has under the code. Nothing where the register does not know the code: it may be registered
    elsewhere.
    """
    name = str(form.value("enterprise") or "")
    if not found or not name:
        return ()
    unit, told = found[0], []
    if not same_name(unit.name, name):
        words = f"这个代码在登记簿上是“{unit.name}”的，填的是“{name}”。请对照营业执照核对。"
        told.append(Finding("PRJ-34", ("enterprise", "uscc"), Level.MANUAL, words, BASIS))
    if unit.status != ACTIVE:
        words = f"“{unit.name}”在登记簿上的状态是“{STATES.get(unit.status, unit.status)}”。请核对是哪家企业的项目、还在不在经营。"
        told.append(Finding("PRJ-35", ("enterprise",), Level.MANUAL, words, BASIS))
    return tuple(told)
