"""How long visits and contacts are kept, and what of them is somebody's own: found by their number, handed out, and taken out when they wish."""

from datetime import timedelta

import pytest

from gaoxing.office.aftercare.clients import contacts, kept
from gaoxing.office.aftercare.clients.contacts import Reach, contacts_of
from gaoxing.office.aftercare.clients.holding import HOLDING
from gaoxing.office.aftercare.models import Client, ClientContact, ClientVisit
from gaoxing.office.aftercare.sealed import SEALED
from gaoxing.office.people import holdings
from gaoxing.office.retention.actions import delete_due, everything

pytestmark = pytest.mark.django_db
YEAR = timedelta(days=365)


@pytest.fixture
def client(listed):
    return listed("E1", "steward", contact="张某", mobile="13900001234")


@pytest.fixture
def entered(client, cast, now):
    """A further contact with the applicant's number at a client."""

    def made(telephone="13900001234", at=client):
        contacts.add(at, Reach(0, "李某", "会计", telephone), cast["steward"], now=now)
        return ClientContact.objects.order_by("pk").last()

    return made


def test_a_visit_is_deleted_after_its_years_and_not_before(client, visited, now):
    visited(client)
    after = now + timedelta(days=kept.VISIT_DAYS)
    assert "走访" not in delete_due(now=after - timedelta(days=1))
    assert delete_due(now=after + timedelta(days=1))["走访"] == 1
    assert not ClientVisit.objects.exists()


def test_a_contact_stays_while_its_client_is_on_the_list(client, entered, now):
    entered()
    assert not {"走访", "服务对象联系人"} & delete_due(now=now + 3 * YEAR).keys()


def test_contacts_go_a_year_after_their_client_left_and_the_client_stays(client, entered, now):
    entered()
    Client.objects.update(until=now.date())
    assert "服务对象联系人" not in delete_due(now=now + YEAR)
    assert delete_due(now=now + YEAR + timedelta(days=1))["服务对象联系人"] == 2
    assert contacts_of(Client.objects.get()) == ()
    assert Client.objects.get().reached == ""


def test_what_is_kept_says_how_long_and_how_much_there_is(client, entered, visited, now):
    entered()
    visited(client)
    told = {each.kind: (each.held(), each.due(now)) for each in everything() if each.kind in ("visit", "client_contact")}
    assert told == {"visit": (1, 0), "client_contact": (2, 0)}


def test_it_is_entered_among_what_is_held_of_people():
    assert HOLDING in holdings.held()


def test_a_person_takes_along_where_they_are_named_and_nobody_else_s_number(client, entered, owner):
    entered("13900005678")
    rows = HOLDING.rows(owner)
    told = {"name": "张某", "post": "", "telephone": "13900001234", "listed": True}
    assert rows == [{"client": client.name, "code": "E1", "kind": "enterprise", "account": False, "contacts": [told]}]


def test_the_enterprise_of_their_account_is_theirs_too(client_of, owner):
    assert [(each["code"], each["account"], each["contacts"]) for each in HOLDING.rows(owner)] == [("E001", True, [])]
    assert HOLDING.numbers(owner) == [client_of.pk]


def test_somebody_else_takes_nothing_of_it(client, entered, other, cast):
    entered()
    assert (HOLDING.rows(other), HOLDING.numbers(other), HOLDING.rows(cast["examiner"])) == ([], [], [])


def test_deleting_takes_name_and_number_out_and_leaves_others(client, client_of, entered, owner, now):
    entered()
    others = entered("13900005678")
    assert HOLDING.delete(owner, now) == 2
    client.refresh_from_db()
    assert [each.number for each in contacts_of(client)] == [others.pk]
    assert not Client.objects.filter(person=owner).exists()
    assert HOLDING.rows(owner) == []


def test_removing_the_list_s_contact_takes_its_digest_along(client, cast, now):
    assert client.reached
    contacts.remove(client, 0, cast["steward"], now=now)
    assert Client.objects.get().reached == ""


@pytest.mark.parametrize("model", ["aftercare.Client", "aftercare.ClientContact"])
def test_the_digests_come_under_a_new_key_as_they_were_made(client, entered, model):
    entered()
    row = {"aftercare.Client": Client, "aftercare.ClientContact": ClientContact}[model].objects.get()
    digest = next(each for each in SEALED if (each.model, each.column) == (model, "reached"))
    assert digest.anew(row) == row.reached
