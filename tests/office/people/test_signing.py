"""A signed-in session: taken from its own browser alone, ended when idle, too old, one too many, or ended from elsewhere."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from gaoxing.office.people import signing
from gaoxing.office.people.models import SignIn

pytestmark = pytest.mark.django_db


@pytest.fixture
def clerk(staff):
    return staff("clerk.one", "window_clerk")


def shift(client, **earlier):
    """The session as if so much time had passed."""
    session = client.session
    bound = session[signing.BOUND]
    for name, span in earlier.items():
        bound[name] -= span.total_seconds()
    session[signing.BOUND] = bound
    session.save()


def stolen(client, agent="Firefox Linux", *names):
    thief = Client(headers={"user-agent": agent})
    for name in names or ("sessionid", signing.COOKIE):
        thief.cookies[name] = client.cookies[name].value
    return thief


def test_a_session_works_in_its_own_browser(clerk, signed_in):
    assert signed_in(clerk).get("/staff").status_code == 200


def test_a_session_copied_to_another_browser_is_refused_and_ends(clerk, signed_in):
    client = signed_in(clerk)
    response = stolen(client, "Chrome Windows").get("/staff")
    assert response.status_code == 403
    assert "另一个浏览器" in response.content.decode()
    assert client.get("/staff").status_code == 302
    assert SignIn.objects.get().why == "stolen"


def test_a_session_without_the_browsers_own_cookie_is_refused(clerk, signed_in):
    assert stolen(signed_in(clerk), "Firefox Linux", "sessionid").get("/staff").status_code == 403


def test_a_copy_of_both_cookies_is_found_out_when_they_change(clerk, signed_in):
    client = signed_in(clerk)
    thief = stolen(client)
    shift(client, began=timedelta(minutes=16), changed=timedelta(minutes=16))
    assert client.get("/staff").status_code == 200
    shift(client, changed=timedelta(minutes=2))
    assert thief.get("/staff").status_code == 403


def test_two_pages_at_the_moment_of_change_are_both_served(clerk, signed_in):
    client = signed_in(clerk)
    other = stolen(client)
    shift(client, began=timedelta(minutes=16), changed=timedelta(minutes=16))
    assert [client.get("/staff").status_code, other.get("/staff").status_code] == [200, 200]


def test_the_cookie_changes_every_quarter_of_an_hour(clerk, signed_in):
    client = signed_in(clerk)
    before = client.cookies[signing.COOKIE].value
    shift(client, began=timedelta(minutes=16), changed=timedelta(minutes=16))
    client.get("/staff")
    assert client.cookies[signing.COOKIE].value != before


@pytest.mark.parametrize(("earlier", "why"), [({"seen": timedelta(minutes=31)}, "太久没有操作"), ({"began": timedelta(hours=13)}, "最长时间")])
def test_an_idle_and_an_old_session_end_with_a_sentence(clerk, signed_in, earlier, why):
    client = signed_in(clerk)
    shift(client, **earlier)
    if "began" in earlier:
        shift(client, changed=timedelta())
        client.cookies[signing.COOKIE] = client.cookies[signing.COOKIE].value
    response = client.get("/staff")
    assert response.status_code == 403
    assert why in response.content.decode()


def test_an_applicant_may_lie_idle_longer(applicant, signed_in):
    client = signed_in(applicant)
    shift(client, seen=timedelta(minutes=31))
    assert client.get("/account").status_code == 200


def test_of_too_many_sessions_the_oldest_end(clerk, signed_in):
    clients = [signed_in(clerk) for _ in range(4)]
    assert clients[0].get("/staff").status_code == 302
    assert clients[-1].get("/staff").status_code == 200
    assert SignIn.objects.filter(ended=None).count() == 3


def test_one_ends_a_session_elsewhere_and_not_somebody_elses(clerk, applicant, signed_in):
    here, there, other = signed_in(clerk), signed_in(clerk), signed_in(applicant)
    foreign, mine = SignIn.objects.get(person=applicant), SignIn.objects.filter(person=clerk).order_by("-pk").first()
    assert here.post("/account/sign-ins/end", {"number": foreign.pk}).status_code == 409
    here.post("/account/sign-ins/end", {"number": mine.pk})
    assert there.get("/staff").status_code == 302
    assert other.get("/account").status_code == 200


def test_signing_out_ends_the_session_for_good(clerk, signed_in):
    client = signed_in(clerk)
    copy = stolen(client)
    client.post("/sign-out")
    assert copy.get("/staff").status_code == 302
    assert SignIn.objects.get().why == "left"


def test_a_new_password_ends_the_sessions_elsewhere_and_keeps_this_one(clerk, signed_in):
    here, there = signed_in(clerk), signed_in(clerk)
    here.post("/account/password", {"password": "quite another secret", "again": "quite another secret"})
    assert there.get("/staff").status_code == 302
    assert here.get("/staff").status_code == 200


def test_a_sign_of_life_is_written_once_a_minute(clerk, signed_in):
    client = signed_in(clerk)
    client.get("/staff")
    seen = SignIn.objects.get().seen
    client.get("/staff")
    assert SignIn.objects.get().seen == seen
    shift(client, seen=timedelta(minutes=2))
    client.get("/staff")
    assert SignIn.objects.get().seen > seen


def test_a_stranger_costs_the_sign_in_no_query(db):
    with CaptureQueriesContext(connection) as asked:
        Client().get("/tour")
    assert not [each["sql"] for each in asked if "people_" in each["sql"] or "session" in each["sql"]]


def test_a_sensitive_act_asks_again_after_five_minutes(staff, signed_in):
    system = staff("system.one", "system_administrator")
    assert signed_in(system).get("/staff/people/add").status_code == 200
    response = signed_in(system, fresh=False).get("/staff/people/add")
    assert response["Location"].startswith("/account/confirm?next=")


def test_asking_again_takes_the_password_and_goes_on(staff, signed_in):
    client = signed_in(staff("system.one", "system_administrator"), fresh=False)
    where = client.get("/staff/people/add")["Location"]
    assert "再确认一次" in client.get(where).content.decode()
    response = client.post(where, {"password": "correct horse battery"})
    assert response["Location"] == "/staff/people/add"
    assert client.get("/staff/people/add").status_code == 200


def test_an_applicant_without_a_password_is_asked_by_a_code(applicant, signed_in):
    client = signed_in(applicant, fresh=False)
    assert client.get("/account/data.zip")["Location"].startswith("/sign-in?next=")
    assert "再确认一次" in client.get("/sign-in").content.decode()


def test_how_a_browser_is_called_tells_nothing_of_versions(applicant, signed_in):
    signed_in(applicant)
    assert SignIn.objects.get().ended is None
    assert timezone.now() - SignIn.objects.get().began < timedelta(minutes=1)
