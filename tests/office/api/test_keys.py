"""What a key stands for: one request of one token for a day; not another address, method or token, not a refusal, and nothing that was moved."""

from datetime import timedelta

import pytest
from django.db import IntegrityError
from django.utils import timezone

from gaoxing.office.api import kept, replaying, tokens
from gaoxing.office.api.models import Replay, Token
from gaoxing.office.api.problems import Problem
from gaoxing.office.api.replaying import Answered, Request, once
from gaoxing.office.audit.entry import Actor
from gaoxing.office.cases.models import Case
from tests.office.api.conftest import System

pytestmark = pytest.mark.django_db
BODY = {"said": "我想办个体户，经营者叫丁大宝，开一家面馆", "consent": "2026-11"}


@pytest.fixture
def asked(token_of, owner):
    """Makes a request of a token's, under a key."""
    token = token_of(owner).token
    return lambda body=b"{}", key="one": Request(token, key, (b"POST", b"/x", body))


def test_a_key_used_at_another_address_is_refused_by_its_name(system, draft_of):
    draft = draft_of()
    system.post("/drafts", BODY, key="one")
    answer = system.post(f"/drafts/{draft.reference}/words", {"revision": draft.revision, "said": "开在昆山"}, key="one")
    assert (answer.status_code, answer.json()["errors"][0]["code"]) == (422, "reused")


def test_the_same_body_with_another_query_is_another_request(system, draft_of):
    path = f"/drafts/{draft_of().reference}/attachments?name="
    first, second = (system.post(f"{path}{name}", raw=b"x", kind="application/octet-stream", key="one").status_code for name in ("a.pdf", "b.pdf"))
    assert (first, second) == (409, 409)
    assert not Replay.objects.exists()


def test_two_tokens_of_one_person_do_not_share_keys(system, system_of, owner):
    answers = [each.post("/drafts", BODY, key="one") for each in (system, system_of(owner))]
    assert len({each.json()["id"] for each in answers}) == Case.objects.count() == 2


def test_a_revoked_token_is_not_even_answered_again(token_of, owner, now):
    made = token_of(owner)
    system = System(made.text)
    assert system.post("/drafts", BODY, key="one").status_code == 201
    tokens.revoke(made.token, now=now, actor=Actor(owner.pk, "applicant"))
    assert system.post("/drafts", BODY, key="one").status_code == 401


def test_after_a_refusal_another_body_may_come_under_the_key(system):
    assert system.post("/drafts", {**BODY, "matter": "flying"}, key="one").status_code == 422
    assert system.post("/drafts", BODY, key="one").status_code == 201


def test_after_a_failure_the_request_is_done_when_it_comes_again(asked, now):
    def broken():
        raise RuntimeError

    with pytest.raises(RuntimeError):
        once(asked(), broken, now=now)
    assert once(asked(), lambda: Answered(201, b"done"), now=now) == Answered(201, b"done")


def test_a_failure_of_the_act_itself_is_not_taken_for_a_key_in_use(asked, now):
    def broken():
        raise IntegrityError("of the act")

    with pytest.raises(IntegrityError, match="of the act"):
        once(asked(), broken, now=now)
    assert not Replay.objects.exists()


@pytest.mark.parametrize(("hours", "done"), [(0, 1), (23, 1), (24, 2), (25, 2), (-48, 1)])
def test_a_key_is_remembered_for_a_day_and_no_clock_set_back_makes_it_twice(asked, now, hours, done):
    times = []
    for moment in (now, now + timedelta(hours=hours)):
        once(asked(), lambda: Answered(201, f"{times.append(1)}".encode()), now=moment)
    assert len(times) == done


def test_a_key_that_came_with_another_body_is_refused_until_its_day_is_over(asked, now):
    once(asked(), lambda: Answered(200, b"a"), now=now)
    with pytest.raises(Problem) as refused:
        once(asked(b"other"), lambda: pytest.fail("done"), now=now + timedelta(hours=23))
    assert refused.value.status == 422
    assert once(asked(b"other"), lambda: Answered(200, b"b"), now=now + timedelta(hours=24)).content == b"b"


def test_parts_that_run_together_alike_are_not_the_same_request(asked):
    request = asked()
    parts = ((b"ab", b"c"), (b"a", b"bc"), (b"abc", b""), (b"abc",))
    assert len({Request(request.token, "k", each).digest for each in parts}) == len(parts)


def test_an_answer_moved_to_another_key_opens_for_nobody(system):
    system.post("/drafts", BODY, key="one")
    Replay.objects.update(key=replaying.hashlib.sha256(b"two").hexdigest())
    answer = system.post("/drafts", BODY, key="two")
    assert (answer.status_code, Case.objects.count()) == (503, 1)


@pytest.mark.parametrize("key", ["a", "x" * 100, "!", "~", "8e03978e-40d5-43dd-bc93-6894a57f9324"])
def test_every_key_of_the_document_is_taken(system, key):
    assert system.post("/drafts", BODY, key=key).status_code == 201


def test_what_was_answered_goes_after_a_day_and_ended_tokens_after_a_year(system, now):
    system.post("/drafts", BODY)
    held = {each.kind: each for each in kept.KEPT}
    Replay.objects.update(made=now)
    Token.objects.update(ended=now)
    assert [held["api_replay"].due(now + timedelta(hours=hours)) for hours in (23, 24)] == [0, 1]
    assert [held["api_token"].due(now + timedelta(days=days)) for days in (366, 367)] == [0, 1]
    assert held["api_token"].delete(now + timedelta(days=367)) > 0
    assert not Token.objects.exists()


def test_a_token_in_force_is_kept_however_old(token_of, owner, now):
    token_of(owner, now=now)
    held = {each.kind: each for each in kept.KEPT}
    assert held["api_token"].delete(timezone.now() + timedelta(days=4000)) == 0
