"""Whether a filing is complete (备案信息齐全): the four things that 《企业投资项目核准和备案管理条例》第十三条 names; complete is filed.

>>> [each.title for each in lacking(Form("project_filing", "2017"))][0]
'企业基本情况'
"""

from __future__ import annotations

from dataclasses import dataclass

from gaoxing.forms.form import Form

BASIS = "《企业投资项目核准和备案管理条例》第十三条"


@dataclass(frozen=True)
class Lacking:
    """One of the four things that is not whole: its name in the law and the blanks that are empty, with their labels."""

    title: str
    blanks: tuple[tuple[str, str], ...]

    @property
    def sentence(self) -> str:
        """What is lacking, in a sentence."""
        return f"{self.title}不全：还缺{'、'.join(label for _, label in self.blanks)}。"


ITEMS = (
    ("企业基本情况", (("enterprise", "项目单位名称"), ("uscc", "统一社会信用代码"))),
    ("项目名称、建设地点、建设规模、建设内容", (("project_name", "项目名称"), ("location", "建设地点"), ("content", "建设规模及内容"))),
    ("项目总投资额", (("total_investment", "总投资额"),)),
    ("项目符合产业政策的声明", (("policy_conformity", "项目符合产业政策的声明"),)),
)
"""The four things, each with the blanks that hold it."""


def lacking(form: Form) -> tuple[Lacking, ...]:
    """What of the four things is not whole, all at once; empty where the filing is complete. A declaration that was refused is none."""
    found = ((title, tuple((path, label) for path, label in blanks if form.value(path) in (None, "", False, ()))) for title, blanks in ITEMS)
    return tuple(Lacking(title, empty) for title, empty in found if empty)
