"""The page of a part's task force (专班页面): whether the part is worth one, who belongs to it, its meetings and tasks, and what a form posted of them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from django.utils.timezone import localdate

from gaoxing.office.aftercare.forces.forming import KEEPERS, member_units, worth
from gaoxing.office.aftercare.forces.tasks import Minutes, Wanted
from gaoxing.office.aftercare.models import Part
from gaoxing.office.aftercare.roles import roles_on
from gaoxing.office.aftercare.units import acts
from gaoxing.office.aftercare.units.page import tasks
from gaoxing.office.aftercare.units.people import chosen, force_leads, offered, open_units
from gaoxing.office.aftercare.units.story import meetings
from gaoxing.office.aftercare.wording import category_of, state_of
from gaoxing.office.firing.details import day
from gaoxing.office.language import said
from gaoxing.office.people.accounts import name_of
from gaoxing.office.people.models import Person
from gaoxing.office.people.roles import Role

ROWS = 5
"""Tasks that the form of a meeting has room for; further ones go with another."""


def whole(part: Part, person: Person, *, now: datetime, typed: Mapping[str, str] | None = None, ticked: Sequence[str] = ()) -> dict[str, Any]:
    """Everything on the page; `typed` and `ticked` are what a refused post held. Raises a Fault where minutes or a task do not open."""
    on, roles, kept = localdate(now), roles_on(part, person, now=now), typed or {}
    open_acts = {each.act: each for each in acts.buttons(part, person, now=now, acts=("convene", "minute"))}
    members = [(each, name_of(each.person) if each.person else "") for each in part.force_members.select_related("unit", "person")]
    every = open_units(on=on)
    usual = {str(each.pk) for each in (*([part.lead] if part.lead else []), *(each.unit for each in part.co_units.select_related("unit")))}
    return {
        "part": part,
        "category": category_of(part.category),
        "state": said(state_of(part)),
        "lead": name_of(part.force_lead) if part.force_lead else "",
        "worth": worth(part, now=now),
        "convene": open_acts.get("convene"),
        "minute": open_acts.get("minute"),
        "keeps": part.force_lead is not None and bool(set(roles) & set(KEEPERS)),
        "leads_it": Role.TASK_FORCE_LEAD.value in roles,
        "leads": force_leads(on=on),
        "units": [(each, str(each.pk) in (set(ticked) if typed else usual)) for each in every],
        "members": members,
        "joining": offered(every, on=on),
        "owners": offered(member_units(part), on=on),
        "meetings": meetings(part),
        "tasks": tasks(part.tasks.select_related("unit", "person", "part__request"), person, now=now),
        "rows": [(place, {name: kept.get(f"{name}-{place}", "") for name in ("words", "owner", "due")}) for place in range(1, ROWS + 1)],
        "typed": kept,
        "today": on,
    }


def minutes_of(post: Mapping[str, str]) -> Minutes:
    """What the form of a meeting posted; a row in which nothing was written is none."""
    rows = [{name: post.get(f"{name}-{place}", "").strip() for name in ("words", "owner", "due")} for place in range(1, ROWS + 1)]
    return Minutes(day(post, "held"), post.get("note", ""), tuple(_wanted(each) for each in rows if any(each.values())))


def _wanted(row: Mapping[str, str]) -> Wanted:
    unit, person = chosen(row["owner"])
    return Wanted(row["words"], unit, person, day(row, "due"))
