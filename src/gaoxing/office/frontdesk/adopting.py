"""Who signs in keeps what they began (登录后接着填): this browser's drafts go into the account, the account's drafts into this browser's list."""

from __future__ import annotations

from datetime import datetime

from django.http import HttpRequest

from gaoxing.office.cases import owning
from gaoxing.office.frontdesk import visitor
from gaoxing.office.people import consents
from gaoxing.office.people.models import Consent, Person


def adopt(request: HttpRequest, person: Person, *, now: datetime) -> None:
    """For an applicant who has just signed in; staff keep their browser as it is. The draft in hand stays in hand."""
    if person.is_staff_member:
        return
    if getattr(request, "privacy_agreed", False) and not visitor.consented(request):
        visitor.consent(request)
        consents.give(Consent.Purpose.PRIVACY, visitor.consented(request), now=now, person=person)
    owning.adopt(visitor.own(request), person, now=now)
    listed = visitor.references(request)
    mine = [each for each in owning.references_of(person) if each not in listed]
    request.session[visitor.DRAFTS] = [*listed, *mine][: visitor.MOST_DRAFTS]
    if not visitor.reference(request) and mine:
        request.session[visitor.DRAFT] = mine[0]
