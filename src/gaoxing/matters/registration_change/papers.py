"""The paper that is printed for this matter (申请材料): 公司登记（备案）申请书, the part on changes; its official layout of 2026 was not seen.

>>> from gaoxing.forms.form import Answer, Form, Source
>>> form = Form("registration_change", "2026", {"enterprise": Answer("昆山某某科技有限公司", Source.TYPED)})
>>> papers(form, __import__("datetime").date(2026, 11, 24))[0].title
'公司登记（备案）申请书'
"""

from __future__ import annotations

from datetime import date

from gaoxing.documents.document import Layout
from gaoxing.forms.form import Form
from gaoxing.matters.registration_change.application import TITLE, application
from gaoxing.matters.registration_change.deeds import deeds

__all__ = ["TITLE", "papers"]


def papers(form: Form, on: date) -> tuple[Layout, ...]:
    """The application form and the deeds that these changes call for, as they stand on the day `on`."""
    return (application(form, on), *deeds(form, on))
