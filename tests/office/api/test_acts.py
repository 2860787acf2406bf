"""Cases by the API: read as submitted, acts with typed reasons on the revision that was seen, and no more than the desk's page allows."""

import pytest

from gaoxing.office.audit.models import Entry
from gaoxing.office.people import accounts

pytestmark = pytest.mark.django_db


@pytest.fixture
def case(sent_case):
    return sent_case()


def act(desk, case, **body):
    return desk.post(f"/cases/{case.number}/acts", {"revision": case.revision, **body})


def test_a_case_tells_its_form_its_clock_and_what_happened(desk, case):
    told = desk.get(f"/cases/{case.number}").json()
    assert (told["form"]["operator"]["name"], [each["act"] for each in told["events"]], told["clock"]["light"]) == ("丁大宝", ["submit"], "green")


def test_numbers_of_people_are_masked_in_a_case(desk, case):
    text = desk.get(f"/cases/{case.number}").content.decode()
    assert "320583199001011216" not in text
    assert "13800001234" not in text


def test_that_one_of_the_staff_read_a_case_is_kept(desk, system, case):
    system.get(f"/cases/{case.number}")
    assert not Entry.objects.filter(act="case.read").exists()
    desk.get(f"/cases/{case.number}")
    assert Entry.objects.filter(act="case.read", subject=case.pk).exists()


def test_the_acts_that_stand_open_are_told_with_their_typed_reasons(desk, case):
    acts = {each["act"]: each for each in desk.get(f"/cases/{case.number}").json()["acts"]}
    assert "accept" in acts
    assert acts["ask_correction"]["reasons"]


def test_an_act_is_done_on_the_revision_that_was_seen(desk, case):
    first, second = act(desk, case, act="accept"), act(desk, case, act="accept")
    assert (first.status_code, first.json()["state"], second.status_code) == (200, "accepted", 409)


def test_a_correction_is_asked_with_its_reasons(desk, case):
    kinds = {each["act"]: each["reasons"] for each in desk.get(f"/cases/{case.number}").json()["acts"]}["ask_correction"]
    answer = act(desk, case, act="ask_correction", reasons=[{"id": kinds[0], "words": "请补租赁合同", "about": "经营场所"}])
    assert (answer.json()["state"], answer.json()["points"][0]["words"]) == ("correction_asked", "请补租赁合同")


@pytest.mark.parametrize(
    "body",
    [{"act": "fly"}, {"act": "ask_correction"}, {"act": "ask_correction", "reasons": [{"id": "none", "words": "x"}]}, {"act": "submit"}, {"act": "archive"}],
)
def test_what_is_no_act_here_is_refused_and_changes_nothing(desk, case, body):
    assert act(desk, case, **body).status_code == 409
    assert desk.get(f"/cases/{case.number}").json()["revision"] == case.revision


def test_an_applicants_token_handles_nothing(system, case):
    assert act(system, case, act="accept").status_code == 403


def test_an_applicant_withdraws_their_own_case_alone(system, system_of, case, now):
    stranger = system_of(accounts.applicant_of("13900009999", language="zh-hans", now=now))
    assert stranger.post(f"/cases/{case.number}/withdraw", {"revision": case.revision}).status_code == 404
    assert system.post(f"/cases/{case.number}/withdraw", {"revision": case.revision}).json()["state"] == "withdrawn"


@pytest.mark.parametrize("number", ["320583-2026-999999", "x", "%00", "..", "９"])
def test_what_is_no_number_is_absent(desk, case, number):
    answer = desk.get(f"/cases/{number}")
    assert (answer.status_code, answer["Content-Type"]) == (404, "application/problem+json")


def test_a_case_is_told_in_english_where_that_is_asked_for(desk, case):
    assert desk.get(f"/cases/{case.number}", language="en").json()["state_name"] == "Submitted"
