"""Whatever is asked, in whatever shape, is answered by a problem document: its status, no stored copy, no word of what lies behind."""

import json

import pytest
from django.db import OperationalError
from django.test import Client

from gaoxing.engines.fault import Fault
from gaoxing.office.api.views import bearer
from gaoxing.office.refusal import NotAllowed
from tests.office.api.conftest import System

pytestmark = pytest.mark.django_db
SECRET = "table_of_secrets at 10.0.0.7"
BODY = {"said": "我想办个体户，开一家面馆", "consent": "2026-11"}


def told(answer):
    """The status and the word of a problem, after it was looked at as one."""
    problem = json.loads(answer.content)
    assert answer["Content-Type"] == "application/problem+json"
    assert answer["Cache-Control"] == "no-store"
    assert (set(problem) - {"errors"}, problem["status"]) == ({"type", "title", "status", "detail"}, answer.status_code)
    assert problem["title"]
    assert problem["detail"].endswith(("。", "."))
    return answer.status_code, problem["type"].rpartition(":")[2]


@pytest.mark.parametrize("path", ["/api/", "/api/v1", "/api/v1/", "/api/v2/cases", "/api/nowhere", "/api/v1/cases/", "/api/v1/openapi.yaml", "/api/v1//cases"])
@pytest.mark.parametrize("method", ["get", "post", "delete"])
def test_every_address_below_the_api_that_is_none_is_absent_as_a_problem(db, method, path):
    assert told(getattr(Client(enforce_csrf_checks=True), method)(path)) == (404, "absent")


def test_the_page_of_the_document_stays_a_page(db):
    assert Client().get("/api")["Content-Type"].startswith("text/html")


@pytest.mark.parametrize(
    ("method", "path", "allow"),
    [
        ("put", "/cases", {"GET"}),
        ("post", "/cases/x", {"GET"}),
        ("delete", "/drafts", {"GET", "POST"}),
        ("get", "/recognise", {"POST"}),
        ("patch", "/drafts/x/words", {"POST"}),
    ],
)
def test_a_wrong_method_is_told_with_those_there_are(system, method, path, allow):
    answer = getattr(Client(), method)(f"/api/v1{path}", headers={"Authorization": f"Bearer {system.text}"})
    assert (*told(answer), set(answer["Allow"].split(", "))) == (405, "method", allow)


@pytest.mark.parametrize("accept", ["text/html", "application/xml, text/*;q=0.5", "image/png"])
def test_who_takes_no_json_is_told_before_anything_is_done(system, accept):
    assert told(system.post("/drafts", BODY, Accept=accept)) == (406, "not_acceptable")
    assert system.get("/drafts").json()["drafts"] == []


@pytest.mark.parametrize("accept", ["", "*/*", "application/*", "text/html, application/json;q=0.1", "APPLICATION/JSON"])
def test_who_takes_json_among_others_gets_it(system, accept):
    assert system.get("/matters", accept=accept).status_code == 200


@pytest.mark.parametrize(
    ("trouble", "answered"),
    [
        (RuntimeError(SECRET), (500, "broken")),
        (KeyError(SECRET), (500, "broken")),
        (RecursionError(SECRET), (500, "broken")),
        (OperationalError(SECRET), (503, "outage")),
        (Fault("库不通，请稍后再试。", permanent=False), (503, "outage")),
        (NotAllowed("现在不能办。"), (409, "refused")),
    ],
)
def test_trouble_behind_an_address_is_told_without_a_word_of_it(system, monkeypatch, caplog, trouble, answered):
    def broken(*given, **more):
        raise trouble

    monkeypatch.setattr("gaoxing.office.api.views.cases.cases.listed", broken)
    answer = system.get("/cases")
    assert told(answer) == answered
    assert SECRET not in answer.content.decode()
    assert bool(caplog.records) == (answered[0] >= 500)


def test_trouble_before_an_address_is_a_problem_too(settings):
    settings.ALLOWED_HOSTS = ["hall.example"]
    assert told(Client().get("/api/v1/cases", headers={"host": "evil.example"})) == (400, "unreadable")


def test_a_hurried_system_is_told_how_long_to_wait_and_another_is_not_held_up(system, system_of, owner, monkeypatch):
    other = system_of(owner)
    monkeypatch.setattr(bearer, "limit", lambda name: 2)
    answers = [system.get("/matters") for _ in range(3)]
    assert [each.status_code for each in answers] == [200, 200, 429]
    assert told(answers[-1]) == (429, "hurried")
    assert other.get("/matters").status_code == 200


NUL = ("/cases/%00", "/cases/a%00b/attachments", "/drafts/%00", "/drafts/%00/attachments", "/enterprises/%00", "/matters/%00", "/attachments/%00/content")


