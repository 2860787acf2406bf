"""`gaoxing judge-ladder`: what it asks of the office and what it tells a person."""

import json

import pytest

from gaoxing.cli import django_command
from gaoxing.cli.parser import build


@pytest.fixture
def judged(monkeypatch):
    """Runs the command where the office did so much; which of its commands was called."""
    called = []

    def run(*words, **done):
        monkeypatch.setattr("gaoxing.cli.judge_ladder.for_a_person", lambda options: "--json" not in words)
        monkeypatch.setattr(django_command, "said", lambda command: called.append(command) or json.dumps({"judged": 0, "closed": 0, "waiting": 0, **done}))
        options = build().parse_args(["judge-ladder", *words])
        assert options.run(options) == 0
        return called

    return run


def test_every_enterprise_is_judged_by_the_office(judged, capsys):
    assert judged("--json", judged=806) == ["judge_ladder"]
    assert json.loads(capsys.readouterr().out) == {"judged": 806, "closed": 0, "waiting": 0}


@pytest.mark.parametrize(("done", "told"), [({"judged": 1806}, "重评了 1,806 家。"), ({}, "今天都评过了")])
def test_a_person_reads_how_many(judged, capsys, done, told):
    judged(**done)
    shown = capsys.readouterr().out
    assert told in shown
    assert "打不开" not in shown


def test_what_could_not_be_judged_is_told_with_what_to_do(judged, capsys):
    judged(judged=4, closed=2)
    assert "2 家的数据打不开或者算不出" in capsys.readouterr().out
