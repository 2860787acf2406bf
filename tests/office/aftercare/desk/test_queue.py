"""The desk's list: what is due first at the head, each filter and all of them together, page by page, nothing twice and nothing left out; whose desk it is."""

from datetime import timedelta
from itertools import pairwise

import pytest

from gaoxing.office.aftercare.desk import queue
from gaoxing.office.aftercare.desk.queue import Narrowed, counted, listed, on_desk, one, read, rows
from gaoxing.office.aftercare.models import Client, Part, Request, Stewardship
from tests.office.aftercare.conftest import ENTERPRISE, part

pytestmark = pytest.mark.django_db


@pytest.fixture
def found(cast, now):
    """The words-free numbers of what somebody's list holds."""
    return lambda who="steward", **wanted: {each.pk for each in rows(cast[who], Narrowed(**wanted), now=now)}


@pytest.fixture
def many(client_of, units, now):
    """Requests straight into the tables, of which several fall due at the same moment."""

    def made(count):
        plain = {"client": client_of, "enterprise": ENTERPRISE, "source": "enterprise", "said": "x", "made": now, "changed": now, "state": "received"}
        return Request.objects.bulk_create(
            Request(number=f"R2026-{900_000 + place}", due=now + timedelta(days=place % 4) if place % 5 else None, **plain) for place in range(count)
        )

    return made


@pytest.mark.parametrize("count", [0, 1, 3, 6, 7, 13])
def test_the_pages_hold_everything_once_in_the_order_of_the_whole(many, cast, now, monkeypatch, count):
    monkeypatch.setattr(queue, "PAGE", 3)
    many(count)
    seen, after = [], ""
    while True:
        page = listed(cast["steward"], Narrowed(), now=now, after=after)
        seen += [each.pk for each in page.requests]
        if not (after := page.onward):
            break
    assert seen == [each.pk for each in rows(cast["steward"], Narrowed(), now=now)]
    assert len(seen) == count


def test_what_is_due_first_stands_at_the_head_and_what_is_not_due_at_the_end(many, cast, now):
    many(12)
    order = [(each.due is None, each.due or now, each.pk) for each in rows(cast["steward"], Narrowed(), now=now)]
    assert all(one < other for one, other in pairwise(order))


def test_a_request_with_the_units_stands_by_its_first_open_part(sent, brought, cast, now):
    request, other = sent(), brought("路灯不亮")
    Part.objects.filter(request=request, number=2).update(due=other.due - timedelta(seconds=1))
    assert [each.pk for each in rows(cast["steward"], Narrowed(), now=now)] == [request.pk, other.pk]
    Part.objects.filter(request=request, number=2).update(state="done")
    Part.objects.filter(request=request, number=1).update(due=other.due + timedelta(seconds=1))
    assert [each.pk for each in rows(cast["steward"], Narrowed(), now=now)] == [other.pk, request.pk]


def test_a_page_goes_on_after_its_place_even_where_that_request_is_gone(many, cast, now, monkeypatch):
    monkeypatch.setattr(queue, "PAGE", 2)
    many(6)
    first = listed(cast["steward"], Narrowed(), now=now)
    rest = [each.pk for each in rows(cast["steward"], Narrowed(), now=now)][2:4]
    Request.objects.filter(pk__in=[each.pk for each in first.requests]).delete()
    assert [each.pk for each in listed(cast["steward"], Narrowed(), now=now, after=first.onward).requests] == rest


@pytest.mark.parametrize("mark", ["", "x", "1", "1.", ".1", "1.x", "-1.1", "1.1.1", "９.１", "9" * 30 + ".1", f"1.{1 << 63}", "1." + "9" * 60])
def test_a_mark_that_is_none_begins_anew(many, cast, now, mark):
    many(2)
    assert len(listed(cast["steward"], Narrowed(), now=now, after=mark).requests) == 2


def test_a_mark_of_the_far_end_leads_to_an_empty_page_and_not_to_an_error(many, cast, now):
    many(2)
    assert listed(cast["steward"], Narrowed(), now=now, after=f"221845392000000000.{(1 << 63) - 1}").requests == ()


def test_a_list_is_counted_to_its_most_and_one_beyond(many, cast, now, monkeypatch):
    monkeypatch.setattr(queue, "MOST_COUNTED", 4)
    many(9)
    assert counted(rows(cast["steward"], Narrowed(), now=now)) == 5
    assert counted(rows(cast["steward"], Narrowed(source="window"), now=now)) == 0


def test_what_is_open_is_shown_unless_a_state_is_asked_for(brought, accepted, found):
    open_one, done = brought("路灯不亮"), accepted()
    assert (found(), found(state="accepted"), found(state="all")) == ({open_one.pk}, {done.pk}, {open_one.pk, done.pk})


