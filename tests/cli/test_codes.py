"""`gaoxing codes`: what it shows a person, and what it asks of the office."""

import json

import pytest

from gaoxing.cli import django_command
from gaoxing.cli.parser import build

ROW = {"number": 1, "region": "320583", "first": "MA000000", "last": "MA00000Y", "left": 30, "size": 31, "closed": False}


@pytest.fixture
def asked(monkeypatch):
    """Runs the command; what the office was asked."""
    seen = []

    def run(*words, rows=(ROW,)):
        monkeypatch.setattr(django_command, "said", lambda command, **options: seen.append((command, options)) or json.dumps(list(rows)))
        options = build().parse_args(["codes", *words])
        assert options.run(options) == 0
        return seen[-1]

    return run


def test_the_ranges_are_asked_for(asked):
    assert asked("list", "--json") == ("code_range", {})


def test_a_range_is_added(asked):
    assert asked("add", "MA000000", "MA00000Y", "--region", "320583", "--json")[1] == {"first": "MA000000", "last": "MA00000Y", "region": "320583"}


def test_a_range_is_closed(asked):
    assert asked("close", "1", "--json")[1] == {"close": 1}


def test_the_json_is_what_the_office_told(asked, capsys):
    asked("list", "--json")
    assert json.loads(capsys.readouterr().out) == [ROW]


def test_a_person_sees_a_table_and_which_is_closed(asked, capsys, monkeypatch):
    monkeypatch.setattr("gaoxing.cli.codes.for_a_person", lambda options: True)
    asked("list", rows=(ROW, {**ROW, "number": 2, "closed": True}))
    shown = capsys.readouterr().out
    assert all(each in shown for each in ("MA00000Y", "30", "已停用"))


def test_a_person_without_ranges_reads_who_types_the_codes(asked, capsys, monkeypatch):
    monkeypatch.setattr("gaoxing.cli.codes.for_a_person", lambda options: True)
    asked("list", rows=())
    assert "照纸质号段填" in capsys.readouterr().out
