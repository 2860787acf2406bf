"""A line of progress is seen only by a person, only after a second, and is gone in the end."""

import sys

import pytest

from gaoxing.cli import waiting
from gaoxing.cli.waiting import WIPE, Waiting, shortened


@pytest.fixture
def line(monkeypatch, capsys, clock):
    """A line: `line(("一", 1.0), …)` says each at its second, on a terminal unless told; gives what was seen."""

    def said(*told, terminal=True):
        monkeypatch.setattr(sys.stderr, "isatty", lambda: terminal, raising=False)
        with Waiting() as waits:
            for text, clock[0] in told:
                waits.say(text)
        return capsys.readouterr().err

    return said


@pytest.fixture
def clock(monkeypatch):
    """A clock that is set by hand."""
    hands = [0.0]
    monkeypatch.setattr(waiting.time, "monotonic", lambda: hands[0])
    return hands


def test_the_first_second_passes_in_silence(line):
    assert line(("一", 0.9)) == ""


def test_what_is_said_is_written_over_and_gone_in_the_end(line):
    assert line(("一", 1.0), ("二", 1.1), ("三", 1.3)) == f"{WIPE}一{WIPE}三{WIPE}"


def test_what_will_take_a_while_is_said_at_once(monkeypatch, capsys, clock):
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True, raising=False)
    with Waiting() as waits:
        waits.say("装模型", at_once=True)
        assert capsys.readouterr().err == f"{WIPE}装模型"


def test_a_pipe_sees_nothing(line):
    assert line(("一", 5.0), terminal=False) == ""


@pytest.mark.parametrize(("text", "room", "shown"), [("公司", 4, "公司"), ("注册资本", 7, "…册资本"), ("注册资本", 6, "…资本"), ("abc", 2, "…c"), ("", 5, "")])
def test_the_end_of_a_long_line_is_shown(text, room, shown):
    assert shortened(text, room) == shown
