"""What an agent opens for their principal (代理人代办), drafts and cases to be corrected: those that a power in force covers, for the acts it names alone."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction
from django.db.models import QuerySet

from gaoxing.office.audit import actions as audit
from gaoxing.office.audit.entry import Actor
from gaoxing.office.cases.models import Case
from gaoxing.office.cases.permissions import SEE, visible_to
from gaoxing.office.people.models import Person, PowerOfAttorney
from gaoxing.office.people.permissions import powers
from gaoxing.office.people.roles import Role

CHANGE, SUBMIT = "change_case", "submit_case"


@dataclass(frozen=True)
class Represented:
    """A principal's draft as its agent holds it: whether they may change it and submit it, and the last day on which they see it."""

    case: Case
    changes: bool
    until: date
    submits: bool = False


def represented(agent: Person, *, on: date) -> tuple[Represented, ...]:
    """Every draft, and case to be corrected, of somebody else that the person's powers let them see on a day, the one changed last first."""
    found = _drafts(agent, SEE, on).select_related("owner").order_by("-changed", "-pk")
    changing, submitting = (set(_drafts(agent, act, on).values_list("pk", flat=True)) for act in (CHANGE, SUBMIT))
    held = tuple(each for each in powers(agent, on=on) if SEE in each.acts)
    return tuple(Represented(case, case.pk in changing, _until(case, held), case.pk in submitting) for case in found)


def allowed(agent: Person, references: Iterable[str], *, on: date) -> dict[str, Represented]:
    """Those of these drafts, by reference, that the person may see for their principals on a day."""
    wanted = set(references)
    return {each.case.reference: each for each in represented(agent, on=on) if each.case.reference in wanted}


def opened(case: Case, agent: Person, *, now: datetime) -> None:
    """Keep that the agent opened the draft; its owner reads it among those who saw their data."""
    with transaction.atomic():
        audit.write("draft.opened_by_agent", actor=Actor(agent.pk, Role.AGENT.value), subject=case, now=now)


def _drafts(agent: Person, act: str, on: date) -> QuerySet[Case]:
    return visible_to(agent, on=on, act=act).filter(state__in=Case.WRITABLE).exclude(owner=agent).exclude(owner=None)


def _until(case: Case, held: Iterable[PowerOfAttorney]) -> date:
    return max(each.until for each in held if each.principal_id == case.owner_id and (not each.matters or case.matter in each.matters))
