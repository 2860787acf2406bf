"""What one request asks once: roles and delegations while it only reads, and nothing beyond its end."""

from datetime import timedelta
from threading import Thread

import pytest
from allauth.mfa.models import Authenticator

from gaoxing.office.people.assigning import assign
from gaoxing.office.people.delegating import Span, delegate
from gaoxing.office.people.models import RoleAssignment
from gaoxing.office.people.permissions import assignments, has_factor, may, passed_on, posts, roles_of
from gaoxing.office.people.remembering import keep, remembered, remembering


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
    with remembering(), django_assert_num_queries(1):
        assert [may(person, "handle_case", on=now.date()) for _ in range(4)] == [True] * 4
        assert not has_factor(person)


def test_what_was_passed_on_is_asked_for_where_there_is_some(staff, now, django_assert_num_queries):
    giver, person = staff("leader.one", "leader"), staff("clerk.one", "window_clerk")
    delegate(giver, person, kind="delegation", acts=["handle_case"], span=Span(now.date(), now.date()), now=now)
    with remembering(), django_assert_num_queries(3):
        assert [[each.giver for each in passed_on(person, "handle_case", on=now.date())] for _ in range(2) if posts(person, on=now.date())] == [[giver]] * 2


def test_the_second_factor_comes_along_with_the_roles(staff, now, django_assert_num_queries):
    person = staff("clerk.one", "window_clerk")
    Authenticator.objects.get_or_create(user=person, type=Authenticator.Type.TOTP, defaults={"data": {}})
    with remembering(), django_assert_num_queries(1):
        assert posts(person, on=now.date())
        assert has_factor(person)


def test_recovery_codes_alone_are_no_second_factor(staff, now):
    person = staff("clerk.one", "window_clerk")
    Authenticator.objects.filter(user=person).delete()
    Authenticator.objects.create(user=person, type=Authenticator.Type.RECOVERY_CODES, data={})
    with remembering():
        assert posts(person, on=now.date())
        assert not has_factor(person)


def test_one_of_the_staff_without_a_role_has_a_second_factor_all_the_same(staff, now):
    person = staff("clerk.one")
    Authenticator.objects.get_or_create(user=person, type=Authenticator.Type.WEBAUTHN, defaults={"data": {}})
    with remembering():
        assert posts(person, on=now.date()) == ()
        assert has_factor(person)


@pytest.mark.parametrize(("since", "until", "held"), [(0, None, True), (0, 0, True), (-9, -1, False), (1, None, False), (-9, 9, True)])
def test_a_post_counts_from_its_first_day_to_its_last(staff, now, since, until, held):
    person, day = staff("clerk.one"), now.date()
    last = None if until is None else day + timedelta(days=until)
    RoleAssignment.objects.create(person=person, role="examiner", since=day + timedelta(days=since), until=last)
    assert posts(person, on=day) == ((("examiner", None),) if held else ())
    assert list(assignments(person, on=day).values_list("role", "unit_id")) == list(posts(person, on=day))


def test_what_is_kept_outside_a_request_is_forgotten():
    keep("who", "first")
    assert remembered("who", lambda: "anew") == "anew"


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
