"""Every sentence of the people's pages has its English."""

import subprocess
import sys

import pytest
from django.test import Client

from tests.house.source import ROOT


def test_the_english_of_the_people_is_whole():
    told = subprocess.run([sys.executable, "tools/build_english.py", "people", "--check"], capture_output=True, text=True, cwd=ROOT, check=False)
    assert (told.returncode, told.stderr) == (0, "")


@pytest.mark.django_db
def test_the_words_of_signing_in_are_english_where_it_was_chosen():
    browser = Client()
    browser.cookies["language"] = "en"
    assert "Sign in with your mobile number" in browser.get("/sign-in").content.decode()
