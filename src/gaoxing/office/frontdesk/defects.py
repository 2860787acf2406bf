"""The one list of defects (一次性告知书) as a clerk makes it: what was ticked on the case's page becomes a line each, prefilled, to be written out and read.

A tick names what it is about: `finding:1`, `blank:name`, `paper:0`, `file:7`. Nothing is stored before the list is sent.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.translation import gettext as _

from gaoxing.catalogue import matter
from gaoxing.forms import Form
from gaoxing.office.attachments import queries as attachments
from gaoxing.office.cases.models import Case
from gaoxing.office.frontdesk.handling import Opened, drawn
from gaoxing.office.frontdesk.masking import mask_contacts
from gaoxing.office.frontdesk.pressing import LONGEST, MOST_REASONS
from gaoxing.office.frontdesk.sheet import label_at
from gaoxing.office.frontdesk.wording import spoken

EMPTY_ROWS = 2
"""Rows for what nothing on the page stands for."""

FORM, PAPER, SEEN = "wrong_form", "unsigned", "illegible"
"""The kinds that a ticked blank or finding, a paper and an attachment begin with; the clerk chooses another where it is another."""


@dataclass(frozen=True)
class Line:
    """A line of the list: its kind, what it is about, the words, and the path of the blank where it is mended (empty: about none)."""

    kind: str = ""
    about: str = ""
    words: str = ""
    at: str = ""


def ticked(case: Case, read: Opened, ticks: Iterable[str]) -> tuple[Line, ...]:
    """A line for everything that was ticked, each once, in the order of the page; what is not there is left out.

    Raises a Fault where a file's name does not open.
    """
    wanted = set(list(ticks)[: MOST_REASONS * 2])
    return tuple(line for mark, line in _lines(case, read) if mark in wanted)[:MOST_REASONS]


def _lines(case: Case, read: Opened) -> list[tuple[str, Line]]:
    found = [(f"finding:{number}", _of_finding(read, number)) for number in range(1, len(read.findings) + 1)]
    named = spoken(matter(read.form.matter))
    paths = dict.fromkeys((*read.form.answers, *(each.id for each in named.fields)))
    found += [(f"blank:{path}", Line(FORM, label_at(named, read.form, path), "", path)) for path in paths]
    papers = enumerate(drawn(read.form, read.submission.rules_on))
    found += [(f"paper:{place}", Line(PAPER, each.name)) for place, each in papers]
    found += [(f"file:{each.pk}", Line(SEEN, each.material or attachments.name_of(each))) for each in attachments.of_case(case.pk)]
    return found


def _of_finding(read: Opened, number: int) -> Line:
    each = read.findings[number - 1]
    words = _("%(message)s（依据：%(basis)s）") % {"message": mask_contacts(each.message), "basis": each.basis}
    return Line(FORM, _label(read.form, each.field), words[:LONGEST], each.field)


def _label(form: Form, path: str) -> str:
    return label_at(spoken(matter(form.matter)), form, path) if path else ""
