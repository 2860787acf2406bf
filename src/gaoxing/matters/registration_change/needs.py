"""What a change calls for (所需材料): the states that `state` in materials.toml names, for this form; nothing is decided before an item is known.

>>> from gaoxing.forms.form import Answer, Source
>>> needs(Form("registration_change", "2026")) is None
True
>>> needs(Form("registration_change", "2026", {"changes.0.item": Answer("domicile", Source.SAID)})).holds("domicile, not trader, reissued")
True
"""

from __future__ import annotations

from gaoxing.documents.particulars import Particulars, Run
from gaoxing.forms.form import Form
from gaoxing.forms.parties import parties
from gaoxing.matters.registration_change.particulars import SHARES, particulars


def needs(form: Form) -> Particulars | None:
    """The form's particulars and who files, with `applicant` and `matter` for the list of materials; None before any item that changes is known."""
    items = {row.text("item") for row in parties(form, "changes")} - {""}
    if not items and form.value("contribution_due") is None:
        return None
    told = particulars(form).having(reissued=bool(items - {SHARES}))
    blanks = {**told.blanks, "applicant": Run(str(form.value("enterprise") or ""), "enterprise"), "matter": Run("变更登记")}
    return Particulars(blanks, told.rows, told.states)
