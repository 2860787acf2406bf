"""How often one browser may post: by its draft, and by where it comes from."""

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
