"""What one request asks once: roles and delegations while it only reads, and nothing beyond its end."""

from threading import Thread

import pytest

from gaoxing.office.people.assigning import assign
from gaoxing.office.people.permissions import may, posts, roles_of
from gaoxing.office.people.remembering import remembered, remembering


def test_within_a_request_a_question_is_asked_once():
    with remembering():
        assert [remembered("who", lambda told=told: told) for told in ("first", "second")] == ["first", "first"]


def test_nothing_is_an_answer_too():
    asked = []
    with remembering():
        for _ in range(3):
            remembered("who", lambda: asked.append(1))
    assert len(asked) == 1


def test_the_next_request_asks_anew():
    for told in ("first", "second"):
        with remembering():
            assert remembered("who", lambda told=told: told) == told


def test_outside_a_request_every_question_is_asked():
    assert [remembered("who", lambda told=told: told) for told in ("first", "second")] == ["first", "second"]


def test_a_request_that_fails_leaves_nothing_behind():
    with pytest.raises(ZeroDivisionError), remembering():
        remembered("who", lambda: 1 // 0)
    assert remembered("who", lambda: "anew") == "anew"


def test_one_within_another_keeps_what_that_one_keeps():
    with remembering():
        remembered("who", lambda: "outer")
        with remembering():
            assert remembered("who", lambda: "inner") == "outer"
            remembered("what", lambda: "inner")
        assert remembered("what", lambda: "outer") == "inner"


def test_another_thread_remembers_for_itself():
    heard = []
    with remembering():
        remembered("who", lambda: "here")
        other = Thread(target=lambda: heard.append(remembered("who", lambda: "there")))
        other.start()
        other.join()
    assert heard == ["there"]


def test_roles_and_delegations_are_asked_for_once(staff, now, django_assert_num_queries):
    person = staff("clerk.one", "window_clerk")
    with remembering(), django_assert_num_queries(2):
        assert [may(person, "handle_case", on=now.date()) for _ in range(4)] == [True] * 4


def test_another_day_is_another_question(staff, now):
    person = staff("clerk.one", "window_clerk")
    with remembering():
        assert roles_of(person, on=now.date()) == {"window_clerk"}
        assert not roles_of(person, on=now.date().replace(year=2020))


def test_a_role_counts_at_once_where_nothing_is_remembered(staff, now):
    person = staff("clerk.one")
    assert not roles_of(person, on=now.date())
    assign(person, "examiner", by=None, now=now, since=now.date())
    assert roles_of(person, on=now.date()) == {"examiner"}


def test_posts_name_the_unit_where_the_role_has_one(staff, unit, now):
    assert posts(staff("unit.one", "unit_handler"), on=now.date()) == (("unit_handler", unit.pk),)
    assert posts(staff("clerk.one", "window_clerk"), on=now.date()) == (("window_clerk", None),)


def test_a_page_asks_for_roles_once_and_a_post_asks_as_often_as_it_needs(staff, signed_in, monkeypatch):
    seen = []
    monkeypatch.setattr("gaoxing.office.people.views.guard.remembering", lambda: seen.append(1) or remembering())
    browser = signed_in(staff("clerk.one", "window_clerk"))
    assert browser.get("/staff").status_code == 200
    assert seen == [1]
    browser.post("/comfort", {"theme": "dark"})
    assert seen == [1]
