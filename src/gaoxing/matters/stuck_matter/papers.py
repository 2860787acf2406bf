"""The paper of a stuck matter (“办不成事”反映登记表): what was told, for whoever answers for it to the end. No official form was seen.

>>> [layout.title for layout in papers(Form("stuck_matter", "1", {}), date(2026, 11, 25))]
['“办不成事”反映登记表']
"""

from __future__ import annotations

from datetime import date

from gaoxing.documents import record
from gaoxing.documents.document import Layout
from gaoxing.forms.form import Form
from gaoxing.matters.stuck_matter.fields import FIELDS

TITLE = "“办不成事”反映登记表"


def papers(form: Form, on: date) -> tuple[Layout, ...]:
    """The record of what was told, as it stands on the day `on`."""
    return record.papers(TITLE, FIELDS, form, on)
