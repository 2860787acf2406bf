"""Every sentence of the requests, the attachments, the cases, the register, the names, the notices and the zone has its English."""

import subprocess
import sys

import pytest

from tests.house.source import ROOT


@pytest.mark.parametrize(
    "app",
    [
        "aftercare",
        "attachments",
        "cases",
        "cultivation",
        "enterprises",
        "escalations",
        "hotline",
        "importing",
        "names",
        "notices",
        "projects",
        "ratings",
        "zone",
    ],
)
def test_the_english_of_an_app_is_whole(app):
    told = subprocess.run([sys.executable, "tools/build_english.py", app, "--check"], capture_output=True, text=True, cwd=ROOT, check=False)
    assert (told.returncode, told.stderr) == (0, "")
