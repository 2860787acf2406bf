"""Each part has its word, whatever is amiss."""

import shutil
from datetime import timedelta

import pytest
from django.db import OperationalError, connection
from django.db.migrations.recorder import MigrationRecorder

from gaoxing.engines.fault import Fault
from gaoxing.office.health import parts, ticking
from gaoxing.office.health.models import Beat

pytestmark = pytest.mark.django_db


@pytest.fixture
def told(tmp_path, now):
    ticking.beat(now)
    return lambda at=now: parts.looked(tmp_path, now=at)


def test_all_is_well_in_an_office_that_was_just_ticked_and_saved(told, saved, now):
    saved(now)
    assert set(told().values()) == {"ok"}
    assert parts.ready(told())


@pytest.mark.parametrize(("after", "word"), [(timedelta(minutes=3), "ok"), (timedelta(minutes=3, seconds=1), "late"), (timedelta(minutes=-4), "clock")])
def test_a_tick_is_late_after_three_minutes_and_a_clock_set_back_is_told(told, now, after, word):
    assert told(now + after)["tick"] == word


def test_an_office_that_was_never_ticked_is_not_ready(told):
    Beat.objects.all().delete()
    assert told()["tick"] == "never"
    assert not parts.ready(told())


@pytest.mark.parametrize(("after", "word"), [(timedelta(hours=26), "ok"), (timedelta(hours=27), "old"), (timedelta(hours=-1), "clock")])
def test_a_backup_grows_old_after_a_day_and_two_hours(told, saved, now, after, word):
    saved(now)
    assert told(now + after)["backup"] == word


def test_an_office_without_a_backup_is_ready_all_the_same(told):
    assert told()["backup"] == "never"
    assert parts.ready(told())


def test_a_database_that_is_down_is_told_and_nothing_is_guessed(told, monkeypatch):
    def down(*_):
        raise OperationalError("could not connect to 10.1.2.3")

    monkeypatch.setattr(MigrationRecorder, "applied_migrations", down)
    assert told() == {"database": "down", "structure": "unknown", "key": "unknown", "tick": "unknown", "backup": "unknown", "disk": "ok"}
    assert not parts.ready(told())


def test_a_migration_that_waits_is_told(told):
    MigrationRecorder(connection).record_unapplied("health", "0001_initial")
    assert (told()["structure"], told()["key"]) == ("waiting", "unknown")


def test_a_database_of_a_newer_version_is_told(told):
    MigrationRecorder(connection).record_applied("cases", "9999_of_next_year")
    assert told()["structure"] == "newer"


def test_migrations_of_an_app_that_went_do_not_count(told):
    MigrationRecorder(connection).record_applied("somebody_elses", "0001_initial")
    assert told()["structure"] == "ok"


def test_a_wrong_key_is_told(told, monkeypatch):
    def other():
        raise Fault("编号 00112233", permanent=True)

    monkeypatch.setattr(parts, "require", other)
    assert told()["key"] == "wrong"
    assert not parts.ready(told())


def test_a_disk_that_is_nearly_full_is_told(told, monkeypatch):
    monkeypatch.setattr(shutil, "disk_usage", lambda _: shutil._ntuple_diskusage(10**12, 10**12 - 1000, 1000))
    assert told()["disk"] == "low"


def test_a_folder_that_is_gone_or_closed_is_told(tmp_path, now, monkeypatch):
    assert parts.looked(tmp_path / "gone", now=now)["disk"] == "closed"
    monkeypatch.setattr(parts.os, "access", lambda *_: False)
    assert parts.looked(tmp_path, now=now)["disk"] == "closed"


@pytest.mark.parametrize("name", parts.NEEDED)
def test_whatever_is_needed_and_missing_makes_the_office_not_ready(name):
    assert parts.ready(dict.fromkeys(parts.NEEDED, "ok"))
    assert not parts.ready({**dict.fromkeys(parts.NEEDED, "ok"), name: "down"})
