"""The one list across the units (一次性告知): what each wrote, joined by the window, sent once, each point with its licence and paper."""

from __future__ import annotations

from datetime import datetime

from gaoxing.casework.acting import Reason
from gaoxing.office.cases.firing import fire_case
from gaoxing.office.cases.models import Case
from gaoxing.office.firing.pressed import Pressed
from gaoxing.office.licensing.case_effects import JOINED
from gaoxing.office.licensing.case_facts import unsent
from gaoxing.office.licensing.models import Defect
from gaoxing.office.licensing.sealed import words_place
from gaoxing.office.licensing.vault import unseal
from gaoxing.office.people.models import Person


def words_of(defect: Defect) -> str:
    """What its unit wrote. Raises a Fault where it does not open."""
    return str(unseal(defect.words, words_place(defect)))


def about(defect: Defect) -> str:
    """The licence, and the paper where one is meant."""
    papers = {each["id"]: each["name"] for each in defect.item.materials}
    return "：".join(filter(None, (defect.item.name, papers.get(defect.material, ""))))


def list_of(case: Case) -> tuple[Reason, ...]:
    """The points of the list as they stand now. Raises a Fault where one does not open."""
    return tuple(Reason(each.kind, words_of(each), about(each)) for each in unsent(case).select_related("item"))


def send(case: Case, by: Person, *, revision: int | None, now: datetime) -> Case:
    """Send the one list. Raises NotAllowed where a unit has not said yet, nothing is to be put right, or the list was sent before."""
    return fire_case(case, Pressed("ask_correction", reasons=list_of(case), revision=revision, details={JOINED: True}), by, now=now)
