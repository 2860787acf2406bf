"""The monthly report drawn (出月报): by the typesetter as PDF, by the Word engine as an editable document; that it was drawn stands in the audit."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, datetime
from functools import cache

from django.db import transaction

from gaoxing.documents.document import Document
from gaoxing.engines.docx import DocxRenderer
from gaoxing.engines.typst import TypstRenderer
from gaoxing.office.audit import actions as audit
from gaoxing.office.audit.entry import OPERATOR, Actor
from gaoxing.office.indicators.cockpit.report.content import Report
from gaoxing.office.indicators.cockpit.report.paper import layout
from gaoxing.office.indicators.periods import Period
from gaoxing.office.indicators.permissions import Operator, Reader
from gaoxing.office.people.trail import acting_as

SEE = "see_cockpit"
"""The act of the policy table."""


def drawn(report: Report, form: str, *, on: date) -> Document:
    """The report as `pdf` or `docx`. Raises a Fault where the engine fails, KeyError for another form."""
    return FORMS[form](report, on)


def kept(month: Period, form: str, person: Reader, *, now: datetime) -> None:
    """Keep that the report of a month was drawn, by whom and in which form."""
    actor = OPERATOR if isinstance(person, Operator) else Actor(person.pk, acting_as(person, SEE, now=now))
    with transaction.atomic():
        audit.write("report.drawn", actor=actor, subject=None, now=now, details={"month": str(month), "form": form})


def _pdf(report: Report, on: date) -> Document:
    return _typesetter().render(layout(report, on=on, pictures=True))


def _docx(report: Report, on: date) -> Document:
    return DocxRenderer().render(layout(report, on=on, pictures=False))


@cache
def _typesetter() -> TypstRenderer:
    """One for all reports: it is warm after the first."""
    return TypstRenderer()


FORMS: Mapping[str, Callable[[Report, date], Document]] = {"pdf": _pdf, "docx": _docx}
"""The forms of the report."""
