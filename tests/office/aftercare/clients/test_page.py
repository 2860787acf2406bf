"""One client as its page shows it, after what happened to it: terms with their reasons, visits with their notes, requests, the register; faults stay faults."""

from datetime import timedelta

import pytest

from gaoxing.engines.fault import Fault
from gaoxing.office.aftercare.clients import page as pages
from gaoxing.office.aftercare.clients.page import page_of
from gaoxing.office.aftercare.clients.visits import strike
from gaoxing.office.aftercare.models import Client, ClientVisit
from gaoxing.office.aftercare.stewards import entrust
from gaoxing.office.people.delegating import Span, delegate

pytestmark = pytest.mark.django_db


@pytest.fixture
def client(listed):
    return listed("E1", "steward", contact="张某", mobile="13900001234")


@pytest.fixture
def shown(client, cast, now):
    """The page for one of the cast."""
    return lambda who="steward", **how: page_of(Client.objects.get(pk=client.pk), cast[who], now=how.pop("at", now), **how)


def test_a_new_client_has_a_page_without_anything(listed, cast, now):
    found = page_of(listed("E9"), cast["leader"], now=now)
    assert (found.steward, found.deputies, found.contacts, found.terms, found.visits, found.requests, found.cases) == ("", (), (), (), (), (), ())
    assert (found.visits_count, found.requests_count, found.registered, found.account) == (0, 0, None, "")


def test_contacts_are_masked_but_for_the_one_that_is_shown_whole(shown):
    assert [(each.name, each.telephone) for each in shown().contacts] == [("张**", "139****1234")]
    assert [(each.name, each.telephone) for each in shown(whole="0").contacts] == [("张某", "13900001234")]


def test_terms_stand_latest_first_with_reasons_and_which_is_now(shown, client, cast, now):
    entrust(client, cast["colleague"], cast["leader"], now=now, since=now.date() + timedelta(days=5), why="片区调整")
    found = shown().terms
    assert [(each.term.steward, each.why, each.now) for each in found] == [(cast["colleague"], "片区调整", False), (cast["steward"], "", True)]
    later = shown("leader", at=now + timedelta(days=6)).terms
    assert [each.now for each in later] == [True, False]


def test_the_steward_of_the_day_and_whoever_stands_in_are_told(shown, cast, now):
    span = Span(now.date(), now.date() + timedelta(days=3))
    delegate(cast["steward"], cast["colleague"], kind="deputy", acts=["handle_request"], span=span, now=now)
    assert [(each.person, each.until) for each in shown().deputies] == [(cast["colleague"], span.until)]


def test_a_delegation_of_something_else_makes_nobody_a_deputy_here(shown, cast, now):
    delegate(cast["steward"], cast["window_clerk"], kind="delegation", acts=["handle_stuck"], span=Span(now.date(), now.date()), now=now)
    assert shown().deputies == ()


def test_visits_stand_newest_first_opened_and_struck_ones_stay(shown, client, visited, cast, now):
    visited(client, ago=9, said="先前的")
    struck = visited(client, ago=1, said="写错的", found="看到的")
    strike(struck, cast["steward"], now=now)
    found = shown()
    assert [(each.said, each.found, each.visit.struck is not None) for each in found.visits] == [("写错的", "看到的", True), ("先前的", "", False)]
    assert found.standing.days == 9


def test_of_many_visits_the_newest_are_listed_and_all_are_counted(shown, client, visited, monkeypatch):
    monkeypatch.setattr(pages, "SHOWN", 2)
    for ago in range(3):
        visited(client, ago=ago)
    assert (len(shown().visits), shown().visits_count) == (2, 3)


def test_requests_are_those_of_the_client_with_their_states_and_no_drafts(shown, client, client_of, brought):
    mine, draft = brought(client=client), brought(client=client, words="路灯不亮，晚上看不见")
    brought(words="别家的：员工停车位不够")
    type(draft).objects.filter(pk=draft.pk).update(state="draft")
    assert [(each, state) for each, state in shown().requests] == [(mine, "已提交")]
    assert shown().requests_count == 1


def test_the_account_is_told_as_the_office_shows_it(shown, client, owner):
    Client.objects.filter(pk=client.pk).update(person=owner)
    assert shown().account == "139****1234"


def test_a_note_that_does_not_open_is_a_fault_and_never_an_empty_note(shown, client, visited):
    visited(client)
    ClientVisit.objects.update(note=b"\x01broken")
    with pytest.raises(Fault):
        shown()


def test_a_fault_is_told_on_the_page_with_a_sentence(of_steward, client, visited):
    visited(client)
    ClientVisit.objects.update(note=b"\x01broken")
    assert of_steward.get(f"/staff/clients/{client.pk}").status_code == 503
