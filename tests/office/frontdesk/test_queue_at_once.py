"""The list of all cases as a page: asked of the database as often for many as for few, and closed from the very next request on to whom it was taken from."""

from datetime import timedelta

import pytest
from allauth.mfa.models import Authenticator
from django.template import Context, Template
from django.utils import timezone

from gaoxing.office.cases.models import Case
from gaoxing.office.frontdesk.queue_rows import Chooser
from gaoxing.office.people.models import Person, RoleAssignment
from tests.office.frontdesk.casting import *  # noqa: F403
from tests.office.frontdesk.casting import submit

pytestmark = pytest.mark.django_db
ALL = "/staff/cases/all"
ASKED = 9
"""Session, person, standing, cases, how many, colleagues, units, handlers, unread notices."""


@pytest.fixture
def listed(clerk, mine, drafted):
    """The clerk's browser, which was just shown the list."""
    submit(mine)
    assert clerk.get(ALL).status_code == 200
    return clerk


def more(count, handler):
    now = timezone.now()
    for place in range(count):
        told = {"number": f"n{place}", "state": "accepted", "matter": "deregistration", "filed": now, "rank": now, "handler": handler}
        Case.objects.create(reference=f"r{place}", created=now, changed=now, words=b"", form=b"", **told)


@pytest.mark.parametrize("count", [1, 12])
def test_the_page_asks_the_database_as_often_for_many_as_for_few(listed, count, django_assert_num_queries):
    more(count, Person.objects.get(kind="staff"))
    with django_assert_num_queries(ASKED):
        page = listed.get(ALL).content.decode()
    assert page.count("<tr>") == count + 2


def test_an_ended_role_closes_the_list_at_once(listed):
    RoleAssignment.objects.update(until=timezone.localdate() - timedelta(days=1), since=timezone.localdate() - timedelta(days=9))
    assert listed.get(ALL).status_code == 403


def test_a_closed_account_is_led_to_the_sign_in_at_once(listed):
    Person.objects.filter(kind="staff").update(is_active=False)
    assert listed.get(ALL)["Location"].startswith("/sign-in")


def test_one_whose_second_factor_was_taken_off_sets_up_another_first(listed):
    Authenticator.objects.all().delete()
    assert listed.get(ALL)["Location"].endswith("totp/activate/")


def test_one_whose_password_was_set_by_another_changes_it_first(listed):
    Person.objects.filter(kind="staff").update(password_due=True)
    assert "password" in listed.get(ALL)["Location"]


def test_a_role_just_given_stands_on_the_next_page(listed):
    RoleAssignment.objects.update(role="leader")
    assert "工作量" in listed.get(ALL).content.decode()


def test_a_box_shows_its_choices_escaped_and_the_one_that_stands():
    box = Chooser("unit", "单位", (("", "全部"), ('"><b>', "<i>甲</i>")), '"><b>')
    page = Template("{% load listed %}{% options box %}").render(Context({"box": box}))
    assert page == '<option value="">全部</option><option value="&quot;&gt;&lt;b&gt;" selected>&lt;i&gt;甲&lt;/i&gt;</option>'