@pytest.mark.parametrize("path", NUL)
def test_an_address_with_a_nul_is_absent_on_either_database(system_of, owner, path):
    system = system_of(owner)
    assert told(system.get(path)) == (404, "absent")


@pytest.mark.parametrize("path", ["/drafts/%00/words", "/drafts/a%00/submit", "/cases/%00/withdraw", "/drafts/%00/attachments?name=a.pdf"])
def test_a_post_to_an_address_with_a_nul_is_absent_too(system, path):
    assert told(system.post(path, {"revision": 0})) == (404, "absent")


@pytest.mark.parametrize("query", ["name=a%00.pdf", "name=a.pdf&material=%00"])
def test_a_nul_in_a_query_is_told_by_its_place(system, draft_of, query):
    answer = system.post(f"/drafts/{draft_of().reference}/attachments?{query}", raw=b"%PDF-1.4", kind="application/octet-stream")
    assert told(answer) == (422, "unfit")
    assert answer.json()["errors"][0]["path"].startswith("query.")


@pytest.mark.parametrize("number", [2**31, 2**63, 2**70, -1, 1.5, True, "1", 1e400, None], ids=str)
def test_a_revision_that_is_none_is_told_by_its_path(system, number):
    body = json.dumps({"revision": 7, "said": "x"}).replace("7", {None: "null", 1e400: "1e400"}.get(number, json.dumps(number)))
    answer = system.post("/drafts/absent/words", raw=body)
    assert (told(answer), [each["path"] for each in answer.json()["errors"]]) == ((422, "unfit"), ["revision"])


@pytest.mark.parametrize(
    "raw",
    [
        b'{"revision": ' + b"1" * 5000 + b"}",
        b'{"revision": Infinity}',
        b'{"revision": -NaN}',
        b"\xff\xfe{\x00}\x00",
        b"\xef\xbb\xbf{}",
        b"[" * 100_000,
        b'{"a":' * 90_000,
        b"null",
        b'"text"',
        b"{} {}",
        b"{'said': 1}",
    ],
    ids=range(11),
)
def test_a_body_that_nobody_can_read_is_told_so(system, raw):
    assert told(system.post("/drafts/absent/words", raw=raw)) == (400, "unreadable")


@pytest.mark.parametrize("kind", ["", "text/plain", "application/json-patch+json", "multipart/form-data; boundary=x", "application/x-www-form-urlencoded"])
def test_a_body_of_another_kind_is_not_taken(system, kind):
    assert told(system.post("/drafts", raw=b"said=x", kind=kind)) == (415, "media_type")


@pytest.mark.parametrize("size", [1_100_000, 4_300_000])
def test_a_body_that_is_too_long_is_refused_at_every_address_that_reads_one(system, size):
    assert [told(system.post(path, raw=b"{" + b" " * size + b"}")) for path in ("/recognise", "/check", "/names/judge", "/drafts")] == [(413, "too_large")] * 4


@pytest.mark.parametrize(
    "answers", [{"name": {"value": None, "source": "typed"}}, {"registered_capital": 1e308}, {"name": [[[["x"]]]]}, {"parties.0.name": "9" * 999}]
)
def test_a_form_of_odd_values_is_checked_or_refused_and_never_a_fault(system, answers):
    assert system.post("/check", {"matter": "company_registration", "answers": answers}).status_code in {200, 422}


@pytest.mark.parametrize("header", ["Bearer\tgxt_x", "bearer  gxt_x", "Token gxt_x", "Bearer gxt_x, Bearer gxt_y", "Bearer null"])
def test_a_strange_header_is_unauthorized_and_says_how_to_ask(db, header):
    answer = Client().get("/api/v1/cases", headers={"Authorization": header})
    assert told(answer) == (401, "unauthorized")
    assert answer["WWW-Authenticate"] == 'Bearer realm="gaoxing"'


@pytest.mark.parametrize("place", ["?token=", "?access_token="])
def test_a_token_in_an_address_opens_nothing(token_of, owner, place):
    assert told(Client().get(f"/api/v1/matters{place}{token_of(owner).text}")) == (401, "unauthorized")


@pytest.mark.parametrize("language", ["en", "zh-CN", "xx", "*", ";;;,", "e" * 5000])
def test_a_problem_is_told_in_one_of_two_languages(language):
    answer = Client().get("/api/v1/cases", headers={"Accept-Language": language})
    assert (told(answer)[0], answer["Content-Language"]) == (401, "en" if language.startswith("en") else "zh")


def test_a_lone_system_without_a_token_never_learns_whether_a_body_was_right(db):
    answers = [System("").post("/drafts", raw=raw) for raw in (b"{", json.dumps(BODY).encode(), b"{" + b" " * 2_000_000)]
    assert [told(each) for each in answers] == [(401, "unauthorized")] * 3
