"""The demonstration's zone: played up to this moment, on again when it is opened again, and never over what is somebody's own."""

from datetime import datetime, timedelta
from decimal import Decimal
from zoneinfo import ZoneInfo

import pytest
from django.core.management import CommandError, call_command

from gaoxing.office.people import demo
from gaoxing.office.simulation import demonstration
from gaoxing.office.simulation.demonstration import enliven
from gaoxing.office.simulation.models import Run, Step
from gaoxing.office.simulation.planned import Planned

NOW = datetime(2026, 3, 20, 12, tzinfo=ZoneInfo("Asia/Shanghai"))


@pytest.fixture
def days(monkeypatch):
    """A zone in which every day one thing happens; the days that were played."""
    played = []

    def happen(step, world):
        played.append(step.at)
        return (Planned(step.at + timedelta(days=1), f"day/{step.at.date() + timedelta(days=1)}", "day"),)

    def opening(world):
        return (Planned(datetime.combine(world.begins, NOW.time(), tzinfo=NOW.tzinfo), f"day/{world.begins}", "day"),)

    monkeypatch.setattr(demonstration, "players", lambda: ((opening,), {"day": happen}))
    return played


def nothing(run, step):
    """Hears and says nothing."""


def test_it_begins_some_weeks_ago_and_is_played_up_to_now(db, days):
    run = enliven(nothing, now=NOW)
    assert (str(run.begins), run.scale, days[-1]) == ("2026-01-01", Decimal("0.06"), NOW)
    assert not Run.objects.get().ended


def test_opened_again_it_goes_on_from_where_it_stood(db, days):
    enliven(nothing, now=NOW)
    before = len(days)
    enliven(nothing, now=NOW + timedelta(days=3))
    assert (len(days) - before, len(set(days))) == (3, len(days))


def test_opened_again_at_once_nothing_is_played_twice(db, days):
    enliven(nothing, now=NOW)
    before = len(days)
    enliven(nothing, now=NOW)
    assert (len(days), Step.objects.filter(done=True).count()) == (before, before)


def test_every_step_is_told_as_it_is_played(db, days):
    told = []
    enliven(lambda _run, step: told.append(step.at), now=NOW)
    assert told == days


def test_a_year_that_was_played_to_its_end_is_left_as_it_is(db, days):
    Run.objects.create(seed=9, scale=1, begins="2024-01-01", months=12, ended=True)
    assert enliven(nothing, now=NOW).seed == 9
    assert days == []


def test_where_people_are_that_no_run_made_nothing_is_played(db, days, settings):
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
    demo.build(now=NOW)
    assert enliven(nothing, now=NOW) is None
    assert not Run.objects.exists()


def test_outside_the_demonstration_it_is_refused(db, settings):
    settings.DEMO = False
    with pytest.raises(CommandError, match="gaoxing demo"):
        call_command("demo_life")


def test_the_command_says_from_when_and_how_far(db, days, settings, capsys):
    settings.DEMO = True
    told = []
    call_command("demo_life", told=told.append)
    run = Run.objects.get()
    assert f"{run.begins} 起，演了 {run.played} 步" in capsys.readouterr().out
    assert told[-1].endswith("%")


def test_a_record_that_a_visitor_deleted_does_not_keep_the_demonstration_shut(db, days, settings, monkeypatch, capsys):
    settings.DEMO = True

    def gone(told, *, now):
        raise Run.DoesNotExist

    monkeypatch.setattr("gaoxing.office.simulation.management.commands.demo_life.enliven", gone)
    call_command("demo_life")
    assert "没有接着演" in capsys.readouterr().out
