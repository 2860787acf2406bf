"""A clerk who signed in and helps with a draft (窗口代填): by the name of their account, nothing declared, and entered as helping until they give it back."""

from __future__ import annotations

from datetime import date, datetime

from django.http import HttpRequest
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from gaoxing.office.cases import owning
from gaoxing.office.cases.models import Case
from gaoxing.office.frontdesk import visitor
from gaoxing.office.people.accounts import name_of
from gaoxing.office.people.models import Person
from gaoxing.office.people.permissions import conditions
from gaoxing.office.refusal import NotAllowed

HELPING = "helping"
"""The condition of the policy table under which a clerk changes a draft."""


def require(request: HttpRequest, *, on: date) -> None:
    """Pass strangers and applicants; of the staff only whoever may help by the policy table: a code opens no draft to an administrator."""
    person = request.user
    if isinstance(person, Person) and person.is_staff_member and HELPING not in conditions(person, "change_case", on=on):
        raise NotAllowed(_("凭取回码接手草稿由窗口人员办，您的账号没有这个角色。请让窗口人员来接手。"))


def known(request: HttpRequest, *, on: date) -> bool:
    """Whether somebody signed in who may help by the policy table: their name is known and need not be typed."""
    return isinstance(request.user, Person) and HELPING in conditions(request.user, "change_case", on=on)


def begin(request: HttpRequest, case: Case, *, now: datetime) -> bool:
    """Whether somebody signed in who may help by the policy table; then they do, under their own name."""
    person = request.user
    if not isinstance(person, Person) or not known(request, on=localdate(now)):
        return False
    owning.begin_help(case, person, now=now)
    visitor.help_as(request, name_of(person), known=True)
    return True


def end(request: HttpRequest, reference: str) -> None:
    """The draft was given back."""
    if isinstance(request.user, Person):
        owning.end_help(reference, request.user)
