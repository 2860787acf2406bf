"""`gaoxing retention report`: tells what the office's command says."""

import json

import pytest

from gaoxing.cli import django_command

KEPT = {"kind": "draft", "called": "草稿", "rule": "30 天没有人改", "held": 1200, "due": 3}
DELETED = {"day": "2026-11-24", "kind": "draft", "count": 5}


@pytest.fixture
def office(monkeypatch):
    """An office that answers with what it is given; keeps what it was asked."""

    def answering(**told):
        asked = []

        def call(command, *, stdout, **options):
            asked.append((command, options))
            stdout.write(json.dumps({"kept": [KEPT], "deleted": [], **told}))

        monkeypatch.setattr(django_command, "call", call)
        return asked

    return answering


def test_what_is_kept_and_deleted_is_shown(run, office):
    office(deleted=[DELETED, DELETED | {"kind": "gone_kind"}])
    out = run("retention", "report", person=True).out
    assert "草稿  30 天没有人改  1,200  到期 3" in out
    assert "2026-11-24  草稿       5" in out
    assert "gone_kind" in out


def test_an_office_that_deleted_nothing_says_so(run, office):
    office()
    assert "还没有到期删去的" in run("retention", "report", person=True).out


def test_a_pipe_gets_the_report_as_it_is(run, office):
    asked = office(deleted=[DELETED])
    assert run("retention", "report", "--since", "2026-11-01").json["deleted"] == [DELETED]
    assert str(asked[0][1]["since"]) == "2026-11-01"


@pytest.mark.parametrize("words", [("retention",), ("retention", "report", "--since", "昨天")])
def test_what_is_not_understood_is_trouble(run, office, words):
    asked = office()
    assert run(*words).status == 2
    assert asked == []
