"""What an applicant is asked to put right (要补正的清单), line by line: where it is mended, what was sent for it, and whether something was done about it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from gaoxing.forms import Form
from gaoxing.office.attachments import queries as attachments
from gaoxing.office.cases.models import Case
from gaoxing.office.cases.queries import form_of
from gaoxing.office.cases.story import ASKED, Point, points
from gaoxing.office.cases.submitted import last_form
from gaoxing.office.frontdesk.attachments import Wanted, wanted


@dataclass(frozen=True)
class Line:
    """A line of the list: the point, the path of the blank it is about (empty: none), the paper it is about (None: none), and whether something was
    done about it since it was asked: None where that cannot be told and the applicant says so themselves.
    """

    point: Point
    path: str = ""
    paper: Wanted | None = None
    done: bool | None = None


def lines(case: Case, *, on: date) -> tuple[Line, ...]:
    """The list on a day while a correction is asked for, none else. Raises a Fault where something does not open."""
    if case.state != Case.State.CORRECTION_ASKED:
        return ()
    papers = {each.key: each for each in wanted(case, on=on) if each.material is not None}
    before, now, since = last_form(case), form_of(case), _asked_at(case)
    fresh = {each.material for each in attachments.of_case(case.pk) if since and each.added > since}
    return tuple(_line(each, papers.get(each.about), (before, now), sent=each.about in fresh) for each in points(case))


def left(listed: tuple[Line, ...]) -> int:
    """How many lines nothing was done about yet, as far as that can be told."""
    return sum(each.done is False for each in listed)


def _line(point: Point, paper: Wanted | None, forms: tuple[Form | None, Form | None], *, sent: bool) -> Line:
    path: str = getattr(point, "at", "")
    if paper is not None:
        return Line(point, path, paper, sent)
    return Line(point, path, None, _value(forms[0], path) != _value(forms[1], path) if path else None)


def _value(form: Form | None, path: str) -> object:
    return form.value(path) if form is not None else None


def _asked_at(case: Case) -> datetime | None:
    return case.events.filter(act=ASKED).order_by("-number").values_list("at", flat=True).first()