def test_duties_name_what_is_to_be_done_by_hand_next(brought, planned, answered, accepted, sent, press, found):
    new, to_plan = brought("路灯不亮"), planned(words="门口的路坏了")
    redo = press(answered(words="水压太低"), "reject", "applicant", reason="unsolved")
    bad, supervised = accepted(1, words="网络太慢"), press(sent(), "supervise", "leader", reason="declined")
    told = {duty: found(duty=duty) for duty in queue.DUTIES}
    assert told == {"contact": {new.pk}, "plan": {to_plan.pk}, "redo": {redo.pk}, "call_back": {bad.pk}, "supervision": {supervised.pk}}


def test_a_bad_rating_that_was_called_back_is_no_duty_any_more(accepted, found, now):
    request = accepted(2)
    assert found(duty="call_back") == {request.pk}
    Request.objects.filter(pk=request.pk).update(called_back=now)
    assert found(duty="call_back") == set()


def test_a_category_and_a_unit_are_asked_of_one_and_the_same_part(sent, units, found):
    request, power, city = sent(), str(units["power"].pk), str(units["city"].pk)
    assert found(category="utilities", unit=power) == found(category="amenities", unit=city) == {request.pk}
    assert found(category="utilities", unit=city) == found(category="labour") == found(unit=str(units["police"].pk)) == set()


def test_filters_narrow_together(brought, cast, client_of, found):
    ours = brought("路灯不亮")
    theirs = brought("门口的路坏了", client=None, source="window")
    assert found(source="window") == found(whose="unserved") == {theirs.pk}
    assert found(source="enterprise") == {ours.pk}
    assert found(source="enterprise", whose="unserved") == set()


def test_a_stewards_own_are_their_clients_and_what_they_brought(brought, cast, client_of, found):
    ours, theirs = brought("路灯不亮"), brought("门口的路坏了", client=None)
    assert found(whose="mine") == {ours.pk}
    Request.objects.filter(pk=theirs.pk).update(brought_by=cast["steward"])
    assert found(whose="mine") == {ours.pk, theirs.pk}


def test_a_light_narrows_by_the_worst_of_the_open_parts(sent, now, found):
    request = sent()
    assert (found(light="green"), found(light="red")) == ({request.pk}, set())
    Part.objects.filter(request=request, number=2).update(due=now - timedelta(seconds=1))
    assert (found(light="green"), found(light="red")) == (set(), {request.pk})
    Part.objects.filter(request=request, number=2).update(state="ended")
    assert found(light="green") == {request.pk}


def test_an_address_is_read_and_what_nobody_knows_is_left_out():
    given = {"whose": "mine", "state": "all", "category": "policy", "light": "double_red", "unit": "12", "source": "window", "duty": "redo", "page": "3"}
    wanted, understood = read(given)
    assert (wanted.asked, understood) == ({name: value for name, value in given.items() if name != "page"}, True)


@pytest.mark.parametrize(
    "given",
    [{"whose": "all"}, {"state": "draft"}, {"category": "weather"}, {"light": "done"}, {"unit": "-1"}, {"unit": "１"}, {"unit": "9" * 12}, {"duty": "x" * 99}],
)
def test_a_value_that_is_none_is_told_and_the_others_stand(given):
    assert read({**given, "source": "steward"}) == (Narrowed(source="steward"), False)


def test_whose_desk_it_is(brought, cast, now):
    served, free = brought("路灯不亮"), brought("门口的路坏了", client=None)
    told = {who: set(on_desk(cast[who], on=now.date())) for who in ("steward", "colleague", "leader", "power", "window_clerk", "applicant")}
    assert told["steward"] == told["leader"] == {served, free}
    assert told["colleague"] == {free}
    assert told["power"] == told["window_clerk"] == told["applicant"] == set()


def test_a_client_that_changes_hands_takes_its_requests_along(brought, cast, client_of, now):
    request = brought()
    Stewardship.objects.filter(client=client_of).update(until=now.date() - timedelta(days=1), since=now.date() - timedelta(days=9))
    Stewardship.objects.create(client=client_of, steward=cast["colleague"], since=now.date())
    assert one(cast["steward"], request.number, now=now) is None
    assert one(cast["colleague"], request.number, now=now) == request


def test_a_draft_lies_on_no_desk(brought, cast, now):
    Request.objects.filter(pk=brought().pk).update(state="draft")
    assert [set(on_desk(cast[who], on=now.date())) for who in ("steward", "leader")] == [set(), set()]


def test_a_page_asks_the_database_as_often_for_many_as_for_few(sent, cast, now, django_assert_max_num_queries):
    for number in range(4):
        sent(words=f"第 {number} 件")
    with django_assert_max_num_queries(12):
        page = listed(cast["steward"], Narrowed(), now=now)
        assert [len(each.parts.all()) for each in page.requests] == [2] * 4
        assert {each.lead.code for request in page.requests for each in request.parts.all()} == {"power", "city"}


def test_a_part_of_one_request_never_brings_in_another(sent, brought, now, found, units):
    request, other = sent(), brought("路灯不亮", client=Client.objects.get())
    Part.objects.filter(request=request).update(due=now - timedelta(days=30))
    assert other.pk not in found(light="double_red")
    assert part(request, 1).request_id in found(light="double_red", unit=str(units["power"].pk))
