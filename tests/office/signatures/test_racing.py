"""Signatures that come at the same moment: each person's stands, nobody's twice, and each for the paper that was signed. On both databases."""

import json
import os
import subprocess
import sys

import pytest
from django.db import connection

from tests.house.source import ROOT
from tests.office.signatures import racing


def on_a_file(tmp_path):
    environ = {name: value for name, value in os.environ.items() if not name.startswith("GAOXING_") and name != "DATABASE_URL"}
    told = {"GAOXING_DATA": str(tmp_path), "GAOXING_KEY": "000102030405060708090a0b0c0d0e0f", "DJANGO_SETTINGS_MODULE": "gaoxing.office.settings"}
    command = [sys.executable, "-m", "tests.office.signatures.racing"]
    done = subprocess.run(command, env={**environ, **told}, capture_output=True, text=True, cwd=ROOT, check=False)
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


@pytest.mark.django_db(transaction=True)
def test_signatures_that_come_at_once_stand_each_for_its_own_paper(tmp_path):
    found = racing.races() if connection.vendor == "postgresql" else on_a_file(tmp_path)
    assert found["two"] == [1, 1]
    assert found["twice"][-1] == "1" or "1" in found["twice"]
    assert found["signed"] == [2, 1]
    assert found["states"] == ["signed", "signed", "lapsed"]
