"""Every address of the document × every scope × every role: a token never opens more than its scopes, nor more than its person may on that day."""

from datetime import timedelta

import pytest
from django.utils import timezone

from gaoxing.office.api.models import Token
from gaoxing.office.api.tokens import digest_of
from gaoxing.office.api.views.document import document
from gaoxing.office.people import accounts
from gaoxing.office.people.models import Person, RoleAssignment
from gaoxing.office.people.roles import OF_STAFF
from tests.office.api.conftest import System

pytestmark = pytest.mark.django_db

NEEDS = {
    "POST /recognise": "recognise",
    "POST /check": "recognise",
    "GET /matters": "recognise",
    "GET /matters/{matter_id}": "recognise",
    "POST /names/judge": "names",
    "GET /enterprises/{uscc}": "see_register",
    "GET /cases": "read_cases",
    "GET /cases/{number}": "read_cases",
    "POST /cases/{number}/acts": "handle",
    "POST /cases/{number}/withdraw": "submit",
    "GET /cases/{number}/attachments": "read_cases",
    "GET /drafts": "read_cases",
    "POST /drafts": "write_drafts",
    "GET /drafts/{draft_id}": "read_cases",
    "POST /drafts/{draft_id}/words": "write_drafts",
    "POST /drafts/{draft_id}/values": "write_drafts",
    "POST /drafts/{draft_id}/submit": "submit",
    "GET /drafts/{draft_id}/attachments": "read_cases",
    "POST /drafts/{draft_id}/attachments": "write_drafts",
    "GET /attachments/{attachment_id}/content": "read_cases",
}
"""The scope that each address asks for, said a second time in the test's own words."""

EVERYBODY = {"recognise", "names"}
MAY = {
    "applicant": EVERYBODY | {"read_cases", "write_drafts", "submit"},
    "window_clerk": EVERYBODY | {"read_cases", "write_drafts", "handle", "see_register"},
    "examiner": EVERYBODY | {"read_cases", "handle", "see_register"},
    "leader": EVERYBODY | {"read_cases", "handle"},
}
"""The scopes of which each role may make use; of the roles not named here, those that everybody has."""

SCOPES = sorted(set(NEEDS.values()))


@pytest.fixture
def token(db):
    """A system with a token that has scopes, whatever its person may: as where a role was withdrawn after the token was made."""

    def made(person, scopes):
        text, now = f"gxt_{person.pk}{'-'.join(scopes)}", timezone.now()
        told = {"label": "测试", "digest": digest_of(text), "scopes": list(scopes), "made": now, "until": now + timedelta(days=1)}
        Token.objects.create(person=person, **told)
        return System(text)

    return made


@pytest.fixture
def ready(staff, monkeypatch):
    """One of the staff with everything but the role of their own."""
    monkeypatch.setattr("gaoxing.office.api.tokens.has_factor", lambda person: True)

    def made(role):
        if role != "unit_handler":
            return staff(role)
        person, _ = accounts.open_staff("unit", "王某", by=None, now=timezone.now())
        Person.objects.filter(pk=person.pk).update(password_due=False)
        return person

    return made


def asked(system, operation):
    """What an address answers to somebody who names nothing that there is: its status and type."""
    method, _, path = operation.partition(" ")
    for name, value in (("{number}", "n"), ("{draft_id}", "d"), ("{attachment_id}", "1"), ("{uscc}", "u"), ("{matter_id}", "m")):
        path = path.replace(name, value)
    answer = system.get(path) if method == "GET" else system.post(path, {})
    return answer.status_code, (answer.json().get("type") or "").rpartition(":")[2] if answer.status_code >= 400 else ""


def test_this_table_names_every_address_of_the_document():
    told = {f"{method.upper()} {path.removeprefix('/api/v1')}" for path, methods in document()["paths"].items() for method in methods}
    assert told == set(NEEDS)


@pytest.mark.parametrize("scope", SCOPES)
def test_a_token_opens_the_addresses_of_its_scope_and_no_other(token, owner, scope):
    system = token(owner, [scope])
    told = {operation for operation in NEEDS if asked(system, operation) == (403, "out_of_scope")}
    assert told == {operation for operation, needed in NEEDS.items() if needed != scope}


@pytest.mark.parametrize("role", sorted(OF_STAFF))
def test_a_token_with_every_scope_opens_no_more_than_a_role_may(token, ready, role):
    system = token(ready(role), SCOPES)
    refused = {operation for operation in NEEDS if asked(system, operation) == (403, "not_permitted")}
    assert refused == {operation for operation, needed in NEEDS.items() if needed not in MAY.get(role, EVERYBODY)}


def test_a_token_with_every_scope_opens_no_more_than_an_applicant_may(token, owner):
    system = token(owner, SCOPES)
    refused = {operation for operation in NEEDS if asked(system, operation) == (403, "not_permitted")}
    assert refused == {operation for operation, needed in NEEDS.items() if needed not in MAY["applicant"]}


@pytest.mark.parametrize("operation", sorted(NEEDS))
def test_nobody_asks_without_a_token(db, operation):
    assert asked(System(""), operation) == (401, "unauthorized")


def test_a_clerk_whose_role_was_withdrawn_reads_and_handles_nothing_more(system_of, staff, sent_case):
    case, clerk = sent_case(), staff("examiner")
    system = system_of(clerk, ("read_cases", "handle"))
    body = {"act": "accept", "revision": case.revision}
    assert system.post(f"/cases/{case.number}/acts", body, key="one").status_code == 200
    RoleAssignment.objects.filter(person=clerk).update(until=timezone.localdate() - timedelta(days=1))
    answers = [system.get("/cases"), system.get(f"/cases/{case.number}"), system.post(f"/cases/{case.number}/acts", body, key="one")]
    assert [(each.status_code, each.json()["type"].rpartition(":")[2]) for each in answers] == [(403, "not_permitted")] * 3


STRANGE = (
    ("get", "/drafts/{draft}"),
    ("get", "/drafts/{draft}/attachments"),
    ("post", "/drafts/{draft}/words"),
    ("post", "/drafts/{draft}/values"),
    ("post", "/drafts/{draft}/submit"),
    ("get", "/cases/{case}"),
    ("get", "/cases/{case}/attachments"),
    ("post", "/cases/{case}/withdraw"),
)
BODIES = {
    "words": {"revision": 0, "said": "开在昆山"},
    "values": {"revision": 0, "path": "funds", "value": "六万元"},
    "submit": {"revision": 0},
    "withdraw": {"revision": 1},
}


@pytest.mark.parametrize(("method", "path"), STRANGE)
def test_what_is_anothers_is_answered_letter_for_letter_like_what_never_was(system_of, draft_of, sent_case, now, method, path):
    theirs = {"draft": draft_of().reference, "case": sent_case().number}
    stranger = system_of(accounts.applicant_of("13900009999", language="zh-hans", now=now))
    body = BODIES.get(path.rpartition("/")[2])
    answers = [getattr(stranger, method)(path.format(**names), **({"body": body} if body else {})) for names in (theirs, {"draft": "absent", "case": "absent"})]
    assert [each.status_code for each in answers] == [404, 404]
    assert answers[0].content == answers[1].content
