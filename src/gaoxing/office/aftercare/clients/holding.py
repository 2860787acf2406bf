"""What the lists of clients hold of a person (个人资料里的服务对象): where they are named as whom to reach, found by their number, and their enterprise.

Handed out as it stands; deleted, their name and number go from the lists, and the enterprise is led back to nobody. Notes of visits are about the enterprise.
"""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.db.models import Q, QuerySet
from django.utils.translation import gettext_noop

from gaoxing.office.aftercare.clients.contacts import OF_LIST, contacts_of
from gaoxing.office.aftercare.models import Client, ClientContact
from gaoxing.office.aftercare.sealed import REACHED
from gaoxing.office.people import accounts
from gaoxing.office.people.holdings import Holding
from gaoxing.office.people.models import Person
from gaoxing.office.vault import digests
from gaoxing.standards import telephone


def _own(person: Person) -> list[str]:
    """The digests of the person's number, under every key; none where they have no number."""
    number = accounts.own(person, "mobile")
    return list(digests(number, purpose=REACHED)) if number else []


def _clients(person: Person) -> QuerySet[Client]:
    own = _own(person)
    named = Client.objects.filter(Q(reached__in=own) | Q(contacts__reached__in=own)).values("pk")
    return Client.objects.filter(Q(person=person) | Q(pk__in=named)).order_by("pk")


def _rows(person: Person) -> list[dict[str, Any]]:
    number = telephone.compact(accounts.own(person, "mobile"))
    return [_row(each, person, number) for each in _clients(person)]


def _row(client: Client, person: Person, number: str) -> dict[str, Any]:
    named = [each for each in contacts_of(client) if number and telephone.compact(each.telephone) == number]
    contacts = [{"name": each.name, "post": each.post, "telephone": each.telephone, "listed": each.number == OF_LIST} for each in named]
    return {"client": client.name, "code": client.code, "kind": client.kind, "account": client.person_id == person.pk, "contacts": contacts}


def _numbers(person: Person) -> list[int]:
    return list(_clients(person).values_list("pk", flat=True))


def _delete(person: Person, now: datetime) -> int:
    """Take the person's name and number out wherever they are whom to reach, and let go of the enterprise's account."""
    own, count = _own(person), _clients(person).count()
    ClientContact.objects.filter(reached__in=own).delete()
    Client.objects.filter(reached__in=own).update(contact=b"", reached="")
    Client.objects.filter(person=person).update(person=None)
    return count


HOLDING = Holding("aftercare.client", gettext_noop("服务对象"), _rows, _numbers, _delete)
