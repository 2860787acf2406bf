"""Recordings: sealed, bound to their draft, gone with it and on their day; the command names what it deletes."""

from datetime import timedelta
from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.db import DatabaseError
from django.utils import timezone

from gaoxing.engines.fault import Fault
from gaoxing.office.cases import actions, recordings
from gaoxing.office.cases.models import Recording
from gaoxing.office.cases.recordings import LONGEST_IN_ALL, Consent

pytestmark = pytest.mark.django_db

SOUND = b"RIFF and a voice"
WEEK = Consent("2026-11 7", 7)


@pytest.fixture
def case(now):
    return actions.open_draft(now=now)


def kept(case, now, *, token="token-0001", milliseconds=2_000):
    return recordings.keep(case, SOUND, token=token, milliseconds=milliseconds, consent=WEEK, now=now)


def ran(**options):
    out = StringIO()
    call_command("recordings", stdout=out, **options)
    return out.getvalue().splitlines()


def test_a_recording_is_sealed_and_opens_in_its_own_draft_alone(case, now):
    made = kept(case, now)
    assert SOUND not in bytes(made.sound)
    assert recordings.sound_of(made) == SOUND
    made.case_id = actions.open_draft(now=now).pk
    with pytest.raises(Fault):
        recordings.sound_of(made)


def test_a_post_that_comes_twice_is_kept_once(case, now):
    assert kept(case, now) == kept(case, now)
    assert Recording.objects.count() == 1


def test_a_draft_has_no_more_than_its_share(case, now):
    assert kept(case, now, milliseconds=LONGEST_IN_ALL * 1000)
    assert kept(case, now, token="token-0002", milliseconds=1) is None
    assert kept(actions.open_draft(now=now), now, milliseconds=1)


def test_another_draft_does_not_have_it_and_after_its_day_nobody_has(case, now):
    made = kept(case, now)
    assert recordings.of(case, made.pk, now=now) == made
    assert recordings.of(actions.open_draft(now=now), made.pk, now=now) is None
    assert recordings.of(case, made.pk, now=now + timedelta(days=7)) is None
    assert recordings.listed(case, now=now + timedelta(days=7)) == ()


def test_with_the_draft_its_recordings_go(case, now):
    kept(case, now)
    actions.discard(case.reference, now=now)
    assert not Recording.objects.exists()


def test_all_recordings_of_some_drafts_are_deleted_and_no_others(case, now):
    kept(case, now)
    other = kept(actions.open_draft(now=now), now)
    assert recordings.delete_all([case.reference, "unknown"], now=now) == 1
    assert Recording.objects.get() == other


def test_what_is_due_is_named_and_deleted_once(case, now):
    made = kept(case, now)
    assert recordings.delete_due(now=now + timedelta(days=6)) == ()
    name = f"录音 {made.pk}（办件 {case.pk}）：2026-11-24 10:30 录的 2 秒，2026-12-01 10:30 到期"
    assert recordings.delete_due(now=now + timedelta(days=7)) == (name,)
    assert recordings.delete_due(now=now + timedelta(days=7)) == ()


def test_the_command_tells_first_and_deletes_then(case):
    made, fresh = kept(case, timezone.now() - timedelta(days=8)), kept(case, timezone.now(), token="token-0002")
    told = ran(dry_run=True)
    assert told[0].startswith(f"到期，还没有删：录音 {made.pk}（")
    assert Recording.objects.count() == 2
    assert ran()[0].startswith(f"删了：录音 {made.pk}（")
    assert Recording.objects.get() == fresh
    assert ran()[0].startswith("没有到期的录音。现在存着 1 段，最早的 ")


def test_a_database_that_is_not_ready_is_a_sentence(monkeypatch):
    def broken(**given):
        raise DatabaseError("no such table")

    monkeypatch.setattr(recordings, "delete_due", broken)
    with pytest.raises(CommandError, match="没有删录音"):
        ran()


def test_the_minutes_tick_deletes_them_too(case):
    kept(case, timezone.now() - timedelta(days=8))
    out = StringIO()
    call_command("tick", stdout=out)
    assert out.getvalue().strip() == "录音 1"
    assert not Recording.objects.exists()
