"""`gaoxing try`: a matter's stories, and what came out otherwise than told."""

import pytest

from gaoxing import catalogue
from gaoxing.cli import stories


@pytest.mark.parametrize("matter", ["company_registration", "sole_trader_registration"])
def test_the_stories_of_a_matter_come_out_as_told(run, matter):
    outcome = run("try", matter)
    assert outcome.status == 0, outcome.err
    assert len(outcome.json) >= 3
    assert all(each["wrong"] == [] for each in outcome.json)


def test_a_person_sees_a_line_a_story(run):
    outcome = run("try", "sole_trader_registration", person=True)
    assert outcome.status == 0
    assert all(line.startswith(("✓", " ")) for line in outcome.out.splitlines())


def test_a_story_that_comes_out_otherwise_is_trouble(run, monkeypatch):
    monkeypatch.setattr(stories, "run", lambda story, on: ("注册资本不一样",))
    outcome = run("try", "company_registration")
    assert outcome.status == 2
    assert outcome.json[0]["wrong"] == ["注册资本不一样"]
    assert "和写下的不一样" in outcome.err


def test_a_story_that_is_written_wrongly_is_told(trouble, monkeypatch):
    def load(folder):
        raise ValueError("own.toml: 缺 name")

    monkeypatch.setattr(stories, "load", load)
    assert "own.toml" in trouble("try", "company_registration")


def test_a_matter_without_stories_is_told(trouble, monkeypatch):
    monkeypatch.setattr(stories, "load", lambda folder: ())
    assert "还没有样例" in trouble("try", "company_registration")


def test_an_unknown_matter_is_told_with_the_ones_that_are_known(trouble):
    sentence = trouble("try", "marriage")
    assert all(each.id in sentence for each in catalogue.matters())
