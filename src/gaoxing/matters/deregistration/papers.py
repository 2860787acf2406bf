"""The paper that is printed for this matter (申请材料): 公司注销登记申请书, every blank with its value; the official layout was not seen.

>>> from gaoxing.forms.form import Answer, Form, Source
>>> form = Form("deregistration", "2026", {"enterprise": Answer("昆山某某贸易有限公司", Source.TYPED)})
>>> papers(form, __import__("datetime").date(2026, 11, 24))[0].title
'公司注销登记申请书'
"""

from __future__ import annotations

from datetime import date

from gaoxing.documents.document import Layout
from gaoxing.forms.form import Form
from gaoxing.matters.deregistration.application import TITLE, application
from gaoxing.matters.deregistration.deeds import deeds

__all__ = ["TITLE", "papers"]


def papers(form: Form, on: date) -> tuple[Layout, ...]:
    """The application form and the deeds that this deregistration calls for, as they stand on the day `on`."""
    return (application(form, on), *deeds(form, on))
