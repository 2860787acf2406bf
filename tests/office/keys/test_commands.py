"""`keys`, as the terminal calls it, and a process that starts with a wrong key."""

import io
import json
import os
import subprocess
import sys

import pytest
from django.core.management import CommandError, call_command

from gaoxing.office.keys import rotating
from tests.office.keys.conftest import in_use

pytestmark = pytest.mark.django_db


def said(**asked):
    heard = io.StringIO()
    call_command("keys", stdout=heard, **asked)
    return json.loads(heard.getvalue())


def test_keys_are_listed_by_what_lies_under_them(kept):
    (listed,) = said(act="list")
    assert (listed["id"], listed["in_use"], listed["whole"]) == (in_use(), True, 16)
    assert listed["lies"]["cases.recording.sound"] == 3


def test_an_exchange_is_told(kept):
    told = said(act="rotate", forget_codes=True)
    assert (told["key"], told["broken"], told["waiting"]) == (in_use(), [], {})


def test_a_former_key_is_dropped(kept):
    former = in_use()
    said(act="rotate", forget_codes=True)
    said(act="drop", key=former)
    assert [each["id"] for each in said(act="list")] == [in_use()]


def test_a_refusal_is_a_sentence(kept):
    with pytest.raises(CommandError, match="没有编号"):
        said(act="drop", key="nothing")


def test_a_folder_that_cannot_be_written_is_told(kept, monkeypatch):
    def full(*_):
        raise OSError

    monkeypatch.setattr(rotating, "replace_keys", full)
    with pytest.raises(CommandError, match="没有换"):
        said(act="rotate")


MIGRATE = "import sys; from gaoxing.cli import main; sys.exit(main(sys.argv[1:]))"


def start(folder, **environ):
    """A process of its own, as an operator starts one."""
    kept = {name: value for name, value in os.environ.items() if name not in {"DATABASE_URL", "GAOXING_KEY"}}
    command = [sys.executable, "-c", MIGRATE, "keys", "list"]
    return subprocess.run(command, env={**kept, "GAOXING_DATA": str(folder), **environ}, capture_output=True, text=True, check=False)


def test_a_process_with_a_wrong_or_lost_key_says_so_and_changes_nothing(tmp_path):
    assert start(tmp_path).returncode == 0
    right = (tmp_path / "sealing.key").read_text()
    wrong = start(tmp_path, GAOXING_KEY="ab" * 16)
    (tmp_path / "sealing.key").unlink()
    lost = start(tmp_path)
    assert (wrong.returncode, lost.returncode) == (2, 2)
    assert "现在的密钥打不开它" in wrong.stderr
    assert "没有找到密钥" in lost.stderr
    assert not (tmp_path / "sealing.key").exists()
    assert start(tmp_path, GAOXING_KEY=right).returncode == 0
