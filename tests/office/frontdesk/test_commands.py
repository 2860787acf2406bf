import json
import socket
from io import StringIO

import pytest
from django.core.management import call_command
from django.core.management.base import CommandError

from gaoxing.engines.fault import Fault
from gaoxing.office.frontdesk.management.commands import checkup, serve


def checked():
    out = StringIO()
    try:
        call_command("checkup", stdout=out)
    except SystemExit as stopped:
        return [json.loads(line) for line in out.getvalue().splitlines()], stopped.code
    return [json.loads(line) for line in out.getvalue().splitlines()], 0


@pytest.mark.django_db
def test_a_sound_office_passes_every_check():
    lines, status = checked()
    assert [line["check"] for line in lines] == ["folder", "key", "database", "typesetting", "credit_codes", "archive", "connections"]
    assert status == 0, lines
    assert all(line["ok"] and line["message"] for line in lines)


@pytest.mark.django_db
def test_a_check_that_fails_is_a_line_and_a_status(monkeypatch):
    def broken():
        raise Fault("没有字体。", permanent=True)

    monkeypatch.setattr(checkup.Command, "checks", (("typesetting", broken),))
    assert checked() == ([{"check": "typesetting", "ok": False, "message": "没有字体。"}], 1)


@pytest.mark.django_db
def test_a_folder_that_cannot_be_written_is_told_without_a_trace(monkeypatch, settings, tmp_path):
    file = tmp_path / "file"
    file.touch()
    settings.DATA = file / "data"
    lines, status = checked()
    assert status == 1
    assert not lines[0]["ok"]


@pytest.mark.django_db
def test_a_key_that_others_can_read_is_told(settings, tmp_path):
    (tmp_path / "sealing.key").write_text(settings.GAOXING_KEY)
    settings.DATA, settings.GAOXING_KEY = tmp_path, ""
    (tmp_path / "sealing.key").chmod(0o644)
    lines, status = checked()
    assert status == 1
    assert "chmod 600" in lines[1]["message"]


def test_a_port_in_use_is_a_sentence_with_the_next_one():
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        with pytest.raises(CommandError, match="--port"):
            call_command("serve", port=port, no_browser=True)


@pytest.mark.parametrize(
    ("host", "shown", "near"),
    [
        ("127.0.0.1", "127.0.0.1", True),
        ("0.0.0.0", "127.0.0.1", False),
        ("::1", "[::1]", True),
        ("localhost", "localhost", True),
        ("hall.example", "hall.example", False),
    ],
)
def test_the_address_is_shown_as_a_browser_takes_it(host, shown, near):
    assert (serve._shown(host), serve._is_loopback(host)) == (shown, near)
