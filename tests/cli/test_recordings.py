"""`gaoxing recordings`: hands its word to the office's own command and tells what that says."""

import pytest

from gaoxing.cli import django_command
from gaoxing.cli.trouble import Trouble


@pytest.fixture
def called(monkeypatch):
    """What the office was asked for."""
    calls = []
    monkeypatch.setattr(django_command, "call", lambda command, **options: calls.append((command, options)))
    return calls


@pytest.mark.parametrize(("words", "dry"), [((), False), (("--dry-run",), True)])
def test_whether_anything_is_deleted_is_handed_on(run, called, words, dry):
    assert run("recordings", *words).status == 0
    assert called == [("recordings", {"dry_run": dry})]


def test_what_the_office_says_of_a_broken_database_is_told(trouble, monkeypatch):
    def broken(command, **options):
        raise Trouble("数据库打不开，没有删录音。")

    monkeypatch.setattr(django_command, "call", broken)
    assert trouble("recordings") == "数据库打不开，没有删录音。"


def test_a_word_it_does_not_know_ends_in_trouble(run, called):
    assert run("recordings", "--everything").status == 2
    assert called == []
