"""`gaoxing backup` and `gaoxing restore`: hand their words to the office's commands; nothing that stands is written over."""

import json
import os

import pytest

from gaoxing.cli import django_command
from gaoxing.cli.trouble import Trouble

MADE = {"path": "/b/office.tar", "size": 2_500_000, "database": "sqlite", "tables": {"cases_case": 1200}, "files": 8, "number": 9, "digest": "d" * 64}
MADE |= {"keys": ["64dae6b943d445ee"], "missing": [], "with_key": False, "version": "0.1.0", "made": "2026-11-25T02:00:00+00:00"}
RESTORED = {"manifest": MADE, "verdict": {"checked": 9, "broken": None}, "opened": 12, "unopened": [], "missing": [], "whole": True}


@pytest.fixture
def office(monkeypatch):
    """An office that answers with what it is given, or in trouble; keeps what it was asked, and the data folder that was named."""
    monkeypatch.setenv("GAOXING_DATA", "elsewhere")

    def answering(answer):
        asked = []

        def call(command, *, stdout, **options):
            asked.append((command, options, os.environ["GAOXING_DATA"]))
            if isinstance(answer, Exception):
                raise answer
            stdout.write(json.dumps(answer))

        monkeypatch.setattr(django_command, "call", call)
        return asked

    return answering


@pytest.fixture
def archive(tmp_path):
    (tmp_path / "office.tar").write_bytes(b"tar")
    return tmp_path / "office.tar"


def test_a_backup_is_told_with_what_is_needed_to_open_it(run, office, tmp_path):
    asked = office(MADE)
    out = run("backup", str(tmp_path / "office.tar"), person=True).out
    assert all(each in out for each in ("2.5 MB", "1,200 行", "64dae6b943d445ee", "9:dddd", "备份里没有密钥", "不要和备份放在一起"))
    assert asked[0][:2] == ("backup", {"target": str(tmp_path / "office.tar"), "with_key": False})


def test_a_backup_with_its_key_says_what_that_means(run, office):
    asked = office(MADE | {"with_key": True})
    out = run("backup", "there", "--with-key", person=True).out
    assert "谁拿到它，就看得到里头的全部内容" in out
    assert asked[0][1]["with_key"] is True


def test_files_that_are_missing_end_with_one(run, office):
    office(MADE | {"missing": [f"attachments/ab/{number}" for number in range(30)]})
    outcome = run("backup", "there", person=True)
    assert (outcome.status, outcome.out.count("attachments/ab/")) == (1, 10)
    assert "有 30 个" in outcome.out


def test_a_pipe_gets_json(run, office, archive, tmp_path):
    office(MADE)
    assert run("backup", "there").json == MADE
    office(RESTORED)
    assert run("restore", str(archive), "--into", str(tmp_path / "new")).json == RESTORED


def test_a_restore_takes_its_name_when_all_is_done(run, office, archive, tmp_path):
    asked = office(RESTORED)
    outcome = run("restore", str(archive), "--into", str(tmp_path / "new"), person=True)
    assert (outcome.status, (tmp_path / "new").is_dir()) == (0, True)
    assert all(each in outcome.out for each in ("1,200 件", "都对得上", "抽开 12 处", "gaoxing serve"))
    assert asked[0][2].startswith(str(tmp_path / "new.part-"))
    assert sorted(each.name for each in tmp_path.iterdir()) == ["new", "office.tar"]


def test_what_is_not_whole_ends_with_one_and_stays(run, office, archive, tmp_path):
    broken = {"verdict": {"checked": 4, "broken": {"number": 5}}, "unopened": ["cases.case.form 3"], "missing": ["attachments/x"], "whole": False}
    office(RESTORED | broken)
    outcome = run("restore", str(archive), "--into", str(tmp_path / "new"), person=True)
    assert outcome.status == 1
    assert all(each in outcome.out for each in ("在第 5 条断了", "cases.case.form 3", "少 1 个文件"))


def test_trouble_leaves_nothing_behind(trouble, office, archive, tmp_path):
    office(Trouble("备份文件坏了。"))
    assert trouble("restore", str(archive), "--into", str(tmp_path / "new")) == "备份文件坏了。"
    assert [each.name for each in tmp_path.iterdir()] == ["office.tar"]


def test_an_empty_folder_may_stand_there_already(run, office, archive, tmp_path):
    (tmp_path / "new").mkdir()
    office(RESTORED)
    assert run("restore", str(archive), "--into", str(tmp_path / "new")).status == 0


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (("{}/none.tar", "--into", "{}/new"), "没有找到备份文件"),
        (("{}/office.tar", "--into", "{}"), "里已经有东西"),
        (("{}/office.tar", "--into", "{}/office.tar"), "里已经有东西"),
        (("{}/office.tar", "--into", "{}/a/b"), "请先建好"),
        (("{}/office.tar", "--into", "{}/new", "--key", "{}/none"), "没有找到密钥文件"),
        (("{}/office.tar",), "还缺：--into"),
    ],
)
def test_what_cannot_be_done_is_told_before_anything_begins(trouble, office, archive, tmp_path, words, sentence):
    asked = office(RESTORED)
    assert sentence in trouble("restore", *(each.format(tmp_path) for each in words))
    assert asked == []
