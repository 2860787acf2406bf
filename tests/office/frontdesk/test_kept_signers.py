"""Who was asked to sign a draft goes with it: links, names and signatures of a draft that is gone are swept, those of a case stay."""

import pytest
from django.utils import timezone

from gaoxing.office.cases import actions as cases
from gaoxing.office.cases import signing
from gaoxing.office.frontdesk import kept
from gaoxing.office.signatures.models import Signature, Signer
from tests.office.frontdesk.casting import *  # noqa: F403
from tests.office.frontdesk.casting import submit
from tests.office.frontdesk.test_signing_pages import ask, opened, rehearsed, sign  # noqa: F401

pytestmark = pytest.mark.django_db
HELD = {each.kind: each for each in kept.KEPT}["signer"]


def test_the_signers_of_a_deleted_draft_are_swept_with_their_signatures(mine, drafted, now):
    sign(opened(ask(mine)))
    cases.discard(drafted.reference, now=now)
    assert (HELD.due(now), Signature.objects.exists()) == (1, True)
    assert HELD.delete(now) == 1
    assert (HELD.held(), Signature.objects.exists(), HELD.delete(now)) == (0, False, 0)


def test_the_signers_of_a_draft_and_of_a_case_stay(mine, drafted, now):
    sign(opened(ask(mine)))
    assert HELD.delete(now) == 0
    submit(mine)
    assert (HELD.delete(now), HELD.held()) == (0, 1)


def test_a_link_of_a_deleted_draft_shows_nothing_before_the_sweep_and_after(mine, drafted, now):
    link = ask(mine)
    browser = opened(link)
    cases.discard(drafted.reference, now=now)
    told = [browser.get("/sign"), browser.post("/sign/identity", {"number": "320583199001011216", "agreed": "yes"}), browser.get("/sign/papers/0/1.png")]
    HELD.delete(now)
    told += [browser.get("/sign"), browser.get(link)]
    assert [each.status_code for each in told] == [409] * 5
    assert not [each for each in told if "丁大宝" in each.content.decode()]


def test_a_signer_who_stands_on_the_form_no_more_signs_nothing_and_is_told_so(mine, drafted):
    browser = opened(ask(mine))
    mine.post("/draft/correct", {"path": "operator.name", "text": "戊小宝"})
    form = signing.form_of(type(drafted).objects.get(pk=drafted.pk))
    assert [each.name for each in signing.needed(form, on=timezone.localdate()).people] == ["戊小宝"]
    for answer in (browser.get("/sign"), browser.post("/sign/confirm", {"papers": "x", "read": "yes"})):
        assert (answer.status_code, "不在这份申请的签署人里" in answer.content.decode()) == (409, True)
    assert not Signature.objects.exists()
    assert "丁大宝" in mine.get("/draft/signing").content.decode()


def test_a_link_sent_again_ends_the_session_of_the_one_before(mine, drafted):
    browser = opened(ask(mine))
    Signer.objects.update(asked=None)
    newer = ask(mine)
    assert browser.get("/sign").status_code == 409
    assert opened(newer).get("/sign").status_code == 200


def test_a_number_proved_by_one_link_must_be_proved_again_by_the_next(mine, drafted):
    browser = opened(ask(mine))
    browser.post("/sign/identity", {"number": "320583199001011216", "agreed": "yes"})
    Signer.objects.update(asked=None)
    again = opened(ask(mine))
    answer = again.post("/sign/confirm", {"papers": "x", "read": "yes"})
    assert (answer.status_code, "先核对您的证件" in answer.content.decode()) == (409, True)


def test_a_session_that_names_another_signer_opens_nothing(mine, drafted):
    browser = opened(ask(mine))
    other = Signer.objects.create(token="o", case=drafted.pk, key="o", who=b"", link="other", touched=timezone.now())
    session = browser.session
    session["signing"] = {**session["signing"], "signer": other.pk}
    session.save()
    assert browser.get("/sign").status_code == 409


@pytest.mark.parametrize("token", ["a%00b", "%E2%80%AE", "x" * 300, "..%2F..", "%F0%9F%94%91"])
def test_a_link_that_is_none_is_told_what_to_do(mine, token):
    answer = mine.get(f"/sign/{token}")
    assert answer.status_code in {404, 409}
    assert "Traceback" not in answer.content.decode()
