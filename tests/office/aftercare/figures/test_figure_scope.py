"""Whose figures somebody sees: a leader all, a steward those of the clients they serve on the day, whoever stands in for them the same, nobody else any."""

from datetime import timedelta

import pytest

from gaoxing.office.aftercare.figures.page import narrowed
from gaoxing.office.aftercare.figures.rows import SEE, fetched, scope
from gaoxing.office.aftercare.models import Part, Request, Stewardship
from gaoxing.office.aftercare.permissions import HANDLE
from gaoxing.office.people.models import Delegation
from tests.office.aftercare.figures.conftest import asked, having, piece

pytestmark = pytest.mark.django_db


@pytest.fixture
def seen(cast, now):
    """How many requests somebody's figures are of, on a day."""
    return lambda who, on=None: scope(cast[who], on=on or now.date()).count()


def passed_on(cast, now, giver, taker, *acts):
    Delegation.objects.create(giver=cast[giver], taker=cast[taker], kind="deputy", acts=list(acts), since=now.date(), until=now.date())


def test_leaders_see_all_a_steward_their_clients_and_nobody_else_any(brought, cast, seen):
    brought()
    everybody = {who: seen(who) for who in cast if who != "system"}
    assert {who for who, count in everybody.items() if count} == {"leader", "chief", "steward"}


def test_what_nobody_serves_is_the_leaders_alone(brought, client_of, seen):
    """Every steward may take it up, but it is in no steward's figures, so that none is counted twice."""
    brought()
    Stewardship.objects.all().delete()
    assert (seen("leader"), seen("steward"), seen("colleague")) == (1, 0, 0)


def test_whoever_serves_the_client_now_sees_what_it_asked_before(brought, client_of, cast, now, seen):
    brought()
    Stewardship.objects.update(until=now.date())
    tomorrow = now.date() + timedelta(days=1)
    Stewardship.objects.create(client=client_of, steward=cast["colleague"], since=tomorrow)
    assert [(seen("steward", day), seen("colleague", day)) for day in (now.date(), tomorrow)] == [(1, 0), (0, 1)]


def test_whoever_stands_in_for_a_steward_sees_their_figures(brought, cast, now, seen):
    brought()
    passed_on(cast, now, "steward", "colleague", HANDLE)
    assert seen("colleague") == 1


def test_whoever_a_leader_passed_the_figures_on_to_sees_all(brought, client_of, cast, now, seen):
    brought()
    Stewardship.objects.all().delete()
    passed_on(cast, now, "leader", "examiner", SEE)
    assert seen("examiner") == 1
    assert seen("window_clerk") == 0


def test_the_rows_hold_what_happened_in_its_order_and_no_words(in_hand, django_assert_num_queries):
    found = in_hand()
    with django_assert_num_queries(4):
        [row] = fetched(Request.objects.all())
    assert [each.act for each in row.events] == ["submit", "receive", "contact", "decompose", "dispatch"]
    assert [(part.number, part.category, part.lead, part.state) for part in row.parts] == [
        (1, "utilities", found.lead_id, "in_hand"),
        (2, "amenities", Part.objects.get(number=2).lead_id, "dispatched"),
    ]
    assert [(each.act, each.clock) for each in row.parts[0].events] == [("dispatch", "start"), ("sign", "")]
    assert not any(isinstance(value, bytes | memoryview) for value in vars(row).values())


def test_reasons_are_told_apart(sent, press):
    press(Part.objects.get(request=sent(), number=1), "object", "power", reason="not_our_duty")
    [row] = fetched(Request.objects.all())
    assert row.parts[0].events[-1].reasons == ("not_our_duty",)


def test_rows_are_narrowed_to_a_category_and_a_unit_with_these_parts_alone():
    first, second = piece(category="policy", lead=1), piece(category="labour", lead=2)
    rows = [having(asked(), first, second), having(asked(), piece(category="labour", lead=1))]
    assert [row.parts for row in narrowed(rows, category="policy")] == [(first,)]
    assert [row.parts for row in narrowed(rows, category="labour", unit="2")] == [(second,)]
    assert narrowed(rows, category="policy", unit="2") == ()
    assert narrowed(rows) == tuple(rows)
