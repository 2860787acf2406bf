"""The deeds of a change (变更的成文材料): resolution or decision, amendment of the charter, and what the items changed call for. Wording: `deeds/*.toml`.

>>> from gaoxing.forms.form import Answer, Source
>>> row = {"changes.0.item": Answer("name", Source.SAID), "changes.0.to": Answer("昆山新某某有限公司", Source.SAID)}
>>> form = Form("registration_change", "2026", {"enterprise": Answer("昆山某某有限公司", Source.SAID), **row})
>>> [each.name for each in deeds(form, date(2026, 11, 25))]
['股东会决议', '章程修正案']
"""

from __future__ import annotations

from datetime import date
from pathlib import Path

from gaoxing.documents.deed import SHARED, compose, composed
from gaoxing.documents.document import Layout
from gaoxing.documents.particulars import Particulars
from gaoxing.forms.form import Form
from gaoxing.matters.registration_change.particulars import each_transfer, particulars

_FOLDER = Path(__file__).with_name("deeds")
ONCE = ("resolution", "decision", "amendment", "appointment", "reduction_announcement", "debts", "operator_promise")
PREMISES = SHARED / "premises_promise.toml"
EACH_TRANSFER = ("transfer_agreement", "transfer_notice")


def deeds(form: Form, on: date) -> tuple[Layout, ...]:
    """Every deed that these changes call for, in the order of filing; an agreement and a notice for every passing of a share."""
    told = particulars(form)
    transfers = [layout for each in each_transfer(told) for name in EACH_TRANSFER if (layout := compose(_file(name), each, on)) is not None]
    return (*composed(tuple(_file(name) for name in ONCE), told, on), *_premises(told, on), *transfers)


def _premises(told: Particulars, on: date) -> tuple[Layout, ...]:
    """The promise on the new premises, which an enterprise that moves gives like a new one."""
    if not told.holds("domicile"):
        return ()
    blanks = {"applicant": told.run("name_now"), "premises": told.run("domicile_to")}
    return composed((PREMISES,), Particulars({**told.blanks, **blanks}, told.rows, told.states), on)


def _file(name: str) -> Path:
    return _FOLDER / f"{name}.toml"
