"""Two who press at once, each in a transaction of their own: one wins, the other is told; nothing is done twice and nothing is left undone."""

import json
import os
import subprocess
import sys

import pytest
from django.db import connection

from tests.house.source import ROOT
from tests.office.aftercare import racing


def on_a_file(folder):
    environ = {name: value for name, value in os.environ.items() if not name.startswith("GAOXING_") and name != "DATABASE_URL"}
    told = {"GAOXING_DATA": str(folder), "GAOXING_KEY": "000102030405060708090a0b0c0d0e0f", "DJANGO_SETTINGS_MODULE": "gaoxing.office.settings"}
    command = [sys.executable, "-m", "tests.office.aftercare.racing"]
    run = subprocess.run(command, env={**environ, **told}, capture_output=True, text=True, cwd=ROOT, check=False)
    assert run.returncode == 0, run.stderr[-2_000:]
    return json.loads(run.stdout)


@pytest.mark.django_db(transaction=True)
def test_of_two_who_press_at_once_one_wins_and_the_loop_goes_on(tmp_path):
    found = racing.races() if connection.vendor == "postgresql" else on_a_file(tmp_path)
    settled = found.pop("settled")
    both_won = {name: [each == "won" for each in race["told"]] == [True, True] for name, race in found.items()}
    assert both_won == {name: name in ("last", "draft") for name in found}
    assert all(race["told"][0] == "won" for race in found.values())
    assert "已经有人办了“受理”" in found["receive"]["told"][1]
    assert "已经有人改过" in found["planned"]["told"][1]
    assert found["receive"]["acts"] == ["submit", "receive"]
    assert (found["last"]["state"], found["last"]["acts"].count("answer")) == ("answered", 1)
    assert found["accept"]["state"] in ("accepted", "redoing")
    assert len(found["accept"]["acts"]) == 7
    assert found["planned"]["parts"] == 1
    assert (found["draft"]["acts"], found["draft"]["parts"]) == (["submit"], 2)
    assert all("一小时里最多" in found[name]["told"][1] for name in ("revealed", "reached"))
    assert found["crossed"]["state"] == "submitted", "of two merged into each other one stays, so that somebody goes on with it"
    the_tasks(found, settled)


def the_tasks(found, settled):
    """Of two who settle a task one is told; of two meetings of one page one is kept whole; nothing is solved over an open task."""
    assert [found[name]["tasks"] for name in ("task_done", "task_reopened")] == [[[1, "done"]], [[1, "open"]]]
    assert all("刚才在别处记过" in found[name]["told"][1] for name in ("task_done", "task_reopened"))
    assert "已经有人办了“记会办纪要”" in found["met"]["told"][1]
    assert [number for number, _state in found["met"]["tasks"]] in ([1], [1, 2])
    assert settled["tasks"] == [[1, "done"]]
    assert settled["told"][0] == "won"
    assert settled["told"][1] == "won" or "任务没有做完" in settled["told"][1]
