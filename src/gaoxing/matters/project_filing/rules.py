"""The rules that filing a project is checked by (企业投资项目备案审查规则): 《企业投资项目核准和备案管理条例》 in force 2017-02-01.

>>> undeclared.id, len({each.id for each in RULES}) == len(RULES)
('FILE-01', True)
"""

from __future__ import annotations

from datetime import date

from gaoxing.checks import parameters, project
from gaoxing.checks.projects import permitted, plausible
from gaoxing.checks.rule import Figures, Level, Rule, Told, rule
from gaoxing.forms.form import Form


@rule("FILE-01", basis="《企业投资项目核准和备案管理条例》第十三条", level=Level.REJECT, since=project.REGULATION)
def undeclared(form: Form, on: date, figures: Figures) -> Told | None:
    """The enterprise declares that the project conforms with industrial policy; without the declaration there is no filing."""
    if form.value("policy_conformity") is not False:
        return None
    return "没有声明项目符合产业政策，备案不了。请对照产业政策看一看项目是不是禁止的；拿不准的，先问工作人员。", "policy_conformity"


RULES: tuple[Rule, ...] = (undeclared, *project.FILING_RULES, *permitted.RULES, *plausible.RULES)


def figures(on: date) -> Figures:
    """The figures in force on the day."""
    return parameters.merged((project.FIGURES,), on)
