"""The names that a case is about and the pool (办件与名称库): held when it is submitted, entered when it is registered, given free when it comes to nothing."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from django.utils.timezone import localdate

from gaoxing.forms import Form
from gaoxing.forms.parties import parties
from gaoxing.names.composition import split
from gaoxing.names.neighbour import State
from gaoxing.names.organisation import Holder, holder
from gaoxing.names.places import division_of
from gaoxing.office.audit.entry import Actor
from gaoxing.office.cases.models import Case
from gaoxing.office.names import actions
from gaoxing.office.names.entering import enter as enter_name
from gaoxing.office.names.entering import give_up as give_up_name
from gaoxing.office.names.queries import registered
from gaoxing.office.zone.queries import profile

SETS_UP = {"company_registration": False, "sole_trader_registration": True}
"""The matters that bring a new name, and whether a sole trader bears it."""

JOINT, ENTITY = "joint_licence", "entity"
FOR_WHOM = {"company": False, "sole_trader": True}
"""What a joint application sets up by its `entity`; one for an enterprise that is there brings no name."""


@dataclass(frozen=True)
class Wanted:
    """A name that a form asks for, the names its enterprise bears already, and whether a sole trader will bear it."""

    name: str
    own: tuple[str, ...] = ()
    sole_trader: bool = False


def wanted(form: Form | None) -> Wanted | None:
    """The name of this zone's pool that a form asks for; None where it asks for none, or for one whose register lies elsewhere."""
    if form is None:
        return None
    found = next(_asked(form), None)
    return found if found and _here(found.name) else None


def hold(case: Case, form: Form | None, *, now: datetime, actor: Actor) -> bool:
    """Hold the form's name for the case; whether it is held. A name kept for an applicant is left for a clerk to look at, and so is one that a sole
    trader shares with another: theirs are compared apart (实施办法), and one row stands for both.

    Raises NotAllowed where nobody may have it.
    """
    asked, on = wanted(form), localdate(now)
    kept = registered(asked.name, _prefecture()) if asked else None
    if asked is None or (kept is not None and (kept.state == State.RETAINED or (asked.sole_trader and kept.state != State.RELEASED))):
        return False
    actions.hold(asked.name, _prefecture(), on, now=now, sole_trader=asked.sole_trader, own=asked.own, actor=actor)
    return True


def release(case: Case, form: Form | None, *, now: datetime, actor: Actor) -> None:
    """Give the name free that is held for the case; nothing happens where none is."""
    asked = wanted(form)
    kept = registered(asked.name, _prefecture()) if asked and case.holds_name else None
    if kept is not None and kept.state == State.HELD:
        actions.release(kept.name, _prefecture(), now=now, actor=actor)


def enter(form: Form | None, *, now: datetime, actor: Actor) -> None:
    """The form's name is borne from now on; one that its enterprise bore before is given up."""
    asked, on = wanted(form), localdate(now)
    if asked is None:
        return
    enter_name(asked.name, _prefecture(), on, now=now, sole_trader=asked.sole_trader, actor=actor)
    for former in asked.own:
        give_up_name(former, _prefecture(), on, now=now, sole_trader=asked.sole_trader, actor=actor)


def give_up(name: str, *, now: datetime, sole_trader: bool, actor: Actor) -> None:
    """Nobody bears the name of a closed enterprise any more; a name whose register lies elsewhere is left alone."""
    if name and _here(name):
        give_up_name(name, _prefecture(), localdate(now), now=now, sole_trader=sole_trader, actor=actor)


def taken(case: Case, form: Form | None, *, now: datetime) -> bool:
    """Whether somebody else bears the very name by now, or holds it; what merely resembles it, or is a sole trader's, is for the examiner to judge."""
    asked = wanted(form)
    kept = registered(asked.name, _prefecture()) if asked else None
    if asked is None or asked.sole_trader or kept is None or kept.name in {split(each).text for each in asked.own}:
        return False
    return kept.state == State.ACTIVE or (kept.state == State.HELD and not case.holds_name)


def _asked(form: Form) -> Iterator[Wanted]:
    new = FOR_WHOM.get(_text(form.value(ENTITY))) if form.matter == JOINT else SETS_UP.get(form.matter)
    if new is not None and (name := _text(form.value("name"))):
        yield Wanted(name, sole_trader=new)
    if form.matter == "registration_change":
        yield from _renamed(form)


def _renamed(form: Form) -> Iterator[Wanted]:
    present = _text(form.value("enterprise"))
    for row in parties(form, "changes"):
        if row.text("item") == "name" and row.text("to").strip():
            own = tuple(dict.fromkeys(each for each in (present, row.text("from").strip()) if each))
            yield Wanted(row.text("to").strip(), own, any(holder(split(each).form) is Holder.SHOP for each in own))


def _here(name: str) -> bool:
    """Whether the name's register is this zone's: headed by its prefecture or province, or by no place."""
    place = division_of(split(name).region)
    own = profile().prefecture
    return place is None or not place.code or place.prefecture in {own, own[:2]}


def _prefecture() -> int:
    return int(profile().prefecture)


def _text(value: object) -> str:
    return value.strip() if isinstance(value, str) else ""
