"""The office's commands by name: their own sentence becomes trouble, a missing Django too."""

import socket

import pytest

from gaoxing.cli import django_command
from gaoxing.cli.trouble import Trouble


def test_a_missing_django_is_told(monkeypatch):
    monkeypatch.setattr(django_command.importlib.util, "find_spec", lambda name: None)
    with pytest.raises(Trouble) as told:
        django_command.call("serve")
    assert "Django" in str(told.value)
    assert "pip install" in str(told.value)


def test_the_settings_are_the_offices_own(monkeypatch):
    monkeypatch.setenv("DJANGO_SETTINGS_MODULE", "somebody.elses.settings")
    with pytest.raises(Trouble):
        django_command.call("no_such_command")
    assert django_command.os.environ["DJANGO_SETTINGS_MODULE"] == "gaoxing.office.settings"


def test_a_command_that_does_not_exist_is_told():
    with pytest.raises(Trouble) as told:
        django_command.call("no_such_command")
    assert "no_such_command" in str(told.value)


def test_a_port_that_is_taken_is_told():
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        with pytest.raises(Trouble) as told:
            django_command.call("serve", host="127.0.0.1", port=taken.getsockname()[1], no_browser=True)
    assert "端口" in str(told.value)


@pytest.mark.django_db
def test_the_lines_that_a_command_prints_are_given():
    lines = django_command.lines("checkup")
    assert len(lines) >= 4
    assert all(line.startswith("{") for line in lines)
