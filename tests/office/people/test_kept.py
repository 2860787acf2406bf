"""Codes are kept an hour, failed tries a day, ended sign-ins half a year, and no longer."""

from datetime import timedelta

import pytest
from axes.models import AccessAttempt

from gaoxing.office.people import codes
from gaoxing.office.people.kept import KEPT, SIGN_INS
from gaoxing.office.people.models import SignIn, SignInCode
from gaoxing.office.people.sending import FileSender

pytestmark = pytest.mark.django_db


def run(kind, now):
    kept = next(each for each in KEPT if each.kind == kind)
    return kept.due(now), kept.delete(now)


def test_a_code_is_gone_after_its_hour_and_not_before(now, tmp_path):
    codes.send("13900001234", FileSender(tmp_path), now=now)
    assert run("sign_in_code", now + timedelta(minutes=59)) == (0, 0)
    assert run("sign_in_code", now + timedelta(minutes=61)) == (1, 1)
    assert not SignInCode.objects.exists()


def test_an_ended_sign_in_is_gone_after_half_a_year_and_a_live_one_stays(applicant, now):
    for ended in (None, now):
        SignIn.objects.create(person=applicant, session="s", began=now, seen=now, ended=ended)
    assert run("sign_in", now + SIGN_INS) == (0, 0)
    assert run("sign_in", now + SIGN_INS + timedelta(days=1)) == (1, 1)
    assert SignIn.objects.get().ended is None


def test_a_failed_try_with_its_address_is_gone_after_a_day(now):
    AccessAttempt.objects.create(username="clerk.one", ip_address="203.0.113.9", failures_since_start=5)
    AccessAttempt.objects.update(attempt_time=now)
    assert run("sign_in_failure", now + timedelta(hours=23)) == (0, 0)
    assert run("sign_in_failure", now + timedelta(hours=25)) == (1, 1)
    assert not AccessAttempt.objects.exists()
