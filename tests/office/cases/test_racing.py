"""Two threads press the same button at the same moment: one wins, the other is told so. All transitions, on a SQLite file and on PostgreSQL."""

import json
import os
import subprocess
import sys

import pytest
from django.db import connection

from gaoxing.casework.tables import shipped
from tests.house.source import ROOT
from tests.office.cases import racing, renaming


def on_a_file(tmp_path, module="racing"):
    environ = {name: value for name, value in os.environ.items() if not name.startswith("GAOXING_") and name != "DATABASE_URL"}
    told = {"GAOXING_DATA": str(tmp_path), "GAOXING_KEY": "000102030405060708090a0b0c0d0e0f", "DJANGO_SETTINGS_MODULE": "gaoxing.office.settings"}
    command = [sys.executable, "-m", f"tests.office.cases.{module}"]
    done = subprocess.run(command, env={**environ, **told}, capture_output=True, text=True, cwd=ROOT, check=False)
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


@pytest.mark.django_db(transaction=True)
def test_of_two_threads_one_wins_in_every_transition(tmp_path):
    found = racing.races() if connection.vendor == "postgresql" else on_a_file(tmp_path)
    assert len(found) == sum(len(table.transitions) for table in shipped().values() if "registration" in table.matters[0])
    wrong = {name: came for name, came in found.items() if came[0][:1] != ["won"] or "已经有人办了" not in came[0][-1] or came[1:] != [True, 1, 1]}
    assert not wrong, wrong


@pytest.mark.django_db(transaction=True)
def test_of_two_corrections_that_want_one_name_one_holds_it_and_the_other_keeps_its_own(tmp_path):
    found = renaming.race() if connection.vendor == "postgresql" else on_a_file(tmp_path, "renaming")
    assert found["cases"] == [["correction_asked", True], ["submitted", True]]
    assert renaming.WANTED in found["names"]
    assert len(set(found["names"]) & set(renaming.ASKED)) == 1
    assert found["told"].count("won") == 1
