"""The papers that are printed for this matter (申请材料)."""

from __future__ import annotations

from datetime import date

from gaoxing.documents.document import Layout
from gaoxing.forms.form import Form


def papers(form: Form, on: date) -> tuple[Layout, ...]:
    """The layouts of a form on a day."""
    return ()
