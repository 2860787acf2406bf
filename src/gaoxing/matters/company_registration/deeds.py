"""The deeds of setting up a company (公司设立的成文材料), in the order in which they are filed. Wording: `deeds/*.toml` here and in documents/.

>>> from gaoxing.documents.company_particulars import particulars
>>> from gaoxing.forms.form import Answer, Form, Source
>>> said = {"name": "昆山某某科技有限公司", "no_supervisor": "yes"}
>>> form = Form("company_registration", "2026", {path: Answer(value, Source.SAID) for path, value in said.items()})
>>> day = date(2026, 11, 25)
>>> [each.name for each in deeds(particulars(form, day), day) if "监事" in each.name and "任职" not in each.name]
['全体股东同意不设监事的书面文件']
"""

from __future__ import annotations

from datetime import date
from pathlib import Path

from gaoxing.documents.deed import SHARED, composed
from gaoxing.documents.document import Layout
from gaoxing.documents.particulars import Particulars

_FOLDER = Path(__file__).with_name("deeds")
_OWN = (
    "promoters_agreement",
    "charter_limited",
    "charter_joint_stock",
    "paid_up",
    "resolution_limited",
    "inaugural_minutes",
    "decision_sole",
    "employees_election",
    "board_resolution",
    "director_decision",
    "supervisory_board_resolution",
    "appointment",
    "no_supervisor",
)

FILES = (
    SHARED / "real_name.toml",
    SHARED / "power_of_attorney.toml",
    *(_FOLDER / f"{name}.toml" for name in _OWN),
    SHARED / "premises_promise.toml",
    SHARED / "beneficial_exemption.toml",
)
"""Who applies, then the company's own papers, then its premises and its owners."""


def deeds(told: Particulars, on: date) -> tuple[Layout, ...]:
    """Every deed that this company calls for; its own only once it is known whether it is a limited company or one limited by shares."""
    return composed(FILES, told, on)
