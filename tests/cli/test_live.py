"""Words that grow on a terminal and settle; in a pipe only the settled ones."""

import pytest

from gaoxing.cli.live import Live
from gaoxing.cli.waiting import WIPE


def spoken(capsys, **how):
    with Live(**how) as live:
        for text in ("公", "公", "公司"):
            live.saying(text)
        live.settled("公司。")
        live.saying("再")
    return capsys.readouterr().out


def test_a_person_sees_words_grow_once_each_and_a_clean_end(capsys):
    assert spoken(capsys, to_a_person=True, quiet=False) == f"{WIPE}公{WIPE}公司{WIPE}公司。\n{WIPE}再{WIPE}"


def test_a_pipe_gets_what_is_settled(capsys):
    assert spoken(capsys, to_a_person=False, quiet=False) == "公司。\n"


@pytest.mark.parametrize("to_a_person", [True, False])
def test_quiet_is_quiet(capsys, to_a_person):
    assert spoken(capsys, to_a_person=to_a_person, quiet=True) == ""


def test_a_line_longer_than_the_terminal_shows_its_end(capsys, monkeypatch):
    monkeypatch.setenv("COLUMNS", "10")
    with Live(to_a_person=True, quiet=False) as live:
        live.saying("我想开一家公司")
        assert capsys.readouterr().out == f"{WIPE}…一家公司"
