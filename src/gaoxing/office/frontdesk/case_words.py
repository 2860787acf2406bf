"""A case in plain words (办件的话): states, acts, reasons and the clock in the language of the page, and what a case is called.

>>> submittable("sole_trader_registration"), submittable("stuck_matter")
(True, False)
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.utils.translation import gettext as _

from gaoxing.casework.clock import Light
from gaoxing.casework.explanation import explain
from gaoxing.casework.table import State
from gaoxing.casework.tables import table_for
from gaoxing.catalogue import matter
from gaoxing.engines.fault import Fault
from gaoxing.forms import Form
from gaoxing.office.cases import clocking
from gaoxing.office.cases.models import Case
from gaoxing.office.cases.queries import form_of
from gaoxing.office.frontdesk.wording import spoken
from gaoxing.office.language import in_english, said


@dataclass(frozen=True)
class Clock:
    """The clock as people read it: the light, its word, the sentence that lets anybody count it again, and a note where a calendar is lacking."""

    light: str
    word: str
    sentence: str
    note: str = ""


def submittable(matter_id: str) -> bool:
    """Whether a matter can be submitted here: some table leads it."""
    try:
        return bool(table_for(matter_id))
    except KeyError:
        return False


def plainly(state: State) -> str:
    """A state as an applicant reads it."""
    return state.plain_english if in_english() else state.plain


def state_of(case: Case) -> State:
    """The state of a case. Raises KeyError where its matter has no table."""
    return table_for(case.matter).states[case.state]


def clock_of(case: Case, *, now: datetime, to_staff: bool = False) -> Clock | None:
    """The clock of a case; None before it was submitted. Events that were fetched with the case are not fetched again."""
    read = clocking.reading_of(case.events.all(), now=now)
    if read is None:
        return None
    told = explain(read, clocking.calendar(), table_for(case.matter).pauses, to_staff=to_staff)
    sentence, note = (told.english, told.english_note) if in_english() else (told.chinese, told.note)
    return Clock(str(read.light), light_word(read.light), sentence, note)


def light_word(light: Light) -> str:
    """What a light says beside its colour."""
    words = {Light.GREEN: _("来得及"), Light.YELLOW: _("快到期"), Light.RED: _("已超期"), Light.DOUBLE_RED: _("超期很久")}
    return words.get(light, _("暂停计时") if light is Light.PAUSED else _("已办结"))


def title_of(form: Form | None) -> str:
    """What a case is about: the enterprise, else the person who runs it; a sentence where the form names neither."""
    names = (form.value(path) for path in ("name", "enterprise", "operator.name")) if form else ()
    return next((str(each) for each in names if each), _("（还没有名称）"))


def title(case: Case) -> str:
    """The same of a case as it is stored; a sentence where it does not open."""
    try:
        return title_of(form_of(case))
    except Fault:
        return _("（这份打不开）")


def matter_of(case: Case) -> str:
    """The matter's name in the language of the page."""
    return spoken(matter(case.matter)).name if case.matter else _("还没定事项")


def role_word(table_matter: str, role: str) -> str:
    """A role as the table calls it; the id itself where it does not know it."""
    known = table_for(table_matter).roles.get(role)
    return said(known) if known else role
