"""`gaoxing archive`: tells which archived cases are not as they were."""

import json

import pytest

from gaoxing.cli import django_command

WHOLE = [{"archived": 1200, "wrong": 0}]
WRONG = [{"number": "320583-2026-000007", "changed": ["event 2"], "trouble": ""}, {"archived": 1200, "wrong": 1}]


@pytest.fixture
def office(monkeypatch):
    """An office that answers with these lines, ending as the command does."""

    def answering(lines):
        def call(command, *, stdout, **options):
            stdout.write("\n".join(json.dumps(each) for each in lines))
            if lines[-1]["wrong"]:
                raise SystemExit(1)

        monkeypatch.setattr(django_command, "call", call)

    return answering


@pytest.mark.parametrize(("lines", "status"), [(WHOLE, 0), (WRONG, 1)])
def test_a_case_that_is_not_as_it_was_ends_with_one(run, office, lines, status):
    office(lines)
    outcome = run("archive", "verify", "--json")
    assert (outcome.status, outcome.json) == (status, {**lines[-1], "cases": lines[:-1]})


def test_what_differs_is_named_with_its_case(run, office):
    office(WRONG)
    out = run("archive", "verify", person=True).out
    assert "320583-2026-000007：和归档时不一样的有 event 2。" in out
    assert "1 件对不上" in out


def test_a_whole_archive_says_how_many_were_looked_at(run, office):
    office(WHOLE)
    assert "核了 1,200 件归档的办件" in run("archive", "verify", person=True).out
