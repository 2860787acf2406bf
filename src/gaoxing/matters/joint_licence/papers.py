"""The paper of a joint application (证照联办申请登记表): every blank with what was said. No official form was seen; each licence's own form is its authority's.

>>> [layout.title for layout in papers(Form("joint_licence", "1", {}), date(2026, 11, 25))]
['证照联办申请登记表']
"""

from __future__ import annotations

from datetime import date

from gaoxing.documents import record
from gaoxing.documents.document import Layout
from gaoxing.forms.form import Form
from gaoxing.matters.joint_licence.fields import FIELDS

TITLE = "证照联办申请登记表"


def papers(form: Form, on: date) -> tuple[Layout, ...]:
    """The record of the application as it stands on the day `on`."""
    return record.papers(TITLE, FIELDS, form, on)
