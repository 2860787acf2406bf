"""Two who press at once, each in a transaction of their own: one wins, the other is told; nothing is done twice."""

import json
import os
import subprocess
import sys

import pytest
from django.db import connection

from tests.house.source import ROOT
from tests.office.escalations import racing


def on_a_file(folder):
    environ = {name: value for name, value in os.environ.items() if not name.startswith("GAOXING_") and name != "DATABASE_URL"}
    told = {"GAOXING_DATA": str(folder), "GAOXING_KEY": "000102030405060708090a0b0c0d0e0f", "DJANGO_SETTINGS_MODULE": "gaoxing.office.settings"}
    command = [sys.executable, "-m", "tests.office.escalations.racing"]
    run = subprocess.run(command, env={**environ, **told}, capture_output=True, text=True, cwd=ROOT, check=False)
    assert run.returncode == 0, run.stderr[-2_000:]
    return json.loads(run.stdout)


def every_one_is_done_once(found):
    """Whatever two press at once: one event, and a sentence for the slower one."""
    assert len(found) > 20
    assert {name: race for name, race in found.items() if race["events"] != 1 or race["told"][0] != "won"} == {}
    assert {name: race for name, race in found.items() if not race["told"][1].startswith("这一次没有办")} == {}


@pytest.mark.django_db(transaction=True)
def test_of_two_who_press_at_once_one_wins_and_the_other_is_told(tmp_path):
    told = racing.run() if connection.vendor == "postgresql" else on_a_file(tmp_path)
    every_one_is_done_once(told["every"])
    found = told["races"]
    both_won = {name for name, race in found.items() if race["told"] == ["won", "won"]}
    assert both_won == {"draft", "page", "same_cause", "recurred"}
    assert all(race["told"][0] == "won" for race in found.values())
    slower = {name: race["told"][1] for name, race in found.items() if name not in both_won}
    assert all(sentence.startswith("这一次没有办") for sentence in slower.values()), slower
    assert (found["taken"]["state"], found["taken"]["acts"]) == ("taken", ["submit", "take_over"])
    assert found["ended"]["state"] in ("withdrawn", "concluded")
    assert found["answered"]["state"] in ("confirmed", "unsatisfied")
    assert found["retaken"]["acts"].count("hand_over") == 1
    assert found["draft"]["acts"] == found["page"]["acts"] == ["submit", "take_over"]
    assert (found["recurred"]["state"], found["recurred"]["acts"]) == ("recurred", ["recur"])
