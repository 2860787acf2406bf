"""The paper that is printed for this matter (申请材料): 公司登记（备案）申请书, the part on changes; its official layout of 2026 was not seen.

>>> from gaoxing.forms.form import Answer, Form, Source
>>> form = Form("registration_change", "2026", {"enterprise": Answer("昆山某某科技有限公司", Source.TYPED)})
>>> papers(form, __import__("datetime").date(2026, 11, 24))[0].title
'公司登记（备案）申请书'
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

from gaoxing.documents.checklist import to_bring
from gaoxing.documents.document import Layout
from gaoxing.documents.material import FILE, load
from gaoxing.forms.form import Form
from gaoxing.matters.registration_change.application import TITLE, application
from gaoxing.matters.registration_change.deeds import deeds
from gaoxing.matters.registration_change.needs import needs

__all__ = ["TITLE", "papers"]


def papers(form: Form, on: date) -> tuple[Layout, ...]:
    """The application form, the deeds that these changes call for, and the list of what must be brought, as they stand on the day `on`."""
    applied, drafted, told = application(form, on), deeds(form, on), needs(form)
    if told is None:
        return (applied, *drafted)
    named = (applied, *(replace(each, name=_kind(each.name)) for each in drafted))
    return (applied, *drafted, to_bring(load(Path(__file__).with_name(FILE)), named, told, on))


def _kind(name: str) -> str:
    """The name of the material that a paper is one of: without who gives and who takes, which stand behind it."""
    return name.partition("（")[0] if name.endswith("）") else name
