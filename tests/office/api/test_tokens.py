"""Tokens: shown once, kept as a digest, never more than their person may, and once ended never good again, whatever the clock says."""

from datetime import timedelta

import pytest
from allauth.mfa.models import Authenticator

from gaoxing.office.api import tokens
from gaoxing.office.api.models import Token
from gaoxing.office.audit.entry import Actor
from gaoxing.office.audit.models import Entry
from gaoxing.office.people.models import Person
from gaoxing.office.refusal import NotAllowed

pytestmark = pytest.mark.django_db


@pytest.fixture
def made(token_of, owner, now):
    return token_of(owner, ("read_cases",), days=7, now=now)


def test_a_token_opens_for_its_person(made, owner, now):
    assert tokens.taken(made.text, now=now).person == owner


def test_of_a_token_only_a_digest_and_its_beginning_are_kept(made):
    stored = " ".join(str(each) for each in Token.objects.values_list().get())
    assert made.text not in stored
    assert made.text.startswith(made.token.start)


@pytest.mark.parametrize("text", ["", "gxt_", "gxt_" + "x" * 43, "Bearer", "gxt_\x00", "gxt_" + "汉" * 20, "gxt_" + "x" * 5000, "gxt_\ud800"])
def test_no_other_text_opens(made, now, text):
    assert tokens.taken(text, now=now) is None


def test_a_revoked_token_never_opens_again(made, owner, now):
    assert tokens.revoke(made.token, now=now, actor=Actor(owner.pk, "applicant"))
    assert tokens.taken(made.text, now=now) is None
    assert not tokens.revoke(made.token, now=now, actor=Actor(owner.pk, "applicant"))


def test_a_token_found_past_its_day_stays_ended_though_the_clock_is_set_back(made, now):
    assert tokens.taken(made.text, now=now + timedelta(days=8)) is None
    assert tokens.taken(made.text, now=now) is None


def test_the_tick_ends_what_is_past_its_day(made, now):
    assert tokens.end_due(now=now) == 0
    assert tokens.end_due(now=now + timedelta(days=8)) == 1
    assert tokens.taken(made.text, now=now) is None


def test_the_token_of_a_closed_account_opens_nothing(made, owner, now):
    Person.objects.filter(pk=owner.pk).update(is_active=False)
    assert tokens.taken(made.text, now=now) is None


def test_the_last_use_is_written_at_most_once_a_minute_and_never_goes_back(made, now):
    for moment in (0, 30, 90, -600):
        tokens.taken(made.text, now=now + timedelta(seconds=moment))
    made.token.refresh_from_db()
    assert made.token.used == now + timedelta(seconds=90)


@pytest.mark.parametrize(
    ("label", "scopes", "days", "told"),
    [
        ("", ["recognise"], 7, "做什么用"),
        ("字" * 61, ["recognise"], 7, "最多 60 个字"),
        ("测试", [], 7, "至少选一项"),
        ("测试", ["everything"], 7, "至少选一项"),
        ("测试", ["handle"], 7, "办理办件"),
        ("测试", ["recognise"], 0, "1 到 366"),
        ("测试", ["recognise"], 367, "1 到 366"),
    ],
)
def test_what_stands_in_the_way_is_told(owner, now, label, scopes, days, told):
    with pytest.raises(NotAllowed, match=told):
        tokens.make(owner, label, scopes, days=days, now=now)


def test_staff_need_a_second_factor_and_a_password_of_their_own(staff, now):
    clerk = staff("window_clerk")
    with pytest.raises(NotAllowed, match="两步验证"):
        tokens.make(clerk, "测试", ["handle"], days=7, now=now)
    Authenticator.objects.create(user=clerk, type=Authenticator.Type.TOTP, data={})
    clerk.password_due = True
    with pytest.raises(NotAllowed, match="初始密码"):
        tokens.make(clerk, "测试", ["handle"], days=7, now=now)


def test_one_person_has_so_many_tokens_and_no_more(token_of, owner, now):
    for _ in range(20):
        token_of(owner, now=now)
    with pytest.raises(NotAllowed, match="20 个"):
        token_of(owner, now=now)


def test_making_and_revoking_stand_in_the_audit(made, owner, now):
    tokens.revoke(made.token, now=now, actor=Actor(owner.pk, "applicant"))
    found = Entry.objects.filter(subject_kind="api.token").values_list("act", "actor")
    assert list(found) == [("token.made", owner.pk), ("token.revoked", owner.pk)]
