"""The honest list of what an application needs (申请材料清单): what this system made, what must still be brought, who issues it, by which rule.

>>> own = Material("经营者的身份证明", "Proof of identity", "经营者", "《市场主体登记管理条例》第十六条", "S2")
>>> [row["when"].text for row in rows((own,), (), Particulars())["own"]]
['都要']
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import date

from gaoxing.documents.deed import SHARED, composed
from gaoxing.documents.document import Layout
from gaoxing.documents.material import Material
from gaoxing.documents.particulars import Particulars, Row, Run

DEED = SHARED / "to_bring.toml"

ALWAYS = "都要"
LATER = "“{}”还没有生成：表单还没有说清。请补充以后再打印。"
UNVERIFIED = "（以窗口为准）"
"""Beside a paper whose article was not read: the window decides."""


def to_bring(materials: Sequence[Material], made: Sequence[Layout], told: Particulars, on: date) -> Layout:
    """The list as a paper; a paper of `materials` counts as made where one of `made` bears its name."""
    found = rows(materials, {each.name for each in made}, told)
    (deed,) = composed((DEED,), Particulars(told.blanks, {**told.rows, **found}, told.states), on)
    return deed


def rows(materials: Sequence[Material], made: Collection[str], told: Particulars) -> dict[str, tuple[Row, ...]]:
    """`made`, `own` and `later` as the list's deed names them. What this form certainly does not call for is left out."""
    wanted = [each for each in materials if told.holds(each.state)]
    return {
        "made": tuple(_row(each) for each in wanted if each.name in made),
        "own": tuple(_row(each) for each in wanted if not each.form),
        "later": tuple(
            {"sentence": Run(f"“{each.name}”还没有生成：表单还没有说清。请补充以后再打印。")} for each in wanted if each.form and each.name not in made
        ),
    }


def _row(material: Material) -> Row:
    basis = material.basis + ("" if material.verified else UNVERIFIED)
    return {"name": Run(material.name), "when": Run(material.when or ALWAYS), "provider": Run(material.provider), "basis": Run(basis)}
