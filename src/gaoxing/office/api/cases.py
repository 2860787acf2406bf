"""Lists of cases for the API (办件列表): the newest first, a page at a time by keyset, no blob opened and nothing asked of the database row by row."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cache

from django.db.models import QuerySet
from django.utils.translation import gettext

from gaoxing.casework.tables import table_for
from gaoxing.catalogue import matter
from gaoxing.office.api.limits import limit
from gaoxing.office.api.problems import Wrong, unfit
from gaoxing.office.api.shapes import CasePage, CaseRow
from gaoxing.office.cases.models import Case
from gaoxing.office.cases.permissions import SEE, visible_to
from gaoxing.office.cases.roles import HANDLE
from gaoxing.office.language import in_english
from gaoxing.office.people.models import Person

_COLUMNS = ("pk", "number", "matter", "state", "revision", "filed", "changed", "due", "paused_days", "unit__code")
_TOLD = (*_COLUMNS[1:-1], "unit")
_DIGITS = 18


@dataclass(frozen=True)
class Wanted:
    """Which cases: of a state, of a matter (all where empty), after a mark, so many."""

    state: str = ""
    matter: str = ""
    after: str = ""
    size: int = 0


def seen_by(person: Person, *, on: date) -> QuerySet[Case]:
    """The submitted cases that a person sees: the staff those they handle, others their own and those of whom they represent."""
    return visible_to(person, on=on, act=HANDLE if person.is_staff_member else SEE).filter(number__isnull=False)


def listed(person: Person, wanted: Wanted, *, on: date) -> CasePage:
    """A page of cases. Raises a Problem for a mark that is none."""
    size = wanted.size or limit("page")
    found = seen_by(person, on=on)
    if wanted.state:
        found = found.filter(state=wanted.state)
    if wanted.matter:
        found = found.filter(matter=wanted.matter)
    if wanted.after:
        found = found.filter(pk__lt=place(wanted.after))
    rows = list(found.order_by("-pk").values_list(*_COLUMNS)[: size + 1])
    named = {each: _names(*each) for each in {row[2:4] for row in rows}}
    cases = [dict(zip(_TOLD, row[1:], strict=True)) | named[row[2:4]] for row in rows[:size]]
    return CasePage.model_validate({"cases": cases, "after": str(rows[size - 1][0]) if len(rows) > size else None})


def place(mark: str) -> int:
    """The place after which a page goes on. Raises a Problem for what no earlier page gave."""
    if not (mark.isascii() and mark.isdecimal() and len(mark) <= _DIGITS):
        raise unfit([Wrong("query.after", "mark", gettext("after 要用上一页答复里的 after，一字不改。"))])
    return int(mark)


def row_of(case: Case) -> CaseRow:
    """The same row of a case in hand."""
    told = {each: getattr(case, each) for each in _TOLD[:-1]} | {"unit": case.unit.code if case.unit else None}
    return CaseRow.model_validate(told | _names(case.matter, case.state))


def state_name(matter_id: str, state: str) -> str:
    """A state as people call it, in the language in force; its own word where the matter has no table."""
    return _state_name(matter_id, state, english=in_english())


def matter_name(matter_id: str) -> str:
    """A matter's official name; the empty word where none is known yet."""
    return matter(matter_id).name if matter_id else ""


def _names(matter_id: str, state: str) -> dict[str, str]:
    return {"matter_name": matter_name(matter_id), "state_name": state_name(matter_id, state)}


@cache
def _state_name(matter_id: str, state: str, *, english: bool) -> str:
    try:
        known = table_for(matter_id).states[state]
    except KeyError:
        return state
    return known.english if english else known.term
