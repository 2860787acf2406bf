"""A steward's own list: the most pressing first, what waits for their hand, and the requests of those whom nobody serves."""

import re
from datetime import timedelta

import pytest

from gaoxing.office.aftercare.clients import desk as desks
from gaoxing.office.aftercare.clients.desk import desk_of
from gaoxing.office.aftercare.models import Request
from gaoxing.office.people.delegating import Span, delegate

pytestmark = pytest.mark.django_db


@pytest.fixture
def desk(cast, now):
    return lambda who="steward": desk_of(cast[who], now=now)


def test_the_silent_longest_comes_first_and_the_contacted_last(listed, visited, desk):
    visited(listed("E1", "steward"))
    visited(listed("E2", "steward"), ago=100)
    visited(listed("E3", "steward"), ago=200)
    listed("E4", "colleague")
    assert [each.client.code for each in desk().rows] == ["E3", "E2", "E1"]
    assert (desk().silent, desk().red, desk().waiting) == (2, 0, 0)


def test_what_waits_comes_before_the_silent_and_says_what_to_do(listed, brought, visited, desk):
    visited(listed("E9", "steward"), ago=200)
    request = brought()
    first = desk().rows[0]
    assert (first.client.code, [(each.number, str(each.what)) for each in first.waiting]) == ("E001", [(request.number, "受理")])
    assert desk().waiting == 1


def test_what_is_overdue_is_red_and_late(brought, desk, now):
    Request.objects.filter(pk=brought().pk).update(due=now - timedelta(hours=1))
    row = desk().rows[0]
    assert (row.standing.red, row.waiting[0].late, desk().red) == (True, True, 1)


@pytest.mark.parametrize(("rating", "waits"), [(1, 1), (5, 0)])
def test_an_accepted_request_waits_only_for_the_call_after_a_bad_rating(accepted, desk, rating, waits):
    accepted(rating)
    assert desk().waiting == waits


def test_a_request_of_nobody_waits_for_every_steward(brought, desk):
    request = brought(client=None)
    for who in ("steward", "colleague"):
        assert [each.number for each in desk(who).unserved] == [request.number]


def test_of_many_requests_of_nobody_the_first_stand_there_and_all_are_counted(brought, desk, of_steward, monkeypatch):
    monkeypatch.setattr(desks, "SHOWN", 2)
    numbers = [brought(words=f"第 {each} 件", client=None).number for each in range(3)]
    found = desk()
    assert ([each.number for each in found.unserved], found.free, found.waiting) == (numbers[:2], 3, 3)
    page = of_steward.get("/staff/steward").content.decode()
    assert "没有专员的企业提的 3 件" in page
    assert "这里列出最急的 2 件" in page
    link = re.search(r'href="([^"]*whose=unserved)"', page)[1]
    assert all(each in of_steward.get(link).content.decode() for each in numbers)


def test_without_more_no_page_of_them_is_offered(brought, desk, of_steward):
    brought(client=None)
    assert desk().free == 1
    assert "whose=unserved" not in of_steward.get("/staff/steward").content.decode()


def test_contacts_are_masked(listed, desk):
    listed("E1", "steward", contact="联系人甲", mobile="13900001234")
    assert [(each.name, each.telephone) for each in desk().rows[0].contacts] == [("联**", "139****1234")]


def test_a_deputy_has_the_list_of_whom_they_stand_in_for(listed, cast, desk, now):
    listed("E1", "steward")
    assert desk("colleague").rows == ()
    span = Span(now.date(), now.date() + timedelta(days=3))
    delegate(cast["steward"], cast["colleague"], kind="deputy", acts=["handle_request"], span=span, now=now)
    assert len(desk("colleague").rows) == 1


def test_a_long_list_is_read_with_few_questions(listed, desk, django_assert_max_num_queries):
    for number in range(12):
        listed(f"E{number}", "steward")
    with django_assert_max_num_queries(40):
        assert len(desk().rows) == 12
