"""Threads that register at once, on a SQLite file and on PostgreSQL: no code is given twice, none too many, and no two ranges lie over each other."""

import json
import os
import subprocess
import sys

import pytest
from django.db import connection

from tests.house.source import ROOT
from tests.office.certificates import racing


def on_a_file(tmp_path):
    environ = {name: value for name, value in os.environ.items() if not name.startswith("GAOXING_") and name != "DATABASE_URL"}
    told = {"GAOXING_DATA": str(tmp_path), "GAOXING_KEY": "000102030405060708090a0b0c0d0e0f", "DJANGO_SETTINGS_MODULE": "gaoxing.office.settings"}
    command = [sys.executable, "-m", "tests.office.certificates.racing"]
    done = subprocess.run(command, env={**environ, **told}, capture_output=True, text=True, cwd=ROOT, check=False)
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


@pytest.mark.django_db(transaction=True)
def test_no_code_is_given_twice_and_the_last_one_once(tmp_path):
    found = racing.race() if connection.vendor == "postgresql" else on_a_file(tmp_path)
    codes = [each for each in found["codes"] if len(each) == 18]
    refused = [each for each in found["codes"] if len(each) != 18]
    assert len(set(codes)) == len(codes) == racing.CODES
    assert len(refused) == 4
    assert all("号段用完了" in each for each in refused)
    assert sorted("有重叠" in each for each in found["ranges"]) == [False, True]
