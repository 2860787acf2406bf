"""Which account an enterprise signs in with (企业账号): its steward links it by the mobile number; there the enterprise finds its steward."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from gaoxing.office.aftercare.clients.serving import acting, require
from gaoxing.office.aftercare.models import Client
from gaoxing.office.audit import actions as audit
from gaoxing.office.people.accounts import find_applicant
from gaoxing.office.people.models import Person
from gaoxing.office.refusal import NotAllowed
from gaoxing.standards import telephone
from gaoxing.standards.invalid import Invalid


@transaction.atomic
def link(client: Client, mobile: str, by: Person, *, now: datetime) -> None:
    """Link the account of a mobile number to a client; an empty number unlinks it.

    Raises NotAllowed for whoever does not serve the client, for what is no number, or where nobody signed in with it yet.
    """
    require(client, by, now=now)
    found = _account(mobile) if mobile.strip() else None
    Client.objects.filter(pk=client.pk).update(person=found)
    act = "client.linked" if found else "client.unlinked"
    audit.write(act, actor=acting(by, now=now), subject=client, now=now, details={"person": found and found.pk, "before": client.person_id})


def _account(mobile: str) -> Person:
    try:
        number = telephone.validate(mobile)
    except Invalid as wrong:
        raise NotAllowed(_("没有关联：%(why)s。") % {"why": wrong}) from None
    found = find_applicant(number)
    if found is None:
        raise NotAllowed(_("这个手机号还没有登录过。请企业先用它登录一次，再来关联。"))
    return found
