"""Whom to reach at a client: sealed and masked; shown whole for a reason to whoever serves it, and kept before it is shown."""

import pytest

from gaoxing.office.aftercare.clients import contacts
from gaoxing.office.aftercare.clients.contacts import OF_LIST, Reach, add, contacts_of, reasons, remove, show
from gaoxing.office.aftercare.models import ClientContact
from gaoxing.office.audit.models import Entry
from gaoxing.office.refusal import NotAllowed

pytestmark = pytest.mark.django_db
SECOND = Reach(0, "联系人乙", "行政主管", "0512-57300000")


@pytest.fixture
def client(listed):
    return listed("E1", "steward", contact="联系人甲", mobile="13900001234")


def test_the_contact_of_the_list_comes_first_and_others_follow(client, cast, now):
    add(client, SECOND, cast["steward"], now=now)
    found = contacts_of(client)
    assert [(each.name, each.telephone) for each in found] == [("联系人甲", "13900001234"), ("联系人乙", "0512-57300000")]
    assert found[0].number == OF_LIST


def test_a_contact_is_stored_sealed_and_masked_on_a_page(client, cast, now):
    add(client, SECOND, cast["steward"], now=now)
    assert b"57300000" not in bytes(ClientContact.objects.get().who)
    masked = contacts_of(client)[0].masked
    assert (masked.name, masked.telephone) == ("联**", "139****1234")


def test_a_contact_without_anything_stays_empty_when_masked():
    assert Reach(3, "").masked == Reach(3, "")


def test_a_contact_is_shown_for_a_reason_and_that_is_kept(client, cast, now):
    assert show(client, OF_LIST, "reach.visit", cast["steward"], now=now).telephone == "13900001234"
    entry = Entry.objects.get(act="client.shown")
    assert (entry.actor, entry.role, entry.subject, entry.reason) == (cast["steward"].pk, "steward", client.pk, "reach.visit")


@pytest.mark.parametrize("reason", ["", "reach.curiosity", "reveal.contact"])
def test_without_a_reason_of_the_list_nothing_is_shown(client, cast, now, reason):
    with pytest.raises(NotAllowed, match="请选为什么"):
        show(client, OF_LIST, reason, cast["steward"], now=now)
    assert not Entry.objects.filter(act="client.shown").exists()


def test_there_are_reasons_to_choose_from():
    assert [code for code, _word in reasons()] == ["reach.visit", "reach.request", "reach.notice", "reach.check"]


def test_so_many_contacts_an_hour_and_no_more(client, cast, now, monkeypatch):
    monkeypatch.setattr(contacts, "AN_HOUR", 1)
    show(client, OF_LIST, "reach.visit", cast["steward"], now=now)
    with pytest.raises(NotAllowed, match="最多显示 1 次"):
        show(client, OF_LIST, "reach.visit", cast["steward"], now=now)


def test_a_contact_that_is_gone_is_refused(client, cast, now):
    with pytest.raises(NotAllowed, match="没有这位联系人"):
        show(client, 999, "reach.visit", cast["steward"], now=now)


@pytest.mark.parametrize("who", ["colleague", "power", "window_clerk", "applicant", "task_force_lead"])
def test_whoever_does_not_serve_the_client_reaches_nobody(client, cast, now, who):
    for deed in (
        lambda: show(client, OF_LIST, "reach.visit", cast[who], now=now),
        lambda: add(client, SECOND, cast[who], now=now),
        lambda: remove(client, OF_LIST, cast[who], now=now),
    ):
        with pytest.raises(NotAllowed):
            deed()
    assert len(contacts_of(client)) == 1


@pytest.mark.parametrize(
    ("name", "post", "telephone", "said"),
    [
        (" ", "", "13900001234", "姓名"),
        ("甲" * 31, "", "13900001234", "最多 30"),
        ("甲", "乙" * 31, "13900001234", "最多 30"),
        ("甲", "", "1390000", "电话没有存"),
    ],
)
def test_a_contact_that_cannot_be_is_refused_with_a_sentence(client, cast, now, name, post, telephone, said):
    with pytest.raises(NotAllowed, match=said):
        add(client, Reach(0, name, post, telephone), cast["steward"], now=now)
    assert not ClientContact.objects.exists()


def test_a_client_has_so_many_contacts_and_no_more(client, cast, now, monkeypatch):
    monkeypatch.setattr(contacts, "MOST", 1)
    add(client, SECOND, cast["steward"], now=now)
    with pytest.raises(NotAllowed, match="最多登记 1 位"):
        add(client, SECOND, cast["steward"], now=now)


def test_somebody_is_taken_out_whoever_named_them(client, cast, now):
    add(client, SECOND, cast["steward"], now=now)
    remove(client, ClientContact.objects.get().pk, cast["leader"], now=now)
    remove(client, OF_LIST, cast["leader"], now=now)
    client.refresh_from_db()
    assert contacts_of(client) == ()
    assert Entry.objects.filter(act="client.contact_removed").count() == 2


def test_a_contact_of_another_client_is_not_taken_out(client, listed, cast, now):
    add(listed("E2", "steward"), SECOND, cast["steward"], now=now)
    remove(client, ClientContact.objects.get().pk, cast["steward"], now=now)
    assert ClientContact.objects.count() == 1
