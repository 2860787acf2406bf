"""How each client stands: what counts as a contact, how long it is silent, what is red, and who is its steward on the day."""

from datetime import date, timedelta

import pytest

from gaoxing.office.aftercare.clients.quarters import Quarter, quarter_of
from gaoxing.office.aftercare.clients.standing import Standing, View, narrowed, of_steward, seen, standings
from gaoxing.office.aftercare.clients.visits import strike
from gaoxing.office.aftercare.models import Client, Part, Request, Stewardship
from gaoxing.office.aftercare.stewards import entrust

pytestmark = pytest.mark.django_db
STANDINGS = ("served", "unserved", "contacted", "silent", "red")


@pytest.fixture
def view(now):
    return View.of(quarter_of(now.date()), now=now)


@pytest.fixture
def stands(view):
    """How a client stands, once its standing and every list that it is narrowed to agree."""

    def found(client, seen_from=view):
        rows = Client.objects.filter(pk=client.pk)
        row = standings(rows, seen_from)[0]
        kept = {word for word in STANDINGS if narrowed(rows, word, seen_from).exists()}
        expected = {"served" if row.steward else "unserved", "contacted" if row.contacted else "silent", *(["red"] if row.red else [])}
        assert kept == expected
        return row

    return found


def test_a_client_without_anything_is_unserved_and_silent_since_it_was_listed(listed, stands, now):
    row = stands(listed("E1", since=now.date() - timedelta(days=40)))
    assert (row.steward, row.contacted, row.silent, row.red, row.last, row.days) == (0, False, True, False, None, 40)


def test_a_visit_of_the_quarter_is_a_contact(listed, visited, stands, now):
    client = listed("E1", "steward")
    visited(client, ago=3)
    row = stands(client)
    assert (row.contacted, row.days, row.last) == (True, 3, now - timedelta(days=3))


def test_a_visit_of_an_earlier_quarter_is_none_of_this(listed, visited, stands):
    client = listed("E1", "steward")
    visited(client, ago=120)
    row = stands(client)
    assert (row.silent, row.days) == (True, 120)


def test_a_visit_that_was_struck_counts_for_nothing(listed, visited, stands, cast, now):
    client = listed("E1", "steward")
    strike(visited(client, ago=3), cast["steward"], now=now)
    assert stands(client).last is None


def test_a_contact_on_a_request_counts_and_bringing_it_does_not(brought, press, client_of, stands):
    request = press(brought(), "receive", "steward")
    assert stands(client_of).silent
    press(request, "contact", "steward", whom="联系人甲", when="2026-11-24 11:00", how="电话", later=timedelta(0))
    assert stands(client_of).contacted


def test_what_is_overdue_on_an_open_request_is_red(brought, client_of, stands, now):
    request = brought()
    Request.objects.filter(pk=request.pk).update(due=now + timedelta(hours=1))
    assert not stands(client_of).red
    Request.objects.filter(pk=request.pk).update(due=now - timedelta(hours=1))
    assert stands(client_of).red
    Request.objects.filter(pk=request.pk).update(state="withdrawn")
    assert not stands(client_of).red


def test_a_part_that_is_overdue_is_red_until_it_has_an_outcome(sent, client_of, stands, now):
    request = sent()
    Request.objects.filter(pk=request.pk).update(due=None)
    Part.objects.filter(request=request).update(due=None)
    Part.objects.filter(request=request, number=1).update(due=now - timedelta(hours=1))
    assert stands(client_of).red
    Part.objects.filter(request=request, number=1).update(state="done")
    assert not stands(client_of).red


def test_a_past_quarter_is_read_on_its_last_day_and_nothing_in_it_is_red(listed, visited, stands, now):
    client = listed("E1", since=date(2026, 1, 1))
    visited(client, "leader", ago=120)
    row = stands(client, View.of(Quarter(2026, 3), now=now))
    assert (row.contacted, row.red, row.steward) == (True, False, 0)


def test_the_steward_of_the_day_is_told_and_whom_one_serves_is_found(listed, cast, view, now):
    client = listed("E1", "steward")
    entrust(client, cast["colleague"], cast["leader"], now=now, since=now.date() + timedelta(days=5))
    assert standings(Client.objects.all(), view)[0].steward == cast["steward"].pk
    assert of_steward(Client.objects.all(), cast["steward"].pk, view).count() == 1
    assert not of_steward(Client.objects.all(), cast["colleague"].pk, view).exists()
    assert not of_steward(Client.objects.all(), 0, view).exists()
    assert Stewardship.objects.count() == 2


def test_clients_off_the_list_and_those_of_others_are_not_seen(listed, cast, view, now):
    listed("E1", "steward")
    listed("E2", "colleague")
    listed("E3", "steward", until=now.date() - timedelta(days=1))
    found = {who: [each.code for each in seen(cast[who], view, on=now.date())] for who in ("steward", "leader", "power", "window_clerk")}
    assert found == {"steward": ["E1"], "leader": ["E1", "E2"], "power": [], "window_clerk": []}


@pytest.mark.parametrize(("red", "yellow", "light"), [(True, True, "red"), (True, False, "red"), (False, True, "yellow"), (False, False, "")])
def test_the_worse_of_two_lights_is_shown(red, yellow, light):
    told = (1, "enterprise", "E1", "昆山样例有限公司", "", 0, False, None, 0)
    assert Standing(*told, red, yellow).light == light
