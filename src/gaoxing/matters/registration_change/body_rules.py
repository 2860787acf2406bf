"""The rules on who decides a change, and on a legal representative who leaves (决议与法定代表人辞任审查规则): 《公司法》 (2023), in force 2024-07-01.

>>> [each.id for each in BODY_RULES]
['GOV-17', 'GOV-18']
"""

from __future__ import annotations

from datetime import date

from gaoxing.checks import filer
from gaoxing.checks.rule import Figures, Level, Rule, Told, rule
from gaoxing.forms.form import Form
from gaoxing.matters.registration_change.fields import ITEMS, changed, former_kind

COMPANY_LAW = date(2024, 7, 1)
IN_THE_CHARTER = ("name", "domicile", "registered_capital", "business_scope", "company_type")
"""Items that the charter states, 《公司法》第四十六条."""


@rule("GOV-17", basis="《公司法》第十条", level=Level.INFORM, since=COMPANY_LAW)
def representative_leaves(form: Form, on: date, figures: Figures) -> Told | None:
    """A director or manager who resigns leaves the office of legal representative too; the next is settled within thirty days."""
    row = next(iter(changed(form, "legal_representative")), None)
    if row is None or not row.text("from") or row.text("from") == row.text("to"):
        return None
    return (
        f"{row.text('from')}辞去董事或者经理的，视为同时辞去法定代表人，公司要在{figures['next_representative_days']}日内确定新的。"
        f"{row.text('from')}还留任董事或者经理的，请在决议里写明只是不再当法定代表人。",
        row.at("from"),
    )


@rule("GOV-18", basis="《公司法》第六十六条", level=Level.INFORM, since=COMPANY_LAW)
def two_thirds(form: Form, on: date, figures: Figures) -> Told | None:
    """A limited company's charter, capital and form change by two thirds of the votes; a sole shareholder decides in writing."""
    rows = [row for item in IN_THE_CHARTER for row in changed(form, item) if any(row.answers.get(column) for column in ("to", "add", "remove"))]
    if not rows or former_kind(form) != "limited_liability" or filer.is_sole_trader(form):
        return None
    labels = "、".join(dict.fromkeys(dict(ITEMS)[row.text("item")] for row in rows))
    return (
        f"改{labels}要修改章程：股东会决议要由代表三分之二以上表决权的股东通过，只有一位股东的写成股东决定。请看一下决议上的签字够不够。",
        rows[0].at("item"),
    )


BODY_RULES: tuple[Rule, ...] = (representative_leaves, two_thirds)
