"""How often one browser may post: by its draft, and by where it comes from."""

from datetime import timedelta

import pytest
from django.test import RequestFactory

from gaoxing.office.frontdesk import limits


@pytest.fixture
def request_of():
    def make(*, draft="", address="10.0.0.1", method="post"):
        request = getattr(RequestFactory(), method)("/", REMOTE_ADDR=address)
        request.session = {"draft": draft} if draft else {}
        return request

    return make


@pytest.fixture
def rates(monkeypatch):
    def set_to(draft, address):
        monkeypatch.setattr(limits, "PER_DRAFT", f"{draft}/h")
        monkeypatch.setattr(limits, "PER_ADDRESS", f"{address}/h")

    return set_to


def refused(*requests):
    return [limits.too_many(request) for request in requests]


def test_so_many_posts_pass_and_the_next_does_not(request_of, rates):
    rates(3, 100)
    assert refused(*[request_of(draft="a")] * 4) == [False, False, False, True]


def test_another_draft_has_a_count_of_its_own(request_of, rates):
    rates(1, 100)
    assert refused(request_of(draft="a"), request_of(draft="b"), request_of(draft="a")) == [False, False, True]


def test_many_drafts_from_one_address_are_too_many(request_of, rates):
    rates(100, 2)
    assert refused(*[request_of(draft=name) for name in "abc"]) == [False, False, True]


def test_another_address_has_a_count_of_its_own(request_of, rates):
    rates(100, 1)
    assert refused(request_of(draft="a"), request_of(draft="b", address="10.0.0.2")) == [False, False]


def test_without_a_draft_the_address_counts(request_of, rates):
    rates(1, 100)
    assert refused(request_of(), request_of()) == [False, True]
    assert refused(request_of(address="10.0.0.2")) == [False]


@pytest.mark.parametrize("method", ["get", "head"])
def test_looking_is_not_counted(request_of, rates, method):
    rates(1, 1)
    assert not any(refused(*[request_of(draft="a", method=method)] * 5))


def test_somebody_typing_is_not_stopped(request_of):
    assert not any(refused(*[request_of(draft="a")] * 120))


def tries(request, count, now):
    return [limits.wait_for_code(request, now=now) for _ in range(count)]


def test_ten_codes_an_hour_may_be_tried_and_the_eleventh_waits(request_of, now):
    waits = tries(request_of(), 11, now)
    assert waits == [None] * 10 + [now + timedelta(hours=1)]


def test_after_the_hour_codes_may_be_tried_again(request_of, now):
    tries(request_of(), 11, now)
    assert tries(request_of(), 1, now + timedelta(hours=1)) == [None]


def test_a_right_code_counts_for_nothing(request_of, now):
    for _ in range(30):
        assert tries(request_of(), 1, now) == [None]
        limits.right_code(request_of())


def test_tries_from_elsewhere_are_counted_apart(request_of, now):
    tries(request_of(), 11, now)
    assert tries(request_of(address="10.0.0.2"), 1, now) == [None]


def test_one_household_is_one_address(request_of, now):
    tries(request_of(address="2001:db8:1:2::1"), 10, now)
    assert tries(request_of(address="2001:db8:1:2:ffff::9"), 1, now) != [None]
    assert tries(request_of(address="2001:db8:1:3::1"), 1, now) == [None]


def test_many_addresses_together_are_braked_too(request_of, now, monkeypatch):
    monkeypatch.setattr(limits, "WRONG_CODES_IN_ALL", 3)
    waits = [tries(request_of(address=f"10.0.1.{n}"), 1, now)[0] for n in range(4)]
    assert waits == [None] * 3 + [now + timedelta(hours=1)]


@pytest.mark.parametrize("address", ["", "unix:", "x"])
def test_an_address_that_is_none_is_counted_too(request_of, address, now):
    assert tries(request_of(address=address), 11, now)[-1] is not None
