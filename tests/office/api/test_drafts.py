"""Drafts by the API: begun from words, read, added to, set right and submitted; no more than their person may, and nobody's number whole."""

import pytest

from gaoxing.office.cases.models import Case
from gaoxing.office.people import accounts
from tests.office.cases.conftest import SAID, TYPED

pytestmark = pytest.mark.django_db
BODY = {"said": SAID, "consent": "2026-11"}


@pytest.fixture
def draft(system):
    return system.post("/drafts", BODY).json()


@pytest.fixture
def whole(draft_of):
    return draft_of()


def test_a_draft_is_begun_from_words(draft):
    assert (draft["matter"], draft["form"]["operator"]["name"], draft["state"]) == ("sole_trader_registration", "丁大宝", "draft")
    assert draft["asks"]


def test_identity_numbers_and_telephones_are_masked_everywhere(system, draft):
    text = system.get(f"/drafts/{draft['id']}").content.decode()
    assert "320583199001011216" not in text
    assert "13800001234" not in text
    assert "3205**********1216" in text


def test_words_are_added_and_an_answer_fills_its_blank(system, draft):
    after = system.post(f"/drafts/{draft['id']}/words", {"revision": draft["revision"], "said": "汉族", "asked": "operator.ethnicity"}).json()
    assert after["revision"] == draft["revision"] + 1
    assert len(after["entries"]) == 2


def test_a_value_is_set_right_by_hand_as_people_write_it(system, draft):
    after = system.post(f"/drafts/{draft['id']}/values", {"revision": draft["revision"], "path": "funds", "value": "六万元"}).json()
    assert after["form"]["funds"]["amount"] == "60000"


def test_a_value_set_to_null_is_emptied(system, draft):
    after = system.post(f"/drafts/{draft['id']}/values", {"revision": draft["revision"], "path": "funds", "value": None}).json()
    assert "funds" not in after["form"]


@pytest.mark.parametrize(
    ("path", "value", "wrong"),
    [("nowhere", "x", "path"), ("funds", "很多钱", "value"), ("family_members.7.name", "某某", "path"), ("funds.0.amount", "1", "path"), ("²", "x", "path")],
)
def test_what_is_no_blank_or_no_value_is_told_by_its_path(system, draft, path, value, wrong):
    answer = system.post(f"/drafts/{draft['id']}/values", {"revision": draft["revision"], "path": path, "value": value})
    assert (answer.status_code, answer.json()["errors"][0]["path"]) == (422, wrong)


def test_a_stale_revision_changes_nothing(system, draft):
    path = f"/drafts/{draft['id']}/words"
    answers = [system.post(path, {"revision": draft["revision"], "said": "从业人数三个人"}) for _ in range(2)]
    assert [each.status_code for each in answers] == [200, 409]


@pytest.mark.parametrize("path", ["/drafts/{}", "/drafts/absent"])
def test_anothers_draft_is_absent_like_one_that_never_was(system_of, draft, now, path):
    stranger = system_of(accounts.applicant_of("13900009999", language="zh-hans", now=now))
    answer = stranger.get(path.format(draft["id"]))
    assert (answer.status_code, answer.json()["type"]) == (404, "urn:gaoxing:problem:absent")


def test_the_drafts_are_listed(system, draft):
    page = system.get("/drafts").json()
    assert ([each["id"] for each in page["drafts"]], page["after"]) == ([draft["id"]], None)


def test_a_whole_draft_is_submitted_once_and_becomes_a_case(system, whole):
    path = f"/drafts/{whole.reference}/submit"
    first, second = (system.post(path, {"revision": whole.revision}, key="once") for _ in range(2))
    assert (first.status_code, first.content) == (201, second.content)
    assert Case.objects.get().number == first.json()["number"]
    assert system.get(f"/drafts/{whole.reference}").status_code == 404


def test_what_stands_in_the_way_of_submitting_is_told(system, draft):
    answer = system.post(f"/drafts/{draft['id']}/submit", {"revision": draft["revision"]})
    assert (answer.status_code, answer.json()["type"]) == (409, "urn:gaoxing:problem:refused")


def test_submitting_needs_a_scope_of_its_own(system_of, owner, whole):
    answer = system_of(owner, ("write_drafts",)).post(f"/drafts/{whole.reference}/submit", {"revision": whole.revision})
    assert answer.status_code == 403


def test_the_staff_begin_no_draft(system_of, staff):
    answer = system_of(staff("window_clerk"), ("write_drafts",)).post("/drafts", BODY)
    assert (answer.status_code, "申请人自己的账号" in answer.json()["detail"]) == (409, True)


@pytest.mark.parametrize(
    ("body", "paths"),
    [
        ({}, ["said", "consent"]),
        ({**BODY, "matter": "flying"}, ["matter"]),
        ({**BODY, "extra": 1}, ["extra"]),
        ({**BODY, "said": ""}, ["said"]),
        ({**BODY, "said": 5}, ["said"]),
        ({**BODY, "said": "x" * 6001}, ["said"]),
        ({**BODY, "said": "一\x00二"}, ["said"]),
        ({**BODY, "deep": [[["\x00"]]]}, ["deep.0.0.0"]),
    ],
)
def test_whatever_is_wrong_is_told_by_its_path_all_at_once(system, body, paths):
    answer = system.post("/drafts", body)
    assert (answer.status_code, [each["path"] for each in answer.json()["errors"]]) == (422, paths)


@pytest.mark.parametrize(
    ("raw", "kind", "status"),
    [
        (b"{", "application/json", 400),
        (b"", "application/json", 422),
        (b"[]", "application/json", 400),
        (b'{"said": "\xff"}', "application/json", 400),
        ('{"said": "汉"}'.encode("gb18030"), "application/json", 400),
        (b'{"said": NaN}', "application/json", 400),
        (b'{"said": "a", "said": "b"}', "application/json", 400),
        (b'{"said": "\\ud800", "consent": "1"}', "application/json", 422),
        (b'{"a":' * 5000 + b"1" + b"}" * 5000, "application/json", 400),
        (b'{"a":' * 100 + b"1" + b"}" * 100, "application/json", 422),
        (b"said=x", "application/x-www-form-urlencoded", 415),
        (b"<x/>", "text/xml", 415),
        (b'{"said": "' + b"x" * 2_000_000 + b'"}', "application/json", 413),
        (b'{"said": "' + b"x" * 5_000_000 + b'"}', "application/json", 413),
    ],
    ids=range(14),
)
def test_what_is_no_readable_body_is_refused_as_a_problem(system, raw, kind, status):
    answer = system.post("/drafts", raw=raw, kind=kind)
    assert (answer.status_code, answer["Content-Type"]) == (status, "application/problem+json")


def test_every_blank_of_the_shop_is_typed_and_submitted(system):
    draft = system.post("/drafts", BODY).json()
    for path, value in TYPED.items():
        draft = system.post(
            f"/drafts/{draft['id']}/values", {"revision": draft["revision"], "path": path, "value": {"male": "男", "no": "否"}.get(value, value)}
        ).json()
    answer = system.post(f"/drafts/{draft['id']}/submit", {"revision": draft["revision"]})
    assert answer.status_code == 201, (answer.json(), draft["asks"])
