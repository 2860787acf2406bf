"""What closing down calls for (所需材料): the states that `state` in materials.toml names, for this form; nothing is decided before the procedure is.

>>> from gaoxing.forms.form import Answer, Source
>>> needs(Form("deregistration", "2026")) is None
True
>>> needs(Form("deregistration", "2026", {"procedure": Answer("simplified", Source.SAID)})).holds("simplified, not trader, not court")
True
"""

from __future__ import annotations

from gaoxing.documents.particulars import Particulars, Run
from gaoxing.forms.form import Form
from gaoxing.matters.deregistration.deeds import particulars


def needs(form: Form) -> Particulars | None:
    """The form's particulars and who files, with `applicant` and `matter` for the list of materials; None before the procedure is chosen."""
    if form.value("procedure") is None:
        return None
    told = particulars(form)
    blanks = {**told.blanks, "applicant": Run(str(form.value("enterprise") or ""), "enterprise"), "matter": Run("注销登记")}
    return Particulars(blanks, told.rows, told.states)
