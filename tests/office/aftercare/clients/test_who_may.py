"""Who may do what on the pages of clients: every post by every role, on one's own client and on another's; what is refused changes nothing."""

import pytest

from gaoxing.office.aftercare.models import Client, ClientContact, ClientVisit, Request, Stewardship
from gaoxing.office.audit.models import Entry
from gaoxing.office.people.models import Person

pytestmark = pytest.mark.django_db

SEEN, HIDDEN, FORBIDDEN = (200, 302), (404,), (403,)
"""What a browser is answered: done or led on; as where there is none; not this role's."""

POSTS = {
    "profile": {"industry": "模具"},
    "contact": {"do": "add", "name": "李某", "telephone": "13900005678"},
    "account": {"mobile": "13900001234"},
    "visit": {"how": "telephone", "at": "2026-11-24T10:00", "said": "生产正常"},
}
"""What whoever serves a client posts on it."""

PAGES = ("/staff/clients", "/staff/coverage", "/staff/steward", "/staff/clients/hand-over", "/staff/clients/1", "/staff/clients/1/visit")
"""The pages of the staff."""

WHO = {"steward": SEEN, "leader": SEEN, "colleague": HIDDEN, "power": FORBIDDEN, "examiner": FORBIDDEN, "window_clerk": FORBIDDEN, "task_force_lead": FORBIDDEN}


@pytest.fixture
def client(listed, owner):
    return listed("E1", "steward", contact="张某", mobile="13900001234")


def left():
    """What there is of clients, to be compared."""
    rows = Client.objects.values_list("pk", "industry", "contact", "person", "until")
    return [list(map(str, rows)), ClientContact.objects.count(), ClientVisit.objects.count(), Stewardship.objects.count(), Request.objects.count()]


@pytest.mark.parametrize("who", WHO)
def test_a_client_is_changed_by_whoever_serves_it_and_nobody_else(staff_in, client, who):
    browser = staff_in(who)
    for path, fields in POSTS.items():
        before = left()
        answer = browser.post(f"/staff/clients/{client.pk}/{path}", fields)
        assert answer.status_code in WHO[who], path
        assert (left() == before) == (WHO[who] is not SEEN), path


@pytest.mark.parametrize("who", ["steward", "colleague", "power", "examiner", "window_clerk"])
def test_only_a_leader_hands_over(staff_in, client, cast, who):
    browser, before = staff_in(who), left()
    for address in (f"/staff/clients/{client.pk}/steward", "/staff/clients/hand-over"):
        fields = {"steward": cast["colleague"].pk, "giver": cast["steward"].pk, "taker": cast["colleague"].pk}
        assert browser.post(address, fields).status_code == 403
    assert left() == before


@pytest.mark.parametrize(
    "path", ["/staff/clients", "/staff/coverage", "/staff/steward", "/staff/clients/hand-over", "/staff/clients/1", "/staff/clients/1/visit"]
)
def test_an_enterprise_and_a_stranger_open_no_page_of_the_staff(signed_in, owner, stranger, path):
    assert signed_in(owner).get(path).status_code == 403
    assert stranger.get(path)["Location"].startswith("/sign-in")


@pytest.mark.parametrize("path", ["profile", "contact", "steward", "account"])
def test_what_takes_posts_alone_says_so(of_leader, client, path):
    assert of_leader.get(f"/staff/clients/{client.pk}/{path}").status_code == 405


@pytest.mark.parametrize("number", [0, 999, 2**63 - 1])
def test_a_client_that_is_not_there_is_not_found(of_leader, client, number):
    assert of_leader.get(f"/staff/clients/{number + 10_000 if number < 2**62 else number}").status_code == 404


def test_after_a_hand_over_the_former_steward_sees_neither_client_nor_visits_nor_requests(staff_in, client, visited, cast, client_of, sent):
    visit, request = visited(client), sent(client=client)
    former, coming, leader = staff_in("steward"), staff_in("colleague"), staff_in("leader")
    leader.post(f"/staff/clients/{client.pk}/steward", {"steward": cast["colleague"].pk})
    pages = (f"/staff/clients/{client.pk}", f"/staff/visits/{visit.pk}/request", f"/staff/requests/{request.number}")
    assert [former.get(each).status_code for each in pages] == [404, 404, 404]
    assert [coming.get(each).status_code for each in pages] == [200, 200, 200]


def test_a_steward_who_lost_the_role_sees_nothing_from_then_on(staff_in, client, cast):
    browser = staff_in("steward")
    assert browser.get(f"/staff/clients/{client.pk}").status_code == 200
    cast["steward"].assignments.all().delete()
    assert browser.get(f"/staff/clients/{client.pk}").status_code == 403


def test_every_look_and_every_act_is_kept_with_who_and_in_which_role(of_steward, client, cast):
    of_steward.get(f"/staff/clients/{client.pk}")
    for path, fields in POSTS.items():
        of_steward.post(f"/staff/clients/{client.pk}/{path}", fields)
    kept = Entry.objects.filter(actor=cast["steward"].pk, role="steward").values_list("act", flat=True)
    assert {"client.read", "client.changed", "client.contact_added", "client.linked", "visit.recorded"} <= set(kept)


def test_seeing_the_words_of_a_visit_before_they_become_a_request_is_kept_too(of_steward, client, visited):
    of_steward.get(f"/staff/visits/{visited(client).pk}/request")
    assert Entry.objects.filter(act="client.read", subject=client.pk).count() == 1


def test_a_leader_who_reads_is_kept_as_a_leader(of_leader, client, cast):
    of_leader.get(f"/staff/clients/{client.pk}")
    assert Entry.objects.get(act="client.read").role == "leader"
    assert Person.objects.get(pk=cast["leader"].pk).is_staff_member
