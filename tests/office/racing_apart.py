"""Runs races in a process of its own on an empty database file; gives what it prints."""

import json
import os
import subprocess
import sys

from tests.house.source import ROOT


def apart(module, folder):
    """What came of the races of a module, as it printed it."""
    environ = {name: value for name, value in os.environ.items() if not name.startswith("GAOXING_") and name != "DATABASE_URL"}
    told = {"GAOXING_DATA": str(folder), "GAOXING_KEY": "000102030405060708090a0b0c0d0e0f", "DJANGO_SETTINGS_MODULE": "gaoxing.office.settings"}
    run = subprocess.run([sys.executable, "-m", module], env={**environ, **told}, capture_output=True, text=True, cwd=ROOT, check=False)
    assert run.returncode == 0, run.stderr[-2_000:]
    return json.loads(run.stdout)
