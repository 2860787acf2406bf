"""Every sentence of the requests, the attachments, the cases, the register, the names, the notices and the zone has its English."""

import re
import subprocess
import sys

import pytest

from tests.house.source import ROOT

ENTRY = re.compile(r"^(msgid [\s\S]*?)^(msgstr[\s\S]*?)\s*(?:\n\n|\Z)", re.MULTILINE)
"""An entry of a catalogue: the text, with its plural where it has one, and its English."""


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


def test_a_text_has_one_english_wherever_it_stands():
    told = {}
    for catalogue in sorted((ROOT / "src/gaoxing/office").glob("*/locale/en/LC_MESSAGES/django.po")):
        for text, english in ENTRY.findall(catalogue.read_text(encoding="utf-8"))[1:]:
            told.setdefault(text, {}).setdefault(english, []).append(catalogue.parents[3].name)
    assert len(told) > 1_000
    assert {text: apps for text, apps in told.items() if len(apps) > 1} == {}, "Django shows that of the app named first, on the pages of both"
