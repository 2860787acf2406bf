"""How `gaoxing names load` looks to the person at the terminal, and what it says when something is wrong."""

import json
import sys
from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.db import DatabaseError

from gaoxing.office.names.loading import Progress
from gaoxing.office.names.management.commands import load_names
from gaoxing.office.names.models import RegisteredName

ROW = "昆山星野智能科技有限公司,存续,"


@pytest.fixture
def loading(db, tmp_path):
    """Runs the command on a file."""

    def run(path, **options):
        said = StringIO()
        call_command("load_names", file=str(path), **{"report": str(tmp_path / "broken.csv"), **options}, stdout=said)
        return json.loads(said.getvalue())

    return run


def test_the_bar_shows_how_far_it_is(capsys):
    load_names._bar(Progress(0.5, 12_000, 11_990, 0, 10))
    shown = capsys.readouterr().err
    assert shown.startswith("\r███████████████···············  50%")
    assert "已读 12,000 行，读不出 10 行" in shown
    assert "\n" not in shown


def test_the_bar_ends_with_its_line(capsys):
    load_names._bar(Progress(1.0, 1, 1, 0, 0))
    assert capsys.readouterr().err.endswith("\n")


def test_a_terminal_sees_the_bar(loading, written, monkeypatch, capsys):
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True, raising=False)
    loading(written(ROW))
    assert "100%" in capsys.readouterr().err


def test_a_pipe_sees_no_bar(loading, written, capsys):
    loading(written(ROW))
    assert capsys.readouterr().err == ""


def test_a_whole_file_has_no_report(loading, written):
    assert loading(written(ROW))["report"] is None


def test_the_report_lies_in_the_data_folder_unless_told(loading, written, settings):
    done = loading(written(ROW, "坏,飞了,"), report=None)
    assert done["report"] == str(settings.DATA / "names-读不出的行.csv")


def test_another_prefecture_can_be_told(loading, written):
    loading(written(ROW), prefecture="320100")
    assert RegisteredName.objects.get().prefecture == 3201


def test_a_second_run_says_that_it_was_done(loading, written):
    path = written(ROW)
    assert loading(path)["finished_before"] is False
    assert loading(path)["finished_before"] is True
    assert loading(path, again=True)["finished_before"] is False


@pytest.mark.parametrize(
    ("rows", "heading", "why"),
    [
        ((ROW,), "甲,乙,丙", "「名称」"),
        ((), "", "「名称」"),
    ],
)
def test_a_file_that_is_no_register_is_refused(loading, written, rows, heading, why):
    with pytest.raises(CommandError, match=why):
        loading(written(*rows, heading=heading))


def test_a_folder_is_no_file(loading, tmp_path):
    with pytest.raises(CommandError, match="打不开"):
        loading(tmp_path)


def test_a_full_database_says_that_nothing_is_lost(loading, written, monkeypatch):
    def full(*_, **__):
        raise DatabaseError("disk full")

    monkeypatch.setattr(load_names, "load", full)
    with pytest.raises(CommandError, match="从断的地方接着导"):
        loading(written(ROW))
