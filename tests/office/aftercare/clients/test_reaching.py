"""How an enterprise reaches its steward: who, by which number, and who stands in; linked by the account with which it signs in. Nobody else learns of it."""

from datetime import timedelta

import pytest

from gaoxing.office.aftercare.clients import linking, reaching
from gaoxing.office.aftercare.clients.reaching import of_enterprise, reached, set_telephone
from gaoxing.office.audit.models import Entry
from gaoxing.office.people import accounts
from gaoxing.office.people.delegating import Span, delegate
from gaoxing.office.people.models import Person
from gaoxing.office.people.sealed import _mobile
from gaoxing.office.refusal import NotAllowed
from tests.office.aftercare.desk.conftest import read

pytestmark = pytest.mark.django_db


@pytest.fixture
def client(listed):
    return listed("E1", "steward")


@pytest.fixture
def enterprise(signed_in, owner):
    """The browser of the enterprise's account."""
    return signed_in(owner)


def test_the_steward_s_name_and_number_are_told_and_whoever_stands_in(client, cast, now):
    set_telephone(cast["steward"], "0512-57001234", now=now)
    set_telephone(cast["colleague"], "0512-57005678", now=now)
    delegate(cast["steward"], cast["colleague"], kind="deputy", acts=["handle_request"], span=Span(now.date(), now.date() + timedelta(days=2)), now=now)
    found = reached(client, on=now.date())
    assert (found.steward, found.telephone) == ("王某", "0512-57001234")
    assert [(each.name, telephone) for each, telephone in found.deputies] == [("王某", "0512-57005678")]
    assert reached(client, on=now.date() + timedelta(days=3)).deputies == ()


def test_a_client_of_nobody_has_nobody_to_reach(listed, now):
    assert reached(listed("E2"), on=now.date()) == reaching.Reached("昆山样例E2有限公司", "重点企业", "", "")


def test_a_work_number_is_no_way_to_sign_in_and_is_found_by_nobody(cast, now):
    set_telephone(cast["steward"], "13900007777", now=now)
    person = Person.objects.get(pk=cast["steward"].pk)
    assert (person.mobile_digest, _mobile(person), accounts.find_applicant("13900007777")) == (None, None, None)
    assert b"13900007777" not in bytes(person.mobile)
    assert Entry.objects.get(act="people.set_work_telephone").subject == person.pk


def test_an_applicant_s_number_is_not_changed_so(owner, now):
    with pytest.raises(NotAllowed, match="不能在这里改"):
        accounts.set_work_telephone(owner, "13900007777", now=now)


def test_an_account_is_linked_by_its_number_and_its_enterprise_finds_its_steward(client, cast, owner, enterprise, now):
    set_telephone(cast["steward"], "0512-57001234", now=now)
    linking.link(client, "139 0000 1234", cast["steward"], now=now)
    shown = read(enterprise.get("/requests"))
    assert all(each in shown for each in ("我的服务专员", client.name, "王某", 'href="tel:0512-57001234"'))
    assert Entry.objects.get(act="client.linked").subject == client.pk


def test_it_is_unlinked_again(client, cast, owner, now):
    linking.link(client, "13900001234", cast["steward"], now=now)
    client.refresh_from_db()
    linking.link(client, "", cast["steward"], now=now)
    client.refresh_from_db()
    assert (client.person, of_enterprise(owner, on=now.date())) == (None, ())


@pytest.mark.parametrize(("mobile", "told"), [("139", "没有关联"), ("13911112222", "还没有登录过")])
def test_a_number_of_nobody_is_refused_with_what_to_do(client, cast, now, mobile, told):
    with pytest.raises(NotAllowed, match=told):
        linking.link(client, mobile, cast["steward"], now=now)


def test_nobody_but_who_serves_it_links(client, cast, owner, now):
    for who in ("colleague", "power", "applicant"):
        with pytest.raises(NotAllowed):
            linking.link(client, "13900001234", cast[who], now=now)


def test_it_is_linked_on_its_page_and_a_refusal_keeps_the_number(of_steward, client, owner):
    address = f"/staff/clients/{client.pk}/account"
    refused = of_steward.post(address, {"mobile": "13911112222"})
    assert (refused.status_code, 'value="13911112222"' in read(refused)) == (409, True)
    assert "企业账号：139****1234" in read(of_steward.post(address, {"mobile": "13900001234"}, follow=True))


def test_an_enterprise_that_only_asked_for_something_is_told_too(client_of, brought, owner, now):
    client_of.person = None
    client_of.save()
    brought()
    assert [each.client for each in of_enterprise(owner, on=now.date())] == [client_of.name]


def test_another_enterprise_is_told_nothing(client, client_of, other, now):
    assert of_enterprise(other, on=now.date()) == ()


def test_a_client_that_left_the_list_has_no_steward_any_more(client_of, owner, now):
    client_of.until = now.date() - timedelta(days=1)
    client_of.save()
    assert of_enterprise(owner, on=now.date()) == ()
