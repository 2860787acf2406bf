"""The deeds of setting up as a sole trader (个体工商户设立的成文材料), in the order in which they are filed. Wording: `deeds/*.toml` here and in documents/.

>>> from gaoxing.documents.trader_particulars import particulars
>>> from gaoxing.forms.form import Form
>>> day = date(2026, 11, 25)
>>> [each.name for each in deeds(particulars(Form("sole_trader_registration", "2026"), day), day)]
['实名登记确认表', '授权委托书', '住所（经营场所）使用承诺书']
"""

from __future__ import annotations

from datetime import date
from pathlib import Path

from gaoxing.documents.deed import SHARED, composed
from gaoxing.documents.document import Layout
from gaoxing.documents.particulars import Particulars

FILES = (
    SHARED / "real_name.toml",
    SHARED / "power_of_attorney.toml",
    Path(__file__).with_name("deeds") / "family_consent.toml",
    SHARED / "premises_promise.toml",
)


def deeds(told: Particulars, on: date) -> tuple[Layout, ...]:
    """Every deed that this trader calls for; the power of attorney is for whoever lets another apply, which the form does not ask."""
    return composed(FILES, told, on)
