"""A clerk who signed in and helps with a draft (窗口代填): by the name of their account, nothing declared, and entered as helping until they give it back."""

from __future__ import annotations

from datetime import datetime

from django.http import HttpRequest
from django.utils.timezone import localdate

from gaoxing.office.cases import owning
from gaoxing.office.cases.models import Case
from gaoxing.office.frontdesk import visitor
from gaoxing.office.people.accounts import name_of
from gaoxing.office.people.models import Person
from gaoxing.office.people.permissions import conditions

HELPING = "helping"
"""The condition of the policy table under which a clerk changes a draft."""


def begin(request: HttpRequest, case: Case, *, now: datetime) -> bool:
    """Whether somebody signed in who may help by the policy table; then they do, under their own name."""
    person = request.user
    if not isinstance(person, Person) or HELPING not in conditions(person, "change_case", on=localdate(now)):
        return False
    owning.begin_help(case, person, now=now)
    visitor.help_as(request, name_of(person), known=True)
    return True


def end(request: HttpRequest, reference: str) -> None:
    """The draft was given back."""
    if isinstance(request.user, Person):
        owning.end_help(reference, request.user)
