"""`gaoxing people` and `gaoxing demo` call the office's commands and say what is missing."""

import os

import pytest

from gaoxing.cli import counter, demo, django_command, people
from gaoxing.cli.parser import build
from gaoxing.cli.trouble import Trouble


@pytest.fixture
def called(monkeypatch):
    made = []
    monkeypatch.setattr(django_command, "call", lambda command, **options: made.append((command, options)))
    return made


def test_an_account_is_opened_by_the_offices_command(called):
    options = build().parse_args(["people", "add", "zhang.wei", "--name", "张某", "--role", "leader"])
    assert people.run(options) == 0
    assert called == [("people_add", {"account": "zhang.wei", "name": "张某", "role": "leader", "unit": ""})]


def test_without_a_role_the_sentence_says_so():
    with pytest.raises(Trouble, match="--role"):
        build().parse_args(["people", "add", "zhang.wei", "--name", "张某"])


def test_the_demonstration_has_a_folder_of_its_own_and_the_database_that_was_named(called, monkeypatch, tmp_path):
    monkeypatch.setattr(demo, "data_folder", lambda environ: tmp_path)
    for name, value in (("GAOXING_DATA", ""), ("DATABASE_URL", "postgres://elsewhere"), ("GAOXING_DEMO", "")):
        monkeypatch.setenv(name, value)
    assert demo.run(build().parse_args(["demo", "--no-browser", "--port", "8123"])) == 0
    assert (os.environ["GAOXING_DATA"], os.environ["GAOXING_DEMO"], os.environ["DATABASE_URL"]) == (str(tmp_path / "demo"), "1", "postgres://elsewhere")
    assert [command for command, _ in called] == ["demo_life", "demo_people", "demo_zone", "demo_clients", "load_indicators", "serve"]


def test_an_empty_demonstration_has_the_people_alone(called, monkeypatch, tmp_path):
    monkeypatch.setattr(demo, "data_folder", lambda environ: tmp_path)
    for name in ("GAOXING_DATA", "GAOXING_DEMO"):
        monkeypatch.setenv(name, "")
    assert demo.run(build().parse_args(["demo", "--no-browser", "--empty"])) == 0
    assert "demo_life" not in [command for command, _ in called]


def test_the_commands_stand_in_the_help():
    assert counter is not None
    assert {"people", "demo"} <= set(build()._subparsers._group_actions[0].choices)
