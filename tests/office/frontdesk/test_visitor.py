"""What the session knows: drafts in hand, on the list, come by code; consent; a clerk; a kiosk."""

import pytest
from django.contrib.sessions.backends.db import SessionStore
from django.test import RequestFactory

from gaoxing.office.frontdesk import visitor

pytestmark = pytest.mark.django_db


@pytest.fixture
def request_of():
    def make(**posted):
        request = RequestFactory().post("/", posted)
        request.session = SessionStore()
        return request

    return make


@pytest.fixture
def holding(request_of):
    """A browser that took up a, then b."""
    request = request_of()
    for each in "ab":
        visitor.take_up(request, each)
    return request


def test_the_draft_taken_up_last_is_in_hand_and_first_in_the_list(holding):
    assert (visitor.reference(holding), visitor.references(holding)) == ("b", ("b", "a"))


def test_a_draft_dropped_leaves_hand_and_list(holding):
    visitor.drop(holding, "b")
    assert (visitor.reference(holding), visitor.references(holding)) == ("", ("a",))


def test_dropping_another_draft_leaves_the_one_in_hand(holding):
    visitor.drop(holding, "a")
    assert (visitor.reference(holding), visitor.references(holding)) == ("b", ("b",))


def test_the_list_is_bounded(request_of):
    request = request_of()
    for number in range(visitor.MOST_DRAFTS + 5):
        visitor.take_up(request, str(number))
    assert len(visitor.references(request)) == visitor.MOST_DRAFTS


def test_a_draft_that_came_by_code_is_not_this_browsers_own(holding):
    visitor.fetch(holding, "c")
    visitor.fetch(holding, "a")
    assert visitor.reference(holding) == "a"
    assert set(visitor.own(holding)) == {"a", "b"}


def test_words_of_a_page_whose_draft_is_gone_are_told_once(request_of):
    request = request_of(draft=visitor.key("gone"))
    visitor.take_up(request, "new")
    assert (visitor.renewed(request), visitor.renewed(request)) == (True, False)


def test_opening_a_draft_on_purpose_is_nothing_to_tell(request_of):
    request = request_of(draft=visitor.key("wanted"))
    visitor.take_up(request, "wanted")
    assert not visitor.renewed(request)


def test_a_clerks_name_shows_that_it_is_declared(request_of):
    request = request_of()
    assert visitor.author(request) == ""
    visitor.help_as(request, "测试员")
    assert visitor.author(request) == "测试员（自报）"
    visitor.help_as(request, "")
    assert visitor.author(request) == ""


def test_consent_to_another_version_is_none(request_of):
    request = request_of()
    visitor.consent(request)
    assert visitor.consented(request) == visitor.PRIVACY
    request.session[visitor.CONSENT] = "2020-01"
    assert visitor.consented(request) == ""


def test_a_session_keeps_the_mark_it_got_when_the_privacy_page_was_agreed_to(request_of, settings):
    request = request_of()
    assert visitor.visit(request) == ""
    visitor.consent(request)
    mark = visitor.visit(request)
    visitor.consent(request)
    assert (len(mark), visitor.visit(request)) == (16, mark)


def test_two_sessions_have_two_marks(request_of):
    first, second = request_of(), request_of()
    for each in (first, second):
        visitor.consent(each)
    assert visitor.visit(first) != visitor.visit(second)
